import { toLatinDigits } from '#core/kernel/digits.ts'

/** The form in which user names are compared: no outer space, Latin digits, small letters. */
export function userKeyOf(userName: string): string {
  return toLatinDigits(userName.normalize('NFKC')).trim().toLowerCase()
}

/**
 * The code by which papers name the next clerk of a branch: 'branch-NN', counted on from the highest
 * in use. Codes are never given twice.
 */
export function nextClerkCode(branchCode: string, taken: readonly string[]): string {
  const numbers = taken.map((code) => Number(code.slice(code.lastIndexOf('-') + 1)))
  const highest = Math.max(0, ...numbers.filter((number) => Number.isSafeInteger(number)))
  return `${branchCode}-${String(highest + 1).padStart(2, '0')}`
}
