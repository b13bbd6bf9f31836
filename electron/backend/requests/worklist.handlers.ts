import {
  assignRequests,
  releaseRequests,
  takeRequests,
} from '#core/requests/assign-requests.use-case.ts'
import { listAssignees, readWorklist } from '#core/requests/read-worklist.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

/** Worklists, and who works on what. */
export const worklistHandlers = {
  'requests.worklist': (query, scope) => readWorklist(query, readingNeeds(scope)),
  'requests.assignees': (_input, scope) => listAssignees(readingNeeds(scope)),
  'requests.take': (input, scope) => takeRequests(input, writingNeeds(scope)),
  'requests.release': (input, scope) => releaseRequests(input, writingNeeds(scope)),
  'requests.assign': (input, scope) => assignRequests(input, writingNeeds(scope)),
} satisfies Pick<
  Handlers,
  | 'requests.worklist'
  | 'requests.assignees'
  | 'requests.take'
  | 'requests.release'
  | 'requests.assign'
>
