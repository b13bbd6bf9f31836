import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { isPaid, presentGross } from '#core/pensions/pension-status.rules.ts'
import { blockTotal, slipNotices, type SlipBlock } from '#core/pensions/slips.rules.ts'
import { lawTable } from '../../../support/law-table.ts'

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
