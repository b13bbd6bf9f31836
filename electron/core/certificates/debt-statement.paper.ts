import { debtNotices, debtTotals, isOpenDebt } from '#core/employers/debts.rules.ts'
import type {
  EmployerPerson,
  Stake,
  StoredDebt,
  StoredDebtDocument,
} from '#core/employers/employers.ports.ts'
import { covers } from '#core/employers/mandates.rules.ts'
import {
  nextStep,
  objectionDays,
  objectionUntil,
  type ObjectionDays,
} from '#core/employers/objection.rules.ts'
import { presentStakes } from '#core/employers/stakes.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
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
  /** None where no ledger was asked for. */
  readonly documents: readonly StoredDebtDocument[]
  /** The day on which the centre's data was frozen. */
  readonly asOf: Day
}

/**
 * What a workshop owes: the open debts and their totals; with the ledger also those paid or cancelled, which count in
 * no total, and the documents of each. No debt is a statement too.
 *
 * @law domain brief §3.10, §3.11, §4.6
 * @refuses `rule` when the days of objection are not in the data
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
  const { contractRow, ledger } = order
  const ofRow = debts.filter((debt) => contractRow === null || debt.contractRow === contractRow)
  const totals = debtTotals(ofRow)
  const { definitive, installmentPayable, notPayable, pending } = totals
  const listed = ledger ? ofRow : ofRow.filter(isOpenDebt)
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
    asOf,
    ...{ definitive, installmentPayable, notPayable, pending },
    total: definitive + pending,
    debts: listed
      .toSorted(byPeriod)
      .map((debt) => debtRow(debt, ledger ? documents : [], days, issue.day)),
  })
}

/** Months of the debt's beginning; a debt without one comes last. */
function beginning({ fromYear, fromMonth }: StoredDebt): number {
  return fromYear === null ? Number.MAX_SAFE_INTEGER : fromYear * 12 + (fromMonth ?? 1)
}

/** Open debts first, then by the period they are for, then by number. */
function byPeriod(a: StoredDebt, b: StoredDebt): number {
  return (
    Number(isOpenDebt(b)) - Number(isOpenDebt(a)) ||
    beginning(a) - beginning(b) ||
    (a.debtNumber < b.debtNumber ? -1 : Number(a.debtNumber > b.debtNumber))
  )
}

function monthOf(year: number | null, month: number | null): DebtRow['from'] {
  return year === null || month === null ? null : { year, month }
}

function debtRow(
  debt: StoredDebt,
  documents: readonly StoredDebtDocument[],
  days: ObjectionDays,
  today: Day,
): DebtRow {
  const { debtNumber, contractRow, reason, premium, unemployment, other } = debt
  const { amount, remaining, stage, status, noticeDay } = debt
  return {
    ...{ debtNumber, contractRow, reason, premium, unemployment, other },
    ...{ amount, remaining, stage, status, noticeDay },
    from: monthOf(debt.fromYear, debt.fromMonth),
    to: monthOf(debt.toYear, debt.toMonth),
    objectUntil: objectionUntil(debt, days),
    nextStep: nextStep(debt, days, today),
    odd: debtNotices(debt).length > 0,
    documents: documents
      .filter((document) => document.debtNumber === debtNumber)
      .map(({ debtNumber: _, ...document }) => document),
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
    const { workshopCode, branchCode, contractRow, ledger } = stating.order
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
      documents: ledger ? await employers.listDebtDocuments(stake) : [],
    })
  },
  figureNames: FIGURES,
  figures: ({ workshop, definitive, installmentPayable, pending, total }) =>
    keyFigures(FIGURES, {
      workshopCode: workshop.code,
      ...{ definitive, installmentPayable, pending, total },
    }),
}
