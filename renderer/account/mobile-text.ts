import { formatJalali } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import { t } from '../locales/texts.ts'

/** A moment as the counter reads it. */
export function momentText(at: Instant): string {
  const day = toPersianDigits(formatJalali(dayInTehran(at)))
  return t('account.mobile.moment', { day, time: timeText(at) })
}

/** The time of day in Tehran. */
export function timeText(at: Instant): string {
  return toPersianDigits(tehranTime(at))
}

/** A masked number within a sentence: from left to right whatever stands around it, for stars have no direction. */
export function maskedText(masked: string): string {
  return `\u2066${toPersianDigits(masked)}\u2069`
}
