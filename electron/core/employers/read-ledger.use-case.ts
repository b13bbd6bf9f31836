import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { debtTotals } from './debts.rules.ts'
import type { Employers, WorkshopKey } from './employers.ports.ts'
import { ledgerLines } from './ledger-lines.rules.ts'
import { objectionDays } from './objection.rules.ts'
import { openWorkshop } from './open-workshop.rules.ts'
import type { DebtDocument, DocumentedDebt, LedgerDebt } from './debt.model.ts'
import type { DebtLedger } from './workshop.model.ts'

interface Needs extends VisitNeeds {
  readonly employers: Employers
  readonly parameters: Parameters
  readonly insured: DataDay
}

interface DataDay {
  /** The day on which the data of the extract in use was frozen. */
  findDataDay(): Promise<DebtLedger['asOf'] | undefined>
}

/** A workshop of an open file. */
export interface WorkshopOfVisit extends WorkshopKey {
  readonly visitId: string
}

/**
 * Every debt of a workshop for which the citizen may act today, as its own dates and its documents tell; none is a
 * result.
 *
 * @refuses `not-found` for a workshop of somebody else, `unavailable` while no extract is in use
 */
export async function readLedger(input: WorkshopOfVisit, needs: Needs): Promise<DebtLedger> {
  const { employers, parameters, insured } = needs
  const today = needs.today()
  const { citizenId } = await openVisit(needs, input.visitId, 'EMPLOYER')
  const { workshopCode, branchCode } = await openWorkshop(employers, citizenId, input, today)
  const asOf = await insured.findDataDay()
  if (asOf === undefined) throw new Refusal('unavailable')
  const debts = await employers.listWorkshopDebts(input)
  const documents = await employers.listDebtDocuments(input)
  const days = objectionDays(await parameters.list(), today)
  return {
    ...{ workshopCode, branchCode, asOf },
    missingParameter: 'missing' in days ? days.missing : null,
    totals: debtTotals(debts),
    debts: ledgerLines(debts, documents, { days, today, asOf }).map(withoutDocuments),
  }
}

function withoutDocuments({ documents: _, ...debt }: DocumentedDebt): LedgerDebt {
  return debt
}

/**
 * The documents of one debt of a workshop for which the citizen may act today, in their order: the second level of the
 * ledger.
 *
 * @refuses `not-found` for a workshop of somebody else or a debt that is not of the workshop
 */
export async function readDebtDocuments(
  { debtNumber, ...input }: WorkshopOfVisit & { readonly debtNumber: string },
  needs: Omit<Needs, 'parameters' | 'insured'>,
): Promise<DebtDocument[]> {
  const { employers, today } = needs
  const { citizenId } = await openVisit(needs, input.visitId, 'EMPLOYER')
  await openWorkshop(employers, citizenId, input, today())
  const documents = await employers.findDebtDocuments(input, debtNumber)
  if (!documents) throw new Refusal('not-found', { what: 'debt' })
  return documents.map(({ debtNumber: _, ...document }) => document)
}
