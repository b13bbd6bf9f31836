import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { monthText } from '#core/insured/month-serial.rules.ts'
import { RecordFinding } from '#core/insured/record-finding.model.ts'
import { recordFindings } from '#core/insured/record-findings.rules.ts'
import { objectionFaults } from '#core/insured/record-objection.rules.ts'
import { Day, monthLength, parseJalali } from '#core/kernel/day.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import defaults from '../../../../resources/parameters.json' with { type: 'json' }
import { recordSpans } from '../../../support/record-spans.ts'
import { extractParameters, showcaseContributions } from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = withDefaults(extractParameters(), ParameterFile.parse(defaults))
const today = Day.parse(parseJalali('1405/09/02'))
const dataAsOf = Day.parse(parseJalali('1405/08/30'))
const findingsOf = (written: string) => recordFindings(recordSpans(written), parameters, today)

/** As the table writes it: code, `?` when it is only a question, workshop, months. */
function written({ code, severity, record, months }: RecordFinding): string {
  const letter = String.fromCharCode(Number(record.workshopCode?.slice(-2)))
  const row = record.contractRow === '000' ? '' : `/${record.contractRow}`
  const [newest, oldest] = [months[0], months.at(-1)]
  if (!newest || !oldest) throw new Error('a finding without a month')
  const span = newest === oldest ? monthText(newest) : `${monthText(oldest)}-${monthText(newest)}`
  return `${code}${severity === 'LOW' ? '?' : ''} ${letter}${row} ${span}`
}

describe('findings, table', () => {
  const columns = ['case', 'records', 'findings', 'claim', 'source'] as const
  it.each(lawTable('record-findings', columns))('$case', (row) => {
    const findings = findingsOf(row.records)
    expect(findings.map(written).join('|')).toBe(row.findings)
    const month = findings[0]?.months[0]
    const claim = month && `${String(month.claimedDays ?? '')}@${String(month.claimedWage ?? '')}`
    expect(claim ?? '').toBe(row.claim)
    for (const finding of findings) expect(RecordFinding.parse(finding)).toEqual(finding)
  })
})

describe('findings', () => {
  it('of a gap in a year without a row are filed as missing', () => {
    const years = (text: string) => findingsOf(text).map((one) => one.missing)
    expect(years('A 1402/01-1402/12:31@*2000000;A 1403/04-1403/12:31@*3000000')).toEqual([false])
    const whole = 'A 1402/12:29@*2000000;A 1404/01:31@*4000000'
    const wide = parameters.map((one) =>
      one.code === 'RECORD_GAP_MONTHS' ? { ...one, value: '12' } : one,
    )
    expect(recordFindings(recordSpans(whole), wide, today)).toMatchObject([
      { code: 'GAP', missing: true },
    ])
  })

  it('that rest on a parameter are left out without it', () => {
    const rows = recordSpans('A 1403/01-1403/06:31@*1000000;A 1403/03:0@0')
    expect(recordFindings(rows, [], today)).toEqual([])
  })

  it('are none for the worked examples of the brief', () => {
    for (const number of ['90000104', '9900000103'])
      expect(recordFindings(showcaseContributions(number), parameters, today)).toEqual([])
  })

  it('of two employers at once are one question for each stretch', () => {
    const rows = showcaseContributions('90000117')
    const findings = recordFindings(rows, parameters, today)
    expect(findings.length).toBeGreaterThan(0)
    expect(new Set(findings.map((one) => `${one.code} ${one.severity}`))).toEqual(
      new Set(['OVERLAP LOW']),
    )
  })
})

describe('properties', () => {
  const month = fc.record({
    days: fc.oneof(fc.constant(31), fc.nat(31)),
    wage: fc.oneof(fc.constant(9_000_000), fc.nat(12_000_000)),
  })
  const careers = fc
    .array(fc.array(month, { minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 3 })
    .map((workshops) =>
      workshops
        .flatMap((months, w) =>
          months.map(({ days, wage }, i) => {
            const serial = 1402 * 12 + i + w * 5
            const at = monthText({ year: Math.floor(serial / 12), month: (serial % 12) + 1 })
            return `${'ABC'.charAt(w)} ${at}:${String(days)}@*${String(wage)}`
          }),
        )
        .join(';'),
    )

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(careers, fc.integer(), (text, seed) => {
        const rows = recordSpans(text)
        const shuffled = rows.toSorted(
          (a, b) => ((a.year * 31 + seed) % 7) - ((b.year * 31 + seed) % 7),
        )
        expect(recordFindings(shuffled, parameters, today)).toEqual(
          recordFindings(rows, parameters, today),
        )
        expect(recordFindings(rows.toReversed(), parameters, today)).toEqual(
          recordFindings(rows, parameters, today),
        )
      }),
    )
  })

  it('a regular career has no findings, whatever its pay', () => {
    const regular = fc.record({
      from: fc.integer({ min: 1370, max: 1404 }),
      years: fc.integer({ min: 0, max: 34 }),
      daily: fc.integer({ min: 5_541_850, max: 40_000_000 }),
      rise: fc.integer({ min: 0, max: 30 }),
    })
    fc.assert(
      fc.property(regular, ({ from, years, daily, rise }) => {
        const spans = Array.from({ length: Math.min(years, 1404 - from) + 1 }, (_, i) => {
          const year = String(from + i)
          return `A ${year}/01-${year}/12:31@*${String(daily + Math.floor((daily * rise * i) / 100))}`
        })
        expect(findingsOf(spans.join(';'))).toEqual([])
      }),
    )
  })

  it('what is suggested for a month can be claimed as it stands', () => {
    fc.assert(
      fc.property(careers, (text) => {
        const rows = recordSpans(text)
        for (const finding of recordFindings(rows, parameters, today)) {
          if (finding.missing || finding.code === 'OVERLAP') continue
          const lines = finding.months.map((one) => ({
            ...finding.record,
            ...one,
            workshopName: finding.workshopName,
            claimedWorkshop: '',
          }))
          expect(objectionFaults(lines, { rows, dataAsOf, today })).toEqual([])
          for (const one of finding.months)
            if (one.claimedDays !== null)
              expect(one.claimedDays).toBeLessThanOrEqual(monthLength(one.year, one.month))
        }
      }),
    )
  })

  it('a month is named once by each finding of a line', () => {
    fc.assert(
      fc.property(careers, (text) => {
        const named = findingsOf(text).flatMap((one) =>
          one.months.map((at) => `${one.code} ${JSON.stringify(one.record)} ${monthText(at)}`),
        )
        expect(new Set(named).size).toBe(named.length)
      }),
    )
  })
})
