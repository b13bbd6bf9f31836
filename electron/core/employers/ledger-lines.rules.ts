import type { Day } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import type { DebtDocument, DocumentedDebt, LedgerDebt } from './debt.model.ts'
import type { StoredDebt, StoredDebtDocument } from './employers.ports.ts'
import { byTime, debtSteps, ledgerNotices, runningBalance } from './ledger.rules.ts'
import { daysLeft, nextStep, objectionUntil, type ObjectionDays } from './objection.rules.ts'

/** By what the lines of a ledger are counted. */
export interface LedgerClock {
  /** The days of objection, or the name of the parameter that is missing. */
  readonly days: ObjectionDays | { readonly missing: string }
  /** The day on which deadlines are counted. */
  readonly today: Day
  /** The day on which the centre's data was frozen. */
  readonly asOf: Day
}

type Deadline = Pick<LedgerDebt, 'objectUntil' | 'daysLeft' | 'nextStep'>

/**
 * Without the days of objection no deadline is told. The way to an objection then stays open, as on the day the debt
 * was served: a debt must not look final for want of a parameter.
 */
function deadline(debt: StoredDebt, { days, today }: LedgerClock): Deadline {
  if (!('missing' in days))
    return {
      objectUntil: objectionUntil(debt, days),
      daysLeft: daysLeft(debt, days, today),
      nextStep: nextStep(debt, days, today),
    }
  const served = debt.stage === 'PRIMARY' ? debt.primaryVoteServedOn : debt.noticeDay
  const step = nextStep(debt, { assessment: 0, primary: 0 }, served ?? today)
  return { objectUntil: null, daysLeft: null, nextStep: step }
}

function monthOf(year: number | null, month: number | null): LedgerDebt['from'] {
  return year === null || month === null ? null : { year, month }
}

function documentsOfDebts(
  documents: readonly StoredDebtDocument[],
): ReadonlyMap<string, DebtDocument[]> {
  const groups = new Map<string, DebtDocument[]>()
  for (const { debtNumber, ...document } of documents) {
    const group = groups.get(debtNumber)
    if (group) group.push(document)
    else groups.set(debtNumber, [document])
  }
  return groups
}

/**
 * The ledger of a workshop's debts, settled ones too, in the order of time. The balance runs over the debts given, so
 * that a chosen part of a ledger adds up by itself; documents stand in the order in which they were given.
 *
 * @law domain brief §3.11; Social Security Act, arts. 42 to 44 and 50
 */
export function ledgerLines(
  debts: readonly StoredDebt[],
  documents: readonly StoredDebtDocument[],
  clock: LedgerClock,
): readonly DocumentedDebt[] {
  const inOrder = debts.toSorted(byTime)
  const balances = runningBalance(inOrder)
  const papers = documentsOfDebts(documents)
  return inOrder.map((debt, at) => {
    const own = papers.get(debt.debtNumber) ?? []
    const steps = debtSteps(debt, own)
    const { debtNumber, contractRow, reason, premium, unemployment, other, amount } = debt
    const { remaining, stage, status, installmentEligible, installmentNumber } = debt
    const { calculationDay, noticeDay, primaryVoteNumber } = debt
    return {
      ...{ debtNumber, contractRow, reason, premium, unemployment, other, amount, remaining },
      ...{ stage, status, installmentEligible, installmentNumber },
      ...{ calculationDay, noticeDay, primaryVoteNumber },
      from: monthOf(debt.fromYear, debt.fromMonth),
      to: monthOf(debt.toYear, debt.toMonth),
      balance: balances[at] ?? rial(0),
      steps: [...steps],
      ...deadline(debt, clock),
      notices: [...ledgerNotices(debt, steps, clock.asOf)],
      documents: own,
    }
  })
}
