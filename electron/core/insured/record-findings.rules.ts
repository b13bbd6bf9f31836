import { multiplyRounded, type Rial } from '#core/kernel/rial.ts'
import type { Certainty } from '#core/kernel/decision.ts'
import type { Day } from '#core/kernel/day.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { ContributionRow, RecordType } from './contribution.model.ts'
import { firstDayAt, lengthAt, monthAt, monthSerial } from './month-serial.rules.ts'
import { FindingCode, type FoundMonth, type RecordFinding } from './record-finding.model.ts'
import { recordLines, type RecordLine } from './record-lines.rules.ts'

/** Lists often carry 30 days for a month of 31: such a month is whole. */
const WHOLE_MONTH = 30
/** Wages are in the records from here on. */
export const WAGES_FROM: number = monthSerial({ year: 1386, month: 1 })
/** Records that an employer's list makes: days that are lacking there are his to explain. */
const LISTED: readonly RecordType[] = ['COMPULSORY']
/** Records paid on a wage of at least the legal minimum. */
const WAGED: readonly RecordType[] = [
  'COMPULSORY',
  'VOLUNTARY',
  'SELF_EMPLOYED',
  'STUDENT',
  'DRIVER',
  'CONSTRUCTION',
  'AGREED',
]
/** Records added to others by law: they never count as a second place in the same month. */
const ADDED: readonly RecordType[] = ['MILITARY', 'FRONT', 'TRANSFER', 'CREDITED', 'TOPUP']
const SURE: readonly Certainty[] = ['L', 'S']

type Claim = Pick<FoundMonth, 'claimedDays' | 'claimedWage'>
type Severity = RecordFinding['severity']

/** One month of a finding, before neighbours are put together. */
interface Found extends Claim {
  readonly code: FindingCode
  readonly severity: Severity
  readonly line: RecordLine
  readonly serial: number
}

interface Case {
  readonly lines: readonly RecordLine[]
  /** Days of all records of a month together, not capped. */
  readonly totalAt: (serial: number) => number
  readonly minimumAt: (serial: number) => DatedValue<'RIAL'> | undefined
  readonly gapMonths: number
  readonly drop: DatedValue<'RATIO'>['value'] | undefined
}

/**
 * Gaps and anomalies of a record, as suggestions for an objection: nothing here says that a record is wrong, and
 * nothing is claimed before the person says so. HIGH first, then the newest. A check whose parameter is missing is
 * not made. The order of the rows does not matter.
 *
 * @law domain brief §3.3, §3.5; minimum wage: MIN_DAILY_WAGE of the month; RECORD_GAP_MONTHS and
 * RECORD_WAGE_DROP are choices of this design
 */
export function recordFindings(
  rows: readonly ContributionRow[],
  parameters: readonly Parameter[],
  today: Day,
): readonly RecordFinding[] {
  const seen = caseOf(rows, parameters, today)
  const found = [
    ...seen.lines.flatMap((line) => [
      ...daysBeyondMonth(line),
      ...fewDays(line, seen),
      ...gaps(line, seen),
      ...wages(line, seen),
    ]),
    ...severalPlaces(seen),
  ]
  return grouped(found).sort(byWeight)
}

function caseOf(
  rows: readonly ContributionRow[],
  parameters: readonly Parameter[],
  today: Day,
): Case {
  const lines = recordLines(rows)
  const totals = new Map<number, number>()
  for (const line of lines)
    for (const serial of line.paid)
      totals.set(serial, (totals.get(serial) ?? 0) + line.daysAt(serial))
  const minimums = new Map<number, DatedValue<'RIAL'> | undefined>()
  return {
    lines,
    totalAt: (serial) => totals.get(serial) ?? 0,
    minimumAt: (serial) => {
      const day = firstDayAt(serial)
      if (!minimums.has(serial) && day)
        minimums.set(serial, parameterOn(parameters, 'MIN_DAILY_WAGE', 'RIAL', day))
      return minimums.get(serial)
    },
    gapMonths: parameterOn(parameters, 'RECORD_GAP_MONTHS', 'MONTHS', today)?.value ?? 0,
    drop: parameterOn(parameters, 'RECORD_WAGE_DROP', 'RATIO', today)?.value,
  }
}

function wholeAt(serial: number): number {
  return Math.min(WHOLE_MONTH, lengthAt(serial))
}

function isWhole(line: RecordLine, serial: number): boolean {
  return line.daysAt(serial) >= wholeAt(serial)
}

/** What the whole month is worth by the pay of another month of the line; null before wages are recorded. */
function wageLike(line: RecordLine, like: number, serial: number, days: number): Rial | null {
  const wage = line.wageAt(like)
  const worked = line.daysAt(like)
  return serial < WAGES_FROM || wage === 0 || worked === 0
    ? null
    : multiplyRounded(wage, days, worked)
}

function daysBeyondMonth(line: RecordLine): readonly Found[] {
  return line.paid
    .filter((serial) => line.daysAt(serial) > lengthAt(serial))
    .map((serial) => ({
      ...{ code: 'DAYS_BEYOND_MONTH', severity: 'HIGH', line, serial },
      ...{ claimedDays: lengthAt(serial), claimedWage: null },
    }))
}

/** Some days between two whole months of the same line, and no other record that makes the month whole. */
function fewDays(line: RecordLine, { totalAt }: Case): readonly Found[] {
  if (!LISTED.includes(line.key.recordType)) return []
  return line.paid
    .filter(
      (serial) =>
        line.daysAt(serial) > 0 &&
        totalAt(serial) < wholeAt(serial) &&
        isWhole(line, serial - 1) &&
        isWhole(line, serial + 1),
    )
    .map((serial) => ({
      ...{ code: 'FEW_DAYS', severity: 'HIGH', line, serial, claimedDays: lengthAt(serial) },
      claimedWage: wageLike(line, serial, serial, lengthAt(serial)),
    }))
}

/** No day of any record between two whole months of the same line, for no longer than RECORD_GAP_MONTHS. */
function gaps(line: RecordLine, { totalAt, gapMonths }: Case): readonly Found[] {
  if (!LISTED.includes(line.key.recordType)) return []
  const worked = line.paid.filter((serial) => line.daysAt(serial) > 0)
  return worked.flatMap((after, at) => {
    const before = worked[at - 1]
    if (before === undefined || after - before - 1 > gapMonths) return []
    if (!isWhole(line, before) || !isWhole(line, after)) return []
    const between = Array.from({ length: after - before - 1 }, (_, i) => before + 1 + i)
    if (between.some((serial) => totalAt(serial) > 0 || line.wageAt(serial) > 0)) return []
    return between.map((serial): Found => ({
      ...{ code: 'GAP', severity: 'HIGH', line, serial, claimedDays: lengthAt(serial) },
      claimedWage: wageLike(line, before, serial, lengthAt(serial)),
    }))
  })
}

function wages(line: RecordLine, seen: Case): readonly Found[] {
  if (!WAGED.includes(line.key.recordType)) return []
  return line.paid.flatMap((serial) => {
    if (serial < WAGES_FROM || line.daysAt(serial) === 0) return []
    const found = judgeWage(line, serial, seen)
    return found ? [found] : []
  })
}

function judgeWage(line: RecordLine, serial: number, seen: Case): Found | undefined {
  const days = line.daysAt(serial)
  const wage = line.wageAt(serial)
  const daily = seen.minimumAt(serial)
  const minimum = daily && multiplyRounded(daily.value, days, 1)
  if (wage === 0) {
    const like =
      wageLike(line, serial - 1, serial, days) ?? wageLike(line, serial + 1, serial, days)
    const claimedWage = like ?? minimum ?? null
    return { code: 'WAGE_ZERO', severity: 'HIGH', line, serial, claimedDays: null, claimedWage }
  }
  if (minimum !== undefined && wage < minimum)
    return {
      ...{ code: 'WAGE_BELOW_MINIMUM', line, serial, claimedDays: null, claimedWage: minimum },
      severity: SURE.includes(daily?.certainty ?? 'G') ? 'HIGH' : 'LOW',
    }
  if (!hasDropped(line, serial, seen)) return undefined
  const claimedWage = wageLike(line, serial - 1, serial, days)
  return { code: 'WAGE_DROP', severity: 'LOW', line, serial, claimedDays: null, claimedWage }
}

/** Whether a day's pay is less than RECORD_WAGE_DROP of that of both neighbours. */
function hasDropped(line: RecordLine, serial: number, { drop }: Case): boolean {
  if (!drop) return false
  const pay = (at: number) => [BigInt(line.wageAt(at)), BigInt(line.daysAt(at))] as const
  const [wage, days] = pay(serial)
  return [serial - 1, serial + 1].every((at) => {
    const [other, worked] = pay(at)
    return (
      worked > 0n &&
      wage * worked * BigInt(drop.denominator) < other * days * BigInt(drop.numerator)
    )
  })
}

/** Months in which several records together have more days than the month. */
function severalPlaces({ lines, totalAt }: Case): readonly Found[] {
  const counted = lines.filter((line) => !ADDED.includes(line.key.recordType))
  const serials = new Set(
    counted.flatMap((line) => line.paid.filter((serial) => totalAt(serial) > lengthAt(serial))),
  )
  return [...serials].flatMap((serial) => judgePlaces(counted, serial))
}

const placeOf = ({ key }: RecordLine) =>
  [key.workshopCode ?? '', key.branchCode, key.recordType].join(' ')

function judgePlaces(lines: readonly RecordLine[], serial: number): readonly Found[] {
  const working = lines.filter((line) => line.daysAt(serial) > 0)
  const length = lengthAt(serial)
  const twice = working.flatMap((line) => {
    const same = working.filter((other) => placeOf(other) === placeOf(line))
    return line === leastOf(same, serial) ? found(same, line, 'SAME_MONTH_TWICE', 'HIGH') : []
  })
  if (twice.length > 0) return twice
  const [least] = working.filter((line) => line === leastOf(working, serial))
  return least ? found(working, least, 'OVERLAP', 'LOW') : []

  function found(
    together: readonly RecordLine[],
    line: RecordLine,
    code: FindingCode,
    severity: Severity,
  ): readonly Found[] {
    const others = together.filter((one) => one !== line)
    if (others.length === 0) return []
    const taken = others.reduce((sum, one) => sum + one.daysAt(serial), 0)
    if (taken + line.daysAt(serial) <= length) return []
    const left = Math.max(0, length - taken)
    const claimedDays = code === 'OVERLAP' || left >= line.daysAt(serial) ? null : left
    return [{ code, severity, line, serial, claimedDays, claimedWage: null }]
  }
}

/** The record a question is asked about: fewest days, then the one that began last, then the last by key. */
function leastOf(lines: readonly RecordLine[], serial: number): RecordLine | undefined {
  const began = (line: RecordLine) => line.paid[0] ?? 0
  return lines.toSorted(
    (a, b) => a.daysAt(serial) - b.daysAt(serial) || began(b) - began(a) || (a.id < b.id ? 1 : -1),
  )[0]
}

/** Consecutive months of one line with the same finding, as one; newest month first. */
function grouped(all: readonly Found[]): RecordFinding[] {
  const order = all.toSorted(
    (a, b) =>
      (a.line.id < b.line.id ? -1 : a.line.id > b.line.id ? 1 : 0) ||
      weight(a.code) - weight(b.code) ||
      (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0) ||
      b.serial - a.serial,
  )
  const groups: Found[][] = []
  for (const one of order) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group && last && isNext(last, one)) group.push(one)
    else groups.push([one])
  }
  return groups.flatMap((group) => (group[0] ? [findingOf(group, group[0])] : []))
}

function isNext(last: Found, one: Found): boolean {
  return (
    last.line === one.line &&
    last.code === one.code &&
    last.severity === one.severity &&
    last.serial - 1 === one.serial
  )
}

function findingOf(group: readonly Found[], first: Found): RecordFinding {
  const { code, severity, line } = first
  return {
    ...{ code, severity, record: line.key, workshopName: line.workshopName },
    months: group.map(({ serial, claimedDays, claimedWage }) => ({
      ...monthAt(serial),
      recordedDays: line.daysAt(serial),
      recordedWage: line.wageAt(serial),
      ...{ claimedDays, claimedWage },
    })),
    missing: group.some(({ serial }) => !line.years.has(monthAt(serial).year)),
  }
}

function weight(code: FindingCode): number {
  return FindingCode.options.indexOf(code)
}

function newest({ months }: RecordFinding): number {
  return months[0] ? monthSerial(months[0]) : 0
}

/** Stable beyond this: what is equal here keeps the order of the lines. */
function byWeight(a: RecordFinding, b: RecordFinding): number {
  return (
    (a.severity < b.severity ? -1 : a.severity > b.severity ? 1 : 0) ||
    newest(b) - newest(a) ||
    weight(a.code) - weight(b.code)
  )
}
