import type { Day } from '#core/kernel/day.ts'
import { addRial, rial, type Rial } from '#core/kernel/rial.ts'
import { DebtStage, type DebtDocument, type DebtNotice, type DebtStep } from './debt.model.ts'
import { debtNotices, isOpenDebt } from './debts.rules.ts'
import type { StoredDebt } from './employers.ports.ts'

const STAGES = DebtStage.options

/** The boards: whoever came before one of them had objected, and had been before those under it. */
const BOARDS: readonly DebtStage[] = ['OBJECTED', 'PRIMARY', 'APPEAL']

type Dates = Pick<
  StoredDebt,
  | 'calculationDay'
  | 'noticeDay'
  | 'primaryVoteNumber'
  | 'primaryVoteServedOn'
  | 'appealVoteDay'
  | 'executionNoticeDay'
>
type Standing = Dates & Pick<StoredDebt, 'stage' | 'status'>
type Period = Pick<StoredDebt, 'fromYear' | 'fromMonth' | 'toYear' | 'toMonth'>
type Ordered = Period & Pick<StoredDebt, 'calculationDay' | 'noticeDay' | 'debtNumber'>

/** Months since the Jalali year 0; a year without a month counts from its first. */
function serial(year: number | null, month: number | null): number | null {
  return year === null ? null : year * 12 + (month ?? 1) - 1
}

function compare<T extends string | number>(a: T | null, b: T | null): number {
  if (a === b) return 0
  if (a === null) return 1
  if (b === null) return -1
  return a < b ? -1 : 1
}

/**
 * The order of time of a ledger: by the month from which something is owed, then by the day of the calculation (or of
 * the notice), then by number. What has no period or no day stands after what has one.
 */
export function byTime(a: Ordered, b: Ordered): number {
  return (
    compare(serial(a.fromYear, a.fromMonth), serial(b.fromYear, b.fromMonth)) ||
    compare(a.calculationDay ?? a.noticeDay, b.calculationDay ?? b.noticeDay) ||
    compare(a.debtNumber, b.debtNumber)
  )
}

/**
 * What is owed in all after each of the debts, in the order given; a settled debt leaves it as it was. The last is the
 * sum of what remains of the open ones.
 */
export function runningBalance(
  debts: readonly Pick<StoredDebt, 'status' | 'remaining'>[],
): readonly Rial[] {
  let balance = rial(0)
  return debts.map((debt) => {
    if (isOpenDebt(debt)) balance = addRial(balance, debt.remaining)
    return balance
  })
}

/** The first document of a stage that was not cancelled; a payment is made at a stage, it does not reach it. */
function documentDay(documents: readonly DebtDocument[], stage: DebtStage): Day | null {
  const days = documents
    .filter((each) => each.stage === stage && each.status !== 'CANCELLED')
    .filter((each) => each.type !== 'PAYMENT')
    .map(({ day }) => day)
  return days.reduce<Day | null>((first, day) => (first && first <= day ? first : day), null)
}

/** When the debt reached a stage, by its own dates before those of its documents. */
function reachedOn(stage: DebtStage, debt: Dates, documents: readonly DebtDocument[]): Day | null {
  const own: Readonly<Record<DebtStage, Day | null>> = {
    ASSESSED: debt.calculationDay,
    OBJECTED: null,
    PRIMARY: debt.primaryVoteServedOn,
    APPEAL: debt.appealVoteDay,
    DEFINITIVE: null,
    EXECUTION: debt.executionNoticeDay,
  }
  const day = own[stage] ?? documentDay(documents, stage)
  if (day !== null) return day
  if (stage === 'ASSESSED') return debt.noticeDay
  // A vote of the appeal board is final, so the debt is definitive from that day.
  return stage === 'DEFINITIVE' ? reachedOn('APPEAL', debt, documents) : null
}

/**
 * The line of a debt from its assessment to its execution, all six stages in the order of the law, with the day on
 * which each was reached where the data has one. A stage before the present one that left no trace was jumped over;
 * an open debt's later stages lie ahead, a settled one's never come. A date of a stage that lies ahead is kept: it is
 * a fault of the data that must be seen.
 *
 * @law Social Security Act, arts. 42 to 44 and 50: an objection comes before the primary board, that before the appeal
 * board; execution only of what is definitive
 */
export function debtSteps(debt: Standing, documents: readonly DebtDocument[]): readonly DebtStep[] {
  const present = STAGES.indexOf(debt.stage)
  const days = STAGES.map((stage) => reachedOn(stage, debt, documents))
  const trace = (stage: DebtStage) =>
    (days[STAGES.indexOf(stage)] ?? null) !== null ||
    (stage === 'PRIMARY' && debt.primaryVoteNumber !== null) ||
    stage === debt.stage
  const passed = (stage: DebtStage) => {
    if (stage === 'ASSESSED' || stage === 'DEFINITIVE') return true
    return BOARDS.slice(BOARDS.indexOf(stage)).some(
      (board) => trace(board) && STAGES.indexOf(board) <= present,
    )
  }
  return STAGES.map((stage, at) => {
    const day = days[at] ?? null
    if (at === present) return { stage, state: 'PRESENT', day }
    if (at < present) return { stage, state: passed(stage) ? 'PASSED' : 'SKIPPED', day }
    // That an appeal vote makes a debt definitive says nothing while the debt itself does not say so.
    const ahead = stage === 'DEFINITIVE' ? documentDay(documents, stage) : day
    return { stage, state: isOpenDebt(debt) ? 'AHEAD' : 'SKIPPED', day: ahead }
  })
}

/** Whether the days of a debt contradict the order of the law, its stage, or the day on which the data was frozen. */
function datesDisordered(debt: Standing, steps: readonly DebtStep[], asOf: Day): boolean {
  const present = STAGES.indexOf(debt.stage)
  if (steps.some(({ stage, day }) => day !== null && STAGES.indexOf(stage) > present)) return true
  const reached = steps.map(({ day }) => day)
  const served = [debt.calculationDay, debt.noticeDay, ...reached.slice(1)]
  return [reached, served].some((days) => {
    const known = days.filter((day) => day !== null)
    return known.some((day, at) => day > (known[at + 1] ?? asOf))
  })
}

/**
 * Everything that is wrong with a debt as the centre sent it: its figures, its period, its dates. A pure matter of that
 * debt, so that no filter and no other debt can take a notice away.
 */
export function ledgerNotices(
  debt: StoredDebt,
  steps: readonly DebtStep[],
  asOf: Day,
): readonly DebtNotice[] {
  const from = serial(debt.fromYear, debt.fromMonth)
  const to = serial(debt.toYear, debt.toMonth)
  const notices: DebtNotice[] = [...debtNotices(debt)]
  if (from !== null && to !== null && from > to) notices.push('PERIOD_REVERSED')
  if (datesDisordered(debt, steps, asOf)) notices.push('DATES_DISORDERED')
  return notices
}
