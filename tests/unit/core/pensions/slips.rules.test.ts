import { describe, expect, it } from 'vitest'
import { parseJalali } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlip } from '#core/pensions/pension.model.ts'
import { isPaid, presentGross } from '#core/pensions/pension-status.rules.ts'
import { blockTotal, slipNotices, withNotices, type SlipBlock } from '#core/pensions/slips.rules.ts'
import { lawTable } from '../../../support/law-table.ts'
import { aSlipOf } from '../../../support/slips.ts'

const blocks: Readonly<Record<string, SlipBlock>> = { P: 'PAYMENT', D: 'DEDUCTION', L: 'LOAN' }

function linesOf(text: string) {
  if (text === '') return undefined
  if (text === '-') return []
  return text.split(' ').map((line) => {
    const block = blocks[line.slice(0, 1)]
    if (!block) throw new Error(`no line: ${line}`)
    return { block, amount: rial(Number(line.slice(1))) }
  })
}

describe('slipNotices, table of law', () => {
  const columns = ['payments', 'deductions', 'loans', 'net', 'lines', 'notices', 'source'] as const
  it.each(lawTable('slips', columns))(
    '$payments - $deductions - $loans = $net, lines $lines: $notices',
    ({ payments, deductions, loans, net, lines, notices }) => {
      const slip = {
        totalPayments: rial(Number(payments)),
        totalDeductions: rial(Number(deductions)),
        totalLoans: rial(Number(loans)),
        net: rial(Number(net)),
      }
      expect(slipNotices(slip, linesOf(lines)).join(' ')).toBe(notices)
    },
  )

  it('sums a block', () => {
    expect(blockTotal(linesOf('P3 D2 P4') ?? [], 'PAYMENT')).toBe(7)
    expect(blockTotal([], 'LOAN')).toBe(0)
  })
})

describe('presentGross', () => {
  const amount = rial(166255500)

  it('is the share while file and share are active', () => {
    expect(presentGross({ status: 'ACTIVE', shareStatus: 'ACTIVE', amount })).toBe(amount)
  })

  it.each([
    ['SUSPENDED', 'ACTIVE'],
    ['ACTIVE', 'SUSPENDED'],
    ['TERMINATED', 'TERMINATED'],
    ['PENDING', 'PENDING'],
    ['ACTIVE', 'TERMINATED'],
  ] as const)('is nothing while the file is %s and the share %s', (status, shareStatus) => {
    expect(isPaid({ status, shareStatus })).toBe(false)
    expect(presentGross({ status, shareStatus, amount })).toBe(0)
  })
})

describe('withNotices', () => {
  const right = aSlipOf('1405/02', 'P:BASE=10 D:KANOON=2')
  const sums = { payments: 10, deductions: 2, loans: 0 }
  const noticesOf = (slips: readonly PaySlip[], known = new Map([[right.slipNumber, sums]])) =>
    withNotices(slips, known).map(({ notices }) => notices.join(' '))

  it('has nothing to say of a slip that is right', () => {
    expect(noticesOf([right])).toEqual([''])
  })

  it('checks the totals against the sums of the lines, none where there are none', () => {
    expect(noticesOf([right], new Map([[right.slipNumber, { ...sums, loans: 1 }]]))).toEqual([
      'LOANS_DIFFER',
    ])
    expect(noticesOf([right], new Map())).toEqual(['PAYMENTS_DIFFER DEDUCTIONS_DIFFER'])
  })

  it('notices a payment before its month', () => {
    const [last, first] = [parseJalali('1405/01/31'), parseJalali('1405/02/01')]
    if (!last || !first) throw new Error('no such days')
    expect(noticesOf([{ ...right, paidOn: last }])).toEqual(['PAID_BEFORE_MONTH'])
    expect(noticesOf([{ ...right, paidOn: first }])).toEqual([''])
    expect(noticesOf([{ ...right, paidOn: null }])).toEqual([''])
  })

  it('notices two slips in one place of a month', () => {
    const twin = { ...right, slipNumber: 'twin' }
    const known = new Map([
      [right.slipNumber, sums],
      ['twin', sums],
    ])
    expect(noticesOf([right, twin], known)).toEqual(['SAME_SEQ', 'SAME_SEQ'])
    expect(noticesOf([right, { ...twin, seq: 2 }], known)).toEqual(['', ''])
    expect(noticesOf([right, { ...twin, paymentType: 'ARREARS' }], known)).toEqual(['', ''])
  })
})
