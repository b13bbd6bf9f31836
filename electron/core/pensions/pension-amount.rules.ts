import { rial, roundedRial, type Rial } from '#core/kernel/rial.ts'

/** A part of the average pay: whole numbers, the second positive. */
export interface PensionShare {
  readonly numerator: number
  readonly denominator: number
}

/** What a pension is computed of: pay in rial over a number of months, and the part of its average that is due. */
export interface PensionBasis {
  readonly pay: number
  readonly months: number
  readonly share: PensionShare
  /** Least pension in rial; null where none is guaranteed. */
  readonly floor: Rial | null
  /** Amounts are rounded up to a multiple of this; with 1 half up to one rial. */
  readonly step: number
}

/**
 * The monthly pension in rial: average pay × share, exact until it is rounded once, and not below the floor.
 *
 * @law Social Security Act, arts. 77, 111; domain brief §2.6, §3.19
 */
export function pensionAmount({ pay, months, share, floor, step }: PensionBasis): Rial {
  const amount = rounded(pay, share.numerator, months * share.denominator, step)
  return rial(floor === null ? amount : Math.max(amount, Math.ceil(floor / step) * step))
}

/** The average monthly pay, for showing only: the pension is computed of the exact one. */
export function averagePay(pay: number, months: number): Rial {
  return rial(rounded(pay, 1, months, 1))
}

function rounded(pay: number, numerator: number, denominator: number, step: number): number {
  const top = 2 * pay * numerator + denominator
  return Number.isSafeInteger(top) && step === 1
    ? (top - (top % (2 * denominator))) / (2 * denominator)
    : roundedExactly(BigInt(pay) * BigInt(numerator), BigInt(denominator), BigInt(step))
}

function roundedExactly(numerator: bigint, denominator: bigint, step: bigint): number {
  if (step === 1n) return roundedRial(numerator, denominator)
  const unit = denominator * step
  return Number(((numerator + unit - 1n) / unit) * step)
}
