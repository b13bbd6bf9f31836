import type { z } from 'zod'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import type { DebtMonth, DebtStage, LedgerDebt } from './debt.model.ts'
import { isOpenDebt } from './debts.rules.ts'

type Month = z.infer<typeof DebtMonth>

/** What is looked at of a ledger: null, and an empty list of stages, leave nothing out. Both months are included. */
export interface LedgerScope {
  readonly contractRow: string | null
  readonly stages: readonly DebtStage[]
  readonly state: 'OPEN' | 'SETTLED' | null
  readonly from: Month | null
  readonly to: Month | null
}

type Scoped = Pick<LedgerDebt, 'contractRow' | 'stage' | 'status' | 'from' | 'to'>

/** The first and last month of a debt, also where the centre sent them the wrong way round; null without any. */
function spanOf({ from, to }: Scoped): readonly [number, number] | null {
  const ends = [from, to].filter((month) => month !== null).map(monthSerial)
  return ends.length === 0 ? null : [Math.min(...ends), Math.max(...ends)]
}

function isWithinRest(debt: Scoped, { contractRow, stages, state }: LedgerScope): boolean {
  return (
    (contractRow === null || debt.contractRow === contractRow) &&
    (stages.length === 0 || stages.includes(debt.stage)) &&
    (state === null || isOpenDebt(debt) === (state === 'OPEN'))
  )
}

/**
 * The debts of a scope, in their order. A debt lies in a period when a month of it does; one without any month lies in
 * none, and `undatedBeside` tells how many those are.
 */
export function debtsWithin<Debt extends Scoped>(
  debts: readonly Debt[],
  scope: LedgerScope,
): readonly Debt[] {
  const first = scope.from === null ? -Infinity : monthSerial(scope.from)
  const last = scope.to === null ? Infinity : monthSerial(scope.to)
  const isTimed = scope.from !== null || scope.to !== null
  return debts.filter((debt) => {
    if (!isWithinRest(debt, scope)) return false
    if (!isTimed) return true
    const span = spanOf(debt)
    return span !== null && span[0] <= last && span[1] >= first
  })
}

/** How many debts a period leaves out only because they name no month. */
export function undatedBeside(debts: readonly Scoped[], scope: LedgerScope): number {
  if (scope.from === null && scope.to === null) return 0
  return debts.filter((debt) => spanOf(debt) === null && isWithinRest(debt, scope)).length
}
