import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contributionHistory } from '#core/insured/contributions.rules.ts'
import { Day, formatJalali, parseJalali } from '#core/kernel/day.ts'
import { careerOf } from '#core/pensions/career.rules.ts'
import { planEffect } from '../../../support/careers.ts'
import { contributions, showcaseContributions } from '../../../support/contributions.ts'

const career = (written: string, effect: Day | undefined = planEffect) =>
  careerOf(contributions(written), 24, effect)

describe('a career summed once', () => {
  it('of nothing, and of one day', () => {
    expect(career('')).toMatchObject({ days: 0, lastPay: 0, lastFrom: null, endsOn: null })
    const one = career('1405/06:1@100')
    expect(one).toMatchObject({ days: 1, daysBeforePlan: 0, lastPay: 100, lastPaidMonths: 1 })
    expect(one.endsOn && formatJalali(one.endsOn)).toBe('1405/07/01')
    expect(one.lastFrom && formatJalali(one.lastFrom)).toBe('1403/07/01')
  })

  it('caps the days of a month and adds the wages of workshops that overlap', () => {
    expect(career('1404/12:29@100;1404/12:20@50')).toMatchObject({ days: 29, lastPay: 150 })
    expect(career('1403/12:30@1;1403/12:30@2')).toMatchObject({ days: 30, lastPay: 3 })
  })

  it('counts every kind of record but credited years', () => {
    const all = career('VOLUNTARY 1404/01:31@5;MILITARY 1404/02:31;UNEMPLOYMENT 1404/03:31@7')
    expect(all).toMatchObject({ days: 93, lastPay: 12 })
    expect(career('1404/01:31@5;CREDITED 1404/01-1404/06:31@9')).toMatchObject({
      days: 31,
      creditedDays: 186,
      lastPay: 5,
    })
    expect(career('CREDITED 1404/01:31')).toMatchObject({ days: 0, creditedDays: 31 })
  })

  it('cuts at the day the plan took effect', () => {
    expect(career('1403/04-1403/05:31').daysBeforePlan).toBe(31)
    const mid = Day.parse(parseJalali('1403/05/11'))
    expect(career('1403/05:31', mid).daysBeforePlan).toBe(10)
    expect(career('1403/05:7', mid).daysBeforePlan).toBe(7)
    expect(careerOf(contributions('1403/04:31'), 24, undefined).daysBeforePlan).toBe(0)
  })

  it('takes the pay of the last months by the calendar, paid or not', () => {
    const broken = career('1402/07-1403/06:30@100;1404/07-1405/06:30@300')
    expect(broken).toMatchObject({ lastPay: 3600, lastPaidMonths: 12, lastYearPay: 3600 })
    expect(career('1401/01-1405/06:31@10')).toMatchObject({ lastPay: 240, lastYearPay: 120 })
  })

  it('agrees with the record of the screen, whatever the order of the rows', () => {
    const rows = showcaseContributions('90000117')
    const { totalDays } = contributionHistory(rows, [], Day.parse('2026-11-23'))
    expect(careerOf(rows, 24, planEffect).days).toBe(totalDays)
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (shuffled) => {
        expect(careerOf(shuffled, 24, planEffect)).toEqual(careerOf(rows, 24, planEffect))
      }),
      { numRuns: 20 },
    )
  })
})
