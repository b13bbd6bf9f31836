import { officialPapers } from './official-papers.ts'
import type { PaperKind } from './paper.model.ts'

const SERIAL_DIGITS = 6

/** Number of a paper: branch, Jalali year, kind and its place within the year, as 900-1405-1-000001. */
export function paperNumber(
  branchCode: string,
  kind: PaperKind,
  year: number,
  serial: number,
): string {
  const place = String(serial).padStart(SERIAL_DIGITS, '0')
  return [branchCode, String(year), officialPapers[kind].digit, place].join('-')
}
