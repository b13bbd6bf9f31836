import type { Instant } from '#core/kernel/instant.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { Draft, DraftForm, FileableKind } from './request.model.ts'
import type { DraftKey, RequestBook, Requests } from './requests.ports.ts'
import { openServiceVisit } from './service-visit.ts'

interface OfKind {
  readonly visitId: string
  readonly kind: FileableKind
}

interface ReadNeeds extends VisitNeeds {
  readonly requests: Requests
}

interface Needs extends VisitNeeds {
  readonly requests: RequestBook
  readonly now: () => Instant
  readonly note: (about: { readonly citizenId: number; readonly visitId: string }) => void
}

/** A draft belongs to its clerk, the citizen and the kind of request. */
async function keyOf({ visitId, kind }: OfKind, needs: VisitNeeds): Promise<DraftKey> {
  const { citizenId } = await openServiceVisit(visitId, kind, needs)
  return { clerkId: needs.actor.clerkId, citizenId, kind }
}

/** The clerk's own draft for the open citizen; null when there is none. */
export async function readDraft(of: OfKind, needs: ReadNeeds): Promise<Draft | null> {
  return (await needs.requests.findDraft(await keyOf(of, needs))) ?? null
}

/** Keeps what was typed, right or wrong, exactly as typed. */
export async function saveDraft(
  { form, ...of }: OfKind & { readonly form: DraftForm },
  needs: Needs,
): Promise<Draft> {
  const key = await keyOf(of, needs)
  const savedAt = needs.now()
  await needs.requests.saveDraft(key, form, savedAt)
  needs.note({ citizenId: key.citizenId, visitId: of.visitId })
  return { kind: of.kind, form, savedAt }
}

/** Throws the draft away; without one nothing changes. */
export async function discardDraft(of: OfKind, needs: Needs): Promise<null> {
  const key = await keyOf(of, needs)
  await needs.requests.discardDraft(key)
  needs.note({ citizenId: key.citizenId, visitId: of.visitId })
  return null
}
