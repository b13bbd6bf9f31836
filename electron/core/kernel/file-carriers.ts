/** The largest file that the counter hands to the office, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024

/** Characters that the base64 of so many bytes takes. */
export function base64Length(bytes: number): number {
  return 4 * Math.ceil(bytes / 3)
}

/** Methods whose input carries a whole file, as base64; all others stay far below it. */
const CARRIERS: readonly unknown[] = ['vault.addScan']

/** Whether a call of this name may carry a file of `LARGEST_FILE`. */
export function carriesFile(method: unknown): boolean {
  return CARRIERS.includes(method)
}
