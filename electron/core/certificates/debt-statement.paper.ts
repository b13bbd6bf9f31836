import type { z } from 'zod'
import type { DocumentedDebt } from '#core/employers/debt.model.ts'
import { debtTotals } from '#core/employers/debts.rules.ts'
import type {
  EmployerPerson,
  Stake,
  StoredDebt,
  StoredDebtDocument,
} from '#core/employers/employers.ports.ts'
import { covers } from '#core/employers/mandates.rules.ts'
import { ledgerLines } from '#core/employers/ledger-lines.rules.ts'
import { runningBalance } from '#core/employers/ledger.rules.ts'
import { debtsWithin, undatedBeside, type LedgerScope } from '#core/employers/ledger-scope.rules.ts'
import { objectionDays } from '#core/employers/objection.rules.ts'
import { presentStakes } from '#core/employers/stakes.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { DebtStatement, type DebtRow } from './debt-statement.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { fullName } from './paper-person.rules.ts'

const FIGURES = ['workshopCode', 'definitive', 'installmentPayable', 'pending', 'total'] as const

type Kind = 'debt-statement'

interface DebtFacts {
  readonly stake: Stake
  readonly employer: EmployerPerson | undefined
  readonly debts: readonly StoredDebt[]
  /** Of every debt, also where no ledger was asked for: a fault may lie in their dates. */
  readonly documents: readonly StoredDebtDocument[]
  /** The day on which the centre's data was frozen. */
  readonly asOf: Day
}

/**
 * What a workshop owes, or the part of it that was asked for: the open debts and their totals; with the ledger also
 * those paid or cancelled, which count in no total, with the steps and the documents of each. No debt is a statement too.
 *
 * @law domain brief §3.10, §3.11, §4.6
 * @refuses `rule` when the days of objection are not in the data: a paper that tells no deadline is not issued
 */
export function debtStatement(
  { order, identity, issue, trackingCode, parameters }: Stating<Kind>,
  { stake, employer, debts, documents, asOf }: DebtFacts,
): DebtStatement {
  const days = objectionDays(parameters, issue.day)
  if ('missing' in days)
    throw new Refusal('rule', {
      what: 'objection-days-missing',
      values: { parameter: days.missing },
    })
  const { contractRow, ledger, stages = [], from = null, to = null } = order
  const state = ledger ? (order.state ?? null) : null
  const scope: LedgerScope = { contractRow, stages, state: ledger ? state : 'OPEN', from, to }
  const lines = ledgerLines(debts, documents, { days, today: issue.day, asOf })
  const listed = debtsWithin(lines, scope)
  const balances = runningBalance(listed)
  const { definitive, installmentPayable, notPayable, pending } = debtTotals(listed)
  return DebtStatement.parse({
    kind: 'debt-statement',
    issue,
    trackingCode,
    workshop: {
      code: stake.workshopCode,
      name: stake.name,
      branch: { code: stake.branchCode, name: stake.branchName },
      contractRow,
      activity: stake.activity,
    },
    employer: {
      kind: stake.employerKind,
      name: employer?.fullName ?? stake.name,
      id: employer?.personId ?? stake.legalEntityId,
    },
    requestedBy: { fullName: fullName(identity), role: stake.role },
    ledger,
    scope: { stages, state, from, to, undated: undatedBeside(lines, scope) },
    asOf,
    ...{ definitive, installmentPayable, notPayable, pending },
    total: definitive + pending,
    debts: listed.map((debt, at) => debtRow(debt, ledger ? { balance: balances[at] } : null)),
  })
}

/** What the ledger says of a debt beside its figures stays off the plain statement. */
function debtRow(
  debt: DocumentedDebt,
  inLedger: { readonly balance: Rial | undefined } | null,
): z.input<typeof DebtRow> {
  const { debtNumber, contractRow, reason, from, to, premium, unemployment, other } = debt
  const { amount, remaining, stage, status, noticeDay, objectUntil, nextStep, notices } = debt
  return {
    ...{ debtNumber, contractRow, reason, from, to, premium, unemployment, other },
    ...{ amount, remaining, stage, status, noticeDay, objectUntil, nextStep, notices },
    odd: notices.length > 0,
    balance: inLedger?.balance ?? null,
    steps: inLedger ? debt.steps : [],
    primaryVoteNumber: inLedger ? debt.primaryVoteNumber : null,
    documents: inLedger ? debt.documents : [],
  }
}

export const debtStatementPaper: OfficialPaper<Kind> = {
  kind: 'debt-statement',
  digit: '8',
  part: 'EMPLOYER',
  presence: null,
  /** What is owed changes daily. */
  validUntil: (today) => today,
  async state(stating, { employers, insured, today }) {
    const { workshopCode, branchCode, contractRow } = stating.order
    const stakes = presentStakes(await employers.listStakes(stating.citizenId), today())
    const stake = stakes.find(
      (each) => each.workshopCode === workshopCode && each.branchCode === branchCode,
    )
    if (!stake) throw new Refusal('not-found', { what: 'workshop' })
    if (!covers(stake, 'PAPERS')) throw new Refusal('rule', { what: 'mandate-no-papers' })
    if (contractRow !== null && !(await employers.listContractRows(stake)).includes(contractRow))
      throw new Refusal('not-found', { what: 'contract-row' })
    const asOf = await insured.findDataDay()
    if (asOf === undefined) throw new Refusal('unavailable')
    return debtStatement(stating, {
      ...{ stake, asOf },
      employer: await employers.findEmployer(stake),
      debts: await employers.listWorkshopDebts(stake),
      documents: await employers.listDebtDocuments(stake),
    })
  },
  figureNames: FIGURES,
  figures: ({ workshop, definitive, installmentPayable, pending, total }) =>
    keyFigures(FIGURES, {
      workshopCode: workshop.code,
      ...{ definitive, installmentPayable, pending, total },
    }),
}
