import { addDays, daysBetween, type Day } from '#core/kernel/day.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { workingDayFrom } from './days-off.rules.ts'
import type { DebtNextStep } from './debt.model.ts'
import { isOpenDebt } from './debts.rules.ts'
import type { StoredDebt } from './employers.ports.ts'

/** Days of an objection, as the law of the day has them. */
export interface ObjectionDays {
  readonly assessment: number
  readonly primary: number
  /** Where a last day that is a day off moves on: the working day it moves to. */
  readonly movedTo?: (lastDay: Day) => Day
}

type Standing = Pick<
  StoredDebt,
  'stage' | 'status' | 'installmentEligible' | 'noticeDay' | 'primaryVoteServedOn'
>

/**
 * The dated days of objection, or the name of the one that is missing.
 *
 * @law Social Security Act, arts. 42 and 44; OBJECTION_DAYS_ASSESSMENT, OBJECTION_DAYS_PRIMARY,
 * OBJECTION_LAST_DAY_MOVES: 0 as in the public application, 1 by arts. 444 and 445 of the Civil Procedure Code
 */
export function objectionDays(
  parameters: readonly Parameter[],
  today: Day,
): ObjectionDays | { readonly missing: string } {
  const days = (code: string): DatedValue<'DAYS'> | undefined =>
    parameterOn(parameters, code, 'DAYS', today)
  const moves = parameterOn(parameters, 'OBJECTION_LAST_DAY_MOVES', 'FACTOR', today)
  const assessment = days('OBJECTION_DAYS_ASSESSMENT')
  if (!assessment) return { missing: 'OBJECTION_DAYS_ASSESSMENT' }
  const primary = days('OBJECTION_DAYS_PRIMARY')
  if (!primary) return { missing: 'OBJECTION_DAYS_PRIMARY' }
  if (!moves) return { missing: 'OBJECTION_LAST_DAY_MOVES' }
  return {
    assessment: assessment.value,
    primary: primary.value,
    ...(moves.value > 0 ? { movedTo: (lastDay) => workingDayFrom(lastDay, parameters) } : {}),
  }
}

/**
 * The last day on which an objection to a debt is received, that day included: so many days after the assessment or
 * the primary vote was served, or the next working day where it moves. Null at every other stage, for a debt that is
 * settled, and where nothing was served yet.
 */
export function objectionUntil(debt: Standing, days: ObjectionDays): Day | null {
  if (!isOpenDebt(debt)) return null
  const { stage, noticeDay, primaryVoteServedOn } = debt
  if (stage === 'ASSESSED') return noticeDay && lastDay(noticeDay, days.assessment, days)
  if (stage === 'PRIMARY')
    return primaryVoteServedOn && lastDay(primaryVoteServedOn, days.primary, days)
  return null
}

function lastDay(served: Day, term: number, { movedTo }: ObjectionDays): Day {
  const counted = addDays(served, term)
  return movedTo ? movedTo(counted) : counted
}

/**
 * Days that remain for an objection, today's included: 1 on the last day, 0 or less once it is over. Null where
 * `objectionUntil` has no day.
 */
export function daysLeft(debt: Standing, days: ObjectionDays, today: Day): number | null {
  const until = objectionUntil(debt, days)
  return until && daysBetween(today, until) + 1
}

/**
 * What may be done about a debt on a day. An assessment whose time for objection has passed is paid like a definitive
 * debt; one that was not served yet can still be objected to; a primary vote that was not served is waited for.
 *
 * @law domain brief §3.11; Social Security Act, arts. 42 to 44, 50
 */
export function nextStep(debt: Standing, days: ObjectionDays, today: Day): DebtNextStep {
  if (!isOpenDebt(debt)) return 'NOTHING'
  if (debt.status === 'INSTALLMENT') return 'PAY'
  if (debt.status === 'UNDER_REVIEW') return 'AWAIT_BOARD'
  const until = objectionUntil(debt, days)
  const open = until === null || today <= until
  if (debt.stage === 'ASSESSED' && open) return 'OBJECT_ASSESSMENT'
  if (debt.stage === 'PRIMARY' && open) return until === null ? 'AWAIT_BOARD' : 'APPEAL_PRIMARY'
  if (debt.stage === 'OBJECTED' || debt.stage === 'APPEAL') return 'AWAIT_BOARD'
  return debt.installmentEligible ? 'PAY_OR_INSTALMENTS' : 'PAY'
}
