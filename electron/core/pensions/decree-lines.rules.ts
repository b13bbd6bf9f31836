import { addRial, rial, type Rial } from '#core/kernel/rial.ts'
import type { DecreeNotice, Movement } from './decree.model.ts'
import type { StoredDecree, StoredDecreeLine } from './pensions.ports.ts'

const BP = 10_000n

/** How an amount moved; its part of the amount before is rounded once, half away from zero, to one ten-thousandth. */
export function movement(before: Rial, after: Rial): Movement {
  return { change: changeOf(before, after), difference: after - before, bp: bpOf(before, after) }
}

function changeOf(before: Rial, after: Rial): Movement['change'] {
  if (before === after) return 'SAME'
  if (before === 0) return 'NEW'
  if (after === 0) return 'GONE'
  return after > before ? 'RAISED' : 'CUT'
}

function bpOf(before: Rial, after: Rial): number | null {
  if (before === 0) return null
  const whole = BigInt(before)
  const size = BigInt(Math.abs(after - before))
  const bp = Number((2n * size * BP + whole) / (2n * whole))
  return after < before && bp > 0 ? -bp : bp
}

/** The lines of the decree before that this one does not name any more, with what they were. */
export function fellAway(
  lines: readonly StoredDecreeLine[],
  former: readonly StoredDecreeLine[],
): { item: string; title: string; amount: Rial }[] {
  const named = new Set(lines.map(({ item }) => item))
  return former
    .filter(({ item, amountAfter }) => amountAfter > 0 && !named.has(item))
    .map(({ item, title, amountAfter }) => ({ item, title, amount: amountAfter }))
}

type Sides = Pick<StoredDecree, 'lines' | 'totalBefore' | 'totalAfter'>

/** What is wrong with the lines of a decree by themselves. */
export function lineNotices({ lines, totalBefore, totalAfter }: Sides): DecreeNotice[] {
  if (lines.length === 0) return ['NO_LINES']
  const notices: DecreeNotice[] = []
  if (addRial(...lines.map((line) => line.amountBefore)) !== totalBefore)
    notices.push('BEFORE_DIFFERS')
  if (addRial(...lines.map((line) => line.amountAfter)) !== totalAfter)
    notices.push('AFTER_DIFFERS')
  return notices
}

/**
 * What a share of the file has of a decree: its part of every line, rounded down to one rial; of the totals where the
 * decree names no lines.
 */
export function ownPart(
  { lines, totalBefore, totalAfter }: Sides,
  shareBp: number,
): { before: Rial; after: Rial } {
  const part = (amount: Rial) => rial(Number((BigInt(amount) * BigInt(shareBp)) / BP))
  if (lines.length === 0) return { before: part(totalBefore), after: part(totalAfter) }
  return {
    before: addRial(...lines.map((line) => part(line.amountBefore))),
    after: addRial(...lines.map((line) => part(line.amountAfter))),
  }
}
