import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJalali, type Day } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import type { PaySlip, PaySlipLine } from '#core/pensions/pension.model.ts'
import type { StoredDecree } from '#core/pensions/pensions.ports.ts'
import { SlipComparison, type ComparedLine } from '#core/pensions/slip-comparison.model.ts'
import { compareSlips } from '#core/pensions/slip-comparison.rules.ts'
import type { SlipSetting } from '#core/pensions/slip-reasons.rules.ts'
import { lawTable } from '../../../support/law-table.ts'
import { aSlipOf } from '../../../support/slips.ts'

const OWN = 1
const NOTHING: SlipSetting = { decrees: [], shares: [], ownId: OWN }

function day(text: string | undefined): Day {
  const found = parseJalali(text ?? '')
  if (!found) throw new RangeError(text)
  return found
}

function decreeOf(text: string): StoredDecree {
  const [days = '', items = ''] = text.split('=')
  const [issued, effective] = days.split('@')
  return {
    ...{ decreeNumber: '1405-1', year: 1405, month: 1, kind: 'ANNUAL', basis: null },
    ...{ issuedOn: day(issued), effectiveOn: day(effective) },
    ...{ totalBefore: rial(0), totalAfter: rial(0) },
    lines: items
      .split('+')
      .filter(Boolean)
      .map((item) => ({ item, title: item, amountBefore: rial(1), amountAfter: rial(2) })),
  }
}

function settingOf(facts: string): SlipSetting {
  const [kind = '', ...rest] = facts.split(':')
  const text = rest.join(':')
  const share = { citizenId: OWN, shareBp: 5000, fromDate: day('1400/01/01'), toDate: null }
  if (kind === 'decree') return { ...NOTHING, decrees: [decreeOf(text)] }
  if (kind === 'began') return { ...NOTHING, shares: [{ ...share, fromDate: day(text) }] }
  if (kind === 'ended')
    return { ...NOTHING, shares: [share, { ...share, citizenId: 2, toDate: day(text) }] }
  return NOTHING
}

function written({ block, item, title, difference, why }: ComparedLine): string {
  const sign = difference < 0 ? '' : '+'
  const name = title === item ? item : `${item}~${title}`
  return `${block.slice(0, 1)}:${name}=${sign}${difference}:${why ?? ''}`
}

describe('compareSlips, table of law', () => {
  const columns = [
    'from',
    'to',
    'before',
    'after',
    'facts',
    'changes',
    'reasons',
    'source',
  ] as const
  it.each(lawTable('slip-comparison', columns))('$from → $to: $source', (row) => {
    const found = compareSlips(
      aSlipOf(row.from, row.before),
      aSlipOf(row.to, row.after),
      settingOf(row.facts),
    )
    const changes = found.lines.filter((line) => line.change !== 'SAME').map(written)
    expect(changes.toSorted().join(' ')).toBe(
      row.changes.split(' ').filter(Boolean).toSorted().join(' '),
    )
    expect(found.reasons.map((reason) => reason.code).join(' ')).toBe(row.reasons)
    expect(SlipComparison.parse(found)).toEqual(found)
  })
})

describe('what a reason carries', () => {
  it('names the decree, its day and that of its issue', () => {
    const setting = settingOf('decree:1405/01/24@1405/01/01=BASE')
    const from = aSlipOf('1404/12', 'P:BASE=1')
    expect(compareSlips(from, aSlipOf('1405/01', 'P:BASE=2'), setting).reasons).toEqual([
      {
        code: 'decree-effective',
        values: {
          ...{ decree: '1405-1', kind: 'ANNUAL' },
          ...{ day: day('1405/01/01'), issued: day('1405/01/24') },
        },
      },
    ])
  })

  it('tells a loan with its instalment and what was left of it', () => {
    const from = aSlipOf('1405/02', 'L:LOAN~Refah=12@4')
    const { reasons, loans } = compareSlips(from, aSlipOf('1405/03', ''), NOTHING)
    expect(reasons).toEqual([
      { code: 'loan-stopped', values: { title: 'Refah', amount: 12, remaining: 4 } },
    ])
    expect(loans).toEqual({ from: 12, to: 0, difference: -12, unlisted: 0 })
  })

  it('keeps what no line accounts for apart', () => {
    const from = aSlipOf('1405/02', 'P:BASE=10')
    const to = { ...aSlipOf('1405/03', 'P:BASE=12'), totalPayments: rial(15), net: rial(14) }
    const found = compareSlips(from, to, NOTHING)
    expect(found.payments).toEqual({ from: 10, to: 15, difference: 5, unlisted: 3 })
    expect(found.net).toEqual({ from: 10, to: 14, difference: 4, unlisted: -1 })
  })
})

const line: fc.Arbitrary<PaySlipLine> = fc
  .record({
    block: fc.constantFrom('PAYMENT', 'DEDUCTION', 'LOAN' as const),
    item: fc.constantFrom('BASE', 'OTHER', 'EID', 'LOAN'),
    title: fc.constantFrom('a', 'b'),
    amount: fc.integer({ min: 0, max: 5 }),
    remaining: fc.option(fc.integer({ min: 0, max: 4 })),
  })
  .map((one) => ({ ...one, amount: rial(one.amount) }))

const slip: fc.Arbitrary<PaySlip> = fc
  .record({
    year: fc.integer({ min: 1404, max: 1405 }),
    month: fc.integer({ min: 1, max: 12 }),
    type: fc.constantFrom('', 'E', 'A'),
    seq: fc.integer({ min: 1, max: 2 }),
    lines: fc.array(line, { maxLength: 12 }),
    off: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ year, month, type, seq, lines, off }) => {
    const made = aSlipOf(`${year}/${String(month).padStart(2, '0')}${type}#${seq}`, lines)
    return { ...made, totalPayments: rial(made.totalPayments + off) }
  })

const amounts = (lines: readonly PaySlipLine[]) =>
  lines.map((one) => `${one.block} ${one.item} ${one.amount}`).toSorted()

describe('any two slips', () => {
  it('have lines that make the differences of their totals', () => {
    fc.assert(
      fc.property(slip, slip, (from, to) => {
        const found = compareSlips(from, to, NOTHING)
        const sum = (block: string) =>
          found.lines.reduce((all, one) => (one.block === block ? all + one.difference : all), 0)
        const { payments, deductions, loans, net } = found
        expect(sum('PAYMENT') + payments.unlisted).toBe(to.totalPayments - from.totalPayments)
        expect(sum('DEDUCTION') + deductions.unlisted).toBe(deductions.difference)
        expect(sum('LOAN')).toBe(loans.difference)
        expect(loans.unlisted).toBe(0)
        expect(payments.difference - deductions.difference - loans.difference + net.unlisted).toBe(
          to.net - from.net,
        )
      }),
    )
  })

  it('are compared with every line of both, once', () => {
    fc.assert(
      fc.property(slip, slip, (from, to) => {
        const { lines } = compareSlips(from, to, NOTHING)
        const side = (name: 'from' | 'to') =>
          lines.flatMap((one) => {
            const amount = one[name]
            return amount === null ? [] : [`${one.block} ${one.item} ${amount}`]
          })
        expect(side('from').toSorted()).toEqual(amounts(from.lines))
        expect(side('to').toSorted()).toEqual(amounts(to.lines))
      }),
    )
  })

  it('are the same as themselves', () => {
    fc.assert(
      fc.property(slip, (one) => {
        const { lines, reasons } = compareSlips(one, one, NOTHING)
        expect(lines.every(({ change, why }) => change === 'SAME' && why === null)).toBe(true)
        expect(reasons).toEqual([])
      }),
    )
  })

  it('differ by the negative when they are swapped, for the same reasons', () => {
    const facts = (found: SlipComparison) =>
      found.reasons
        .filter(({ code }) => code !== 'payment-type' && code !== 'same-month')
        .map((reason) => JSON.stringify(reason))
        .toSorted()
    const differences = (found: SlipComparison, sign: 1 | -1) =>
      found.lines
        .filter((one) => one.difference !== 0)
        .map((one) => `${one.block} ${one.item} ${sign * one.difference} ${one.why ?? ''}`)
        .toSorted()
    fc.assert(
      fc.property(slip, slip, (from, to) => {
        const there = compareSlips(from, to, NOTHING)
        const back = compareSlips(to, from, NOTHING)
        expect(differences(back, -1)).toEqual(differences(there, 1))
        expect(facts(back)).toEqual(facts(there))
        expect(back.net.difference + there.net.difference).toBe(0)
      }),
    )
  })
})
