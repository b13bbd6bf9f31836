import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '#core/kernel/day.ts'
import { Certainty } from '#core/kernel/decision.ts'
import { instantAt } from '#core/kernel/instant.ts'
import type { KnownParameter } from '#core/parameters/parameter-change.model.ts'
import {
  type ApprovedChange,
  replacedOn,
  withChanges,
} from '#core/parameters/parameter-changes.rules.ts'
import { isUncertain, parameterOn } from '#core/parameters/parameters.rules.ts'
import { extractParameters } from '../../../support/contributions.ts'
import { day } from '../../../support/fake-office.ts'

const given: readonly KnownParameter[] = extractParameters().map((row) => ({
  ...row,
  origin: 'EXTRACT',
}))

function change(more: Partial<ApprovedChange>): ApprovedChange {
  return {
    ...{ code: 'MONTH_DAYS', value: '31', unit: 'DAYS', certainty: 'D', origin: 'OFFICE' },
    ...{ validFrom: day('1405/07/01'), validTo: null, source: 'بخشنامه' },
    ...{ changeId: 'a', decidedAt: instantAt(0) },
    ...more,
  }
}

const monthDays = (changes: readonly ApprovedChange[], on: string) =>
  parameterOn(withChanges(given, changes), 'MONTH_DAYS', 'DAYS', day(on))

describe('withChanges', () => {
  it('leaves everything as it was given where nothing was changed', () => {
    expect(withChanges(given, [])).toBe(given)
  })

  it('puts a change in the place of an uncertain value from its day on', () => {
    expect(monthDays([change({})], '1405/06/31')).toMatchObject({ value: 30, certainty: 'G' })
    expect(monthDays([change({})], '1405/07/01')).toMatchObject({
      value: 31,
      certainty: 'D',
      source: 'بخشنامه',
    })
  })

  it('ends a change with another, and counts the one approved last of the same day', () => {
    const back = change({ changeId: 'b', value: '30', validFrom: day('1406/01/01') })
    const again = change({ changeId: 'c', value: '29', decidedAt: instantAt(1) })
    const all = [back, again, change({})]
    expect(monthDays(all, '1405/07/01')?.value).toBe(29)
    expect(monthDays(all, '1406/01/01')?.value).toBe(30)
  })

  it('holds no longer than the value it was proposed against', () => {
    const wage = change({
      ...{ code: 'MIN_DAILY_WAGE', unit: 'RIAL', value: '1800000' },
      ...{ validFrom: day('1402/01/01'), validTo: day('1402/12/29') },
    })
    const on = (jalali: string) =>
      parameterOn(withChanges(given, [wage]), 'MIN_DAILY_WAGE', 'RIAL', day(jalali))?.value
    expect(on('1401/12/29')).toBe(1393250)
    expect(on('1402/01/01')).toBe(1800000)
    expect(on('1402/12/29')).toBe(1800000)
    expect(on('1403/01/01')).toBe(2388728)
    expect(on('1406/01/01')).toBeUndefined()
  })

  it.each(['L', 'S', 'A', 'C'] as const)(
    'gives way on the days of what the organisation sends as %s later',
    (certainty) => {
      const sent: KnownParameter = {
        ...{ code: 'MONTH_DAYS', value: '28', unit: 'DAYS', source: 'قانون', certainty },
        ...{ validFrom: day('1405/08/01'), validTo: day('1405/08/30'), origin: 'EXTRACT' },
      }
      const rows = withChanges([...given, sent], [change({})])
      const on = (jalali: string) => parameterOn(rows, 'MONTH_DAYS', 'DAYS', day(jalali))?.value
      expect(['1405/07/30', '1405/08/01', '1405/08/30', '1405/09/01'].map(on)).toEqual([
        31, 28, 28, 31,
      ])
    },
  )

  it('gives way where the organisation counts in another unit now', () => {
    const sent = given.map((row): KnownParameter =>
      row.code === 'MONTH_DAYS' ? { ...row, unit: 'MONTHS', value: '1' } : row,
    )
    const rows = withChanges(sent, [change({})])
    expect(parameterOn(rows, 'MONTH_DAYS', 'MONTHS', day('1405/08/01'))?.value).toBe(1)
  })
})

describe('replacedOn', () => {
  it('names the value of the day and its last day', () => {
    expect(replacedOn(given, 'MIN_DAILY_WAGE', day('1402/05/01'))).toMatchObject({
      row: { value: '1769428', certainty: 'G' },
      until: day('1402/12/29'),
    })
    expect(replacedOn(given, 'MONTH_DAYS', day('1405/01/01'))?.until).toBeNull()
    expect(replacedOn(given, 'MIN_DAILY_WAGE', day('1406/01/01'))).toBeUndefined()
  })

  it('ends an open value where a later one begins', () => {
    const later: KnownParameter = {
      ...{ code: 'MONTH_DAYS', value: '31', unit: 'DAYS', source: 's', certainty: 'G' },
      ...{ validFrom: day('1406/01/01'), validTo: null, origin: 'EXTRACT' },
    }
    const found = replacedOn([...given, later], 'MONTH_DAYS', day('1405/01/01'))
    expect(found?.until).toBe(day('1405/12/29'))
  })
})

describe('properties', () => {
  const start = day('1400/01/01')
  const days: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 60 }).map((n) => addDays(start, n))
  const span = fc.tuple(days, fc.option(fc.nat(30))).map(([validFrom, length]) => ({
    validFrom,
    validTo: length === null ? null : addDays(validFrom, length),
  }))
  const value = fc.integer({ min: 1, max: 99 }).map(String)
  const code = fc.constantFrom('ONE', 'TWO')
  const rowOf = fc
    .tuple(code, span, value, fc.constantFrom(...Certainty.options))
    .map(([of, dates, text, certainty]): KnownParameter => ({
      ...{ code: of, value: text, unit: 'DAYS', source: text, origin: 'EXTRACT' },
      ...{ ...dates, certainty },
    }))
  /** As in the extract, where code and first day are the key. */
  const rows = fc.uniqueArray(rowOf, {
    maxLength: 8,
    selector: (row) => `${row.code} ${row.validFrom}`,
  })
  const changes = fc.uniqueArray(
    fc
      .tuple(code, span, value, fc.nat(5), fc.uuid())
      .map(([of, dates, text, at, changeId]): ApprovedChange =>
        change({ code: of, value: text, ...dates, decidedAt: instantAt(at), changeId }),
      ),
    { maxLength: 5, selector: ({ changeId }) => changeId },
  )
  const read = (all: readonly KnownParameter[], on: Day) =>
    (['ONE', 'TWO'] as const).map((one) => parameterOn(all, one, 'DAYS', on))

  it('the order in which values and changes come does not matter', () => {
    const shuffled = fc
      .tuple(rows, changes)
      .chain(([some, others]) =>
        fc.tuple(
          fc.constant(withChanges(some, others)),
          fc.tuple(
            fc.shuffledSubarray(some, { minLength: some.length }),
            fc.shuffledSubarray(others, { minLength: others.length }),
          ),
          days,
        ),
      )
    fc.assert(
      fc.property(shuffled, ([before, [some, others], on]) => {
        expect(read(withChanges(some, others), on)).toEqual(read(before, on))
      }),
    )
  })

  it('a change never touches a day before its first or after its last', () => {
    fc.assert(
      fc.property(rows, changes, changes, days, (some, others, [more], on) => {
        if (!more || (more.validFrom <= on && (more.validTo === null || more.validTo >= on))) return
        expect(read(withChanges(some, [...others, more]), on)).toEqual(
          read(withChanges(some, others), on),
        )
      }),
    )
  })

  it('what the organisation says with certainty is never touched', () => {
    fc.assert(
      fc.property(rows, changes, days, (some, others, on) => {
        const before = read(some, on)
        const after = read(withChanges(some, others), on)
        for (const [at, one] of before.entries())
          if (one && !isUncertain(one.certainty)) expect(after[at]).toEqual(one)
      }),
    )
  })

  it('a code with a change comes without overlaps', () => {
    fc.assert(
      fc.property(rows, changes, (some, others) => {
        for (const of of new Set(others.map((one) => one.code))) {
          const line = withChanges(some, others).filter((row) => row.code === of)
          for (const [at, row] of line.entries()) {
            const next = line[at + 1]
            if (next) expect(row.validTo !== null && row.validTo < next.validFrom).toBe(true)
          }
        }
      }),
    )
  })
})
