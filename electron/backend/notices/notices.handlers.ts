import { lookAtNotices, readNotices } from '#core/notices/read-notices.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { Handlers } from '../scope.ts'

/** What clerks are told in their window. */
export const noticesHandlers = {
  'notices.mine': (_input, scope) => readNotices(readingNeeds(scope)),
  'notices.look': (input, scope) => lookAtNotices(input, writingNeeds(scope)),
} satisfies Pick<Handlers, 'notices.mine' | 'notices.look'>
