import { readAccounts } from '#core/account/read-accounts.use-case.ts'
import { readDependantRequests } from '#core/account/read-dependant-requests.use-case.ts'
import { readingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

export const accountHandlers = {
  'account.accounts': (visitId, scope) => readAccounts(visitId, readingNeeds(scope)),
  'account.dependantRequests': (visitId, scope) =>
    readDependantRequests(visitId, readingNeeds(scope)),
} satisfies Pick<Handlers, 'account.accounts' | 'account.dependantRequests'>
