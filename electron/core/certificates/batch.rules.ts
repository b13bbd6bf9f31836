import { covers } from '#core/employers/mandates.rules.ts'
import { presentStakes } from '#core/employers/stakes.rules.ts'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { addJalaliYears, type Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { ownPensionFile } from '#core/pensions/own-file.rules.ts'
import { isPaid } from '#core/pensions/pension-status.rules.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { PensionHeir, StoredSlipSummary } from '#core/pensions/pensions.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { FilePart, PresenceKind } from '#core/visits/visit.model.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { BatchOrder } from './batch.model.ts'
import type { PaperOrder } from './paper.model.ts'
import { fullName } from './paper-person.rules.ts'
import type { PaperSources } from './paper-sources.ports.ts'

/** A paper of a batch and whom it is about: the visitor, or a child whose pension he receives. */
export interface PlannedPaper {
  readonly order: PaperOrder
  readonly citizenId: number
  readonly citizenName: string
  readonly label: string
}

type OrderFor<Of extends BatchOrder['of']> = Extract<BatchOrder, { readonly of: Of }>
type FamilyOrder = OrderFor<'family-slips'> | OrderFor<'family-certificates'>

/** The age at which a child receives his pension himself. */
const ADULT_YEARS = 18

/** Who may receive the papers of the children of a file along with his own. */
const FAMILY_PRESENCE: readonly PresenceKind[] = ['SELF', 'NATURAL_GUARDIAN', 'GUARDIAN']

/**
 * The papers of a batch in their order, from the data of this moment; none is an answer.
 *
 * @refuses as `openVisit` does for the batch's part of the file; `not-found` for a pension file of somebody else;
 * `forbidden` for a family when neither the person nor a guardian stands here
 */
export async function expandBatch(
  batch: BatchOrder,
  visitId: string,
  needs: VisitNeeds & PaperSources,
): Promise<readonly PlannedPaper[]> {
  const part: FilePart = batch.of === 'employer-statements' ? 'EMPLOYER' : 'PENSION'
  const visit = await openVisit(needs, visitId, part)
  switch (batch.of) {
    case 'year-of-slips':
      return yearOfSlips(batch, visit, needs)
    case 'family-slips':
    case 'family-certificates':
      return familyPapers(batch, visit, needs)
    case 'employer-statements':
      return employerStatements(batch, visit, needs)
  }
}

async function nameOf(citizenId: number, { citizens }: PaperSources): Promise<string> {
  const identity = await citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  return fullName(identity)
}

function monthLabel({ year, month, slipNumber }: StoredSlipSummary): string {
  return `${year}/${String(month).padStart(2, '0')} · ${slipNumber}`
}

/** Slips in the order in which they were paid. */
function oldestFirst(slips: readonly StoredSlipSummary[]): readonly StoredSlipSummary[] {
  return slips.toSorted(
    (a, b) =>
      monthSerial(a) - monthSerial(b) ||
      (a.paidOn ?? '').localeCompare(b.paidOn ?? '') ||
      a.seq - b.seq ||
      a.slipNumber.localeCompare(b.slipNumber),
  )
}

async function yearOfSlips(
  { pensionNumber, year }: OrderFor<'year-of-slips'>,
  { citizenId }: HeldVisit,
  needs: PaperSources,
): Promise<readonly PlannedPaper[]> {
  await ownPensionFile(citizenId, pensionNumber, needs)
  const slips = await needs.pensions.listSlips(citizenId, pensionNumber)
  const citizenName = await nameOf(citizenId, needs)
  return oldestFirst(slips.filter((slip) => slip.year === year)).map((slip) => ({
    order: { kind: 'pension-slip', slipNumber: slip.slipNumber },
    ...{ citizenId, citizenName },
    label: monthLabel(slip),
  }))
}

/**
 * Whose papers of a file the visitor receives: his own, and those of the children under 18 whose share is being paid,
 * when he is their surviving parent. A guardian's power names one ward: it opens nothing of his brothers and sisters.
 * Adult heirs come themselves.
 *
 * @law docs/adr/0014; domain brief §6
 */
export function familyOf(
  heirs: readonly PensionHeir[],
  file: PensionFile,
  { citizenId, presenceKind }: Pick<HeldVisit, 'citizenId' | 'presenceKind'>,
  today: Day,
): readonly PensionHeir[] {
  const parent = presenceKind === 'SELF' && file.relation === 'SPOUSE'
  const paid = (heir: PensionHeir) => isPaid({ status: file.status, shareStatus: heir.shareStatus })
  const child = ({ relation, birthDate }: PensionHeir) =>
    (relation === 'SON' || relation === 'DAUGHTER') &&
    addJalaliYears(birthDate, ADULT_YEARS) > today
  const own = heirs.filter((heir) => heir.citizenId === citizenId && paid(heir))
  const children = heirs.filter((heir) => heir.citizenId !== citizenId && child(heir) && paid(heir))
  return file.pensionType === 'SURVIVORS' && parent ? [...own, ...children] : own
}

async function familyPapers(
  batch: FamilyOrder,
  visit: HeldVisit,
  needs: VisitNeeds & PaperSources,
): Promise<readonly PlannedPaper[]> {
  if (!FAMILY_PRESENCE.includes(visit.presenceKind))
    throw new Refusal('forbidden', { what: 'not-by-this-presence' })
  const { pensions, today } = needs
  const file = await ownPensionFile(visit.citizenId, batch.pensionNumber, needs)
  const heirs = await pensions.listHeirs(batch.pensionNumber)
  const family = familyOf(heirs, file, visit, today())
  if (batch.of === 'family-certificates') return family.map((heir) => certificateOf(heir, batch))
  const papers = await Promise.all(family.map((heir) => slipsOf(heir, batch, needs)))
  return papers.flat()
}

function certificateOf(
  { citizenId, fullName: citizenName }: PensionHeir,
  { pensionNumber, institutionCode, recipientBranch }: OrderFor<'family-certificates'>,
): PlannedPaper {
  return {
    order: { kind: 'salary-certificate', pensionNumber, institutionCode, recipientBranch },
    ...{ citizenId, citizenName },
    label: citizenName,
  }
}

async function slipsOf(
  { citizenId, fullName: citizenName }: PensionHeir,
  { pensionNumber, year, month }: OrderFor<'family-slips'>,
  { pensions }: PaperSources,
): Promise<readonly PlannedPaper[]> {
  const slips = await pensions.listSlips(citizenId, pensionNumber)
  const ofMonth = slips.filter((slip) => slip.year === year && slip.month === month)
  return oldestFirst(ofMonth).map((slip) => ({
    order: { kind: 'pension-slip', slipNumber: slip.slipNumber },
    ...{ citizenId, citizenName },
    label: monthLabel(slip),
  }))
}

async function employerStatements(
  { ledger }: OrderFor<'employer-statements'>,
  { citizenId }: HeldVisit,
  needs: VisitNeeds & PaperSources,
): Promise<readonly PlannedPaper[]> {
  const today = needs.today()
  const stakes = await needs.employers.listStakes(citizenId)
  const citizenName = await nameOf(citizenId, needs)
  const covered = presentStakes(stakes, today).filter((stake) => covers(stake, 'PAPERS'))
  return covered.map(({ workshopCode, branchCode, name }) => ({
    order: { kind: 'debt-statement', workshopCode, branchCode, contractRow: null, ledger },
    ...{ citizenId, citizenName },
    label: `${name} · ${workshopCode}`,
  }))
}
