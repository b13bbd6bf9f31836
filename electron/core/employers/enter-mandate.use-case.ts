import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { Employers } from './employers.ports.ts'
import type { MandateState, NewMandate } from './mandate.model.ts'
import type { KeptMandate, MandateBook, NewKeptMandate } from './mandates.ports.ts'
import { actsForTarget, mandateState, mayHandOn } from './mandates.rules.ts'
import { presentStakes } from './stakes.rules.ts'

/** What entering and ending a mandate needs. */
export interface MandateNeeds extends VisitNeeds {
  readonly employers: Employers
  readonly mandates: MandateBook
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
  readonly newId: () => string
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object?: string
  }) => void
}

/**
 * The open visit in which a mandate may be entered or ended: somebody stands here.
 *
 * @refuses as `openVisit` does; `forbidden` where the file is open by an open request or an order, without anybody
 */
export async function visitForMandate(
  visitId: string,
  needs: VisitNeeds & Pick<MandateNeeds, 'note'>,
): Promise<HeldVisit> {
  const visit = await openVisit(needs, visitId, 'EMPLOYER')
  needs.note({ citizenId: visit.citizenId, visitId })
  if (visit.presenceKind === 'OPEN_REQUEST' || visit.presenceKind === 'OFFICIAL_ORDER')
    throw new Refusal('forbidden', { what: 'not-by-this-presence' })
  return visit
}

type Target = Pick<NewKeptMandate, 'legalEntityId' | 'workshopCode' | 'branchCode'>

function targetOf({ target }: NewMandate): Target {
  return target.of === 'COMPANY'
    ? { legalEntityId: target.legalEntityId, workshopCode: null, branchCode: null }
    : {
        legalEntityId: null,
        workshopCode: target.workshopCode,
        branchCode: target.branchCode,
      }
}

/**
 * Enters by what paper somebody acts for a company or a workshop. It opens nothing until a second person confirmed it.
 * The visitor acts for it today, or is himself whom the gazette names; a letter gives no more than he holds.
 *
 * @refuses a gazette about a workshop alone, an impossible time or a paper of tomorrow (`invalid-input`); a company,
 * workshop or person that the data does not know (`not-found`); a visitor who may not (`rule`); the clerk's own name
 * (`forbidden`); the same paper entered before (`conflict`)
 */
export async function enterMandate(entered: NewMandate, needs: MandateNeeds): Promise<string> {
  const { actor, mandates, now, newId, note, today } = needs
  const visit = await visitForMandate(entered.visitId, needs)
  requireSound(entered, today())
  const target = targetOf(entered)
  await requireTarget(target, mandates)
  const holder = await holderOf(entered, visit, needs)
  if (holder.personId === actor.personId) throw new Refusal('forbidden', { what: 'own-mandate' })
  await requireRight(entered, target, visit, needs)
  await requireNew(entered, target, holder.citizenId, needs)

  const { paper, scope, from, until, visitId } = entered
  const mandateId = newId()
  note({ citizenId: visit.citizenId, visitId, object: `mandate ${mandateId}` })
  await mandates.enter({
    ...{ mandateId, ...holder, ...target, scope, from, until, visitId },
    ...{ kind: paper.kind, number: paperNumber(paper.number), day: paper.day },
    position: paper.kind === 'GAZETTE' ? storedText(paper.position) : null,
    issuer: paper.kind === 'LETTER' ? storedText(paper.issuer) : null,
    enteredAt: now(),
    enteredBy: actor.clerkId,
  })
  return mandateId
}

function requireSound({ paper, target, from, until }: NewMandate, today: Day): void {
  const wrong = (field: string, fault: string) => new Refusal('invalid-input', { field, fault })
  if (paper.kind === 'GAZETTE' && target.of !== 'COMPANY') throw wrong('target', 'mandate-company')
  if (paper.day > today) throw wrong('paper.day', 'future')
  if (until !== null && until < from) throw wrong('until', 'end-before-start')
  if (until !== null && until < today) throw wrong('until', 'past')
}

async function requireTarget(target: Target, mandates: MandateBook): Promise<void> {
  const { legalEntityId, workshopCode, branchCode } = target
  if (legalEntityId !== null) {
    if ((await mandates.listCompanyWorkshops(legalEntityId)).length === 0)
      throw new Refusal('not-found', { what: 'company', field: 'target.legalEntityId' })
  } else if (workshopCode !== null && branchCode !== null) {
    if (!(await mandates.hasWorkshop({ workshopCode, branchCode })))
      throw new Refusal('not-found', { what: 'workshop', field: 'target.workshopCode' })
  }
}

async function holderOf(
  { personId }: NewMandate,
  visit: HeldVisit,
  { mandates }: MandateNeeds,
): Promise<Pick<NewKeptMandate, 'citizenId' | 'personId'>> {
  const named = personId ?? visit.personId
  const holder = await mandates.findLiving(named)
  if (!holder) throw new Refusal('not-found', { what: 'mandate-holder', field: 'personId' })
  return { citizenId: holder.citizenId, personId: named }
}

async function requireRight(
  { paper, personId, scope }: NewMandate,
  target: Target,
  { citizenId, personId: visitorId }: HeldVisit,
  { employers, today }: MandateNeeds,
): Promise<void> {
  const isSelf = personId === null || personId === visitorId
  if (paper.kind === 'GAZETTE' && isSelf) return
  const stakes = presentStakes(await employers.listStakes(citizenId), today())
  if (paper.kind === 'GAZETTE') {
    if (stakes.some((stake) => actsForTarget(stake, target))) return
    throw new Refusal('rule', { what: 'mandate-by-stranger' })
  }
  // Who holds a letter does not make it out to himself.
  if (isSelf || !mayHandOn(stakes, target, scope))
    throw new Refusal('rule', { what: 'mandate-not-handed-on' })
}

/** A number as the register keeps it: digits of any script are one number. */
function paperNumber(text: string): string {
  return toLatinDigits(storedText(text))
}

/** The same paper about the same person and target, while it waits or is in force, is one mandate. */
async function requireNew(
  { paper }: NewMandate,
  target: Target,
  citizenId: number,
  { mandates, today }: MandateNeeds,
): Promise<void> {
  const number = paperNumber(paper.number)
  const known = await mandates.listOfHolder(citizenId)
  const isSame = (one: KeptMandate) =>
    one.kind === paper.kind &&
    one.number === number &&
    one.day === paper.day &&
    one.legalEntityId === target.legalEntityId &&
    one.workshopCode === target.workshopCode &&
    one.branchCode === target.branchCode &&
    LIVE.includes(mandateState(one, today()))
  if (known.some(isSame)) throw new Refusal('conflict', { what: 'mandate-known' })
}

const LIVE: readonly MandateState[] = ['WAITING', 'AHEAD', 'IN_FORCE']
