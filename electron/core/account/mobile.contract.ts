import { command, query, task } from '#core/kernel/method.ts'
import { SentCode } from '#core/messages/one-time-codes.model.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { MobileFile, MobileProof, NewMobile } from './mobile.model.ts'

export const mobileContract = {
  'account.mobile': query({ permission: 'citizens.read', input: VisitId, output: MobileFile }),
  /** Sends a one-time code to the new number. */
  'account.sendMobileCode': task({
    permission: 'citizens.register',
    input: NewMobile,
    output: SentCode,
  }),
  /** Changes the mobile to the number that the code came to. */
  'account.changeMobile': command({
    permission: 'citizens.register',
    input: MobileProof,
    output: MobileFile,
  }),
}
