import type { JalaliMonth } from '#core/insured/contribution.model.ts'
import type { FoundMonth, RecordFinding, RecordKey } from '#core/insured/record-finding.model.ts'
import type { LineFault } from '#core/insured/record-objection.rules.ts'
import { MissingWork } from '#core/insured/missing-record.model.ts'
import { formatJalali, isDay, jalaliMonthName, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { firstText, t } from '../locales/texts.ts'
import { readMonth, shownWage } from './objected-months.ts'

/** A month in words: مرداد ۱۴۰۲. */
export function monthName({ year, month }: JalaliMonth): string {
  return `${jalaliMonthName(month)} ${toPersianDigits(year)}`
}

/** One line of records as a clerk tells it from another: workshop, its code, contract row, type. */
export function recordName(key: RecordKey, workshopName: string | null): string {
  const { workshopCode, contractRow, recordType } = key
  const parts = [
    workshopName ?? t('filing.recordObjection.noWorkshop'),
    ...(workshopCode === null ? [] : [toPersianDigits(workshopCode)]),
    ...(contractRow === '000' || contractRow === ''
      ? []
      : [t('filing.recordObjection.contractRow', { row: toPersianDigits(contractRow) })]),
    t(`enums.recordType.${recordType}`),
  ]
  return parts.join('، ')
}

/** What looks wrong, with the figures of the newest month and the claim that is suggested. */
export function findingText({ code, months }: RecordFinding): string {
  const [newest] = months
  if (!newest) return ''
  const values = {
    days: newest.recordedDays,
    wage: shownWage(newest.recordedWage),
    claimedDays: newest.claimedDays ?? '',
    claimedWage: newest.claimedWage === null ? '' : shownWage(newest.claimedWage),
  }
  return t(`filing.findings.text.${code}`, values)
}

/** The months and the record of a finding. */
export function findingPlace({ months, record, workshopName }: RecordFinding): string {
  return `${monthsName(months)}؛ ${recordName(record, workshopName)}`
}

function monthsName(months: readonly FoundMonth[]): string {
  const [newest, oldest] = [months[0], months.at(-1)]
  if (!newest || !oldest) return ''
  if (newest === oldest) return monthName(newest)
  return t('filing.findings.months', {
    from: monthName(oldest),
    to: monthName(newest),
    n: months.length,
  })
}

/** What is wrong with a line, with its figures; days and months in Persian digits. */
export function lineFaultText({ fault, values }: LineFault): string {
  const shown = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? toPersianDigits(isDay(value) ? formatJalali(value) : value)
        : value,
    ]),
  )
  const keys = [`filing.lineFault.${fault}`, `refusals.fault.${fault}`, 'refusals.fault.format']
  return firstText(keys, shown)
}

/** A line of an objection as it is read back. */
export function objectionLineText(line: Readonly<Record<string, unknown>>): string {
  const read = readMonth(line)
  if (!read) return ''
  const claims = [
    ...(read.claimedDays === null
      ? []
      : [
          t('filing.recordObjection.daysLine', {
            days: read.recordedDays,
            claimed: read.claimedDays,
          }),
        ]),
    ...(read.claimedWage === null
      ? []
      : [
          t('filing.recordObjection.wageLine', {
            wage: shownWage(read.recordedWage),
            claimed: shownWage(read.claimedWage),
          }),
        ]),
    ...(read.claimedWorkshop === ''
      ? []
      : [t('filing.recordObjection.workshopLine', { claimed: read.claimedWorkshop })]),
  ]
  return `${monthName(read)}، ${recordName(read, read.workshopName)}: ${claims.join('، ')}`
}

/** A row of missing work as it is read back. */
export function missingLineText(line: Readonly<Record<string, unknown>>): string {
  const read = MissingWork.safeParse(line).data
  if (!read) return ''
  const day = (of: Day) => toPersianDigits(formatJalali(of))
  return t('filing.recordMissing.line', {
    workshop: read.workshopName,
    from: day(read.from),
    to: day(read.to),
    days: read.days ?? 0,
  })
}
