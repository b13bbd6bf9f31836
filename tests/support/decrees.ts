import { Day, parseJalali } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import type {
  StoredDecree,
  StoredDecreeLine,
  StoredSlipSummary,
} from '#core/pensions/pensions.ports.ts'

/** A day written in Jalali as 1404/06/20. */
export function jalaliDay(text: string): Day {
  return Day.parse(parseJalali(text))
}

/** Lines of a decree written as `BASE 100>120;HOUSING 0>5`. */
export function decreeLines(written: string): StoredDecreeLine[] {
  if (written === '') return []
  return written.split(';').map((line) => {
    const [item = '', amounts = ''] = line.split(' ')
    const [before, after] = amounts.split('>').map(Number)
    return { item, title: item, amountBefore: rial(before ?? 0), amountAfter: rial(after ?? 0) }
  })
}

/** A decree of a year whose totals are the sums of its lines, effective and issued in Farvardin. */
export function aStoredDecree(
  year: number,
  written: string,
  change: Partial<StoredDecree> = {},
): StoredDecree {
  const lines = decreeLines(written)
  const sum = (side: 'amountBefore' | 'amountAfter') =>
    rial(lines.reduce((all, line) => all + line[side], 0))
  return {
    ...{ decreeNumber: `${String(year)}-1`, year, month: 1, kind: 'ANNUAL', basis: null, lines },
    issuedOn: jalaliDay(`${String(year)}/01/20`),
    effectiveOn: jalaliDay(`${String(year)}/01/01`),
    ...{ totalBefore: sum('amountBefore'), totalAfter: sum('amountAfter') },
    ...change,
  }
}

/** A slip of arrears paid in a month. */
export function anArrearsSlip(year: number, month: number, amount: number): StoredSlipSummary {
  const paid = rial(amount)
  return {
    ...{ slipNumber: `${String(year)}${String(month)}`, pensionNumber: '8000109', year, month },
    ...{ paymentType: 'ARREARS', seq: 1, daysPaid: null, paidOn: null },
    ...{ totalPayments: paid, totalDeductions: rial(0), totalLoans: rial(0), net: paid },
  }
}
