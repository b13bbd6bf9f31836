import { MISSING_LINES, MissingWork } from '#core/insured/missing-record.model.ts'
import {
  missingFaults,
  type MissingFacts,
  type MissingFault,
} from '#core/insured/missing-record.rules.ts'
import type { RecordFinding } from '#core/insured/record-finding.model.ts'
import type { LineFault } from '#core/insured/record-objection.rules.ts'
import { dayOfJalali, daysBetween, isDay, monthLength } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Choices } from '#core/requests/citizen-service.ts'

/** One stretch of missing work while it is typed. The province and the city lead to the branch and are not filed. */
export interface TypedWork {
  province: string
  city: string
  branchCode: string
  insuranceType: string
  workshopCode: string
  workshopName: string
  employerName: string
  address: string
  from: string
  to: string
  days: string
}

/** An empty row, at the place of another one where there is one. */
export function emptyWork(beside?: TypedWork): TypedWork {
  return {
    province: beside?.province ?? '',
    city: beside?.city ?? '',
    branchCode: beside?.branchCode ?? '',
    insuranceType: beside?.insuranceType ?? 'COMPULSORY',
    ...{ workshopCode: '', workshopName: '', employerName: '', address: '' },
    ...{ from: '', to: '', days: '' },
  }
}

/** Province and city of a branch, by the choices of the office; empty where it is not among them. */
export function placeOfBranch(
  branchCode: string,
  choices: Choices,
): Pick<TypedWork, 'province' | 'city' | 'branchCode'> {
  for (const [field, branches] of Object.entries(choices)) {
    const [what, province = '', city = ''] = field.split('/')
    if (what === 'branch' && branches.some(({ id }) => id === branchCode))
      return { province, city, branchCode }
  }
  return { province: '', city: '', branchCode: '' }
}

/** The days of a row's span, both ends included, in Persian digits; empty while it is none. */
export function spanDays({ from, to }: Pick<TypedWork, 'from' | 'to'>): string {
  return isDay(from) && isDay(to) && to > from ? toPersianDigits(daysBetween(from, to) + 1) : ''
}

/** A gap that Bajeh found, as a row: its workshop and its months. */
export function workOfFinding(
  { record, workshopName, months }: RecordFinding,
  choices: Choices,
): TypedWork {
  const [newest, oldest] = [months[0], months.at(-1)]
  const from = oldest && dayOfJalali(oldest.year, oldest.month, 1)
  const to =
    newest && dayOfJalali(newest.year, newest.month, monthLength(newest.year, newest.month))
  const span = { from: from ?? '', to: to ?? '' }
  return {
    ...emptyWork(),
    ...placeOfBranch(record.branchCode, choices),
    workshopCode: toPersianDigits(record.workshopCode ?? ''),
    workshopName: workshopName ?? '',
    ...span,
    days: spanDays(span),
  }
}

/** Whether a row holds nothing but where it is and its kind. */
export function isBlankWork(row: TypedWork): boolean {
  return [row.workshopCode, row.workshopName, row.employerName, row.address, row.from, row.to]
    .map((text) => text.trim())
    .every((text) => text === '')
}

/** The rows with one added; a blank row at the end gives way. Beyond what a request holds none is added. */
export function withWork(rows: readonly TypedWork[], row: TypedWork): readonly TypedWork[] {
  const last = rows.at(-1)
  const kept = last && isBlankWork(last) ? rows.slice(0, -1) : rows
  return kept.length < MISSING_LINES ? [...kept, row] : rows
}

/** What is wrong with typed rows, as far as they can be read. */
export function typedWorkFaults(
  rows: readonly TypedWork[],
  facts: MissingFacts,
): readonly LineFault<MissingFault>[] {
  const known: MissingWork[] = []
  const at: number[] = []
  rows.forEach((row, index) => {
    const read = MissingWork.safeParse(row)
    if (!read.success) return
    known.push(read.data)
    at.push(index)
  })
  return missingFaults(known, facts).map((one) => ({
    ...one,
    line: (at[one.line - 1] ?? 0) + 1,
    values: {
      ...one.values,
      ...(typeof one.values['other'] === 'number'
        ? { other: (at[one.values['other'] - 1] ?? 0) + 1 }
        : {}),
    },
  }))
}
