import { describe, expect, it } from 'vitest'
import { compareText } from '#core/kernel/text.ts'
import type { KnownParameter, ParameterEntry } from '#core/parameters/parameter-change.model.ts'
import type { ParameterUnit } from '#core/parameters/parameters.model.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import {
  certaintyHint,
  found,
  likelyDay,
  mayChange,
  nameOf,
  passes,
  rowOn,
  valueLine,
  valueText,
} from '../../../../renderer/parameters/parameter-text.ts'
import { day } from '../../../support/fake-office.ts'

const row = (more: Partial<KnownParameter> = {}): KnownParameter => ({
  ...{ code: 'MONTH_DAYS', value: '30', unit: 'DAYS', source: 'مقدار پایه', certainty: 'G' },
  ...{ validFrom: day('1354/04/03'), validTo: null, origin: 'EXTRACT' },
  ...more,
})
const entry = (rows: readonly KnownParameter[], inForce = rows[0] ?? null): ParameterEntry => ({
  ...{ code: rows[0]?.code ?? 'X', inForce, rows: [...rows] },
})

describe('a value in words', () => {
  it.each<[ParameterUnit, string, string]>([
    ['RIAL', '5541850', '۵٬۵۴۱٬۸۵۰ ریال'],
    ['BP', '1667', '۱۶٫۶۷ درصد'],
    ['BP', '700', '۷ درصد'],
    ['DAYS', '30', '۳۰ روز'],
    ['MONTHS', '24', '۲۴ ماه'],
    ['YEARS', '35', '۳۵ سال'],
    ['FACTOR', '7', '۷'],
    ['DATE', '1403/05/01', '۱۴۰۳/۰۵/۰۱'],
    ['RATIO', '7/30', '۷/۳۰'],
    ['TABLE', '28:0;25:2', '۲ ردیف'],
    ['DAYS', 'سی', 'سی'],
  ])('%s %s', (unit, value, words) => {
    expect(valueText({ unit, value })).toBe(words)
  })

  it('tells a whole table in one line', () => {
    expect(valueLine({ unit: 'TABLE', value: '28:0;25:2' })).toBe('از ۲۸: ۰، از ۲۵: ۲')
  })

  it('leaves a code without a name as it came', () => {
    expect([nameOf('MIN_DAILY_WAGE'), nameOf('NEWER')]).toEqual(['حداقل دستمزد روزانه', 'NEWER'])
  })
})

describe('what may be changed, and from which day it is likely', () => {
  const certain = row({ certainty: 'S', validFrom: day('1403/01/01') })
  const older = row({ validFrom: day('1402/01/01'), validTo: day('1402/12/29') })
  const today = day('1405/09/02')

  it('today where the value of today is an estimate', () => {
    expect(likelyDay(entry([row()]), today)).toBe(today)
    expect(mayChange(entry([row()]))).toBe(true)
  })

  it('the last estimate where that of today is certain', () => {
    const both = entry([certain, older])
    expect(likelyDay(both, today)).toBe(older.validFrom)
    expect(mayChange(both)).toBe(true)
    expect(rowOn(both, day('1402/05/01'))).toBe(older)
    expect(rowOn(both, day('1401/01/01'))).toBeUndefined()
  })

  it('nothing where all is certain', () => {
    expect(mayChange(entry([certain]))).toBe(false)
    expect(likelyDay(entry([certain]), today)).toBe(today)
  })

  it('says of a value of this office that two colleagues chose it', () => {
    expect(certaintyHint(row({ origin: 'OFFICE', certainty: 'D' }))).toBe(
      t('parameters.certaintyHint.OFFICE'),
    )
    expect(certaintyHint(row())).toBe(t('parameters.certaintyHint.G'))
  })
})

describe('the list', () => {
  const month = entry([row()])
  const wage = entry([row({ code: 'MIN_DAILY_WAGE', certainty: 'S', source: 'شورای عالی کار' })])
  const changed = entry([row({ code: 'YEAR_DAYS', origin: 'OFFICE', certainty: 'D' })])
  const all = [month, changed, wage]

  it('is in the order of names and found by name, code or source', () => {
    const names = found(all, '').map(({ code }) => nameOf(code))
    expect(names).toEqual(all.map(({ code }) => nameOf(code)).toSorted(compareText))
    expect(found(all, 'حداقل')).toEqual([wage])
    expect(found(all, 'year_days')).toEqual([changed])
    expect(found(all, 'شوراي')).toEqual([wage])
    expect(found(all, 'هیچ')).toEqual([])
  })

  it('is narrowed to estimates, to what was changed here and to what waits', () => {
    const waiting = new Set(['MIN_DAILY_WAGE'])
    const narrowed = (filter: Parameters<typeof passes>[1]) =>
      all.filter((one) => passes(one, filter, waiting))
    expect(narrowed('ALL')).toEqual(all)
    expect(narrowed('UNCERTAIN')).toEqual([month, changed])
    expect(narrowed('CHANGED')).toEqual([changed])
    expect(narrowed('WAITING')).toEqual([wage])
  })
})
