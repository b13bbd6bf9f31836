import type { RecordTotals } from '#core/certificates/record-statement.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { rialInWords } from '#core/kernel/words.ts'
import { NOTHING, amount, count, monthOrNothing } from '../paper-words.ts'
import type { PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { TINT, boxLines, label, strong, value } from './paper-style.ts'

function spanText({ span }: RecordTotals): string {
  if (span === null) return NOTHING
  const { years, months, days } = span
  return `${toPersianDigits(years)} سال و ${toPersianDigits(months)} ماه و ${toPersianDigits(days)} روز`
}

/** The whole record in one strip: days, years-months-days, first and last month, and wages if stated. */
export function recordTotals(totals: RecordTotals): PaperNode {
  const cells: readonly (readonly [name: string, field: string, text: string])[] = [
    ['جمع روزها', 'totals.totalDays', `${count(totals.totalDays)} روز`],
    ['برابر با', 'totals.span', spanText(totals)],
    ['نخستین ماه', 'totals.firstMonth', monthOrNothing(totals.firstMonth)],
    ['آخرین ماه', 'totals.lastMonth', monthOrNothing(totals.lastMonth)],
  ]
  const strip = cells.map(([name, field, text]) => ({
    stack: [
      label(name, { alignment: 'center' }),
      value(field, text, { bold: true, alignment: 'center' }),
    ],
    fillColor: TINT,
  }))
  const wage = totals.totalWage
  const wageRow: TableCell[][] =
    wage === null
      ? []
      : [
          [
            {
              text: ['جمع دستمزد: ', strong(`${amount(wage)} ریال`), ` – ${rialInWords(wage)}`],
              field: 'totals.totalWage',
              colSpan: 4,
            },
            { text: '' },
            { text: '' },
            { text: '' },
          ],
        ]
  return {
    unbreakable: true,
    table: { widths: [90, '*', 100, 100], body: [strip, ...wageRow] },
    layout: boxLines({ x: 5, y: 3 }),
    margin: [0, 0, 0, 9],
  }
}
