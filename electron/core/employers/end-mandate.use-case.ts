import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import { type MandateNeeds, visitForMandate } from './enter-mandate.use-case.ts'
import type { MandateEnding } from './mandate.model.ts'
import { actsForTarget, mandateState, mandateVersion, mayAppoint } from './mandates.rules.ts'
import { presentStakes } from './stakes.rules.ts'

/**
 * Ends a mandate, also one that still waits, in an open visit of its holder, or of an owner or signatory of what it is
 * about. It counts no more from this moment, and stays in the register with the reason.
 *
 * @refuses a mandate that this visitor does not see (`not-found`) or may not end (`rule`); one that changed since it was
 * shown, is over or was refused (`conflict`)
 */
export async function endMandate(ending: MandateEnding, needs: MandateNeeds): Promise<void> {
  const { actor, employers, mandates, now, note, today } = needs
  const { mandateId, visitId, version } = ending
  const visit = await visitForMandate(visitId, needs)
  const mandate = await mandates.find(mandateId)
  const stakes = presentStakes(await employers.listStakes(visit.citizenId), today())
  const about = stakes.filter((stake) => mandate && actsForTarget(stake, mandate))
  const isHolder = mandate?.citizenId === visit.citizenId
  if (!mandate || (!isHolder && about.length === 0))
    throw new Refusal('not-found', { what: 'mandate' })
  note({ citizenId: visit.citizenId, visitId, object: `mandate ${mandateId}` })
  if (!isHolder && !about.some(mayAppoint)) throw new Refusal('rule', { what: 'mandate-not-ended' })
  const state = mandateState(mandate, today())
  if (mandateVersion(mandate) !== version || state === 'ENDED' || state === 'REFUSED')
    throw new Refusal('conflict', { what: 'mandate-changed' })
  if (state === 'EXPIRED') throw new Refusal('conflict', { what: 'mandate-over' })
  await mandates.end({
    ...{ mandateId, visitId, endedOn: today(), endedAt: now(), endedBy: actor.clerkId },
    reason: storedText(ending.reason),
  })
}
