import { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'
import { monthLength } from '#core/kernel/day.ts'

const SPAN =
  /^([A-Z])(?:\/(\d{3}))?(?: ([A-Z_]+))? (\d{4})\/(\d{2})(?:-(\d{4})\/(\d{2}))?:(\d+)(!?)(?:@(\*?)(\d+))?$/

interface Draft {
  readonly row: ContributionRow
  readonly days: number[]
  readonly wages: number[]
}

/**
 * Records as they are read in one line: `A 1402/01-1403/06:31@*2200000;A 1402/04:12@20000000;B/001 1402/05:30`. The
 * letter is the workshop, then a contract row and a record type where they are not 000 and COMPULSORY. Later spans
 * overwrite the months of earlier ones. Days stay within the month unless a `!` follows; `@*` is a day's wage.
 */
export function recordSpans(written: string): readonly ContributionRow[] {
  const drafts = new Map<string, Draft>()
  for (const span of written.split(';').filter((text) => text !== '')) write(span, drafts)
  return [...drafts.values()].map(({ row, days, wages }) =>
    ContributionRow.parse({ ...row, days, wages }),
  )
}

function write(span: string, drafts: Map<string, Draft>): void {
  const parts = SPAN.exec(span)
  if (!parts) throw new Error(`no record: ${span}`)
  const [, letter = 'A', contractRow = '000', type = 'COMPULSORY', fromYear, fromMonth] = parts
  const [, , , , , , toYear, toMonth, days, beyond, daily, wage] = parts
  const first = Number(fromYear) * 12 + Number(fromMonth) - 1
  const last = toYear === undefined ? first : Number(toYear) * 12 + Number(toMonth) - 1
  for (let serial = first; serial <= last; serial++) {
    const [year, at] = [Math.floor(serial / 12), serial % 12]
    const key = [letter, contractRow, type, year].join(' ')
    const draft = drafts.get(key) ?? draftOf(letter, contractRow, RecordType.parse(type), year)
    drafts.set(key, draft)
    const worked = beyond === '!' ? Number(days) : Math.min(Number(days), monthLength(year, at + 1))
    draft.days[at] = worked
    draft.wages[at] = Number(wage ?? 0) * (daily === '*' ? worked : 1)
  }
}

function draftOf(letter: string, contractRow: string, recordType: RecordType, year: number): Draft {
  const twelve = () => Array.from({ length: 12 }, () => 0)
  const row = ContributionRow.parse({
    insuranceNumber: '0090000000',
    year,
    workshopCode: `90000110${letter.charCodeAt(0)}`,
    workshopName: `کارگاه ${letter}`,
    branchCode: '900',
    contractRow,
    recordType,
    days: twelve(),
    wages: twelve(),
  })
  return { row, days: twelve(), wages: twelve() }
}
