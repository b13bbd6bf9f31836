import { ageOn } from '#core/benefits/age.rules.ts'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { rial, type Rial } from '#core/kernel/rial.ts'
import type { CountUnit, Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { greatestInstalment } from './commitments.rules.ts'
import type { DeductionCertificateOrder } from './deduction-certificate.model.ts'
import { lastDue, payMonthOf } from './pay-month.rules.ts'
import type { DeductionRoom } from './pension-certificates.model.ts'

export type DeductionFaultCode =
  | 'borrower-id'
  | 'borrower-is-pensioner'
  | 'borrower-birth-day'
  | 'borrower-too-young'
  | 'loan-missing'
  | 'loan-exceeds-repayment'
  | 'instalment-too-low'
  | 'instalment-exceeds-net'
  | 'instalment-exceeds-room'
  | 'no-room-left'
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

/** What the terms are held against; null while it is not known. */
export interface DeductionGround {
  /** The pensioner's own ID: nobody guarantees his own loan as another's. */
  readonly pensionerId: string | null
  /** Net of the newest month paid. */
  readonly net: Rial | null
  readonly room: DeductionRoom | null
}

/** Last year in which a paper can name a month. */
const LAST_YEAR = 1499
/** Nobody is older; a day of birth before that is mistyped. */
const OLDEST = 120

/** instalment × count, rial; undefined beyond what an amount can be. */
export function repaymentOf({
  instalment,
  count,
}: Pick<DeductionCertificateOrder, 'instalment' | 'count'>): Rial | undefined {
  const repayment = instalment * count
  return Number.isSafeInteger(repayment) ? rial(repayment) : undefined
}

/**
 * Everything that is wrong with the terms of a deduction certificate, in the order of the form; none when it may be
 * issued. The limits of instalment, count and the borrower's age are those of the day.
 *
 * @law domain brief §3.15; DEDUCTION_CERT_MIN_INSTALMENT, DEDUCTION_CERT_MIN_COUNT, DEDUCTION_CERT_MAX_COUNT,
 * DEDUCTION_CERT_CEILING, DEDUCTION_CERT_BORROWER_AGE
 */
export function deductionFaults(
  terms: DeductionTerms,
  ground: DeductionGround,
  parameters: readonly Parameter[],
  today: Day,
): readonly DeductionFault[] {
  const repayment = repaymentOf(terms)
  return [
    ...borrowerFaults(terms, ground, parameters, today),
    ...loanFaults(terms, repayment),
    ...instalmentFaults(terms, repayment, ground, parameters, today),
    ...countFaults(terms, parameters, today),
    ...guaranteeFaults(terms, repayment),
    ...dueFaults(terms, today),
  ]
}

function borrowerFaults(
  { borrower }: DeductionTerms,
  { pensionerId }: DeductionGround,
  parameters: readonly Parameter[],
  today: Day,
): readonly DeductionFault[] {
  if (borrower === null) return []
  const faults: DeductionFault[] = []
  const { nationalId, birthDay } = borrower
  const field = 'borrower.nationalId'
  if (!checkPersonId(nationalId).ok) faults.push({ what: 'borrower-id', field })
  else if (nationalId === pensionerId) faults.push({ what: 'borrower-is-pensioner', field })
  const fault = ageFault(birthDay, parameters, today)
  return fault ? [...faults, fault] : faults
}

function ageFault(
  birthDay: Day,
  parameters: readonly Parameter[],
  today: Day,
): DeductionFault | undefined {
  const field = 'borrower.birthDay'
  const least = parameterOn(parameters, 'DEDUCTION_CERT_BORROWER_AGE', 'YEARS', today)
  if (birthDay > today || ageOn(birthDay, today) > OLDEST)
    return { what: 'borrower-birth-day', field }
  if (!least) return missing('DEDUCTION_CERT_BORROWER_AGE', field)
  const years = ageOn(birthDay, today)
  if (years >= least.value) return undefined
  return { what: 'borrower-too-young', field, values: { years, limit: least.value } }
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
  { net, room }: DeductionGround,
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
  if (room !== null && instalment > room.room) return [beyondRoom(room, least.value)]
  return repayment === undefined ? [{ what: 'repayment-too-large', field }] : []
}

/** Why it does not fit beside what the pension is bound to, with what would. */
function beyondRoom(room: DeductionRoom, least: Rial): DeductionFault {
  const field = 'instalment'
  const { ceiling, used } = room
  const greatest = greatestInstalment(room, least)
  return greatest === null
    ? { what: 'no-room-left', field, values: { ceiling, used, room: room.room, least } }
    : { what: 'instalment-exceeds-room', field, values: { ceiling, used, amount: greatest } }
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
  if (monthSerial(firstDue) < monthSerial(payMonthOf(today)))
    return [{ what: 'first-due-past', field, values: { year, month } }]
  if (lastDue(firstDue, count).year > LAST_YEAR) return [{ what: 'first-due-far', field }]
  return []
}

/** A limit that is not in the data is named; no default is taken. */
function missing(parameter: string, field: string): DeductionFault {
  return { what: 'deduction-limits-missing', field, values: { parameter } }
}
