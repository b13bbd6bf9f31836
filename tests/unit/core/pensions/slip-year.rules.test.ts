import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJalali, type Day } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlip } from '#core/pensions/pension.model.ts'
import { SlipYear } from '#core/pensions/slip-year.model.ts'
import { slipYear, type YearSetting } from '#core/pensions/slip-year.rules.ts'
import { aSlipOf } from '../../../support/slips.ts'

function day(text: string): Day {
  const found = parseJalali(text)
  if (!found) throw new RangeError(text)
  return found
}

function settingOf(change: Partial<YearSetting['file']> = {}, today = '1405/09/02'): YearSetting {
  return {
    file: {
      ...{ pensionNumber: '8000101', establishedOn: day('1400/01/01'), endedOn: null },
      ...change,
    },
    year: 1405,
    today: day(today),
  }
}

const states = (year: SlipYear) => year.months.map(({ state }) => state).join(' ')

describe('slipYear', () => {
  it('sums several slips of a month and tells how many', () => {
    const slips = [
      aSlipOf('1405/02', 'P:BASE=100 D:KANOON=5 L:LOAN=10@3'),
      aSlipOf('1405/02#2', 'P:BASE=50'),
      aSlipOf('1405/01', 'P:BASE=100'),
      aSlipOf('1404/12', 'P:BASE=90'),
    ]
    const found = slipYear(slips, settingOf())
    expect(found.months[1]).toEqual({
      ...{ month: 2, state: 'PAID', slipNumbers: ['1405/02', '1405/02#2'], notices: [] },
      monthly: { slips: 2, payments: 150, deductions: 5, loans: 10, net: 135 },
      eid: { slips: 0, payments: 0, deductions: 0, loans: 0, net: 0 },
      arrears: { slips: 0, payments: 0, deductions: 0, loans: 0, net: 0 },
    })
    expect(found.monthly).toEqual({ slips: 3, payments: 250, deductions: 5, loans: 10, net: 235 })
    expect(found.paidMonths).toBe(2)
    expect(found.average).toBe(118)
    expect(SlipYear.parse(found)).toEqual(found)
  })

  it('keeps Eid bonus and arrears apart: they pay no month', () => {
    const slips = [aSlipOf('1405/11E', 'P:EID=30'), aSlipOf('1405/03A', 'P:ARREARS=40')]
    const found = slipYear(slips, settingOf())
    expect(found.monthly.slips).toBe(0)
    expect(found.average).toBeNull()
    expect([found.eid.net, found.arrears.net, found.whole.net]).toEqual([30, 40, 70])
    expect(found.months[2]?.state).toBe('MISSING')
    expect(found.months[10]?.slipNumbers).toEqual(['1405/11E'])
  })

  it('tells a missing month from one that is not over, and from one without a pension', () => {
    const began = settingOf({ establishedOn: day('1405/03/15') })
    expect(states(slipYear([aSlipOf('1405/04', 'P:BASE=1')], began))).toBe(
      'OUTSIDE OUTSIDE MISSING PAID MISSING MISSING MISSING MISSING NOT_YET NOT_YET NOT_YET NOT_YET',
    )
    const ended = settingOf({ endedOn: day('1405/02/10') }, '1406/01/01')
    expect(states(slipYear([], ended))).toBe(
      ['MISSING', 'MISSING', ...Array.from({ length: 10 }, () => 'OUTSIDE')].join(' '),
    )
  })

  it('does not miss a month on its last day, but on the next', () => {
    const at = (today: string) => slipYear([], settingOf({}, today)).months[11]?.state
    expect(at('1405/12/29')).toBe('NOT_YET')
    expect(at('1406/01/01')).toBe('MISSING')
  })

  it('marks a month by the notices of its slips, each once', () => {
    const slip = aSlipOf('1405/02', 'P:BASE=100')
    const slips: PaySlip[] = [
      { ...slip, notices: ['NET_DIFFERS', 'PAID_BEFORE_MONTH'] },
      { ...aSlipOf('1405/02#2', 'P:BASE=1'), notices: ['NET_DIFFERS'] },
    ]
    expect(slipYear(slips, settingOf()).months[1]?.notices).toEqual([
      'NET_DIFFERS',
      'PAID_BEFORE_MONTH',
    ])
  })

  it('takes what the slips state, whatever their order, and leaves other files out', () => {
    const slip = fc
      .record({
        month: fc.integer({ min: 1, max: 12 }),
        type: fc.constantFrom('', 'E', 'A'),
        seq: fc.integer({ min: 1, max: 3 }),
        net: fc.integer({ min: 0, max: 1_000_000_000 }),
        own: fc.boolean(),
      })
      .map(({ month, type, seq, net, own }) => ({
        ...aSlipOf(`1405/${String(month).padStart(2, '0')}${type}#${seq}`, 'P:BASE=7 D:KANOON=2'),
        net: rial(net),
        pensionNumber: own ? '8000101' : '8000102',
      }))
    fc.assert(
      fc.property(fc.array(slip), (slips) => {
        const found = slipYear(slips, settingOf())
        const own = slips.filter(({ pensionNumber }) => pensionNumber === '8000101')
        expect(found.whole.net).toBe(own.reduce((sum, { net }) => sum + net, 0))
        expect(found.whole.slips).toBe(own.length)
        const months = found.months.flatMap(({ monthly, eid, arrears }) => [monthly, eid, arrears])
        expect(months.reduce((sum, { net }) => sum + net, 0)).toBe(found.whole.net)
        expect(found.monthly.net + found.eid.net + found.arrears.net).toBe(found.whole.net)
        if (found.average !== null)
          expect(
            Math.abs(found.average * found.paidMonths - found.monthly.net),
          ).toBeLessThanOrEqual(found.paidMonths / 2)
        const { months: turned, ...sums } = slipYear(slips.toReversed(), settingOf())
        const { months: straight, ...same } = found
        expect(sums).toEqual(same)
        expect(turned.map(({ monthly }) => monthly)).toEqual(straight.map(({ monthly }) => monthly))
      }),
    )
  })
})
