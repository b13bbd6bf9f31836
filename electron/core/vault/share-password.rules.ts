import { toLatinDigits } from '#core/kernel/digits.ts'

/** Not the sixteen in fours of a bank card. */
const GROUPS = 3
const GROUP = 5

/**
 * A password of a share as the citizen reads it: fifteen digits in groups of five. Digits are read the same in every
 * hand, told by telephone and typed on any keyboard. `pick` draws a number from 0 to below its argument.
 */
export function sharePassword(pick: (below: number) => number): string {
  const group = () => Array.from({ length: GROUP }, () => String(pick(10))).join('')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** A password as somebody typed it, made alike: digits of any script, nothing between them. */
export function readSharePassword(typed: string): string {
  return toLatinDigits(typed).replace(/[^\d\p{L}]/gu, '')
}
