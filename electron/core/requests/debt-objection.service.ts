import { findDebt } from '#core/employers/debt-choice.rules.ts'
import { decideDebtObjection } from '#core/employers/debt-objection.rules.ts'
import { DebtObjectionForm } from '#core/employers/debt-requests.model.ts'
import type { OpenDebt } from '#core/employers/employers.ports.ts'
import { nextStep, objectionDays, objectionUntil } from '#core/employers/objection.rules.ts'
import type { CitizenService, ServiceFacts, Typed } from './citizen-service.ts'
import {
  DEBT_EVIDENCE,
  debtCaseOf,
  debtChoices,
  debtReferenceFaults,
  debtReferenceOffered,
  isSameDebt,
  onlyDebt,
  type DebtOffer,
} from './debt-claims.rules.ts'
import { referenceChoices, referenceOf } from './record-claims.rules.ts'
import type { PaperDemand } from './request-paper.model.ts'

/** Debts whose assessment or primary vote may be objected to today, and until when. */
function offerOf({ parameters, today }: Pick<ServiceFacts, 'parameters' | 'today'>): DebtOffer {
  const days = objectionDays(parameters, today)
  if ('missing' in days) return { mayBeChosen: () => false }
  return {
    mayBeChosen: (debt) =>
      ['OBJECT_ASSESSMENT', 'APPEAL_PRIMARY'].includes(nextStep(debt, days, today)),
    until: (debt) => objectionUntil(debt, days),
  }
}

/** The notice comes where one was served, the vote where one is appealed. */
function papersOf(debt: OpenDebt | undefined): readonly PaperDemand[] {
  const served: readonly PaperDemand[] =
    debt?.stage === 'PRIMARY'
      ? [{ code: 'PRIMARY_VOTE', required: true }]
      : [{ code: 'DEBT_NOTICE', required: debt !== undefined && debt.noticeDay !== null }]
  return [{ code: 'OBJECTION_LETTER', required: true }, ...served, ...DEBT_EVIDENCE]
}

function chosenDebt({ debt }: Typed<typeof DebtObjectionForm>, { debts }: ServiceFacts) {
  return debt === undefined ? undefined : findDebt(debts, debt)
}

/**
 * اعتراض به بدهی: to the primary board against an assessment, to the appeal board against a primary vote.
 *
 * @law Social Security Act, arts. 42 to 44; domain brief §3.11
 */
export const debtObjectionService: CitizenService<'DEBT_OBJECTION', typeof DebtObjectionForm> = {
  kind: 'DEBT_OBJECTION',
  role: 'EMPLOYER',
  part: 'EMPLOYER',
  paysToAccount: false,
  form: DebtObjectionForm,

  judge: ({ debt }, facts) => decideDebtObjection(debtCaseOf('DEBT_OBJECTION', debt, facts)),
  papers: (typed, facts) => papersOf(chosenDebt(typed, facts)),
  prefill: (facts) => ({
    ...onlyDebt(facts, offerOf(facts).mayBeChosen),
    ...debtReferenceOffered('DEBT_OBJECTION', facts),
  }),
  choices: (facts) => ({
    debt: debtChoices(facts, offerOf(facts)),
    referenceCode: referenceChoices('DEBT_OBJECTION', facts),
  }),
  isSameAs: isSameDebt,
  referenceOf,
  faults: (form, facts) => debtReferenceFaults('DEBT_OBJECTION', form, facts),
}
