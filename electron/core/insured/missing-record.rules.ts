import { addDays, addJalaliMonths, daysBetween, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, Figure } from '#core/kernel/decision.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { ContributionRow } from './contribution.model.ts'
import type { MissingWork } from './missing-record.model.ts'
import { lengthAt, monthAt, monthSerial, monthText } from './month-serial.rules.ts'
import {
  claimantReasons,
  RECORD_CLAIM_ARTICLES,
  type LineFault,
  type RecordClaimant,
  type RecordClaimReason,
} from './record-objection.rules.ts'

/** What a request for missing records rests on. `lines` is empty while none is typed. */
export interface MissingRecordCase extends RecordClaimant {
  readonly lines: readonly MissingWork[]
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type MissingRecordReason = RecordClaimReason | 'parameter-missing'

/**
 * Whether missing records may be claimed; with typed rows, what they come to. Lists of the last months may still be
 * on their way, so work must have ended RECORD_MISSING_MONTHS before today: a row that ended later can be claimed
 * from that day on, and `from` says when.
 *
 * @law Social Security Act, arts. 36, 39, 40, 47, 101; domain brief §3.5
 */
export function decideMissingRecord(missing: MissingRecordCase): Decision<MissingRecordReason> {
  const parameters = new RuleParameters(missing.parameters, missing.today)
  const months = parameters.read('RECORD_MISSING_MONTHS', 'MONTHS')
  const because: Because<MissingRecordReason>[] = [
    ...claimantReasons(missing),
    ...parameters.missing,
  ]
  const figures: Figure[] = []
  if (months) {
    figures.push(cited('missing-closed-months', months))
    figures.push(figure('missing-last-end', addJalaliMonths(missing.today, -months.value), 'DATE'))
  }
  if (missing.lines.length > 0) {
    figures.push(figure('missing-rows', missing.lines.length, 'COUNT'))
    const days = missing.lines.reduce((sum, line) => sum + (line.days ?? 0), 0)
    figures.push(figure('missing-days', days, 'DAYS'))
  }
  return {
    entitled: because.length === 0,
    because,
    figures,
    articles: RECORD_CLAIM_ARTICLES,
  }
}

export type MissingFault =
  | 'work-end-too-early'
  | 'work-end-too-late'
  | 'work-days-missing'
  | 'work-days-beyond-span'
  | 'work-overlaps'
  | 'work-recorded'

/** The records missing ones are checked against; `lastEnd` null when the parameter is not known. */
export interface MissingFacts {
  readonly rows: readonly ContributionRow[]
  readonly lastEnd: Day | null
}

/** The last day on which missing work may have ended; null when the parameter is not known. */
export function lastEndOfMissing(parameters: readonly Parameter[], today: Day): Day | null {
  const months = new RuleParameters(parameters, today).read('RECORD_MISSING_MONTHS', 'MONTHS')
  return months ? addJalaliMonths(today, -months.value) : null
}

/**
 * What is wrong with the typed rows, in their order: the end at least a day after the start and no later than the
 * last day allowed, days between one and those of the span (both ends included), no overlap with another row at the
 * same workshop, no month that is recorded whole. With a workshop code only the records of that workshop close a
 * month, since two employers at once are lawful; without one those of all workshops together.
 *
 * @law domain brief §3.5
 */
export function missingFaults(
  lines: readonly MissingWork[],
  facts: MissingFacts,
): readonly LineFault<MissingFault>[] {
  return lines.flatMap((line, at) => {
    const tell = (part: string, fault: MissingFault, values: LineFault['values'] = {}) => ({
      ...{ line: at + 1, part, fault },
      values: { line: at + 1, ...values },
    })
    if (line.to < addDays(line.from, 1)) return [tell('to', 'work-end-too-early')]
    const faults: LineFault<MissingFault>[] = []
    if (facts.lastEnd !== null && line.to > facts.lastEnd)
      faults.push(tell('to', 'work-end-too-late', { day: facts.lastEnd }))
    const span = daysBetween(line.from, line.to) + 1
    if (line.days === null || line.days === 0) faults.push(tell('days', 'work-days-missing'))
    else if (line.days > span) faults.push(tell('days', 'work-days-beyond-span', { span }))
    const other = lines.findIndex((one, i) => i < at && overlaps(one, line))
    if (other >= 0) faults.push(tell('from', 'work-overlaps', { other: other + 1 }))
    const recorded = recordedMonths(line, facts.rows)
    if (recorded.length > 0)
      faults.push(tell('from', 'work-recorded', { months: listed(recorded) }))
    return faults
  })
}

function overlaps(a: MissingWork, b: MissingWork): boolean {
  return isSameWorkshop(a, b) && a.from <= b.to && b.from <= a.to
}

function isSameWorkshop(a: MissingWork, b: MissingWork): boolean {
  if (a.workshopCode !== '' && b.workshopCode !== '') return a.workshopCode === b.workshopCode
  return a.workshopName === b.workshopName
}

/** More than these are not named one by one. */
const NAMED_MONTHS = 6

function listed(months: readonly string[]): string {
  const named = months.slice(0, NAMED_MONTHS).join('، ')
  return months.length > NAMED_MONTHS ? `${named}، …` : named
}

/** Months that the stretch touches and that are recorded whole. */
function recordedMonths(line: MissingWork, rows: readonly ContributionRow[]): readonly string[] {
  const counted = rows.filter(
    ({ workshopCode }) => line.workshopCode === '' || workshopCode === line.workshopCode,
  )
  const first = monthSerial(jalaliOf(line.from))
  const last = monthSerial(jalaliOf(line.to))
  const whole: string[] = []
  for (let serial = first; serial <= last; serial++) {
    const { year, month } = monthAt(serial)
    const days = counted
      .filter((row) => row.year === year)
      .reduce((sum, row) => sum + (row.days[month - 1] ?? 0), 0)
    if (days >= lengthAt(serial)) whole.push(monthText({ year, month }))
  }
  return whole
}
