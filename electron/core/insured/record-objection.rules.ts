import { jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, Figure } from '#core/kernel/decision.ts'
import { figure } from '#core/parameters/figures.rules.ts'
import type { ContributionRow } from './contribution.model.ts'
import { lengthAt, monthSerial, monthText } from './month-serial.rules.ts'
import { recordKeyText } from './record-lines.rules.ts'
import type { ObjectedMonth } from './record-objection.model.ts'

/** Who asks for a correction of his records, as far as both kinds of request ask. */
export interface RecordClaimant {
  readonly hasInsuranceNumber: boolean
  /** Draws a retirement or total disability pension: his records are settled with the award. */
  readonly isPensioner: boolean
}

export type RecordClaimReason = 'no-insurance-number' | 'records-settled'

/** The employer's duty, his lists and their assessment, inspection, checking of lists. */
export const RECORD_CLAIM_ARTICLES: readonly string[] = [
  'SSA-36',
  'SSA-39',
  'SSA-40',
  'SSA-47',
  'SSA-101',
]

/**
 * Who may not ask at all: persons without an insurance number and pensioners. That only one request of either kind
 * may be open is seen to where requests are filed.
 *
 * @law domain brief §3.0, §3.5
 */
export function claimantReasons(claimant: RecordClaimant): readonly Because<RecordClaimReason>[] {
  const because: Because<RecordClaimReason>[] = []
  if (!claimant.hasInsuranceNumber) because.push({ code: 'no-insurance-number', values: {} })
  if (claimant.isPensioner) because.push({ code: 'records-settled', values: {} })
  return because
}

/** What an objection to existing records rests on. `lines` is empty while none is picked. */
export interface RecordObjectionCase extends RecordClaimant {
  readonly rows: readonly ContributionRow[]
  readonly lines: readonly ObjectedMonth[]
}

export type RecordObjectionReason = RecordClaimReason | 'no-record-to-object'

/**
 * Whether an objection to existing records may be filed; once lines are picked, what they claim together. Whether a
 * line can be claimed is told by `objectionFaults`: a wrong line closes no door to the person.
 *
 * @law Social Security Act, arts. 36, 39, 40, 47, 101; domain brief §3.5
 */
export function decideRecordObjection(
  objection: RecordObjectionCase,
): Decision<RecordObjectionReason> {
  const because: Because<RecordObjectionReason>[] = [...claimantReasons(objection)]
  if (objection.hasInsuranceNumber && objection.rows.length === 0)
    because.push({ code: 'no-record-to-object', values: {} })
  return {
    entitled: because.length === 0,
    because,
    figures: claimedFigures(objection.lines),
    articles: RECORD_CLAIM_ARTICLES,
  }
}

function claimedFigures(lines: readonly ObjectedMonth[]): readonly Figure[] {
  if (lines.length === 0) return []
  let [more, fewer, wage] = [0, 0, 0]
  for (const line of lines) {
    const days = (line.claimedDays ?? line.recordedDays) - line.recordedDays
    more += Math.max(0, days)
    fewer += Math.max(0, -days)
    wage += Math.max(0, (line.claimedWage ?? line.recordedWage) - line.recordedWage)
  }
  const figures = [figure('objected-months', lines.length, 'COUNT')]
  if (more > 0) figures.push(figure('claimed-days-more', more, 'DAYS'))
  if (fewer > 0) figures.push(figure('claimed-days-fewer', fewer, 'DAYS'))
  if (wage > 0) figures.push(figure('claimed-wage-more', wage, 'RIAL'))
  return figures
}

export type ObjectionFault =
  | 'record-not-there'
  | 'record-changed'
  | 'month-not-in'
  | 'claimed-days-beyond-month'
  | 'claimed-days-same'
  | 'claimed-wage-zero'
  | 'claimed-wage-same'
  | 'claimed-workshop-same'
  | 'nothing-claimed'
  | 'line-twice'

/** What is wrong with one line; `line` counts from 1, `part` is the field of the line. */
export interface LineFault<Fault extends string = string> {
  readonly line: number
  readonly part: string
  readonly fault: Fault
  readonly values: Readonly<Record<string, string | number>>
}

/** The records an objection is checked against. */
export interface RecordedFacts {
  readonly rows: readonly ContributionRow[]
  /** The day on which the central data was frozen. */
  readonly dataAsOf: Day | null
  readonly today: Day
}

/**
 * What is wrong with the picked lines, in their order: the month must have that record and be in; what is claimed
 * must differ from it, days within the month, a wage above zero, at least one claim, no line twice.
 *
 * @law domain brief §3.5
 */
export function objectionFaults(
  lines: readonly ObjectedMonth[],
  facts: RecordedFacts,
): readonly LineFault<ObjectionFault>[] {
  const records = new Map(facts.rows.map((row) => [`${row.year} ${recordKeyText(row)}`, row]))
  const seen = new Set<string>()
  return lines.flatMap((line, at) => {
    const id = `${recordKeyText(line)} ${monthText(line)}`
    const isTwice = seen.has(id)
    seen.add(id)
    const month = monthText(line)
    const tell = (part: string, fault: ObjectionFault, values: LineFault['values'] = {}) => ({
      ...{ line: at + 1, part, fault },
      values: { line: at + 1, month, ...values },
    })
    if (isTwice) return [tell('record', 'line-twice')]
    const hasRecord = line.recordedDays > 0 || line.recordedWage > 0
    if (!isMonthIn(monthSerial(line), hasRecord, facts)) return [tell('record', 'month-not-in')]
    const row = records.get(`${line.year} ${recordKeyText(line)}`)
    if (!row) return [tell('record', 'record-not-there')]
    const days = row.days[line.month - 1] ?? 0
    const wage = row.wages[line.month - 1] ?? 0
    if (line.recordedDays !== days || line.recordedWage !== wage)
      return [tell('record', 'record-changed')]
    return judgeClaims(line, tell)
  })
}

type Tell = (
  part: string,
  fault: ObjectionFault,
  values?: LineFault['values'],
) => LineFault<ObjectionFault>

function judgeClaims(line: ObjectedMonth, tell: Tell): readonly LineFault<ObjectionFault>[] {
  const { claimedDays: days, claimedWage: wage, claimedWorkshop: workshop } = line
  if (days === null && wage === null && workshop === '')
    return [tell('claimedDays', 'nothing-claimed')]
  const length = lengthAt(monthSerial(line))
  const faults: LineFault<ObjectionFault>[] = []
  if (days !== null && days > length)
    faults.push(tell('claimedDays', 'claimed-days-beyond-month', { length }))
  if (days === line.recordedDays) faults.push(tell('claimedDays', 'claimed-days-same'))
  if (wage === 0) faults.push(tell('claimedWage', 'claimed-wage-zero'))
  else if (wage === line.recordedWage) faults.push(tell('claimedWage', 'claimed-wage-same'))
  if (workshop !== '' && (workshop === line.workshopCode || workshop === line.workshopName))
    faults.push(tell('claimedWorkshop', 'claimed-workshop-same'))
  return faults
}

/**
 * Whether a month (a serial) can be objected to: it has a record, or its list had time to arrive before the data was
 * frozen. Nothing later than the data itself.
 */
export function isMonthIn(
  serial: number,
  hasRecord: boolean,
  { dataAsOf, today }: Pick<RecordedFacts, 'dataAsOf' | 'today'>,
): boolean {
  const frozen = monthSerial(jalaliOf(dataAsOf ?? today))
  return serial < frozen - 1 || (serial <= frozen && hasRecord)
}
