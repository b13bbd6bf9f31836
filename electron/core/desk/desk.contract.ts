import { z } from 'zod'
import { query, task } from '#core/kernel/method.ts'
import { DeskSettings, DeskSettingsChange } from '#core/kernel/settings.ts'

/** The desk itself: its settings and printers, kept by the shell. */
export const deskContract = {
  'desk.settings': query({ permission: 'anyone', input: z.null(), output: DeskSettings }),
  'desk.change': task({ permission: 'anyone', input: DeskSettingsChange, output: DeskSettings }),
  'desk.printers': query({
    permission: 'signed-in',
    input: z.null(),
    output: z.array(
      z.object({ name: z.string(), isDefault: z.boolean(), trays: z.array(z.string()) }),
    ),
  }),
}
