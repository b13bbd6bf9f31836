import { dayOfJalali, monthLength, type Day } from '#core/kernel/day.ts'
import type { JalaliMonth } from './contribution.model.ts'

/** Months counted from year 0, so that they can be subtracted and sorted. */
export function monthSerial({ year, month }: JalaliMonth): number {
  return year * 12 + month - 1
}

/** The month of a serial. */
export function monthAt(serial: number): JalaliMonth {
  return { year: Math.floor(serial / 12), month: (serial % 12) + 1 }
}

/** Days of the month of a serial. */
export function lengthAt(serial: number): number {
  const { year, month } = monthAt(serial)
  return monthLength(year, month)
}

/** First day of the month of a serial; undefined outside the years 1250 to 1499. */
export function firstDayAt(serial: number): Day | undefined {
  const { year, month } = monthAt(serial)
  return dayOfJalali(year, month, 1)
}

/** A month as papers name it: 1402/05, Latin digits. */
export function monthText({ year, month }: JalaliMonth): string {
  return `${String(year)}/${String(month).padStart(2, '0')}`
}
