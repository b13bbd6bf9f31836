import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { addDays, dayOfJalali, monthLength, type Day } from '#core/kernel/day.ts'
import type { Because } from '#core/kernel/decision.ts'
import type { PaySlip, PaySlipLine } from './pension.model.ts'
import type { PensionHeir, StoredDecree } from './pensions.ports.ts'
import type { SlipReason } from './slip-comparison.model.ts'
import type { LinePair } from './slip-lines.rules.ts'

type ComparedSlip = Pick<PaySlip, 'year' | 'month' | 'paymentType' | 'seq' | 'daysPaid'>

export type ShareTerm = Pick<PensionHeir, 'citizenId' | 'shareBp' | 'fromDate' | 'toDate'>

/** What else the centre's data say of the file. `shares` are all of them, `ownId` whose slips these are. */
export interface SlipSetting {
  readonly decrees: readonly StoredDecree[]
  readonly shares: readonly ShareTerm[]
  readonly ownId: number
}

type Reasoned = Because<SlipReason>

/** Why two slips differ: of each pair of lines that is not the same, and as a list with values. */
export interface Reasons {
  readonly why: ReadonlyMap<LinePair, SlipReason>
  readonly because: readonly Reasoned[]
}

/** Months from the first slip to the second, negative where that is earlier. */
export function monthsBetween(
  from: Pick<ComparedSlip, 'year' | 'month'>,
  to: Pick<ComparedSlip, 'year' | 'month'>,
): number {
  return monthSerial(to) - monthSerial(from)
}

/** Whether a pair of lines states different things: the amount, not the instalments left. */
export function differs({ earlier, later }: LinePair): boolean {
  return earlier?.amount !== later?.amount
}

/**
 * Why the lines of two slips of one file differ. Titles and amounts are the slips' own; what no fact in the data
 * explains is counted as `unknown`, never guessed.
 *
 * @law domain brief §3.13, §3.14, §4.3
 */
export function slipReasons(
  earlier: ComparedSlip,
  later: ComparedSlip,
  pairs: readonly LinePair[],
  setting: SlipSetting,
): Reasons {
  const facts = settingReasons(earlier, later, setting)
  const why = new Map<LinePair, SlipReason>()
  const ofLines: Reasoned[] = []
  const told = new Set<Fact>()
  const months = monthsBetween(earlier, later)
  const isOtherType = earlier.paymentType !== later.paymentType
  let unknown = 0
  for (const pair of pairs.filter(differs)) {
    const own = lineReason(pair, months, isOtherType)
    const explaining = own ? [] : facts.filter((fact) => fact.explains(pair))
    why.set(pair, own?.code ?? explaining[0]?.reason.code ?? 'unknown')
    for (const fact of explaining) told.add(fact)
    if (own && own.code !== 'payment-type') ofLines.push(own)
    if (!own && explaining.length === 0) unknown++
  }
  const because = [
    ...slipFacts(earlier, later),
    ...facts.filter((fact) => told.has(fact)).map(({ reason }) => reason),
    ...ofLines,
  ]
  if (unknown > 0) because.push({ code: 'unknown', values: { n: unknown } })
  return { why, because }
}

/** What the heads of the slips say: another kind of payment, or another slip of one month. */
function slipFacts(earlier: ComparedSlip, later: ComparedSlip): readonly Reasoned[] {
  if (earlier.paymentType !== later.paymentType)
    return [{ code: 'payment-type', values: { from: earlier.paymentType, to: later.paymentType } }]
  return monthsBetween(earlier, later) === 0 && earlier.seq !== later.seq
    ? [{ code: 'same-month', values: { from: earlier.seq, to: later.seq } }]
    : []
}

/** What a pair of lines says of itself. Of two slips of one month nothing began or ended. */
function lineReason(
  { earlier, later }: LinePair,
  months: number,
  isOtherType: boolean,
): Reasoned | undefined {
  const line = later ?? earlier
  if (!line) return undefined
  if (earlier && later) return undefined
  if (line.item === 'EID') return { code: 'eid', values: { amount: line.amount } }
  if (line.item === 'ARREARS') return { code: 'arrears', values: { amount: line.amount } }
  if (isOtherType) return { code: 'payment-type', values: {} }
  if (months === 0) return undefined
  const values = { title: line.title, amount: line.amount }
  if (line.block === 'DEDUCTION')
    return { code: later ? 'deduction-new' : 'deduction-gone', values }
  if (line.block === 'LOAN') return loanReason(line, later !== null, months)
  return undefined
}

/** A loan ended when the instalments that were left fit between the slips. */
function loanReason(line: PaySlipLine, isNew: boolean, months: number): Reasoned {
  const { title, amount, remaining } = line
  const values = { title, amount, ...(remaining === null ? {} : { remaining }) }
  if (isNew) return { code: 'loan-began', values }
  const isPaid = remaining !== null && remaining < months
  return { code: isPaid ? 'loan-ended' : 'loan-stopped', values }
}

interface Fact {
  readonly reason: Reasoned
  readonly explains: (pair: LinePair) => boolean
}

const isPayment = ({ earlier, later }: LinePair) => (later ?? earlier)?.block === 'PAYMENT'

/** What happened to the file between two slips, in the order of its weight: decrees, shares, days that were paid. */
function settingReasons(
  earlier: ComparedSlip,
  later: ComparedSlip,
  { decrees, shares, ownId }: SlipSetting,
): readonly Fact[] {
  const first = dayOfJalali(earlier.year, earlier.month, 1)
  const last = dayOfJalali(later.year, later.month, monthLength(later.year, later.month))
  if (first === undefined || last === undefined) return []
  const isBetween = (day: Day) => day > first && day <= last
  const inTime = decrees.toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))
  return [
    ...inTime
      .filter((decree) => isBetween(decree.effectiveOn))
      .map((decree) => decreeFact('decree-effective', decree)),
    ...inTime
      .filter((one) => !isBetween(one.effectiveOn) && one.effectiveOn <= last)
      .filter((decree) => isBetween(decree.issuedOn))
      .map((decree) => decreeFact('decree-issued', decree)),
    ...shares.flatMap((share) => shareFacts(share, ownId, isBetween)),
    ...daysFacts(earlier, later),
  ]
}

/** A decree explains the items that it changes; one whose lines are missing, every payment. */
function decreeFact(code: 'decree-effective' | 'decree-issued', decree: StoredDecree): Fact {
  const changed = decree.lines
    .filter((line) => line.amountBefore !== line.amountAfter)
    .map((line) => line.item)
  const { decreeNumber, kind, effectiveOn, issuedOn } = decree
  return {
    reason: {
      code,
      values: { decree: decreeNumber, kind, day: effectiveOn, issued: issuedOn },
    },
    explains: (pair) =>
      isPayment(pair) &&
      (decree.lines.length === 0 || changed.includes((pair.later ?? pair.earlier)?.item ?? '')),
  }
}

function shareFacts(
  { citizenId, shareBp, fromDate, toDate }: ShareTerm,
  ownId: number,
  isBetween: (day: Day) => boolean,
): readonly Fact[] {
  if (citizenId === ownId)
    return isBetween(fromDate)
      ? [
          {
            reason: { code: 'share-began', values: { day: fromDate, share: shareBp } },
            explains: isPayment,
          },
        ]
      : []
  if (toDate === null || !isBetween(addDays(toDate, 1))) return []
  return [{ reason: { code: 'other-share-ended', values: { day: toDate } }, explains: isPayment }]
}

/** Days count as a reason where a month was not paid whole; the length of a month is none. */
function daysFacts(earlier: ComparedSlip, later: ComparedSlip): readonly Fact[] {
  const [from, to] = [earlier.daysPaid, later.daysPaid]
  if (from === null || to === null || from === to) return []
  const isWhole = (slip: ComparedSlip) => slip.daysPaid === monthLength(slip.year, slip.month)
  if (isWhole(earlier) && isWhole(later)) return []
  return [{ reason: { code: 'days-paid', values: { from, to } }, explains: isPayment }]
}
