import fc from 'fast-check'
import { expect, it } from 'vitest'
import { HealthCategory, type HealthRow } from '#core/care/health.model.ts'
import { addDays } from '#core/kernel/day.ts'
import {
  categoriesOf,
  isNarrowed,
  PERIODS,
  rowsWithin,
  WHOLE_LIST,
} from '../../../../renderer/care/health-filter.ts'
import { jalali } from '../../../support/counter.ts'

const today = jalali('1405/09/02')
const row = (trackingCode: string, change: Partial<HealthRow> = {}): HealthRow => ({
  ...{ trackingCode, personId: '0000001015', category: 'DRUG', issuedOn: today },
  ...{ visitTime: null, doctorName: 'دکتر کبری صحرایی', centre: 'درمانگاه بهار' },
  ...change,
})
const codes = (rows: readonly HealthRow[]) => rows.map(({ trackingCode }) => trackingCode)

it('lets through what lies in the period, its first day included', () => {
  const rows = [
    row('today'),
    row('month', { issuedOn: jalali('1405/08/02') }),
    row('before', { issuedOn: jalali('1405/08/01') }),
    row('half', { issuedOn: jalali('1405/03/02') }),
    row('year', { issuedOn: jalali('1404/09/02') }),
    row('old', { issuedOn: jalali('1404/09/01') }),
  ]
  const within = (period: (typeof PERIODS)[number]) =>
    codes(rowsWithin(rows, { ...WHOLE_LIST, period }, today))
  expect(within('MONTH')).toEqual(['today', 'month'])
  expect(within('HALF_YEAR')).toEqual(['today', 'month', 'before', 'half'])
  expect(within('YEAR')).toEqual(['today', 'month', 'before', 'half', 'year'])
  expect(within('ALL')).toHaveLength(6)
  const custom = { ...WHOLE_LIST, period: 'CUSTOM' as const }
  const from = jalali('1404/09/02')
  const to = jalali('1405/03/02')
  expect(codes(rowsWithin(rows, { ...custom, from, to }, today))).toEqual(['half', 'year'])
  expect(codes(rowsWithin(rows, { ...custom, from: null, to: null }, today))).toHaveLength(6)
})

it('finds doctors and centres by parts of their names, however they are written', () => {
  const rows = [
    row('a'),
    row('b', { doctorName: 'دکتر علی‌رضا كريمی', centre: 'داروخانه نگین' }),
    row('c', { doctorName: null, centre: null }),
  ]
  const found = (text: string) => codes(rowsWithin(rows, { ...WHOLE_LIST, text }, today))
  expect(found('علیرضا کریمی')).toEqual(['b'])
  expect(found('نگين')).toEqual(['b'])
  expect(found('بهار صحر')).toEqual(['a'])
  expect(found('  ')).toEqual(['a', 'b', 'c'])
  expect(found('کسی')).toEqual([])
})

it('offers the categories that a list has, in the order of the service', () => {
  const rows = [row('a', { category: 'VISIT' }), row('b'), row('c', { category: 'VISIT' })]
  expect(categoriesOf(rows)).toEqual(['DRUG', 'VISIT'])
  expect(isNarrowed(WHOLE_LIST)).toBe(false)
})

it('never invents or reorders a row, and a narrower filter never shows more', () => {
  const rows = fc.array(
    fc.record({
      trackingCode: fc.uuid(),
      personId: fc.constantFrom('1', '2'),
      category: fc.constantFrom(...HealthCategory.options),
      issuedOn: fc.integer({ min: -900, max: 30 }).map((n) => addDays(today, n)),
      visitTime: fc.constant(null),
      doctorName: fc.constantFrom('دکتر الف', 'دکتر ب', null),
      centre: fc.constantFrom('بهار', null),
    }),
  )
  const filter = fc.record({
    personId: fc.constantFrom('1', null),
    period: fc.constantFrom(...PERIODS),
    from: fc.constantFrom(addDays(today, -100), null),
    to: fc.constantFrom(addDays(today, -10), null),
    category: fc.option(fc.constantFrom(...HealthCategory.options)),
    text: fc.constantFrom('', 'ب'),
  })
  fc.assert(
    fc.property(rows, filter, (all, wanted) => {
      const shown = rowsWithin(all, wanted, today)
      expect(all.filter((one) => shown.includes(one))).toEqual(shown)
      expect(rowsWithin(all, { ...wanted, personId: null }, today).length).toBeGreaterThanOrEqual(
        shown.length,
      )
      if (!isNarrowed(wanted)) expect(shown).toEqual(all)
    }),
  )
})
