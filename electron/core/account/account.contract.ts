import { query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import { AccountHistory } from './bank-account.model.ts'
import { DependantRequests } from './dependant-requests.model.ts'

export const accountContract = {
  'account.accounts': query({
    permission: 'citizens.read',
    input: VisitId,
    output: AccountHistory,
  }),
  /** What was asked here about dependants and the centre's data does not show yet. */
  'account.dependantRequests': query({
    permission: 'citizens.read',
    input: VisitId,
    output: DependantRequests,
  }),
}
