import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { rial, type Rial } from '#core/kernel/rial.ts'
import type { CountUnit, Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { DeductionCertificateOrder } from './deduction-certificate.model.ts'
import type { PayMonth } from './paper-issue.model.ts'

export type DeductionFaultCode =
  | 'borrower-id'
  | 'borrower-is-pensioner'
  | 'borrower-birth-day'
  | 'loan-missing'
  | 'loan-exceeds-repayment'
  | 'instalment-too-low'
  | 'instalment-exceeds-net'
  | 'repayment-too-large'
  | 'count-too-low'
  | 'count-too-high'
  | 'guarantee-below-repayment'
  | 'first-due-past'
  | 'first-due-far'
  | 'deduction-limits-missing'

/** What is wrong with a field of the form; `values` fill its text. */
export interface DeductionFault {
  readonly what: DeductionFaultCode
  readonly field: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** What is asked for, as far as the rule judges it. */
export type DeductionTerms = Pick<
  DeductionCertificateOrder,
  'borrower' | 'loan' | 'instalment' | 'count' | 'guarantee' | 'firstDue'
>

/** Last year in which a paper can name a month. */
const LAST_YEAR = 1499

/** instalment × count, rial; undefined beyond what an amount can be. */
export function repaymentOf({
  instalment,
  count,
}: Pick<DeductionCertificateOrder, 'instalment' | 'count'>): Rial | undefined {
  const repayment = instalment * count
  return Number.isSafeInteger(repayment) ? rial(repayment) : undefined
}

/** The month of the last of `count` monthly instalments. */
export function lastDue({ year, month }: PayMonth, count: number): PayMonth {
  const months = year * 12 + month - 1 + count - 1
  return { year: Math.floor(months / 12), month: (months % 12) + 1 }
}

/**
 * Everything that is wrong with the terms of a deduction certificate, in the order of the form; none when it may be
 * issued. The limits of instalment and count are those of the day; `net` is that of the newest month paid, null while it
 * is not known; nobody guarantees his own loan as another's, where `pensionerId` is given.
 *
 * @law domain brief §3.15; DEDUCTION_CERT_MIN_INSTALMENT, DEDUCTION_CERT_MIN_COUNT, DEDUCTION_CERT_MAX_COUNT
 */
export function deductionFaults(
  terms: DeductionTerms,
  net: Rial | null,
  parameters: readonly Parameter[],
  today: Day,
  pensionerId: string | null = null,
): readonly DeductionFault[] {
  const repayment = repaymentOf(terms)
  return [
    ...borrowerFaults(terms, pensionerId, today),
    ...loanFaults(terms, repayment),
    ...instalmentFaults(terms, repayment, net, parameters, today),
    ...countFaults(terms, parameters, today),
    ...guaranteeFaults(terms, repayment),
    ...dueFaults(terms, today),
  ]
}

function borrowerFaults(
  { borrower }: DeductionTerms,
  pensionerId: string | null,
  today: Day,
): readonly DeductionFault[] {
  if (borrower === null) return []
  const faults: DeductionFault[] = []
  const { nationalId, birthDay } = borrower
  const field = 'borrower.nationalId'
  if (!checkPersonId(nationalId).ok) faults.push({ what: 'borrower-id', field })
  else if (nationalId === pensionerId) faults.push({ what: 'borrower-is-pensioner', field })
  if (birthDay > today) faults.push({ what: 'borrower-birth-day', field: 'borrower.birthDay' })
  return faults
}

function loanFaults(
  { loan }: DeductionTerms,
  repayment: Rial | undefined,
): readonly DeductionFault[] {
  if (loan === 0) return [{ what: 'loan-missing', field: 'loan' }]
  if (repayment === undefined || loan <= repayment) return []
  return [{ what: 'loan-exceeds-repayment', field: 'loan', values: { amount: repayment } }]
}

function instalmentFaults(
  { instalment }: DeductionTerms,
  repayment: Rial | undefined,
  net: Rial | null,
  parameters: readonly Parameter[],
  today: Day,
): readonly DeductionFault[] {
  const field = 'instalment'
  const least = parameterOn(parameters, 'DEDUCTION_CERT_MIN_INSTALMENT', 'RIAL', today)
  if (!least) return [missing('DEDUCTION_CERT_MIN_INSTALMENT', field)]
  if (instalment < least.value)
    return [{ what: 'instalment-too-low', field, values: { amount: least.value } }]
  if (net !== null && instalment > net)
    return [{ what: 'instalment-exceeds-net', field, values: { amount: net } }]
  return repayment === undefined ? [{ what: 'repayment-too-large', field }] : []
}

function countFaults(
  { count }: DeductionTerms,
  parameters: readonly Parameter[],
  today: Day,
): readonly DeductionFault[] {
  const field = 'count'
  const unit: CountUnit = 'FACTOR'
  const least = parameterOn(parameters, 'DEDUCTION_CERT_MIN_COUNT', unit, today)
  const most = parameterOn(parameters, 'DEDUCTION_CERT_MAX_COUNT', unit, today)
  if (!least) return [missing('DEDUCTION_CERT_MIN_COUNT', field)]
  if (!most) return [missing('DEDUCTION_CERT_MAX_COUNT', field)]
  if (count < least.value) return [{ what: 'count-too-low', field, values: { count: least.value } }]
  if (count > most.value) return [{ what: 'count-too-high', field, values: { count: most.value } }]
  return []
}

function guaranteeFaults(
  { guarantee }: DeductionTerms,
  repayment: Rial | undefined,
): readonly DeductionFault[] {
  if (repayment === undefined || guarantee >= repayment) return []
  const values = { amount: repayment }
  return [{ what: 'guarantee-below-repayment', field: 'guarantee', values }]
}

function dueFaults({ firstDue, count }: DeductionTerms, today: Day): readonly DeductionFault[] {
  const field = 'firstDue'
  const { year, month } = jalaliOf(today)
  if (firstDue.year * 12 + firstDue.month < year * 12 + month)
    return [{ what: 'first-due-past', field, values: { year, month } }]
  if (lastDue(firstDue, count).year > LAST_YEAR) return [{ what: 'first-due-far', field }]
  return []
}

/** A limit that is not in the data is named; no default is taken. */
function missing(parameter: string, field: string): DeductionFault {
  return { what: 'deduction-limits-missing', field, values: { parameter } }
}
