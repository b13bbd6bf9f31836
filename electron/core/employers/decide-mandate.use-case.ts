import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import { isAuthor } from '#core/parameters/four-eyes.rules.ts'
import type { MandateDecision, WaitingMandate } from './mandate.model.ts'
import type { KeptMandate, MandateBook, Mandates } from './mandates.ports.ts'
import { mandateVersion, shownMandate } from './mandates.rules.ts'

interface Needs {
  readonly mandates: MandateBook
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

/** Whether a clerk may decide a mandate: he neither entered it, under any account, nor holds it. */
function mayDecide(actor: Actor, mandate: KeptMandate): boolean {
  const { enteredBy: proposedBy, enteredByPersonId: proposerPersonId } = mandate
  return !isAuthor(actor, { proposedBy, proposerPersonId }) && actor.personId !== mandate.personId
}

/**
 * A second person confirms or refuses a mandate, once.
 *
 * @refuses an unknown mandate (`not-found`); what he entered himself, under any account, or is about himself
 * (`forbidden`); one that changed since it was shown (`conflict`); to confirm one whose last day has passed (`rule`)
 */
export async function decideMandate(decision: MandateDecision, needs: Needs): Promise<void> {
  const { actor, mandates, now, note, today } = needs
  const { mandateId, outcome, version } = decision
  const mandate = await mandates.find(mandateId)
  if (!mandate) throw new Refusal('not-found', { what: 'mandate' })
  note({ citizenId: mandate.citizenId, object: `mandate ${mandateId}` })
  if (!mayDecide(actor, mandate)) throw new Refusal('forbidden', { what: 'own-mandate' })
  if (mandate.decision || mandate.ending || mandateVersion(mandate) !== version)
    throw new Refusal('conflict', { what: 'mandate-changed' })
  if (outcome === 'CONFIRMED' && mandate.until !== null && mandate.until < today())
    throw new Refusal('rule', { what: 'mandate-over' })
  await mandates.decide({
    ...{ mandateId, outcome, decidedAt: now(), decidedBy: actor.clerkId },
    note: outcome === 'REFUSED' ? storedText(decision.note) : null,
  })
}

/** The mandates that wait for a second person, the oldest first. */
export async function listWaitingMandates({
  mandates,
  actor,
  today,
}: Pick<Needs, 'actor' | 'today'> & { readonly mandates: Mandates }): Promise<WaitingMandate[]> {
  const waiting = await mandates.listWaiting()
  return waiting.map((mandate) => ({
    ...shownMandate(mandate, null, today()),
    holderId: mandate.personId,
    mayDecide: mayDecide(actor, mandate),
  }))
}
