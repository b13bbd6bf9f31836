import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Citizens
  readonly note: (about: { readonly citizenId: number; readonly visitId: string }) => void
}

/**
 * The open visit in which a mobile may be changed: the person stands here, or somebody whose power names the account.
 *
 * @law domain brief §6: mobile and bank changes need the person or a power that names them
 * @refuses as `openVisit` does; `forbidden` where nobody stands here; `rule` for somebody who has died
 */
export async function visitForMobile(visitId: string, needs: Needs): Promise<HeldVisit> {
  const visit = await openVisit(needs, visitId, 'ACCOUNT')
  const { citizenId, presenceKind } = visit
  needs.note({ citizenId, visitId })
  if (presenceKind === 'OPEN_REQUEST' || presenceKind === 'OFFICIAL_ORDER')
    throw new Refusal('forbidden', { what: 'not-by-this-presence' })
  const identity = await needs.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  if (identity.deathDate !== null) throw new Refusal('rule', { what: 'mobile-of-deceased' })
  return visit
}

/**
 * Holds a new number against what is known: it must be another one than now, and nobody else's.
 *
 * @law domain brief §1.9: the number must be in the person's own name
 * @refuses the number that the file has already, and one that the data or the office knows for
 * somebody else who lives (`rule`)
 */
export async function requireOwnNumber(
  mobile: string,
  citizenId: number,
  citizens: Pick<Citizens, 'findByNumber' | 'findHidden'>,
): Promise<void> {
  if ((await citizens.findHidden(citizenId, 'MOBILE')) === mobile)
    throw new Refusal('rule', { what: 'mobile-same', field: 'mobile' })
  const known = await citizens.findByNumber([{ kind: 'MOBILE', value: mobile }], MOST_HOLDERS)
  if (known.some(({ citizen }) => citizen.citizenId !== citizenId && !citizen.deceased))
    throw new Refusal('rule', { what: 'mobile-of-other', field: 'mobile' })
}

/** More than hold one number, those who have died among them. */
const MOST_HOLDERS = 50
