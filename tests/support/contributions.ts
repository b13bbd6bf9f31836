import { readFileSync } from 'node:fs'
import { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'
import { monthLength, parseJalali } from '#core/kernel/day.ts'
import { Certainty } from '#core/kernel/decision.ts'
import { Parameter, ParameterUnit } from '#core/parameters/parameters.model.ts'
import { lawTable } from './law-table.ts'

const SPAN = /^(?:([A-Z_]+) )?(\d{4})\/(\d{2})(?:-(\d{4})\/(\d{2}))?:(\d+)(?:@(\d+))?$/

/** Records written `1402/01-1403/11:30@87714090;VOLUNTARY 1405/06:31`; see tests/fixtures/law/README.md. */
export function contributions(written: string): readonly ContributionRow[] {
  if (written === '') return []
  return written.split(';').flatMap((span, i) => rowsOf(span, i))
}

function rowsOf(span: string, workshop: number): readonly ContributionRow[] {
  const parts = SPAN.exec(span)
  if (!parts) throw new Error(`no record: ${span}`)
  const [, type = 'COMPULSORY', ...numbers] = parts
  const [fromYear = 0, fromMonth = 0, toYear, toMonth, days = 0, wage = 0] = numbers.map(
    (text: string | undefined) => (text === undefined ? undefined : Number(text)),
  )
  const first = fromYear * 12 + fromMonth - 1
  const last = toYear === undefined || toMonth === undefined ? first : toYear * 12 + toMonth - 1
  const rows: ContributionRow[] = []
  for (let year = Math.floor(first / 12); year <= Math.floor(last / 12); year++) {
    const paid = Array.from(
      { length: 12 },
      (_, i) => year * 12 + i >= first && year * 12 + i <= last,
    )
    rows.push(
      ContributionRow.parse({
        insuranceNumber: '0090000000',
        year,
        workshopCode: `900001${String(1000 + workshop)}`,
        workshopName: null,
        branchCode: '900',
        contractRow: '000',
        recordType: RecordType.parse(type),
        days: paid.map((is, i) => (is ? Math.min(days, monthLength(year, i + 1)) : 0)),
        wages: paid.map((is) => (is ? wage : 0)),
      }),
    )
  }
  return rows
}

/** The records of a showcase person by insurance number, as the extract has them. */
export function showcaseContributions(insuranceNumber: string): readonly ContributionRow[] {
  const file = new URL('../fixtures/law/showcase-contributions.csv', import.meta.url)
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  return lines
    .map((line) => line.split(','))
    .filter(([number]) => number === insuranceNumber)
    .map(([number, year, workshopCode, branchCode, contractRow, recordType, ...cells]) =>
      ContributionRow.parse({
        insuranceNumber: number,
        year: Number(year),
        workshopCode,
        workshopName: null,
        branchCode,
        contractRow,
        recordType,
        days: cells.slice(0, 12).map(Number),
        wages: cells.slice(12).map(Number),
      }),
    )
}

/** The dated parameters of the organisation's extract. */
export function extractParameters(): readonly Parameter[] {
  const columns = ['code', 'value', 'unit', 'validFrom', 'validTo', 'source', 'certainty'] as const
  return lawTable('parameters', columns).map((row) =>
    Parameter.parse({
      ...row,
      unit: ParameterUnit.parse(row.unit),
      validFrom: parseJalali(row.validFrom),
      validTo: row.validTo === '' ? null : parseJalali(row.validTo),
      certainty: Certainty.parse(row.certainty),
    }),
  )
}
