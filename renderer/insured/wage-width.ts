import { formatRial, rial, type Rial } from '#core/kernel/rial.ts'

/** Digits of the screen's font, and the marks between them, in rem at 13 px. */
const DIGIT_REM = 0.475
const MARK_REM = 0.22
const AIR_REM = 0.25

/** Room in rem that the longest of some amounts needs, so that none is ever cut short. */
export function wageWidth(amounts: Iterable<Rial>): number {
  let most = 0
  for (const amount of amounts) most = Math.max(most, amount)
  const text = formatRial(rial(most))
  const marks = text.split('٬').length - 1
  return (text.length - marks) * DIGIT_REM + marks * MARK_REM + AIR_REM
}
