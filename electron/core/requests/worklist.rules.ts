import { daysBetween, type Day } from '#core/kernel/day.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { isFinal, needsApplicant } from './lifecycle.rules.ts'
import { WorklistGroup, type RequestStatus, type WorklistItem } from './request.model.ts'
import type { WorklistEntry } from './requests.ports.ts'

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

/** Overdue first, then by group; within a group the nearest promise, then the oldest filing. */
export function compareItems(a: WorklistItem, b: WorklistItem): number {
  const groups = WorklistGroup.options
  const byGroup = groups.indexOf(a.group) - groups.indexOf(b.group)
  if (byGroup !== 0) return byGroup
  const [first, second] = [promiseKey(a), promiseKey(b)]
  if (first !== second) return first < second ? -1 : 1
  return a.trackingCode < b.trackingCode ? -1 : 1
}

/** Requests without a promise come after those with one. */
function promiseKey({ promisedOn, filedOn }: WorklistItem): string {
  return `${promisedOn ?? '9999'} ${filedOn}`
}
