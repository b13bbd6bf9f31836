import type { KeyFigure } from '#core/verification/seal.model.ts'

/**
 * Figures in the order of their names. A seal holds digits alone and tells figures apart by their place, so every
 * place is filled: of a code only the digits count, and what has none or is not stated is 0.
 */
export function keyFigures<const Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<Name, string | number | null>>,
): readonly KeyFigure[] {
  return names.map((name) => {
    const digits = String(values[name] ?? '').replace(/[^\d*]/g, '')
    return { name, value: digits === '' ? '0' : digits.slice(0, 24) }
  })
}

/** A Jalali month as YYYYMM. */
export function monthFigure({
  year,
  month,
}: {
  readonly year: number
  readonly month: number
}): string {
  return `${year}${String(month).padStart(2, '0')}`
}
