import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DebtStage, DebtStatus } from '#core/employers/debt.model.ts'
import {
  debtNotices,
  debtTotals,
  sumDebtTotals,
  type DebtFigures,
} from '#core/employers/debts.rules.ts'
import { DebtTotals } from '#core/employers/workshop.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { lawTable } from '../../../support/law-table.ts'

const stages: readonly DebtStage[] = [
  'ASSESSED',
  'OBJECTED',
  'PRIMARY',
  'APPEAL',
  'DEFINITIVE',
  'EXECUTION',
]
const statuses: readonly DebtStatus[] = ['OPEN', 'UNDER_REVIEW', 'INSTALLMENT', 'PAID', 'CANCELLED']

function debt(change: Partial<DebtFigures> = {}): DebtFigures {
  return {
    stage: 'DEFINITIVE',
    status: 'OPEN',
    amount: rial(100),
    remaining: rial(70),
    premium: rial(90),
    unemployment: rial(9),
    other: rial(1),
    installmentEligible: false,
    ...change,
  }
}

describe('debtTotals, table of law', () => {
  const rows = lawTable('debts', ['stage', 'status', 'eligible', 'counts', 'source'])

  it('is about every stage, status and eligibility', () => {
    expect(rows).toHaveLength(stages.length * statuses.length * 2)
  })

  it.each(rows)('$stage $status eligible=$eligible counts $counts', (row) => {
    const stage = stages.find((each) => each === row.stage)
    const status = statuses.find((each) => each === row.status)
    if (!stage || !status) throw new Error(`no debt: ${row.stage} ${row.status}`)
    const totals = debtTotals([debt({ stage, status, installmentEligible: row.eligible === '1' })])
    const { definitive, installmentPayable, notPayable, pending } = totals
    expect({ definitive, installmentPayable, notPayable, pending }).toEqual({
      definitive: ['installmentPayable', 'notPayable'].includes(row.counts) ? 70 : 0,
      installmentPayable: row.counts === 'installmentPayable' ? 70 : 0,
      notPayable: row.counts === 'notPayable' ? 70 : 0,
      pending: row.counts === 'pending' ? 70 : 0,
    })
    expect(totals.open).toBe(row.counts === 'nowhere' ? 0 : 1)
  })
})

describe('debts', () => {
  it('none is a result', () => {
    const none = debtTotals([])
    expect(DebtTotals.parse(none)).toEqual(none)
    expect(Object.values(none)).toEqual([0, 0, 0, 0, 0, 0])
    expect(sumDebtTotals([])).toEqual(none)
  })

  it('whose parts do not add up are named and still counted', () => {
    const odd = [debt({ other: rial(2) }), debt({ remaining: rial(101) }), debt()]
    expect(odd.map(debtNotices)).toEqual([['PARTS_DIFFER'], ['REMAINING_EXCEEDS'], []])
    expect(debtTotals(odd)).toMatchObject({ definitive: 241, odd: 2, open: 3 })
  })

  const anyDebt = fc
    .record({
      stage: fc.constantFrom(...stages),
      status: fc.constantFrom(...statuses),
      remaining: fc.nat(10_000_000_000).map(rial),
      installmentEligible: fc.boolean(),
    })
    .map(debt)

  it('definitive is what can and what cannot be paid in instalments; workshops add up', () => {
    fc.assert(
      fc.property(fc.array(anyDebt), fc.array(anyDebt), (some, others) => {
        const [a, b] = [debtTotals(some), debtTotals(others)]
        expect(a.installmentPayable + a.notPayable).toBe(a.definitive)
        expect(sumDebtTotals([a, b])).toEqual(debtTotals([...some, ...others]))
      }),
    )
  })
})
