import { Refusal } from '#core/kernel/refusal.ts'
import type { Institution } from './certificate.model.ts'
import { DeductionCertificate, type Borrower } from './deduction-certificate.model.ts'
import { deductionRoom } from './commitments.rules.ts'
import { deductionFaults, repaymentOf } from './deduction-certificate.rules.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paidFigures, paidSlip } from './paid-pension.rules.ts'
import { fullName } from './paper-person.rules.ts'
import { lastDue } from './pay-month.rules.ts'
import {
  commitmentFacts,
  pensionCertificateFacts,
  pensionCertificateFields,
  type CommitmentFacts,
  type PensionCertificateFacts,
} from './pension-certificate.rules.ts'
import { validForMonths } from './paper-validity.rules.ts'

const FIGURES = [
  'nationalId',
  'pensionNumber',
  'instalment',
  'count',
  'repayment',
  'guarantee',
] as const

type Kind = 'deduction-certificate'

/** Who lends: a bank, or a fund that gives loans. */
const LENDERS: readonly Institution['kind'][] = ['BANK', 'FUND']

/**
 * What a deduction certificate commits the organisation to, from the pensioner's own share.
 *
 * @law domain brief §3.15, §4.2
 * @refuses `rule` as a salary certificate does, for a recipient that lends nothing, and with the first fault of the form,
 * an instalment beyond the room that other commitments leave among them
 */
export function deductionStatement(
  stating: Stating<Kind>,
  facts: PensionCertificateFacts & CommitmentFacts,
): DeductionCertificate {
  const { order, identity, issue, parameters } = stating
  const paid = paidFigures(facts.file, facts.slips)
  if (!LENDERS.includes(facts.recipient.kind))
    throw new Refusal('rule', { what: 'recipient-lends-nothing', field: 'institutionCode' })
  const slip = paidSlip(facts.file, facts.slips)
  const room = deductionRoom({ ...facts, slip }, parameters, issue.day)
  if (!room)
    throw new Refusal('rule', {
      what: 'deduction-limits-missing',
      values: { parameter: 'DEDUCTION_CERT_CEILING' },
    })
  const ground = { pensionerId: identity.personId, net: paid.net, room }
  const [fault] = deductionFaults(order, ground, parameters, issue.day)
  if (fault) throw new Refusal('rule', { ...fault, values: { ...fault.values } })
  return DeductionCertificate.parse({
    kind: 'deduction-certificate',
    ...pensionCertificateFields(stating, facts, paid),
    borrower: borrowerOf(order.borrower),
    loan: order.loan,
    instalment: order.instalment,
    count: order.count,
    repayment: repaymentOf(order),
    guarantee: order.guarantee,
    firstDue: order.firstDue,
    lastDue: lastDue(order.firstDue, order.count),
  })
}

function borrowerOf(borrower: Borrower | null): DeductionCertificate['borrower'] {
  if (borrower === null) return null
  const { nationalId, birthDay } = borrower
  return { fullName: fullName(borrower), nationalId, birthDay }
}

export const deductionCertificatePaper: OfficialPaper<Kind> = {
  kind: 'deduction-certificate',
  digit: '4',
  part: 'PENSION',
  presence: null,
  validUntil: validForMonths('DEDUCTION_CERT_VALID_MONTHS'),
  async state(stating, sources) {
    const facts = await pensionCertificateFacts(stating, sources)
    const bound = await commitmentFacts(stating.citizenId, facts, sources)
    return deductionStatement(stating, { ...facts, ...bound })
  },
  figureNames: FIGURES,
  figures: ({ person, pensionNumber, instalment, count, repayment, guarantee }) =>
    keyFigures(FIGURES, {
      nationalId: person.nationalId,
      ...{ pensionNumber, instalment, count, repayment, guarantee },
    }),
}
