import type { PaperKind } from './paper.model.ts'

/** The digit that stands for a kind of paper in its number. */
const KIND_DIGIT: Readonly<Record<PaperKind, string>> = {
  'salary-certificate': '1',
  'pension-slip': '2',
  'request-receipt': '3',
}

const SERIAL_DIGITS = 6

/** Number of a paper: branch, Jalali year, kind and its place within the year, as 900-1405-1-000001. */
export function paperNumber(
  branchCode: string,
  kind: PaperKind,
  year: number,
  serial: number,
): string {
  const place = String(serial).padStart(SERIAL_DIGITS, '0')
  return [branchCode, String(year), KIND_DIGIT[kind], place].join('-')
}
