import { monthSerial } from '#core/insured/month-serial.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { addRial, rial, type Rial } from '#core/kernel/rial.ts'
import type { PaySlipLine } from '#core/pensions/pension.model.ts'
import type { StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import { cited } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { payMonthOf } from './pay-month.rules.ts'
import type { DeductionRoom, PensionCertificate } from './pension-certificates.model.ts'

/** Monthly instalments of a slip are told line by line. */
export type LoanLine = Pick<PaySlipLine, 'block' | 'amount' | 'remaining'>

/** Ten-thousandths of the whole. */
const WHOLE = 10_000

const BINDING: readonly PensionCertificate['state'][] = ['VALID', 'USED', 'UNTOLD']

/**
 * Whether a certificate binds a pension today: a deduction certificate that may still be presented or was, through the
 * month of its last instalment. One of which the centre names no pension binds each of the citizen's.
 */
export function bindsPension(one: PensionCertificate, pensionNumber: string, today: Day): boolean {
  if (one.kind !== 'deduction-certificate' || !BINDING.includes(one.state)) return false
  if (one.pensionNumber !== null && one.pensionNumber !== pensionNumber) return false
  return one.lastDue === null || monthSerial(one.lastDue) >= monthSerial(payMonthOf(today))
}

/** Instalments still to come, this month's included; 0 once the last is past, null where nobody tells how many. */
export function remainingInstalments(
  { firstDue, lastDue, count }: Pick<PensionCertificate, 'firstDue' | 'lastDue' | 'count'>,
  today: Day,
): number | null {
  if (firstDue === null || lastDue === null) return count
  const from = Math.max(monthSerial(firstDue), monthSerial(payMonthOf(today)))
  return Math.max(0, monthSerial(lastDue) - from + 1)
}

/**
 * What stands on the slip and in a certificate as well, rial: a loan line is taken for the loan of a certificate that
 * was or may have been presented, when the instalments are equal and no more are left than the certificate counts. Each
 * line is that of one certificate at most.
 */
function countedTwice(
  loans: readonly LoanLine[],
  commitments: readonly PensionCertificate[],
): Rial {
  const open = commitments
    .filter(({ origin, state }) => origin === 'CENTRE' || state === 'USED')
    .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
  const longestFirst = loans
    .filter(({ block }) => block === 'LOAN')
    .toSorted((a, b) => (b.remaining ?? 0) - (a.remaining ?? 0))
  let both = rial(0)
  for (const { amount, remaining } of longestFirst) {
    const at = open.findIndex(
      (one) => one.instalment === amount && (remaining ?? 0) <= (one.count ?? Infinity),
    )
    if (at < 0) continue
    open.splice(at, 1)
    both = addRial(both, amount)
  }
  return both
}

/** What the room of a pension is counted from. */
export interface RoomGround {
  /** The slip of the newest month paid; its net must be right. */
  readonly slip: Pick<
    StoredSlipSummary,
    'year' | 'month' | 'totalPayments' | 'totalDeductions' | 'totalLoans'
  >
  readonly loans: readonly LoanLine[]
  /** Those that bind the pension, in any order. */
  readonly commitments: readonly PensionCertificate[]
}

/**
 * How much of the pension may still be promised in instalments. The share is that of DEDUCTION_CERT_CEILING, rounded
 * down; undefined when it is not known, since no default is taken.
 *
 * @law domain brief §3.15; DEDUCTION_CERT_CEILING
 */
export function deductionRoom(
  { slip, loans, commitments }: RoomGround,
  parameters: readonly Parameter[],
  today: Day,
): DeductionRoom | undefined {
  const share = parameterOn(parameters, 'DEDUCTION_CERT_CEILING', 'BP', today)
  if (!share) return undefined
  const { year, month, totalPayments, totalDeductions, totalLoans } = slip
  const base = rial(Math.max(0, totalPayments - totalDeductions))
  const ceiling = rial(Number((BigInt(base) * BigInt(share.value)) / BigInt(WHOLE)))
  const committed = addRial(...commitments.map(({ instalment }) => instalment ?? rial(0)))
  const both = rial(Math.min(countedTwice(loans, commitments), totalLoans, committed))
  const used = rial(totalLoans + committed - both)
  return {
    ...{ period: { year, month }, base, ceiling, committed, both, used },
    share: cited('deduction-ceiling', share),
    loans: totalLoans,
    room: rial(Math.max(0, ceiling - used)),
    untold: commitments.filter(({ instalment }) => instalment === null).length,
  }
}

/** The greatest instalment that fits, rial; null when not even the least one does. */
export function greatestInstalment(
  { room }: Pick<DeductionRoom, 'room'>,
  least: Rial,
): Rial | null {
  return room < least ? null : room
}

/** What two certificates have in common when they are about the same loan. */
export type LoanTerms = Pick<PensionCertificate, 'recipientName' | 'instalment' | 'count'>

/**
 * A valid certificate for the same recipient and the same instalments: the clerk is told, and may go on, since a person
 * can take two loans alike and both are counted.
 */
export function alikeCertificate(
  terms: LoanTerms,
  commitments: readonly PensionCertificate[],
): PensionCertificate | undefined {
  return commitments.find(
    (one) =>
      one.state === 'VALID' &&
      one.recipientName !== null &&
      one.recipientName === terms.recipientName &&
      one.instalment === terms.instalment &&
      one.count === terms.count,
  )
}
