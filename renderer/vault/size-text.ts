import { toPersianDigits } from '#core/kernel/digits.ts'
import { t } from '../locales/texts.ts'

const KILO = 1024

/** Bytes as whole kilobytes in words, never less than one. */
export function kilobyteText(bytes: number): string {
  return t('vault.kilobytes', { n: Math.max(1, Math.round(bytes / KILO)) })
}

/** Bytes as megabytes with one decimal, «۱٫۲». */
export function megabyteText(bytes: number): string {
  const tenths = Math.round((bytes / KILO / KILO) * 10)
  const [whole, rest] = [Math.floor(tenths / 10), tenths % 10]
  return toPersianDigits(rest === 0 ? String(whole) : `${whole}٫${rest}`)
}
