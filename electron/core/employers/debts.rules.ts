import { addRial, rial, type Rial } from '#core/kernel/rial.ts'
import type { DebtNotice, DebtStage, DebtStatus } from './debt.model.ts'
import type { DebtTotals } from './workshop.model.ts'

/** The figures of one debt, rial: `amount` is premium, unemployment and other together. */
export interface DebtFigures {
  readonly stage: DebtStage
  readonly status: DebtStatus
  readonly amount: Rial
  readonly remaining: Rial
  readonly premium: Rial
  readonly unemployment: Rial
  readonly other: Rial
  readonly installmentEligible: boolean
}

const nothing: DebtTotals = {
  definitive: rial(0),
  installmentPayable: rial(0),
  notPayable: rial(0),
  pending: rial(0),
  open: 0,
  odd: 0,
}

/** Whether a debt is still owed or disputed; paid and cancelled ones count in no total. */
export function isOpenDebt(debt: Pick<DebtFigures, 'status'>): boolean {
  return debt.status !== 'PAID' && debt.status !== 'CANCELLED'
}

/** Whether the debt can no longer be objected to: definitive, or already in execution (art. 50). */
export function isDefinitiveDebt(debt: Pick<DebtFigures, 'stage'>): boolean {
  return debt.stage === 'DEFINITIVE' || debt.stage === 'EXECUTION'
}

/** What is wrong with the figures of a debt as the centre sent them; it is shown and still counted. */
export function debtNotices(debt: DebtFigures): readonly DebtNotice[] {
  const notices: DebtNotice[] = []
  if (debt.amount !== debt.premium + debt.unemployment + debt.other) notices.push('PARTS_DIFFER')
  if (debt.remaining > debt.amount) notices.push('REMAINING_EXCEEDS')
  return notices
}

/**
 * What a workshop owes: definitive is what remains at the stages DEFINITIVE and EXECUTION, of it payable in
 * instalments what is marked so, the rest not; pending is what remains at the earlier stages. No debt at all is
 * a result, all zero.
 *
 * @law domain brief §3.10, §3.11; extract format, debts.csv
 */
export function debtTotals(debts: readonly DebtFigures[]): DebtTotals {
  const open = debts.filter(isOpenDebt)
  const definitive = open.filter(isDefinitiveDebt)
  const remaining = (some: readonly DebtFigures[]) => addRial(...some.map((debt) => debt.remaining))
  return {
    definitive: remaining(definitive),
    installmentPayable: remaining(definitive.filter((debt) => debt.installmentEligible)),
    notPayable: remaining(definitive.filter((debt) => !debt.installmentEligible)),
    pending: remaining(open.filter((debt) => !isDefinitiveDebt(debt))),
    open: open.length,
    odd: open.filter((debt) => debtNotices(debt).length > 0).length,
  }
}

/** The totals of several workshops together; all zero for none. */
export function sumDebtTotals(totals: readonly DebtTotals[]): DebtTotals {
  return totals.reduce(
    (sum, each) => ({
      definitive: addRial(sum.definitive, each.definitive),
      installmentPayable: addRial(sum.installmentPayable, each.installmentPayable),
      notPayable: addRial(sum.notPayable, each.notPayable),
      pending: addRial(sum.pending, each.pending),
      open: sum.open + each.open,
      odd: sum.odd + each.odd,
    }),
    nothing,
  )
}
