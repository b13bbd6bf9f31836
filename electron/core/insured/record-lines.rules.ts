import { rial, type Rial } from '#core/kernel/rial.ts'
import type { ContributionRow } from './contribution.model.ts'
import { monthSerial } from './month-serial.rules.ts'
import type { RecordKey } from './record-finding.model.ts'

/** The key of a record as text, for maps and for keys of lists. */
export function recordKeyText(key: RecordKey): string {
  return [
    key.workshopCode ?? '',
    key.branchCode,
    key.contractRow,
    key.recordType,
    key.insuranceNumber,
  ].join(' ')
}

/** One line of records through the years: the same number, workshop, contract row and type. */
export interface RecordLine {
  readonly id: string
  readonly key: RecordKey
  readonly workshopName: string | null
  readonly years: ReadonlySet<number>
  /** Months with days or wage, oldest first. */
  readonly paid: readonly number[]
  readonly daysAt: (serial: number) => number
  readonly wageAt: (serial: number) => Rial
}

interface Month {
  readonly days: number
  readonly wage: Rial
}

function lineOf(id: string, rows: readonly ContributionRow[], first: ContributionRow): RecordLine {
  const months = new Map<number, Month>()
  for (const row of rows)
    row.days.forEach((days, at) => {
      const wage = row.wages[at] ?? rial(0)
      if (days === 0 && wage === 0) return
      const serial = monthSerial({ year: row.year, month: at + 1 })
      const had = months.get(serial)
      months.set(serial, {
        days: days + (had?.days ?? 0),
        wage: rial(wage + (had?.wage ?? 0)),
      })
    })
  const { insuranceNumber, workshopCode, branchCode, contractRow, recordType } = first
  const newest = rows.reduce((a, b) => (b.year > a.year ? b : a), first)
  return {
    id,
    key: { insuranceNumber, workshopCode, branchCode, contractRow, recordType },
    workshopName: newest.workshopName,
    years: new Set(rows.map((row) => row.year)),
    paid: [...months.keys()].sort((a, b) => a - b),
    daysAt: (serial) => months.get(serial)?.days ?? 0,
    wageAt: (serial) => months.get(serial)?.wage ?? rial(0),
  }
}

/** The rows of a person as lines through the years, in an order that does not hang on that of the rows. */
export function recordLines(rows: readonly ContributionRow[]): readonly RecordLine[] {
  const byKey = new Map<string, ContributionRow[]>()
  for (const row of rows) {
    const id = recordKeyText(row)
    const same = byKey.get(id)
    if (same) same.push(row)
    else byKey.set(id, [row])
  }
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, same]) => (same[0] ? [lineOf(id, same, same[0])] : []))
}
