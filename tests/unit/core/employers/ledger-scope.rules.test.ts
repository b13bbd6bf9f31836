import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DebtStage, DebtStatus, type LedgerDebt } from '#core/employers/debt.model.ts'
import { debtsWithin, undatedBeside, type LedgerScope } from '#core/employers/ledger-scope.rules.ts'

type Scoped = Pick<LedgerDebt, 'contractRow' | 'stage' | 'status' | 'from' | 'to'>

const whole: LedgerScope = { contractRow: null, stages: [], state: null, from: null, to: null }
const month = (year: number, of: number) => ({ year, month: of })
const aDebt: Scoped = {
  contractRow: '000',
  stage: 'DEFINITIVE',
  status: 'OPEN',
  from: month(1403, 4),
  to: month(1403, 9),
}
const isWithin = (scope: Partial<LedgerScope>, change: Partial<Scoped> = {}) =>
  debtsWithin([{ ...aDebt, ...change }], { ...whole, ...scope }).length === 1

test('row, stages and state: what is given must hold', () => {
  expect(isWithin({ contractRow: '000', stages: ['PRIMARY', 'DEFINITIVE'], state: 'OPEN' })).toBe(
    true,
  )
  expect(isWithin({ contractRow: '001' })).toBe(false)
  expect(isWithin({ stages: ['PRIMARY'] })).toBe(false)
  expect(isWithin({ state: 'SETTLED' })).toBe(false)
  expect(isWithin({ state: 'SETTLED' }, { status: 'CANCELLED' })).toBe(true)
})

describe('months', () => {
  it.each([
    ['from its last month', { from: month(1403, 9) }, true],
    ['from the month after', { from: month(1403, 10) }, false],
    ['to its first month', { to: month(1403, 4) }, true],
    ['to the month before', { to: month(1403, 3) }, false],
    ['inside it', { from: month(1403, 6), to: month(1403, 6) }, true],
    ['across a year', { from: month(1402, 12), to: month(1404, 1) }, true],
  ] as const)('%s', (_, scope, expected) => {
    expect(isWithin(scope)).toBe(expected)
    // The centre sent the period the wrong way round: the same months are meant.
    expect(isWithin(scope, { from: aDebt.to, to: aDebt.from })).toBe(expected)
  })

  it('one end alone is that month; without any the debt is outside, and counted', () => {
    expect(isWithin({ to: month(1403, 8) }, { from: null })).toBe(false)
    expect(isWithin({ to: month(1403, 9) }, { from: null })).toBe(true)
    const undated = { ...aDebt, from: null, to: null }
    expect(isWithin({ from: month(1300, 1) }, undated)).toBe(false)
    expect(isWithin({}, undated)).toBe(true)
    expect(undatedBeside([undated, aDebt], { ...whole, from: month(1300, 1) })).toBe(1)
    expect(undatedBeside([undated, aDebt], whole)).toBe(0)
    const other: LedgerScope = { ...whole, from: month(1300, 1), contractRow: '001' }
    expect(undatedBeside([undated], other)).toBe(0)
  })
})

const someMonth = fc.option(
  fc.record({
    year: fc.integer({ min: 1400, max: 1405 }),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  { nil: null },
)
const someDebts = fc.array(
  fc.record({
    contractRow: fc.constantFrom('000', '001'),
    stage: fc.constantFrom(...DebtStage.options),
    status: fc.constantFrom(...DebtStatus.options),
    from: someMonth,
    to: someMonth,
  }),
)

test('a scope keeps the order; its parts together, with what has no month, are the whole', () => {
  fc.assert(
    fc.property(someDebts, fc.integer({ min: 1400, max: 1405 }), (debts, year) => {
      expect(debtsWithin(debts, whole)).toEqual(debts)
      const before = new Set(debtsWithin(debts, { ...whole, to: month(year, 12) }))
      const after = new Set(debtsWithin(debts, { ...whole, from: month(year + 1, 1) }))
      const both = debts.filter((debt) => before.has(debt) || after.has(debt))
      const undated = undatedBeside(debts, { ...whole, to: month(year, 12) })
      expect(both.length + undated).toBe(debts.length)
      const stages = DebtStage.options.map((stage) =>
        debtsWithin(debts, { ...whole, stages: [stage] }),
      )
      expect(stages.flat()).toHaveLength(debts.length)
    }),
  )
})
