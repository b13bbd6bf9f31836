import type { Decision } from '#core/kernel/decision.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { VaultBook } from '#core/vault/vault.ports.ts'
import type { VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { ServiceFacts } from './citizen-service.ts'
import { anyService, type AnyService } from './citizen-services.ts'
import { openRequest, roleOfApplicant } from './known-requests.rules.ts'
import { promisedOn } from './lifecycle.rules.ts'
import { requireWithinMandate } from './outside-mandate.rules.ts'
import { anewCodes, scansOfVisit } from './paper-proofs.rules.ts'
import type { FilledForm } from './request-forms.model.ts'
import type { PaperDemand } from './request-paper.model.ts'
import { DraftForm, type FiledRequest } from './request.model.ts'
import type { NewRequest, NewRequestEvent, RequestBook, RequestWordings } from './requests.ports.ts'
import { readServiceFacts, type FactSources } from './service-facts.ts'
import { openServiceVisit } from './service-visit.ts'
import { verdict } from './verdict.rules.ts'

interface Needs extends VisitNeeds, FactSources {
  readonly requests: RequestBook
  readonly vault: VaultBook
  readonly wordings: RequestWordings
  readonly today: FactSources['today']
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
  readonly request: FilledForm
}

/**
 * Files a request once: the same key again answers with the request already filed. The clerk's draft of it goes in
 * the same transaction. A clerk files and never decides.
 *
 * @refuses `conflict` when a request stands in the way; `rule` when the law or a missing account stands against it;
 * `invalid-input` when a required paper is missing or a field is wrong beside the others
 */
export async function fileRequest(filing: Filing, needs: Needs): Promise<FiledRequest> {
  const visit = await openServiceVisit(filing.visitId, filing.request.kind, needs)
  const before = await needs.requests.findByKey(filing.idempotencyKey)
  if (before) {
    if (before.citizenId !== visit.citizenId || before.filedBy !== needs.actor.clerkId)
      throw new Refusal('conflict', { what: 'idempotency-key' })
    return told(before, needs.wordings)
  }
  const { kind, form } = filing.request
  const service = anyService(kind)
  const other = service.otherPerson?.(DraftForm.parse(form)) ?? null
  const facts = await readServiceFacts(visit, needs, service, other)
  const judged = judge(service, form, facts)
  const request = await newRequest(filing, judged, { visit, facts, needs })
  await needs.requests.add(request)
  await enclose({ form, requestId: request.requestId }, service.papers(form, facts), {
    visit,
    facts,
    needs,
  })
  const { clerkId } = needs.actor
  await needs.requests.discardDraft({ clerkId, citizenId: visit.citizenId, kind })
  const object = `request ${request.requestId}`
  needs.note({ citizenId: visit.citizenId, visitId: visit.visitId, object })
  return told(request, needs.wordings)
}

/** Holds the scans of the papers received; of those to be brought anew only what this visit put into the box. */
async function enclose(
  { form, requestId }: { readonly form: FilledForm['form']; readonly requestId: string },
  demands: readonly PaperDemand[],
  { needs: { vault }, visit }: Filer,
): Promise<void> {
  const anew = anewCodes(demands)
  const others = form.papers.filter((paper) => !anew.includes(paper))
  await vault.encloseIn(requestId, visit.citizenId, others)
  const received = anew.filter((code) => form.papers.includes(code))
  if (received.length === 0) return
  const scans = scansOfVisit(received, await vault.listScans(visit.citizenId), visit)
  await vault.encloseScans(
    requestId,
    scans.map(({ documentId }) => documentId),
  )
}

/** What is told of a request when it is filed, and again when it is asked twice. */
function told(
  { trackingCode, kind, status, filedAt, promisedOn }: Omit<FiledRequest, 'nextStep'>,
  wordings: RequestWordings,
): FiledRequest {
  const nextStep = wordings.of(kind)?.nextStep ?? ''
  return { trackingCode, kind, status, filedAt, promisedOn, nextStep }
}

interface Judged {
  readonly decision: Decision
  readonly referenceCode: string | null
}

/** Everything that may stand against a request, in the order in which a clerk would hear it. */
function judge(service: AnyService, form: FilledForm['form'], facts: ServiceFacts): Judged {
  requireWithinMandate(service, facts)
  const open = openRequest(service, form, facts)
  if (open)
    throw new Refusal('conflict', {
      what: 'open-request',
      values: { trackingCode: open.trackingCode },
    })
  if (facts.identity.deathDate !== null) throw new Refusal('rule', { what: 'citizen-deceased' })
  if (service.paysToAccount && facts.account === null)
    throw new Refusal('rule', { what: 'no-account' })
  requireWhole(service, form, facts)
  const decision = verdict(service, form, facts)
  if (!decision) throw new Refusal('invalid-input', { what: 'not-judged', field: 'request.form' })
  requireEntitled(decision)
  return { decision, referenceCode: service.referenceOf?.(form) ?? null }
}

function requireWhole(service: AnyService, form: FilledForm['form'], facts: ServiceFacts): void {
  const [fault] = service.faults(form, facts)
  if (fault)
    throw new Refusal('invalid-input', {
      field: `request.form.${fault.field}`,
      fault: fault.fault,
      ...(fault.values ? { values: fault.values } : {}),
    })
  const missing = service
    .papers(form, facts)
    .find(({ code, required }) => required && !form.papers.includes(code))
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

interface Filer {
  readonly visit: HeldVisit
  readonly facts: ServiceFacts
  readonly needs: Needs
}

async function newRequest(
  { idempotencyKey, request: { kind, form } }: Filing,
  { decision, referenceCode }: Judged,
  { visit: { citizenId, visitId }, facts, needs }: Filer,
): Promise<NewRequest> {
  const { actor, requests, now } = needs
  const filedAt = now()
  return {
    ...{ idempotencyKey, citizenId, visitId, kind, form, decision, filedAt, referenceCode },
    requestId: needs.newId(),
    trackingCode: await requests.newTrackingCode(),
    personId: facts.identity.personId,
    role: roleOfApplicant(anyService(kind), facts),
    status: '9',
    branchCode: actor.branchCode,
    filedOn: facts.today,
    promisedOn: promisedOn(kind, facts.today, facts.parameters) ?? null,
    filedBy: actor.clerkId,
    events: eventsOfFiling(filedAt, actor.clerkId),
  }
}

/** Written by the clerk, checked on the way in, handed to the branch's expert. */
function eventsOfFiling(at: Instant, clerkId: string): readonly NewRequestEvent[] {
  return [
    { status: 'DRAFT', at, actor: 'CLERK', actorId: clerkId, note: null, papers: [] },
    { status: '2', at, actor: 'SYSTEM', actorId: null, note: null, papers: [] },
    { status: '9', at, actor: 'SYSTEM', actorId: null, note: null, papers: [] },
  ]
}
