import { monthLength, parseJalali, type Day } from '#core/kernel/day.ts'
import { addRial, rial } from '#core/kernel/rial.ts'
import type { PaymentType, PaySlip, PaySlipLine } from '#core/pensions/pension.model.ts'

const BLOCKS = { P: 'PAYMENT', D: 'DEDUCTION', L: 'LOAN' } as const
const TYPES: Readonly<Record<string, PaymentType>> = { E: 'EID_BONUS', A: 'ARREARS' }
const LINE = /^([PDL]):([A-Z_]+)(?:~(\w+))?=(\d+)(?:@(\d*))?$/
const HEAD = /^(\d{4})\/(\d{2})([EA]?)(?:#(\d))?(?::(\d+))?$/

function jalali(text: string): Day {
  const day = parseJalali(text)
  if (!day) throw new RangeError(text)
  return day
}

/** Lines of a slip written `P:BASE=100 L:LOAN~Title=12@33`, the instalments left behind the @. */
export function slipLines(text: string): PaySlipLine[] {
  return text
    .split(' ')
    .filter(Boolean)
    .map((one) => {
      const [, block, item = '', title, amount, remaining = ''] = LINE.exec(one) ?? []
      if (block !== 'P' && block !== 'D' && block !== 'L') throw new Error(`no line: ${one}`)
      return {
        block: BLOCKS[block],
        item,
        title: title ?? item,
        amount: rial(Number(amount)),
        remaining: remaining === '' ? null : Number(remaining),
      }
    })
}

/** A slip whose totals its lines make: `1405/02`, E or A for Eid bonus or arrears, `#2` its number, `:15` days paid. */
export function aSlipOf(head: string, lines: string | readonly PaySlipLine[]): PaySlip {
  const [, year, month, type = '', seq, days] = HEAD.exec(head) ?? []
  if (year === undefined || month === undefined) throw new Error(`no slip: ${head}`)
  const own = typeof lines === 'string' ? slipLines(lines) : [...lines]
  const total = (block: PaySlipLine['block']) =>
    addRial(...own.filter((line) => line.block === block).map((line) => line.amount))
  const [payments, deductions, loans] = [total('PAYMENT'), total('DEDUCTION'), total('LOAN')]
  return {
    slipNumber: head,
    pensionNumber: '8000101',
    year: Number(year),
    month: Number(month),
    paymentType: TYPES[type] ?? 'MONTHLY',
    seq: Number(seq ?? 1),
    daysPaid: Number(days ?? monthLength(Number(year), Number(month))),
    paidOn: jalali(`${year}/${month}/20`),
    totalPayments: payments,
    totalDeductions: deductions,
    totalLoans: loans,
    net: rial(Math.max(0, payments - deductions - loans)),
    notices: [],
    bankCode: null,
    bankName: null,
    accountMasked: null,
    lines: own,
  }
}
