import { addDays, type Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { RequestStatus, type RequestKind } from './request.model.ts'

const NEXT: Readonly<Record<RequestStatus, readonly RequestStatus[]>> = {
  DRAFT: ['2', 'CANCELLED'],
  '2': ['6', '9', 'CANCELLED'],
  '6': ['2'],
  '9': ['14', '21', '16', '19', 'CANCELLED'],
  '14': ['9', 'CANCELLED'],
  '21': ['9', 'CANCELLED'],
  '16': ['18', '19'],
  '18': [],
  '19': [],
  '2602': [],
  CANCELLED: [],
}

/**
 * Where a request may go from a status. Art. 16 review of a debt is the only kind that can end in 2602.
 *
 * @law domain brief §3.0; extract format §3 for 16 → 2602
 */
export function nextStatuses(kind: RequestKind, status: RequestStatus): readonly RequestStatus[] {
  const next = NEXT[status]
  return kind === 'DEBT_ARTICLE16' && status === '16' ? [...next, '2602'] : next
}

/** Whether a request of this kind may go from one status to another. */
export function mayBecome(kind: RequestKind, from: RequestStatus, to: RequestStatus): boolean {
  return nextStatuses(kind, from).includes(to)
}

/** Whether nothing follows; a new objection then opens a new request that refers to this one. */
export function isFinal(status: RequestStatus): boolean {
  return NEXT[status].length === 0
}

/** Whether the applicant has to do something before it goes on: complete data or correct papers. */
export function needsApplicant(status: RequestStatus): boolean {
  return status === '14' || status === '21'
}

/** Statuses of a request that is filed and not decided; one of the same kind stands in the way of another. */
export const openStatuses: readonly RequestStatus[] = RequestStatus.options.filter(
  (status) => status !== 'DRAFT' && !isFinal(status),
)

/**
 * The day by which the answer is promised: the days of PROMISED_DAYS_<kind> in force on the day of filing, counted
 * from the next day. Undefined when no such parameter is known: then nothing is promised.
 */
export function promisedOn(
  kind: RequestKind,
  filedOn: Day,
  parameters: readonly Parameter[],
): Day | undefined {
  const days = parameterOn(parameters, `PROMISED_DAYS_${kind}`, 'DAYS', filedOn)
  return days && addDays(filedOn, days.value)
}
