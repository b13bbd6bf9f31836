import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contractDues, dueDay, firstDues } from '#core/benefits/contract-dues.rules.ts'
import { monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { addDays, Day, formatJalali, parseJalali } from '#core/kernel/day.ts'

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}

function month(text: string) {
  const [year = 0, of = 0] = text.split('/').map(Number)
  return { year, month: of }
}

describe('last days to pay', () => {
  it.each([
    ['1405/01', '1405/03/31'],
    ['1405/04', '1405/06/31'],
    ['1405/05', '1405/07/30'],
    ['1405/10', '1405/12/29'],
    ['1403/10', '1403/12/30'],
    ['1405/11', '1406/01/31'],
    ['1405/12', '1406/02/31'],
  ])('of %s is %s: the end of the second month after', (of, due) => {
    expect(formatJalali(dueDay(month(of), 2))).toBe(due)
  })

  it('of the first months follow one another', () => {
    const dues = firstDues(month('1405/11'), 2, 2)
    expect(dues.map(({ month: of, dueOn }) => [of, formatJalali(dueOn)])).toEqual([
      [month('1405/11'), '1406/01/31'],
      [month('1405/12'), '1406/02/31'],
    ])
  })
})

describe('a contract', () => {
  const paid = ['1405/01', '1405/02', '1405/03'].map(month)

  it('stands until the end of the last day to pay, and is suspended the day after', () => {
    const on = (today: string) => contractDues(month('1405/01'), paid, day(today), 2)
    const next = { unpaid: month('1405/04'), dueOn: day('1405/06/31') }
    expect(on('1405/06/31')).toEqual({ state: 'IN_FORCE', ...next })
    expect(on('1405/07/01')).toEqual({ state: 'SUSPENDED', ...next })
  })

  it('is suspended by a missed month, though a later one was paid', () => {
    const dues = contractDues(month('1405/01'), [month('1405/02')], day('1405/04/01'), 2)
    expect(dues).toEqual({
      state: 'SUSPENDED',
      unpaid: month('1405/01'),
      dueOn: day('1405/03/31'),
    })
  })

  it('takes no payment from before its first month', () => {
    const dues = contractDues(month('1405/04'), paid, day('1405/04/10'), 2)
    expect(dues).toMatchObject({ state: 'IN_FORCE', unpaid: month('1405/04') })
  })

  it('once suspended stays so, and one more payment never suspends it', () => {
    const months = fc.uniqueArray(fc.nat(24), { maxLength: 24 })
    fc.assert(
      fc.property(months, fc.nat(24), fc.nat(900), (serials, more, later) => {
        const start = month('1404/01')
        const at = (n: number) => monthAt(monthSerial(start) + n)
        const today = addDays(day('1404/01/01'), later)
        const state = (paidNow: readonly number[], on: Day) =>
          contractDues(start, paidNow.map(at), on, 2).state
        if (state(serials, today) === 'SUSPENDED')
          expect(state(serials, addDays(today, 1))).toBe('SUSPENDED')
        else expect(state([...serials, more], today)).toBe('IN_FORCE')
      }),
    )
  })
})
