import type { Actor } from '#core/kernel/actor.ts'
import type { KeptChange } from './parameters.ports.ts'

/** Whether a clerk is the author of a proposal; somebody with two accounts is the author under both. */
export function isAuthor(
  { clerkId, personId }: Pick<Actor, 'clerkId' | 'personId'>,
  { proposedBy, proposerPersonId }: Pick<KeptChange, 'proposedBy' | 'proposerPersonId'>,
): boolean {
  return clerkId === proposedBy || (personId !== null && personId === proposerPersonId)
}
