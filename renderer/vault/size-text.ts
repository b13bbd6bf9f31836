import { toPersianDigits } from '#core/kernel/digits.ts'
import type { BroughtFormat, ScanMeasure, VaultScan } from '#core/vault/vault.model.ts'
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

/** Bytes in the unit in which people say them. */
export function sizeText(bytes: number): string {
  return bytes < KILO * KILO
    ? kilobyteText(bytes)
    : t('vault.megabytes', { n: megabyteText(bytes) })
}

/** Latin letters for themselves: a number behind them would be read with them. */
function formatText(format: BroughtFormat): string {
  return `\u2068${t(`vault.format.${format}`)}\u2069`
}

/** «۳۰۰۰×۴۰۰۰» for a picture; undefined for what has pages. */
function dotsText({ width, height }: Pick<ScanMeasure, 'width' | 'height'>): string | undefined {
  return width === null || height === null
    ? undefined
    : toPersianDigits(t('vault.dots', { width, height }))
}

/** What a scan is, in a few words. */
export function measureText({ format, size, measure }: VaultScan): string {
  const parts = [
    formatText(format),
    sizeText(size),
    measure && measure.pages > 1 ? t('vault.pages', { n: measure.pages }) : undefined,
    measure ? dotsText(measure) : undefined,
  ]
  return parts.filter((part) => part !== undefined).join(t('vault.comma'))
}

/** What was done to a file before it was kept; undefined when nobody would see a difference. */
export function reductionText({ brought, format, size, measure }: VaultScan): string | undefined {
  if (!brought) return undefined
  const [from, to] = [dotsText(brought), measure ? dotsText(measure) : undefined]
  const parts = [
    brought.format === format
      ? undefined
      : t('vault.reduction.format', {
          from: formatText(brought.format),
          to: formatText(format),
        }),
    sizeText(brought.size) === sizeText(size)
      ? undefined
      : t('vault.reduction.size', { from: sizeText(brought.size), to: sizeText(size) }),
    from !== undefined && to !== undefined && from !== to
      ? t('vault.reduction.dots', { from, to })
      : undefined,
  ]
  const told = parts.filter((part) => part !== undefined)
  return told.length > 0 ? told.join(t('vault.comma')) : undefined
}
