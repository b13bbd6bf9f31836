import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { averagePay, pensionAmount } from '#core/pensions/pension-amount.rules.ts'
import { lawTable } from '../../../support/law-table.ts'

const columns = ['case', 'average', 'days', 'floor', 'step', 'amount', 'source'] as const

/** A share of days ÷ 365 ÷ 30, at most 35 years; half days are written as such in the table. */
function shareOf(days: number) {
  return { numerator: Math.min(days * 2, 12775 * 2), denominator: 10950 * 2 }
}

describe('art. 77, table of law', () => {
  it.each(lawTable('pension-amount', columns))('$case', (row) => {
    const amount = pensionAmount({
      pay: Number(row.average) * 24,
      months: 24,
      share: shareOf(Number(row.days)),
      floor: row.floor === '' ? null : rial(Number(row.floor)),
      step: Number(row.step),
    })
    expect(amount).toBe(Number(row.amount))
  })
})

describe('properties', () => {
  const pay = fc.nat(2_000_000_000_000)
  const days = fc.integer({ min: 0, max: 14_000 })
  const steps = fc.constantFrom(1, 10, 1000)
  const paid = (sum: number, counted: number, step: number) =>
    pensionAmount({ pay: sum, months: 24, share: shareOf(counted), floor: null, step })

  it('equals the exact reckoning, however large', () => {
    fc.assert(
      fc.property(pay, days, (sum, counted) => {
        const { numerator, denominator } = shareOf(counted)
        const [top, bottom] = [BigInt(sum) * BigInt(numerator), 24n * BigInt(denominator)]
        expect(paid(sum, counted, 1)).toBe(Number((2n * top + bottom) / (2n * bottom)))
      }),
    )
  })

  it('neither a day nor a rial more ever lowers it', () => {
    fc.assert(
      fc.property(pay, days, steps, fc.nat(400), fc.nat(1_000_000), (sum, at, step, d, r) => {
        const amount = paid(sum, at, step)
        expect(paid(sum, at + d, step)).toBeGreaterThanOrEqual(amount)
        expect(paid(sum + r, at, step)).toBeGreaterThanOrEqual(amount)
      }),
    )
  })

  it('is a multiple of the step, less than one step above the exact amount', () => {
    fc.assert(
      fc.property(pay, days, fc.constantFrom(10, 1000), (sum, counted, step) => {
        const { numerator, denominator } = shareOf(counted)
        const amount = paid(sum, counted, step)
        expect(amount % step).toBe(0)
        const exact = (BigInt(sum) * BigInt(numerator)) / (24n * BigInt(denominator))
        expect(BigInt(amount) - exact).toBeLessThanOrEqual(BigInt(step))
        expect(BigInt(amount) >= exact).toBe(true)
      }),
    )
  })

  it('the average for showing is rounded half up', () => {
    expect(averagePay(36, 24)).toBe(2)
    expect(averagePay(35, 24)).toBe(1)
  })
})
