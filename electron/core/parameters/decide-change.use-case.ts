import type { Actor } from '#core/kernel/actor.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import { isAuthor } from './four-eyes.rules.ts'
import type { ChangeDecision } from './parameter-change.model.ts'
import { replacedOn } from './parameter-changes.rules.ts'
import type { GivenParameters, KeptChange, ParameterChangeBook } from './parameters.ports.ts'
import { isUncertain } from './parameters.rules.ts'

interface Needs {
  readonly book: ParameterChangeBook
  readonly actor: Actor
  readonly now: () => Instant
  readonly note: (about: { readonly object: string }) => void
}

async function openChange(changeId: string, { book, note }: Needs): Promise<KeptChange> {
  const change = await book.findChange(changeId)
  if (!change) throw new Refusal('not-found', { what: 'parameter-change' })
  note({ object: `parameter-change ${changeId}` })
  if (change.decision) throw new Refusal('conflict', { what: 'parameter-decided' })
  return change
}

/**
 * A second person approves or refuses a proposal, once.
 *
 * @refuses an unknown proposal (`not-found`); its author, also under another account (`forbidden`); one that was
 * decided or withdrawn meanwhile (`conflict`); the approval of a change of what the organisation has since sent
 * with certainty (`rule`)
 */
export async function decideChange(
  decision: ChangeDecision,
  needs: Needs & { readonly parameters: GivenParameters },
): Promise<void> {
  const { actor, book, now, parameters } = needs
  const { changeId, outcome } = decision
  const change = await openChange(changeId, needs)
  if (isAuthor(actor, change)) throw new Refusal('forbidden', { what: 'own-proposal' })
  if (outcome === 'APPROVED') {
    const replaced = replacedOn(await parameters.listGiven(), change.code, change.validFrom)
    if (replaced && (!isUncertain(replaced.row.certainty) || replaced.row.unit !== change.unit))
      throw new Refusal('rule', { what: 'parameter-certain' })
  }
  await book.decide({
    ...{ changeId, outcome, decidedAt: now(), decidedBy: actor.clerkId },
    note: outcome === 'REFUSED' ? storedText(decision.note) : null,
  })
}

/**
 * Its author takes a proposal back before anybody decided it.
 *
 * @refuses an unknown proposal (`not-found`), somebody else's (`forbidden`), one decided meanwhile (`conflict`)
 */
export async function withdrawChange(changeId: string, needs: Needs): Promise<void> {
  const { actor, book, now } = needs
  const change = await openChange(changeId, needs)
  if (change.proposedBy !== actor.clerkId)
    throw new Refusal('forbidden', { what: 'proposal-of-another' })
  const decidedBy = actor.clerkId
  await book.decide({ changeId, outcome: 'WITHDRAWN', decidedAt: now(), decidedBy, note: null })
}
