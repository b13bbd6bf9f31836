import type { PaperPrinting } from '#core/kernel/settings.ts'

/** How a kind of paper is printed of which nothing was said. */
export const usualPrinting: PaperPrinting = {
  printer: null,
  tray: null,
  copies: 1,
  duplex: 'simplex',
}

/**
 * What is to be kept of a kind of paper after a change: null, to forget it, when it is printed as the others are.
 * A tray belongs to its printer and goes with it.
 */
export function changedPrinting(
  before: PaperPrinting | undefined,
  change: Partial<PaperPrinting>,
): PaperPrinting | null {
  const from = before ?? usualPrinting
  const isMoved = change.printer !== undefined && change.printer !== from.printer
  const next = { ...from, ...(isMoved ? { tray: null } : {}), ...change }
  const { printer, tray, copies, duplex } = next
  const isUsual = printer === null && tray === null && copies === 1 && duplex === 'simplex'
  return isUsual ? null : next
}
