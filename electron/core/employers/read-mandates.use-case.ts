import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Employers, Stake, WorkshopKey } from './employers.ports.ts'
import type { CompanyWorkshop, Mandate, WorkshopMandates } from './mandate.model.ts'
import type { Mandates, StoredCompanyMember } from './mandates.ports.ts'
import { mayAppoint, newerGazette, shownMandate } from './mandates.rules.ts'
import { mayActFor, presentStakes, workshopWord } from './stakes.rules.ts'

interface Needs extends VisitNeeds {
  readonly employers: Employers
  readonly mandates: Mandates
}

/** The mandates that the citizen of an open file holds or held, newest first, those that still wait among them. */
export async function readOwnMandates(visitId: string, needs: Needs): Promise<Mandate[]> {
  const { citizenId } = await openVisit(needs, visitId, 'EMPLOYER')
  const kept = await needs.mandates.listOfHolder(citizenId)
  return kept.map((mandate) => shownMandate(mandate, citizenId, needs.today()))
}

/**
 * Who may act for a workshop and by what paper, and the company it belongs to with all its workshops. A representative
 * sees of the company only the workshops for which he may act himself, and who acts for those.
 *
 * @refuses as `openVisit` does; `not-found` for a workshop for which the citizen may not act today
 */
export async function readWorkshopMandates(
  { visitId, workshopCode, branchCode }: WorkshopKey & { readonly visitId: string },
  needs: Needs,
): Promise<WorkshopMandates> {
  const { citizenId } = await openVisit(needs, visitId, 'EMPLOYER')
  const { employers, mandates, today } = needs
  const day = today()
  const stored = await employers.listStakes(citizenId)
  const stakes = presentStakes(stored, day)
  const key = { workshopCode, branchCode }
  const stake = stakes.find((each) => workshopWord(each) === workshopWord(key))
  if (!stake) throw new Refusal('not-found', { what: 'workshop' })
  const { legalEntityId } = stake
  const acts = new Set(stakes.map(workshopWord))
  const isSeen = (of: WorkshopKey) => mayAppoint(stake) || acts.has(workshopWord(of))

  const members = await mandates.listMembers(key, legalEntityId)
  const about = await mandates.listAbout(key, legalEntityId)
  const company = legalEntityId === null ? [] : await mandates.listCompanyWorkshops(legalEntityId)
  const signature = ofCentre(stored, stake)
  return {
    ...{ today: day, workshopCode, branchCode, legalEntityId },
    mayAppoint: mayAppoint(stake),
    newerGazette: signature && newerGazette(signature, about, citizenId, day),
    members: members
      .filter(isSeen)
      .map((member) => ({ ...shown(member), ...standing(member, citizenId, day) })),
    mandates: about.map((mandate) => shownMandate(mandate, citizenId, day)),
    workshops: company
      .filter(isSeen)
      .map((one): CompanyWorkshop => ({ ...one, acts: acts.has(workshopWord(one)) })),
  }
}

/** The part of a workshop that the centre registered, where there is one beside a mandate. */
function ofCentre(stakes: readonly Stake[], of: WorkshopKey): Stake | null {
  const all = stakes.filter((each) => workshopWord(each) === workshopWord(of))
  return all.find((each) => each.role === 'SIGNATORY' && each.paper === null) ?? null
}

function shown({ citizenId: _, closedOn: __, ...member }: StoredCompanyMember) {
  return member
}

function standing(member: StoredCompanyMember, citizenId: number, day: Stake['actsFrom']) {
  const { role, from, until, closedOn } = member
  const part = { role, actsFrom: from, actsUntil: until, paper: null }
  return { own: member.citizenId === citizenId, inForce: mayActFor(part, closedOn, day) }
}
