import type { KnownPerson } from '#core/account/dependant-add.rules.ts'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Employers } from '#core/employers/employers.ports.ts'
import { covers } from '#core/employers/mandates.rules.ts'
import { presentStakes, workshopWord } from '#core/employers/stakes.rules.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Branches } from '#core/office/branches.ports.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { Pensions } from '#core/pensions/pensions.ports.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { CitizenService, ServiceFacts } from './citizen-service.ts'
import type { Requests } from './requests.ports.ts'

/** Where the facts of a service come from. */
export interface FactSources {
  readonly citizens: Citizens
  readonly employers: Employers
  readonly insured: Insured
  readonly pensions: Pensions
  readonly branches: Branches
  readonly parameters: Parameters
  readonly requests: Requests
  readonly today: () => Day
  readonly now: () => Instant
}

/** By what right a citizen's facts are read: an open visit, or his open request. */
type Right = Pick<HeldVisit, 'citizenId' | 'presenceKind' | 'holderName' | 'power' | 'scope'>

/**
 * Everything the file says that a service may rest on; without one, that any may. What an employer owes is read for the
 * employer's services only, and of `other` whatever a form about somebody else rests on. @refuses `not-found` when the extract lost the citizen
 */
export async function readServiceFacts(
  { citizenId, presenceKind, holderName, power, scope }: Right,
  {
    citizens,
    employers,
    insured,
    pensions,
    branches,
    parameters,
    requests,
    today,
    now,
  }: FactSources,
  service?: Pick<CitizenService, 'part'>,
  other: string | null = null,
): Promise<ServiceFacts> {
  const identity = await citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  return {
    identity,
    presence: { presenceKind, holderName, power },
    account: (await citizens.findAccount(citizenId)) ?? null,
    mobileChangedAt: (await citizens.findMobileChange(citizenId)) ?? null,
    other: other === null ? null : await readPerson(other, citizens, insured),
    profiles: await insured.listProfiles(citizenId),
    rows: await insured.listContributions(citizenId),
    dependants: await insured.listDependants(citizenId),
    pensions: await pensions.listFiles(citizenId),
    ...(scope.includes('EMPLOYER') && (!service || service.part === 'EMPLOYER')
      ? await readEmployer(citizenId, employers, today())
      : { workshops: [], withoutRequests: [], debts: [] }),
    requests: await requests.listOfCitizen(citizenId),
    filed: await requests.listForms(citizenId),
    branches: await branches.list(),
    parameters: await parameters.list(),
    dataAsOf: (await insured.findDataDay()) ?? null,
    today: today(),
    now: now(),
  }
}

/** What the data knows of the other person whom a form names. */
async function readPerson(
  personId: string,
  citizens: Citizens,
  insured: Insured,
): Promise<KnownPerson | null> {
  const identity = await citizens.findPerson(personId)
  if (!identity) return null
  return {
    identity,
    profiles: await insured.listProfiles(identity.citizenId),
    covers: await insured.listCovers(identity.citizenId),
  }
}

async function readEmployer(
  citizenId: number,
  employers: Employers,
  today: Day,
): Promise<Pick<ServiceFacts, 'workshops' | 'withoutRequests' | 'debts'>> {
  const stakes = presentStakes(await employers.listStakes(citizenId), today)
  const workshops = stakes.filter((stake) => covers(stake, 'REQUESTS'))
  const withoutRequests = stakes.filter((stake) => !covers(stake, 'REQUESTS'))
  if (workshops.length === 0) return { workshops, withoutRequests, debts: [] }
  const words = new Set(workshops.map(workshopWord))
  const debts = await employers.listOpenDebts(citizenId)
  return {
    workshops,
    withoutRequests,
    debts: debts.filter((debt) => words.has(workshopWord(debt))),
  }
}
