import { addRial } from '#core/kernel/rial.ts'
import type { StoredDecree } from './pensions.ports.ts'

/** Whether the lines of a decree sum to its totals, before and after the increase. */
export function areDecreeLinesRight({
  lines,
  totalBefore,
  totalAfter,
}: Pick<StoredDecree, 'lines' | 'totalBefore' | 'totalAfter'>): boolean {
  return (
    addRial(...lines.map((line) => line.amountBefore)) === totalBefore &&
    addRial(...lines.map((line) => line.amountAfter)) === totalAfter
  )
}
