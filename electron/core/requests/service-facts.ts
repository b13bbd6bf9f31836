import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Employers } from '#core/employers/employers.ports.ts'
import { covers } from '#core/employers/mandates.rules.ts'
import { presentStakes, workshopWord } from '#core/employers/stakes.rules.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import type { Day } from '#core/kernel/day.ts'
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
}

/**
 * Everything the file says that a service may rest on; without one, that any may. What an employer owes is read for the
 * employer's services only. @refuses `not-found` when the extract lost the citizen
 */
export async function readServiceFacts(
  { citizenId, presenceKind, holderName, power, scope }: HeldVisit,
  { citizens, employers, insured, pensions, branches, parameters, requests, today }: FactSources,
  service?: Pick<CitizenService, 'part'>,
): Promise<ServiceFacts> {
  const identity = await citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  return {
    identity,
    presence: { presenceKind, holderName, power },
    hasAccount: (await citizens.findAccount(citizenId)) !== undefined,
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
