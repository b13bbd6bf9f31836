import type { PaySlip, PaySlipSummary } from './pension.model.ts'
import type { ComparedLine, ComparedTotal, SlipComparison } from './slip-comparison.model.ts'
import { pairLines, type LinePair } from './slip-lines.rules.ts'
import { differs, monthsBetween, slipReasons, type SlipSetting } from './slip-reasons.rules.ts'

/**
 * Two slips of one file: lines added, removed and changed, the differences of the totals, and why. Reasons are told in
 * the order of time whichever slip stands first; the differences are `to` − `from`. What the lines of a slip leave out
 * of its totals is told as `unlisted`, so that lines and `unlisted` always make the difference of the totals.
 *
 * @law domain brief §3.14, §4.3
 */
export function compareSlips(from: PaySlip, to: PaySlip, setting: SlipSetting): SlipComparison {
  const isBackward = monthsBetween(from, to) < 0
  const [earlier, later] = isBackward ? [to, from] : [from, to]
  const pairs = pairLines(earlier.lines, later.lines, monthsBetween(earlier, later))
  const { why, because } = slipReasons(earlier, later, pairs, setting)
  const lines = pairs.map((pair): ComparedLine => {
    const [before, after] = isBackward ? [pair.later, pair.earlier] : [pair.earlier, pair.later]
    return {
      ...described(pair),
      change: !before ? 'ADDED' : !after ? 'REMOVED' : differs(pair) ? 'CHANGED' : 'SAME',
      from: before?.amount ?? null,
      to: after?.amount ?? null,
      remainingFrom: before?.remaining ?? null,
      remainingTo: after?.remaining ?? null,
      difference: (after?.amount ?? 0) - (before?.amount ?? 0),
      why: why.get(pair) ?? null,
    }
  })
  const listed = (block: ComparedLine['block']) =>
    lines
      .filter((line) => line.block === block)
      .reduce((sum, { difference }) => sum + difference, 0)
  const total = (
    figure: 'totalPayments' | 'totalDeductions' | 'totalLoans',
    sum: number,
  ): ComparedTotal => {
    const difference = to[figure] - from[figure]
    return { from: from[figure], to: to[figure], difference, unlisted: difference - sum }
  }
  const payments = total('totalPayments', listed('PAYMENT'))
  const deductions = total('totalDeductions', listed('DEDUCTION'))
  const loans = total('totalLoans', listed('LOAN'))
  const net = to.net - from.net
  return {
    from: summaryOf(from),
    to: summaryOf(to),
    lines,
    payments,
    deductions,
    loans,
    net: {
      from: from.net,
      to: to.net,
      difference: net,
      unlisted: net - (payments.difference - deductions.difference - loans.difference),
    },
    reasons: [...because],
  }
}

function described({ earlier, later }: LinePair): Pick<ComparedLine, 'block' | 'item' | 'title'> {
  const line = later ?? earlier
  if (!line) throw new TypeError('a pair of nothing')
  return { block: line.block, item: line.item, title: line.title }
}

function summaryOf(slip: PaySlip): PaySlipSummary {
  const { bankCode: _, bankName: __, accountMasked: ___, lines: ____, ...summary } = slip
  return summary
}
