import type { Actor } from '#core/kernel/actor.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { RegistrationDraft, RegistrationDraftForm } from './registration.model.ts'
import type { RegistrationBook, Registrations } from './registration.ports.ts'

interface Needs {
  readonly registrations: RegistrationBook
  readonly actor: Actor
  readonly now: () => Instant
}

/** The clerk's own draft; null when there is none. */
export async function readRegistrationDraft({
  registrations,
  actor,
}: {
  readonly registrations: Registrations
  readonly actor: Actor
}): Promise<RegistrationDraft | null> {
  return (await registrations.findDraft(actor.clerkId)) ?? null
}

/** Keeps what was typed, right or wrong, exactly as typed; it belongs to its clerk. */
export async function saveRegistrationDraft(
  form: RegistrationDraftForm,
  { registrations, actor, now }: Needs,
): Promise<RegistrationDraft> {
  const savedAt = now()
  await registrations.saveDraft(actor.clerkId, form, savedAt)
  return { form, savedAt }
}

/** Throws the draft away; without one nothing changes. */
export async function discardRegistrationDraft({ registrations, actor }: Needs): Promise<null> {
  await registrations.discardDraft(actor.clerkId)
  return null
}
