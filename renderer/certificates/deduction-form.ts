import { Borrower } from '#core/certificates/deduction-certificate.model.ts'
import {
  deductionFaults,
  type DeductionGround,
  type DeductionTerms,
} from '#core/certificates/deduction-certificate.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { rial } from '#core/kernel/rial.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { readAmount, readCount } from '../ui/amount-typing.ts'
import { faultText, refusalText } from '../ui/refusal-text.ts'
import type { Faults, FieldFault } from './field-faults.ts'
import { readComingMonth } from './month-typing.ts'

/** The terms of a loan in the order in which they stand on the screen. */
export const TERM_FIELDS = [
  'firstName',
  'lastName',
  'nationalId',
  'birthDay',
  'loan',
  'instalment',
  'count',
  'guarantee',
  'firstDue',
] as const
export type TermField = (typeof TERM_FIELDS)[number]

/** The terms while they are typed: right or wrong, exactly as typed. */
export interface TypedTerms {
  whose: 'own' | 'other'
  firstName: string
  lastName: string
  nationalId: string
  /** Null while `birthText` is no day. */
  birthDay: Day | null
  birthText: string
  loan: string
  instalment: string
  count: string
  guarantee: string
  firstDue: string
}

/** Where the rule's fields stand in the form. */
const PLACES: Readonly<Record<string, TermField>> = {
  'borrower.nationalId': 'nationalId',
  'borrower.birthDay': 'birthDay',
  loan: 'loan',
  instalment: 'instalment',
  count: 'count',
  guarantee: 'guarantee',
  firstDue: 'firstDue',
}

/** The terms as far as they can be read; zero, the empty text or this month where they cannot. */
export function readTerms(typed: TypedTerms, today: Day): DeductionTerms {
  const { firstName, lastName, birthDay } = typed
  const nationalId = toLatinDigits(typed.nationalId).replace(/\D/g, '')
  const { year, month } = jalaliOf(today)
  return {
    borrower:
      typed.whose === 'own'
        ? null
        : {
            ...{ firstName: firstName.trim(), lastName: lastName.trim(), nationalId },
            birthDay: birthDay ?? today,
          },
    loan: readAmount(typed.loan) ?? rial(0),
    instalment: readAmount(typed.instalment) ?? rial(0),
    count: readCount(typed.count) ?? 0,
    guarantee: readAmount(typed.guarantee) ?? rial(0),
    firstDue: readComingMonth(typed.firstDue, today) ?? { year, month },
  }
}

/** What is wrong with each term: first whether it can be read at all, then what the office's own rule says of it. */
export function termFaults(
  typed: TypedTerms,
  ground: DeductionGround,
  limits: readonly Parameter[],
  today: Day,
): Faults<TermField> {
  const unread = unreadFaults(typed, today)
  const faults: Partial<Record<TermField, FieldFault>> = { ...unread }
  const terms = readTerms(typed, today)
  const isRepaymentKnown = !unread.instalment && !unread.count
  for (const fault of deductionFaults(terms, ground, limits, today)) {
    const place = PLACES[fault.field]
    if (place === undefined || faults[place]) continue
    if ((place === 'loan' || place === 'guarantee') && !isRepaymentKnown) continue
    faults[place] = {
      text: refusalText({ code: 'rule', what: fault.what, values: { ...fault.values } }),
    }
  }
  return faults
}

function unreadFaults(typed: TypedTerms, today: Day): Faults<TermField> {
  const faults: Partial<Record<TermField, FieldFault>> = {}
  const tell = (field: TermField, isThere: boolean, fault: string) => {
    if (isThere) return
    const isEmpty = (field === 'birthDay' ? typed.birthText : typed[field]).trim() === ''
    faults[field] = { text: faultText(isEmpty ? 'required' : fault), missing: isEmpty }
  }
  if (typed.whose === 'other') {
    for (const field of ['firstName', 'lastName'] as const)
      tell(field, Borrower.shape[field].safeParse(typed[field]).success, 'too_small')
    tell('nationalId', typed.nationalId.trim() !== '', 'format')
    tell('birthDay', typed.birthDay !== null, 'day')
  }
  for (const field of ['loan', 'instalment'] as const)
    tell(field, readAmount(typed[field]) !== undefined, 'format')
  tell('count', readCount(typed.count) !== undefined, 'format')
  // Until then it follows the repayment, which is not known yet.
  if (!faults.instalment && !faults.count)
    tell('guarantee', readAmount(typed.guarantee) !== undefined, 'format')
  tell('firstDue', readComingMonth(typed.firstDue, today) !== undefined, 'month')
  return faults
}
