import { lengthAt, monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import type { FoundMonth, RecordFinding, RecordKey } from '#core/insured/record-finding.model.ts'
import { recordKeyText, type RecordLine } from '#core/insured/record-lines.rules.ts'
import {
  OBJECTION_LINES,
  ObjectedMonth,
  type ObjectedMonth as ReadMonth,
} from '#core/insured/record-objection.model.ts'
import {
  isMonthIn,
  objectionFaults,
  type LineFault,
  type RecordedFacts,
} from '#core/insured/record-objection.rules.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'

/** One line of an objection while it is typed: claims as they are typed, in Persian digits. */
export interface TypedMonth extends RecordKey {
  readonly year: number
  readonly month: number
  readonly workshopName: string | null
  readonly recordedDays: number
  readonly recordedWage: number
  claimedDays: string
  claimedWage: string
  claimedWorkshop: string
}

/** A month of one line of records: `none` without a day, `closed` where nothing can be picked. */
export interface PickCell {
  readonly year: number
  readonly month: number
  readonly length: number
  readonly days: number
  readonly wage: number
  readonly state: 'full' | 'low' | 'none' | 'closed'
}

export interface PickYear {
  readonly year: number
  readonly cells: readonly PickCell[]
}

/** The years of one line of records, newest first, as cells that can be picked. */
export function pickYears(line: RecordLine, facts: RecordedFacts): readonly PickYear[] {
  return [...line.years]
    .sort((a, b) => b - a)
    .map((year) => ({
      year,
      cells: Array.from({ length: 12 }, (_, at) => pickCell(line, year * 12 + at, facts)),
    }))
}

function pickCell(line: RecordLine, serial: number, facts: RecordedFacts): PickCell {
  const [days, wage, length] = [line.daysAt(serial), line.wageAt(serial), lengthAt(serial)]
  const isIn = isMonthIn(serial, days > 0 || wage > 0, facts)
  const state = !isIn ? 'closed' : days >= length ? 'full' : days > 0 ? 'low' : 'none'
  return { ...monthAt(serial), length, days, wage, state }
}

/** The place of a line: its record and its month. */
export function placeOf(
  line: RecordKey & { readonly year: number; readonly month: number },
): string {
  return `${recordKeyText(line)} ${String(monthSerial(line))}`
}

/** A picked cell as a line without a claim yet. */
export function lineOfCell(line: RecordLine, { year, month, days, wage }: PickCell): TypedMonth {
  return {
    ...line.key,
    ...{ year, month, workshopName: line.workshopName, recordedDays: days, recordedWage: wage },
    ...{ claimedDays: '', claimedWage: '', claimedWorkshop: '' },
  }
}

/** The lines that a finding suggests, one for each of its months. */
export function linesOfFinding({
  record,
  workshopName,
  months,
}: RecordFinding): readonly TypedMonth[] {
  return months.map((month) => ({
    ...record,
    ...{ year: month.year, month: month.month, workshopName },
    ...{ recordedDays: month.recordedDays, recordedWage: month.recordedWage },
    ...claimsOf(month),
    claimedWorkshop: '',
  }))
}

function claimsOf({ claimedDays, claimedWage }: FoundMonth) {
  return {
    claimedDays: claimedDays === null ? '' : toPersianDigits(claimedDays),
    claimedWage: claimedWage === null ? '' : formatRial(claimedWage),
  }
}

/**
 * The lines with others added: one that is there already keeps what was typed and takes what it lacks. Beyond what
 * a request holds they are left out.
 */
export function withLines(
  lines: readonly TypedMonth[],
  more: readonly TypedMonth[],
): readonly TypedMonth[] {
  const all = new Map(lines.map((line) => [placeOf(line), line]))
  for (const line of more) {
    const there = all.get(placeOf(line))
    if (there)
      all.set(placeOf(line), {
        ...there,
        claimedDays: there.claimedDays || line.claimedDays,
        claimedWage: there.claimedWage || line.claimedWage,
      })
    else if (all.size < OBJECTION_LINES) all.set(placeOf(line), line)
  }
  return [...all.values()]
}

/** Whether every month of a finding stands among the lines, with what it claims. */
export function isAdded(lines: readonly TypedMonth[], finding: RecordFinding): boolean {
  const there = new Map(lines.map((line) => [placeOf(line), line]))
  return linesOfFinding(finding).every((line) => {
    const one = there.get(placeOf(line))
    if (!one) return false
    return (
      (line.claimedDays === '' || one.claimedDays !== '') &&
      (line.claimedWage === '' || one.claimedWage !== '')
    )
  })
}

/**
 * What is wrong with typed lines, as far as they can be read. That nothing is claimed yet is no fault while a line is
 * being typed.
 */
export function typedFaults(
  lines: readonly TypedMonth[],
  facts: RecordedFacts,
): readonly LineFault[] {
  const read = lines.map((line) => ObjectedMonth.safeParse(line))
  const known: ReadMonth[] = []
  const at: number[] = []
  read.forEach((one, index) => {
    if (!one.success) return
    known.push(one.data)
    at.push(index)
  })
  return objectionFaults(known, facts)
    .filter(({ fault }) => fault !== 'nothing-claimed')
    .map((one) => ({ ...one, line: (at[one.line - 1] ?? 0) + 1 }))
}

/** A line read back: what a draft or a filed request has of it. */
export function readMonth(line: Readonly<Record<string, unknown>>): ReadMonth | undefined {
  return ObjectedMonth.safeParse(line).data
}

/** An amount that a line carries, in Persian digits. */
export function shownWage(wage: number): string {
  return formatRial(rial(wage))
}
