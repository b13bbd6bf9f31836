import type { RecordRow, RecordStatement } from '#core/certificates/record-statement.model.ts'
import { jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import {
  NOTHING,
  RECORD_SCOPE,
  RECORD_TYPE,
  amount,
  branchText,
  code,
  codeOrNothing,
  count,
  dayText,
  quotedOrNothing,
} from '../paper-words.ts'
import type {
  PaperDefinition,
  PaperNode,
  Points,
  TableCell,
} from '../persian-text/paper-definition.ts'
import { fact, factTable, identityFacts, nameFact } from './fact-table.ts'
import { besideCode, closing } from './letter.ts'
import { HAIRLINE, QUIET, TINT, boxLines, label, sizeOfAmount, value } from './paper-style.ts'
import { recordTotals } from './record-totals.ts'
import { wideSheet } from './wide-sheet.ts'

const TITLE = 'ریز سوابق بیمه'
const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)
const PADDING = 1.3

/** Columns and type sizes, in points, so that the longest amount stays on one line of its cell. */
interface Grid {
  readonly widths: readonly (Points | '*')[]
  readonly text: Points
  readonly wage: Points
}

const DAYS_ONLY: Grid = {
  widths: [24, 54, '*', 28, 84, ...MONTHS.map(() => 27), 30],
  text: 8,
  wage: 8,
}
const MONTH_WIDTH = 39.4
const YEAR_WIDTH = 46
const LARGEST_WAGE: Points = 6.6

function gridOf({ rows }: RecordStatement): Grid {
  const wages = rows.flatMap((row) => row.wages ?? [])
  if (rows.every((row) => row.wages === null)) return DAYS_ONLY
  const month = sizeOfAmount(Math.max(1, ...wages), MONTH_WIDTH, LARGEST_WAGE)
  const yearWages = rows.map((row) => row.yearWage ?? 0)
  const year = sizeOfAmount(Math.max(1, ...yearWages), YEAR_WIDTH, LARGEST_WAGE)
  return {
    widths: [19, 41, '*', 21, 44, ...MONTHS.map(() => MONTH_WIDTH), 19, YEAR_WIDTH],
    text: 7,
    wage: Math.min(month, year),
  }
}

function identity(paper: RecordStatement): PaperNode[] {
  const { totals } = paper
  const numbers = paper.insuranceNumbers.map((number) => code(number)).join('، ')
  return [
    factTable({
      widths: [72, '*', 72, '*', 64, '*'],
      facts: [
        nameFact(paper.person),
        ...identityFacts(paper.person),
        fact('شعبهٔ پرونده', 'branch', branchText(paper.branch)),
        fact('شمارهٔ بیمه', 'insuranceNumbers', numbers),
        fact('نوع گزارش', 'totals.scope', RECORD_SCOPE[totals.scope], { bold: true }),
        fact('وضعیت در تاریخ', 'totals.asOf', dayText(totals.asOf), { bold: true }),
      ],
      padding: { x: 3, y: 4 },
      labels: { fontSize: 7.5 },
    }),
    {
      text: legendOf(paper),
      color: QUIET,
      fontSize: 8,
      margin: [0, 6, 0, 0],
    },
  ]
}

function legendOf({ rows }: RecordStatement): string {
  if (rows.length === 0) return ''
  return rows.some((row) => row.wages !== null)
    ? 'در هر خانهٔ ماه، سطر نخست روزهای کارکرد و سطر دوم دستمزد به ریال است؛ دستمزدها از سال ۱۳۸۶ ثبت شده است.'
    : 'در هر خانهٔ ماه، روزهای کارکرد آمده است.'
}

/** Days of a month, with its wage under them where the paper states wages. */
function monthCell(row: RecordRow, month: number, grid: Grid): TableCell {
  const days = row.days[month - 1] ?? 0
  const wage = row.wages?.[month - 1]
  const empty = days === 0 && (wage ?? 0) === 0
  const daysText = empty ? NOTHING : toPersianDigits(days)
  const centred = { alignment: 'center' as const, fontSize: grid.text }
  if (wage === undefined || empty) {
    return value('rows.days', daysText, empty ? { ...centred, color: HAIRLINE } : centred)
  }
  return {
    stack: [
      value('rows.days', daysText, centred),
      value('rows.wages', amount(wage), { alignment: 'center', fontSize: grid.wage }),
    ],
  }
}

function rowCells(row: RecordRow, grid: Grid, withWages: boolean): TableCell[] {
  const small = { fontSize: grid.text }
  const centred = { ...small, alignment: 'center' as const }
  return [
    value('rows.year', toPersianDigits(row.year), { ...centred, bold: true }),
    value('rows.workshopCode', codeOrNothing(row.workshopCode), centred),
    value('rows.workshopName', quotedOrNothing(row.workshopName), small),
    value('rows.branchCode', code(row.branchCode), centred),
    value('rows.recordType', RECORD_TYPE[row.recordType], small),
    ...MONTHS.map((month) => monthCell(row, month, grid)),
    value('rows.yearDays', toPersianDigits(row.yearDays), { ...centred, bold: true }),
    ...(withWages
      ? [
          value('rows.yearWage', row.yearWage === null ? NOTHING : amount(row.yearWage), {
            alignment: 'center',
            fontSize: grid.wage,
            bold: row.yearWage !== null,
          }),
        ]
      : []),
  ]
}

function table(paper: RecordStatement): PaperNode {
  if (paper.rows.length === 0) {
    return {
      text: 'در این گزارش هیچ سابقه‌ای ثبت نشده است.',
      bold: true,
      fontSize: 11,
      alignment: 'center',
      margin: [0, 24, 0, 24],
    }
  }
  const grid = gridOf(paper)
  const withWages = grid !== DAYS_ONLY
  const heads = [
    ...['سال', 'کد کارگاه', 'نام کارگاه', 'شعبه', 'نوع سابقه'],
    ...MONTHS.map(jalaliMonthName),
    'روز سال',
    ...(withWages ? ['دستمزد سال'] : []),
  ]
  return {
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: grid.widths,
      body: [
        heads.map((text) => ({
          ...label(text, { fontSize: 6.5, bold: true, alignment: 'center', margin: [0, 0, 0, 0] }),
          fillColor: TINT,
        })),
        ...paper.rows.map((row) => rowCells(row, grid, withWages)),
      ],
    },
    layout: boxLines({ x: PADDING, y: 1 }),
    lineHeight: 0.9,
    margin: [0, 0, 0, 8],
  }
}

const NOTE =
  'روزهای هم‌زمان در جمع سابقه یک بار شمرده می‌شود. سوابق ماه‌های پایانی ممکن است هنوز ثبت نشده باشد.'

/**
 * ریز سوابق: every year and workshop on landscape A4, its head on every page, no row parted (domain
 * brief §4.4). Amounts of any length keep to their cell: the type grows smaller instead.
 */
export function recordStatementTemplate(paper: RecordStatement): PaperDefinition {
  const { issue } = paper
  return wideSheet(issue, TITLE, [
    besideCode(issue, paper.trackingCode, identity(paper)),
    table(paper),
    {
      unbreakable: true,
      columns: [
        {
          width: '*',
          stack: [
            recordTotals(paper.totals),
            value('rows', `شمار سطرها: ${count(paper.rows.length)}`, { fontSize: 8 }),
            { text: NOTE, color: QUIET, fontSize: 8 },
          ],
        },
        { width: 310, stack: [closing(issue)] },
      ],
      columnGap: 14,
    },
  ])
}
