import { assessRequest, listServices } from '#core/requests/assess-request.use-case.ts'
import { fileRequest } from '#core/requests/file-request.use-case.ts'
import { discardDraft, readDraft, saveDraft } from '#core/requests/keep-draft.use-case.ts'
import { completeRequest, withdrawRequest } from '#core/requests/follow-request.use-case.ts'
import { listRequests, readRequest } from '#core/requests/read-requests.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'
import { decisionsHandlers } from './decisions.handlers.ts'

export const requestsHandlers = {
  ...decisionsHandlers,
  'requests.assess': (input, scope) => assessRequest(input, readingNeeds(scope)),
  'requests.services': (visitId, scope) => listServices(visitId, readingNeeds(scope)),
  'requests.draft': (input, scope) => readDraft(input, readingNeeds(scope)),
  'requests.saveDraft': (input, scope) => saveDraft(input, writingNeeds(scope)),
  'requests.discardDraft': (input, scope) => discardDraft(input, writingNeeds(scope)),
  'requests.file': (input, scope) => fileRequest(input, writingNeeds(scope)),
  'requests.withdraw': (input, scope) => withdrawRequest(input, writingNeeds(scope)),
  'requests.complete': (input, scope) => completeRequest(input, writingNeeds(scope)),
  'requests.ofCitizen': (visitId, scope) => listRequests(visitId, readingNeeds(scope)),
  'requests.detail': (input, scope) => readRequest(input, readingNeeds(scope)),
} satisfies Pick<
  Handlers,
  | 'requests.assess'
  | 'requests.services'
  | 'requests.draft'
  | 'requests.saveDraft'
  | 'requests.discardDraft'
  | 'requests.file'
  | 'requests.withdraw'
  | 'requests.complete'
  | 'requests.ofCitizen'
  | 'requests.detail'
  | keyof typeof decisionsHandlers
>
