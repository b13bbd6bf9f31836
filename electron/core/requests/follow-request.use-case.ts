import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { VaultBook } from '#core/vault/vault.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { mayBecome, needsApplicant } from './lifecycle.rules.ts'
import type { RequestPaper } from './request-paper.model.ts'
import type { RequestDetail, RequestStatus } from './request.model.ts'
import type { RequestBook } from './requests.ports.ts'

interface Needs extends VisitNeeds {
  readonly requests: RequestBook
  readonly vault: VaultBook
  readonly now: () => Instant
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Named {
  readonly visitId: string
  readonly trackingCode: string
  /** The version that was read; somebody may have been faster. */
  readonly version: number
}

/**
 * The applicant withdraws a request that is not decided. It is kept, with who asked for it and why.
 *
 * @refuses `not-found` for a request that was not filed here, `conflict` when it has changed meanwhile, `rule` when it
 * is decided or withdrawn already
 */
export async function withdrawRequest(
  { reason, ...named }: Named & { readonly reason: string },
  needs: Needs,
): Promise<RequestDetail> {
  return change(named, { to: 'CANCELLED', note: reason, papers: [] }, needs)
}

/**
 * The applicant has brought what was asked for: papers or data. The request goes back to the branch's expert.
 *
 * @refuses as `withdrawRequest`, and `rule` when nothing was asked for
 */
export async function completeRequest(
  {
    papers,
    note,
    ...named
  }: Named & { readonly papers: readonly RequestPaper[]; readonly note: string },
  needs: Needs,
): Promise<RequestDetail> {
  return change(named, { to: '9', note, papers }, needs)
}

interface Change {
  readonly to: RequestStatus
  readonly note: string
  readonly papers: readonly RequestPaper[]
}

async function change(
  { visitId, trackingCode, version }: Named,
  { to, note, papers }: Change,
  needs: Needs,
): Promise<RequestDetail> {
  const { requests, actor } = needs
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const [filed, detail] = [
    await requests.findFiledHere(trackingCode),
    await requests.findDetail(citizenId, trackingCode),
  ]
  if (filed?.citizenId !== citizenId || !detail || detail.version === null)
    throw new Refusal('not-found', { what: 'request' })
  if (detail.version !== version) throw new Refusal('conflict', { what: 'request-changed' })
  const isAsked = to === 'CANCELLED' || needsApplicant(detail.status)
  if (!isAsked || !mayBecome(detail.kind, detail.status, to))
    throw new Refusal('rule', {
      what: to === 'CANCELLED' ? 'not-withdrawable' : 'nothing-asked',
      values: { status: detail.status },
    })
  await requests.change(filed.requestId, {
    status: to,
    event: { status: to, at: needs.now(), actor: 'CLERK', actorId: actor.clerkId, note, papers },
  })
  await needs.vault.encloseIn(filed.requestId, citizenId, papers)
  needs.note({ citizenId, visitId, object: `request ${filed.requestId}` })
  const after = await requests.findDetail(citizenId, trackingCode)
  if (!after) throw new Refusal('not-found', { what: 'request' })
  return after
}
