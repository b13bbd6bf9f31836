import {
  CalendarDate,
  GregorianCalendar,
  PersianCalendar,
  toCalendar,
} from '@internationalized/date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addJalaliMonths,
  addJalaliYears,
  Day,
  dayOfJalali,
  daysBetween,
  formatJalali,
  isDay,
  isLeapYear,
  jalaliMonthName,
  jalaliOf,
  monthLength,
  parseJalali,
} from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'

function day(text: string): Day {
  return Day.parse(text)
}

const anyDay = fc
  .record({ year: fc.integer({ min: 1250, max: 1499 }), n: fc.nat(364) })
  .map(({ year, n }) => {
    const start = dayOfJalali(year, 1, 1)
    if (start === undefined) throw new Error('no first day')
    return addDays(start, n)
  })

describe('known days', () => {
  it.each([
    ['2025-03-20', '1403/12/30'],
    ['2025-03-21', '1404/01/01'],
    ['2026-03-20', '1404/12/29'],
    ['2026-03-21', '1405/01/01'],
    ['2027-03-21', '1406/01/01'],
    ['2029-03-20', '1408/01/01'],
    ['1979-02-11', '1357/11/22'],
    ['1975-06-24', '1354/04/03'],
  ])('%s = %s', (iso, jalali) => {
    expect(parseJalali(jalali)).toBe(iso)
    expect(formatJalali(day(iso))).toBe(jalali)
  })

  it.each(['1403/12/30', '1405/06/31', '1408/12/30', '1399/12/30'])('%s exists', (text) => {
    expect(parseJalali(text)).toBeDefined()
  })

  it.each([
    '1404/12/30',
    '1405/07/31',
    '1405/13/01',
    '1405/00/10',
    '1400/12/30',
    '1402/6/32',
    'نامشخص',
    '14050231x',
    '',
    '1249/12/29',
    '1500/01/01',
    '1405/1',
    '1405-01-01',
    '140501',
    '1405/01/01/1',
    '-1405/1/1',
    '1405/1/1.5',
  ])('%s is no day', (text) => {
    expect(parseJalali(text)).toBeUndefined()
  })

  it.each([
    ['1405/1/1', '1405/01/01'],
    ['14050101', '1405/01/01'],
    ['۱۴۰۵/۰۷/۰۱', '1405/07/01'],
    ['١٤٠٥/٧/١', '1405/07/01'],
    ['۱۴۰۵۰۷۰۱', '1405/07/01'],
    [' \u200f1405/07/01\u200e ', '1405/07/01'],
    ['1405/1/11', '1405/01/11'],
    ['1405/11/1', '1405/11/01'],
  ])('%s is read as %s', (text, jalali) => {
    const parsed = parseJalali(text)
    expect(parsed && formatJalali(parsed)).toBe(jalali)
  })
})

describe('the calendar', () => {
  it('has the leap years of the domain brief', () => {
    const leap = [
      1300, 1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358,
      1362, 1366, 1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416, 1420,
      1424, 1428,
    ]
    const years = Array.from({ length: 131 }, (_, i) => 1300 + i)
    expect(years.filter(isLeapYear)).toEqual(leap)
  })

  it('agrees with Unicode (ICU) and @internationalized/date on every day of 1250 to 1499', () => {
    const icu = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
    })
    const persian = new PersianCalendar()
    const gregorian = new GregorianCalendar()
    let at = dayOfJalali(1250, 1, 1)
    const disagreements: string[] = []
    let count = 0
    for (let year = 1250; year <= 1499; year++)
      for (let month = 1; month <= 12; month++)
        for (let date = 1; date <= monthLength(year, month); date++) {
          if (at === undefined) throw new Error('the calendar ended')
          const jalali = jalaliOf(at)
          const written = icu.format(Date.parse(at)).replace(/ .*/, '')
          if (
            dayOfJalali(year, month, date) !== at ||
            jalali.year !== year ||
            jalali.month !== month ||
            jalali.day !== date ||
            written !== `${month}/${date}/${year}`
          )
            disagreements.push(`${at} ${year}/${month}/${date} ${written}`)
          if (date === 1 || date === monthLength(year, month)) {
            const theirs = toCalendar(new CalendarDate(persian, year, month, date), gregorian)
            if (theirs.toString() !== at) disagreements.push(`${at} ${theirs.toString()}`)
          }
          at = addDays(at, 1)
          count++
        }
    expect(disagreements).toEqual([])
    expect(count).toBe(
      250 * 365 + Array.from({ length: 250 }, (_, i) => 1250 + i).filter(isLeapYear).length,
    )
  })

  it('knows no month beyond the twelve', () => {
    expect(monthLength(1405, 0)).toBe(0)
    expect(monthLength(1405, 13)).toBe(0)
    expect(dayOfJalali(1405, 1.5, 1)).toBeUndefined()
    expect(dayOfJalali(Number.NaN, 1, 1)).toBeUndefined()
    expect(() => jalaliMonthName(13)).toThrow(RangeError)
    expect([1, 8, 12].map(jalaliMonthName)).toEqual(['فروردین', 'آبان', 'اسفند'])
  })
})

describe('Day', () => {
  it.each(['2025-03-21', '2024-02-29', '1900-03-01'])('%s is a day', (text) => {
    expect(isDay(text)).toBe(true)
    expect(Day.parse(text)).toBe(text)
  })

  it.each([
    '2025-02-29',
    '1900-02-29',
    '2025-13-01',
    '2025-00-10',
    '2025-01-32',
    '2025/01/01',
    '2025-1-1',
    '25-01-01',
    '2025-01-01T00:00',
    '1700-01-01',
    '9999-12-31',
    '۲۰۲۵-۰۱-۰۱',
    '',
  ])('%s is none', (text) => {
    expect(isDay(text)).toBe(false)
    expect(Day.safeParse(text).success).toBe(false)
  })
})

describe('reckoning', () => {
  it('prints what it reads, in three scripts', () => {
    fc.assert(
      fc.property(anyDay, (each) => {
        const text = formatJalali(each)
        expect(parseJalali(text)).toBe(each)
        expect(parseJalali(text.replaceAll('/', ''))).toBe(each)
        expect(parseJalali(toPersianDigits(text))).toBe(each)
        expect(text).toMatch(/^\d{4}\/\d{2}\/\d{2}$/)
      }),
    )
  })

  it('counts days there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (from, n) => {
        const to = addDays(from, n)
        expect(daysBetween(from, to)).toBe(n)
        expect(addDays(to, -n)).toBe(from)
        expect(from < to).toBe(n > 0)
      }),
    )
  })

  it.each([
    ['1405/06/31', 1, '1405/07/30'],
    ['1405/07/01', -24, '1403/07/01'],
    ['1403/12/30', 12, '1404/12/29'],
    ['1405/01/15', -1, '1404/12/15'],
    ['1405/01/31', -1, '1404/12/29'],
  ])('%s and %i months is %s', (from, months, to) => {
    const start = parseJalali(from)
    expect(start && formatJalali(addJalaliMonths(start, months))).toBe(to)
  })

  it('moves years and clamps 30 Esfand', () => {
    expect(addJalaliYears(day('2025-03-20'), 1)).toBe('2026-03-20')
    expect(addJalaliYears(day('2025-03-20'), 5)).toBe(parseJalali('1408/12/30'))
    expect(addJalaliYears(day('2026-09-23'), -5)).toBe(parseJalali('1400/07/01'))
  })

  it('refuses to leave the calendar', () => {
    expect(() => addDays(day('2025-03-21'), 200_000)).toThrow(RangeError)
    expect(() => addDays(day('2025-03-21'), 0.5)).toThrow(RangeError)
    expect(() => addJalaliYears(day('2025-03-21'), 500)).toThrow(RangeError)
  })
})
