import type { MarriageForm } from '#core/benefits/marriage.model.ts'
import { decideMarriage } from '#core/benefits/marriage.rules.ts'
import type { Decision } from '#core/kernel/decision.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { openVisit } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import { marriageRecord, type MarriageSources } from './assess-request.use-case.ts'
import { promisedOn } from './lifecycle.rules.ts'
import { marriageCase, marriagePapers } from './marriage-case.rules.ts'
import type { FiledRequest } from './request.model.ts'
import type { NewRequest, NewRequestEvent, RequestBook } from './requests.ports.ts'

interface Needs extends MarriageSources {
  readonly requests: RequestBook
  readonly now: () => Instant
  readonly newId: () => string
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Filing {
  readonly visitId: string
  readonly idempotencyKey: string
  readonly request: { readonly kind: 'MARRIAGE'; readonly form: MarriageForm }
}

/**
 * Files a request once: the same key again answers with the request already filed. The clerk's draft of it goes in
 * the same transaction. A clerk files and never decides.
 *
 * @refuses `conflict` when a request of the kind is open; `rule` when the law or a missing account stands against it;
 * `invalid-input` when a required paper is missing or the spouse is the citizen
 */
export async function fileRequest(filing: Filing, needs: Needs): Promise<FiledRequest> {
  const visit = await openVisit(needs, filing.visitId, 'BENEFITS')
  const before = await needs.requests.findByKey(filing.idempotencyKey)
  if (before) {
    if (before.citizenId !== visit.citizenId || before.filedBy !== needs.actor.clerkId)
      throw new Refusal('conflict', { what: 'idempotency-key' })
    const { trackingCode, kind, status, filedAt } = before
    return { trackingCode, kind, status, filedAt, promisedOn: before.promisedOn }
  }
  const { kind } = filing.request
  const open = await needs.requests.findOpen(visit.citizenId, kind)
  if (open)
    throw new Refusal('conflict', {
      what: 'open-request',
      values: { trackingCode: open.trackingCode },
    })
  const request = await newMarriageRequest(filing, visit, needs)
  await needs.requests.add(request)
  const { clerkId } = needs.actor
  await needs.requests.discardDraft({ clerkId, citizenId: visit.citizenId, kind })
  const object = `request ${request.requestId}`
  needs.note({ citizenId: visit.citizenId, visitId: visit.visitId, object })
  const { trackingCode, status, filedAt } = request
  return { trackingCode, kind, status, filedAt, promisedOn: request.promisedOn }
}

async function newMarriageRequest(
  { idempotencyKey, request: { kind, form } }: Filing,
  visit: HeldVisit,
  needs: Needs,
): Promise<NewRequest> {
  const { citizenId, visitId } = visit
  const { actor, requests, now } = needs
  const record = await marriageRecord(citizenId, needs)
  const hasAccount = (await needs.citizens.findAccount(citizenId)) !== undefined
  if (record.identity.deathDate !== null) throw new Refusal('rule', { what: 'citizen-deceased' })
  if (!hasAccount) throw new Refusal('rule', { what: 'no-account' })
  requireWhole(form, record.identity.personId, hasAccount)
  const decision = decideMarriage(marriageCase(form, record))
  requireEntitled(decision)
  const filedAt = now()
  return {
    ...{ idempotencyKey, citizenId, visitId, kind, form, decision, filedAt },
    requestId: needs.newId(),
    trackingCode: await requests.newTrackingCode(),
    personId: record.identity.personId,
    role: 'INSURED',
    status: '9',
    branchCode: actor.branchCode,
    filedOn: record.today,
    promisedOn: promisedOn(kind, record.today, record.parameters) ?? null,
    filedBy: actor.clerkId,
    events: eventsOfFiling(filedAt, actor.clerkId),
  }
}

/** Written by the clerk, checked on the way in, handed to the branch's expert. */
function eventsOfFiling(at: Instant, clerkId: string): readonly NewRequestEvent[] {
  return [
    { status: 'DRAFT', at, actor: 'CLERK', actorId: clerkId },
    { status: '2', at, actor: 'SYSTEM', actorId: null },
    { status: '9', at, actor: 'SYSTEM', actorId: null },
  ]
}

function requireWhole(form: MarriageForm, personId: string, hasAccount: boolean): void {
  if (form.spouseId === personId)
    throw new Refusal('invalid-input', { field: 'request.form.spouseId', fault: 'same-person' })
  const missing = marriagePapers(hasAccount).find(
    ({ code, required }) => required && !form.papers.includes(code),
  )
  if (missing)
    throw new Refusal('invalid-input', {
      what: 'papers-missing',
      field: 'request.form.papers',
      fault: 'required',
      values: { paper: missing.code },
    })
}

/** The first reason of the rule, as the screen can say it, with its article. */
function requireEntitled(decision: Decision): void {
  const [reason] = decision.because
  if (decision.entitled || !reason) return
  const article = decision.articles.join(', ')
  throw new Refusal('rule', {
    what: 'not-entitled',
    values: { ...reason.values, reason: reason.code, article },
  })
}
