import type { Citizens } from '#core/citizens/citizens.ports.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HealthBook } from './care.ports.ts'
import { closedToInsured } from './health-access.rules.ts'
import type { HealthPerson, OpenedHealth, OpenHealth } from './health.model.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Pick<Citizens, 'findIdentity'>
  readonly health: HealthBook
  readonly parameters: Parameters
  readonly now: () => Instant
  readonly newId: () => string
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object?: string
  }) => void
}

/**
 * Opens the list of visits and prescriptions of the citizen of an open file and of the children for whom he asks. The
 * opening, with its reason and everybody whose rows it shows, is kept in the transaction that reads them.
 *
 * @refuses as `openVisit` does; a clerk without `health.read` does not come so far
 */
export async function openHealth(
  { visitId, reason }: OpenHealth,
  needs: Needs,
): Promise<OpenedHealth> {
  const { actor, citizens, health, newId, note, now, parameters, today } = needs
  const { citizenId, presenceKind } = await openVisit(needs, visitId, 'HEALTH')
  note({ citizenId, visitId })
  const identity = await citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  const { personId, firstName, lastName } = identity
  const own: HealthPerson & { readonly citizenId: number } = {
    ...{ citizenId, personId, fullName: `${firstName} ${lastName}` },
    ...{ relation: 'SELF', closed: null },
  }
  const values = await parameters.list()
  const family = (await health.listFamily(citizenId)).map((member) => ({
    ...member,
    closed: closedToInsured(member, presenceKind, values, today()),
  }))
  const people = [own, ...family]
  const shown = people.filter(({ closed }) => closed === null).map((one) => one.citizenId)

  const openingId = newId()
  const openedAt = now()
  note({ citizenId, visitId, object: `health-opening ${openingId}` })
  await health.keepOpening({
    ...{ openingId, visitId, citizenId, personId, openedAt, shown },
    clerkId: actor.clerkId,
    reason: storedText(reason),
  })
  const idOf = new Map(people.map((one) => [one.citizenId, one.personId]))
  const rows = await health.listHealth(shown)
  return {
    openedAt,
    people,
    rows: rows.map(({ citizenId: of, ...row }) => ({ ...row, personId: idOf.get(of) ?? '' })),
  }
}
