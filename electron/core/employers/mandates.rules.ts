import type { Day } from '#core/kernel/day.ts'
import type { WorkshopKey } from './employers.ports.ts'
import type { Mandate, MandatePaper, MandateScope, MandateState } from './mandate.model.ts'
import type { KeptMandate } from './mandates.ports.ts'

type Standing = Pick<KeptMandate, 'from' | 'until' | 'decision' | 'ending'>

/**
 * How a mandate stands on a day. Without the second person it is nothing; its first and last day count.
 *
 * @law domain brief §3.2, §3.10; Companies Act (amendment of 1347), arts. 128, 135: who signs is published in the gazette
 */
export function mandateState(
  { from, until, decision, ending }: Standing,
  today: Day,
): MandateState {
  if (decision?.outcome === 'REFUSED') return 'REFUSED'
  if (ending) return 'ENDED'
  if (!decision) return 'WAITING'
  if (from > today) return 'AHEAD'
  return until !== null && until < today ? 'EXPIRED' : 'IN_FORCE'
}

/** How many changes a mandate has seen, from 1; whoever decides or ends it names the one he looked at. */
export function mandateVersion({
  decision,
  ending,
}: Pick<Standing, 'decision' | 'ending'>): number {
  return 1 + (decision ? 1 : 0) + (ending ? 1 : 0)
}

/** A mandate as whoever has this file open may see it. */
export function shownMandate(kept: KeptMandate, citizenId: number | null, today: Day): Mandate {
  const { mandateId, holderName, kind, number, day, position, issuer, targetName } = kept
  const { legalEntityId, workshopCode, branchCode, from, until, enteredAt, ending } = kept
  return {
    ...{ mandateId, holderName, kind, number, day, position, issuer, targetName },
    ...{ legalEntityId, workshopCode, branchCode, from, until, enteredAt },
    version: mandateVersion(kept),
    own: kept.citizenId === citizenId,
    scope: [...kept.scope],
    state: mandateState(kept, today),
    enteredBy: kept.enteredByName,
    decidedBy: kept.decidedByName,
    note: kept.decision?.note ?? null,
    endedOn: ending?.endedOn ?? null,
    endReason: ending?.reason ?? null,
  }
}

/** By what somebody acts for a workshop: a null scope is not stated in the data and means all. */
export interface Acting extends WorkshopKey {
  readonly role: 'OWNER' | 'SIGNATORY' | 'REPRESENTATIVE'
  readonly legalEntityId: string | null
  readonly scope: readonly MandateScope[] | null
}

/**
 * Whether what somebody holds covers a part. The centre's data states no scope: whom it registered may do all.
 *
 * @law domain brief §3.10: the employer, the signatory of a legal person, or an authorised representative
 */
export function covers({ scope }: Pick<Acting, 'scope'>, part: MandateScope): boolean {
  return scope === null || scope.includes(part)
}

/** The parts that any of several papers covers; null as soon as one of them is without a stated scope. */
export function jointScope(
  scopes: readonly (readonly MandateScope[] | null)[],
): MandateScope[] | null {
  const parts = new Set<MandateScope>()
  for (const scope of scopes) {
    if (scope === null) return null
    for (const part of scope) parts.add(part)
  }
  const inOrder: readonly MandateScope[] = ['DEBTS', 'PAPERS', 'REQUESTS']
  return inOrder.filter((part) => parts.has(part))
}

interface Target {
  readonly legalEntityId: string | null
  readonly workshopCode: string | null
  readonly branchCode: string | null
}

/** Whether what somebody acts for is the target of a mandate, or a workshop of the company it is about. */
export function actsForTarget(acting: Acting, target: Target): boolean {
  if (target.legalEntityId !== null) return acting.legalEntityId === target.legalEntityId
  return acting.workshopCode === target.workshopCode && acting.branchCode === target.branchCode
}

/** Whether somebody may hand on what he may do: owners and signatories may, representatives may not. */
export function mayAppoint({ role }: Pick<Acting, 'role'>): boolean {
  return role !== 'REPRESENTATIVE'
}

/**
 * Whether a letter may be entered on the word of somebody who acts today: he is owner or signatory of what it is about,
 * and it gives no more than he holds himself. One who acts for part of a company answers for a letter about the whole
 * by the scope of each of his own papers.
 *
 * @law domain brief §3.10, §6; docs/law.md: a representative does not appoint representatives
 */
export function mayHandOn(
  stakes: readonly Acting[],
  target: Target,
  scope: readonly MandateScope[],
): boolean {
  return stakes.some(
    (stake) =>
      actsForTarget(stake, target) &&
      mayAppoint(stake) &&
      scope.every((part) => covers(stake, part)),
  )
}

interface CentreSignature {
  readonly role: Acting['role']
  readonly actsFrom: Day
  readonly paper: MandatePaper | null
}

/**
 * The newest gazette in force that speaks against a signature of the centre's data: it is newer, and none in force names
 * the citizen. The centre decides; this is a notice.
 *
 * @law docs/law.md, signatories and representatives
 */
export function newerGazette(
  signature: CentreSignature,
  about: readonly KeptMandate[],
  citizenId: number,
  today: Day,
): MandatePaper | null {
  if (signature.role !== 'SIGNATORY' || signature.paper !== null) return null
  const gazettes = about.filter(
    (one) => one.kind === 'GAZETTE' && mandateState(one, today) === 'IN_FORCE',
  )
  if (gazettes.some((one) => one.citizenId === citizenId)) return null
  const [newest] = gazettes
    .filter(({ day }) => day > signature.actsFrom)
    .toSorted((a, b) => (a.day < b.day ? 1 : -1))
  return newest ? { kind: newest.kind, number: newest.number, day: newest.day } : null
}
