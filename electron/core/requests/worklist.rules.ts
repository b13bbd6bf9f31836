import { daysBetween, type Day } from '#core/kernel/day.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { isFinal, needsApplicant } from './lifecycle.rules.ts'
import type { RequestStatus } from './request.model.ts'
import type { WorklistGroup, WorklistItem, WorklistPlace } from './worklist.model.ts'
import type { WorklistEntry } from './worklist.ports.ts'

/** Where a request stands in the worklist; what waits for the citizen is not late by the office's fault. */
export function groupOf(
  { status, promisedOn }: { readonly status: RequestStatus; readonly promisedOn: Day | null },
  today: Day,
): WorklistGroup {
  if (isFinal(status)) return 'DONE'
  if (needsApplicant(status)) return 'AWAITING_PAPERS'
  if (promisedOn === null || promisedOn > today) return 'RUNNING'
  return promisedOn === today ? 'TODAY' : 'OVERDUE'
}

/** A line of the worklist as it is shown on a day. */
export function worklistItem({ personId, ...entry }: WorklistEntry, today: Day): WorklistItem {
  return {
    ...entry,
    maskedId: maskNationalId(personId),
    group: groupOf(entry, today),
    ageDays: Math.max(0, daysBetween(entry.filedOn, today)),
  }
}

/** What stands for no promise: after every day. */
const NO_PROMISE = '9999'

/** The place after a line. */
export function placeAfter({
  group,
  promisedOn,
  filedOn,
  trackingCode,
}: WorklistItem): WorklistPlace {
  return { group, due: promisedOn ?? NO_PROMISE, filedOn, trackingCode }
}
