import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { debtTotals } from './debts.rules.ts'
import type { Employers, StoredDebt, StoredMember } from './employers.ports.ts'
import { openWorkshop } from './open-workshop.rules.ts'
import type { WorkshopOfVisit } from './read-ledger.use-case.ts'
import { ROLE_ORDER } from './stakes.rules.ts'
import type { WorkshopDetail, WorkshopMember } from './workshop.model.ts'

interface Needs extends VisitNeeds {
  readonly employers: Employers
}

/**
 * A workshop for which the citizen may act today, with its members and its contracts; what a contract owes is what its
 * own row owes.
 *
 * @refuses `not-found` for a workshop of somebody else
 */
export async function readWorkshop(input: WorkshopOfVisit, needs: Needs): Promise<WorkshopDetail> {
  const { employers } = needs
  const today = needs.today()
  const { citizenId } = await openVisit(needs, input.visitId, 'EMPLOYER')
  await openWorkshop(employers, citizenId, input, today)
  const place = await employers.findPlace(input)
  if (!place) throw new Refusal('not-found', { what: 'workshop' })
  const debts = byRow(await employers.listWorkshopDebts(input))
  const contracts = await employers.listContracts(input)
  return {
    ...place,
    members: members(await employers.listMembers(input), citizenId, today),
    contracts: contracts.map((contract) => ({
      ...contract,
      debts: debtTotals(debts.get(contract.contractRow) ?? []),
    })),
  }
}

function byRow(debts: readonly StoredDebt[]): ReadonlyMap<string, readonly StoredDebt[]> {
  const groups = new Map<string, StoredDebt[]>()
  for (const debt of debts) {
    const group = groups.get(debt.contractRow)
    if (group) group.push(debt)
    else groups.set(debt.contractRow, [debt])
  }
  return groups
}

/** Those whose part lasts first, then by role, then the one who came last. */
function members(stored: readonly StoredMember[], citizenId: number, today: Day): WorkshopMember[] {
  const ended = ({ until }: StoredMember) => Number(until !== null && until < today)
  const rank = ({ role }: StoredMember) => ROLE_ORDER.indexOf(role)
  return stored
    .toSorted((a, b) => ended(a) - ended(b) || rank(a) - rank(b) || Number(a.from < b.from) * 2 - 1)
    .map(({ citizenId: id, ...member }) => ({ ...member, own: id === citizenId }))
}
