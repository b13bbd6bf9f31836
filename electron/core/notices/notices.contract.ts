import { z } from 'zod'
import { command, query } from '#core/kernel/method.ts'
import { Notices } from './notice.model.ts'

export const noticesContract = {
  /** What concerns this clerk, and what of it he has not looked at. */
  'notices.mine': query({ permission: 'requests.read', input: z.null(), output: Notices }),
  /** He has looked at everything up to this notice, and at the promises of today. */
  'notices.look': command({
    permission: 'requests.read',
    input: z.object({ upTo: z.number().int().nonnegative() }),
    output: Notices,
  }),
}
