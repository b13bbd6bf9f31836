import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatJalali, type Day } from '#core/kernel/day.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { SurvivorNotice } from '#core/pensions/survivor.model.ts'
import { t } from '../locales/texts.ts'
import type { Tone } from '../ui/notices.ts'

/** The tone of a status, beside its word. */
export const STATUS_TONES: Readonly<Record<PensionFile['status'], Tone>> = {
  ACTIVE: 'ok',
  SUSPENDED: 'warning',
  TERMINATED: 'neutral',
  PENDING: 'info',
}

/** A share in percent, of 1/10000: ۴۱٫۶۸ درصد. */
export function percentText(shareBp: number): string {
  return t('ui.percent', { n: toPersianDigits(shareBp / 100).replace('.', '٫') })
}

/** A Jalali day in Persian digits. */
export function jalaliText(day: Day): string {
  return toPersianDigits(formatJalali(day))
}

/** What does not fit in the shares of a file, in words. */
export function survivorNoticeText({ code, name, day, sentBp, lawfulBp }: SurvivorNotice): string {
  return t(`pensions.survivors.notice.${code}`, {
    name: name ?? '',
    day: day === null ? '' : jalaliText(day),
    sent: sentBp === null ? '' : percentText(sentBp),
    lawful: lawfulBp === null ? '' : percentText(lawfulBp),
  })
}
