import { decideArticle16 } from '#core/employers/debt-article16.rules.ts'
import { Article16Form } from '#core/employers/debt-requests.model.ts'
import { isDefinitiveDebt } from '#core/employers/debts.rules.ts'
import type { OpenDebt } from '#core/employers/employers.ports.ts'
import type { CitizenService, FieldFault } from './citizen-service.ts'
import {
  DEBT_EVIDENCE,
  debtCaseOf,
  debtChoices,
  debtReferenceFaults,
  debtReferenceOffered,
  isSameDebt,
  onlyDebt,
} from './debt-claims.rules.ts'
import { referenceChoices, referenceOf } from './record-claims.rules.ts'

function mayBeReviewed(debt: OpenDebt): boolean {
  return isDefinitiveDebt(debt) && debt.status !== 'UNDER_REVIEW'
}

/** A review rests on papers that the boards did not have: one of them comes with it. */
function evidenceFaults({ papers }: Article16Form): readonly FieldFault[] {
  return DEBT_EVIDENCE.some(({ code }) => papers.includes(code))
    ? []
    : [{ field: 'papers', fault: 'evidence-missing' }]
}

/**
 * رسیدگی به بدهی مادهٔ ۱۶.
 *
 * @law bylaw of the boards for the assessment of claims, art. 16; domain brief §3.11
 */
export const debtArticle16Service: CitizenService<'DEBT_ARTICLE16', typeof Article16Form> = {
  kind: 'DEBT_ARTICLE16',
  role: 'EMPLOYER',
  part: 'EMPLOYER',
  paysToAccount: false,
  form: Article16Form,

  judge: ({ debt }, facts) => decideArticle16(debtCaseOf('DEBT_ARTICLE16', debt, facts)),
  papers: () => [
    { code: 'REQUEST_FORM', required: true },
    { code: 'FINAL_VOTE', required: true },
    ...DEBT_EVIDENCE,
  ],
  prefill: (facts) => ({
    ...onlyDebt(facts, mayBeReviewed),
    ...debtReferenceOffered('DEBT_ARTICLE16', facts),
  }),
  choices: (facts) => ({
    debt: debtChoices(facts, { mayBeChosen: mayBeReviewed }),
    referenceCode: referenceChoices('DEBT_ARTICLE16', facts),
  }),
  isSameAs: isSameDebt,
  referenceOf,
  faults: (form, facts) => [
    ...evidenceFaults(form),
    ...debtReferenceFaults('DEBT_ARTICLE16', form, facts),
  ],
}
