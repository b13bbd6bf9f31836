import type { DuePromises } from './notice.model.ts'

/** Whether more promises are due than the clerk saw today; what was done meanwhile is no news. */
export function arePromisesNew(due: DuePromises, seen: DuePromises | undefined): boolean {
  return due.overdue > (seen?.overdue ?? 0) || due.today > (seen?.today ?? 0)
}
