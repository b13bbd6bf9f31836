import { mayDo } from '#core/access/roles.ts'
import type { Decision } from '#core/kernel/decision.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Rial } from '#core/kernel/rial.ts'
import { storedText } from '#core/kernel/text.ts'
import { queueMessage, type QueueNeeds } from '#core/messages/outbox.rules.ts'
import { partsOfRequest } from '#core/visits/visit-scope.rules.ts'
import type { VisitBook } from '#core/visits/visits.ports.ts'
import { barOf, grants, isForbidden, isPersonal, STATUS_AFTER } from './decide.rules.ts'
import type { DecisionWords } from './decision.model.ts'
import type { Decided } from './decisions.contract.ts'
import type { DecisionBook, KeptDecision, NewDecision, RequestCase } from './decisions.ports.ts'
import { caseOf, findItem, weigh, type WeighingNeeds, type Weighed } from './read-item.use-case.ts'
import { refusalReasons } from './refusal-reasons.rules.ts'
import type { RequestStatus } from './request.model.ts'
import type { RequestBook, RequestWordings } from './requests.ports.ts'

interface Needs extends WeighingNeeds, Omit<QueueNeeds, 'citizens'> {
  readonly decisions: DecisionBook
  readonly requests: RequestBook
  readonly visits: VisitBook
  readonly wordings: RequestWordings
  readonly now: () => Instant
  readonly newId: () => string
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId?: string
    readonly object: string
  }) => void
}

interface Order {
  readonly trackingCode: string
  /** The version that was read; somebody may have been faster. */
  readonly version: number
  readonly idempotencyKey: string
  readonly words: DecisionWords
}

/**
 * Decides a step of a request, once: the same key again answers with what was decided. Who decides what nobody took
 * takes it; what is processed waits for whoever has the last word. The citizen is not there: his open request is the
 * evidence, kept as a visit that ends with the decision.
 *
 * @refuses `forbidden` to who filed it, for whom or by whose power it was filed, and to who lacks the right; `conflict`,
 * with who did what, when it changed since it was read; `rule` when its step does not allow the act or a colleague has
 * it; `invalid-input` for a reason that is not one, and where the rule says no and nobody answers for it
 */
export async function decideRequest(order: Order, needs: Needs): Promise<Decided> {
  const { trackingCode, version, idempotencyKey, words } = order
  const { decisions, actor } = needs
  const before = await decisions.findByKey(idempotencyKey)
  if (before) return again(before, order, actor.clerkId)
  const found = await findItem(trackingCode, needs)
  const bar = barOf(words.act, caseOf(found), actor)
  if (bar !== null && isPersonal(bar)) throw new Refusal('forbidden', { what: `decide-${bar}` })
  if (found.version !== version) throw await overtaken(found, needs)
  if (bar !== null)
    throw new Refusal(isForbidden(bar) ? 'forbidden' : 'rule', {
      what: `decide-${bar}`,
      values: { by: found.owner?.fullName ?? '' },
    })
  const weighed = await weigh(found, needs)
  const said = requireSound(words, found, weighed, needs)
  return keep(order, { found, weighed, said }, needs)
}

function again(before: KeptDecision, { trackingCode }: Order, clerkId: string): Decided {
  if (before.decidedBy.clerkId !== clerkId || before.trackingCode !== trackingCode)
    throw new Refusal('conflict', { what: 'idempotency-key' })
  const { decisionId, act } = before
  return { decisionId, trackingCode, act, status: STATUS_AFTER[act] }
}

/** What somebody did meanwhile: who, when, and where it stands now. What he wrote is read with the request. */
async function overtaken(found: RequestCase, { requests }: Needs): Promise<Refusal> {
  const detail = await requests.findDetail(found.citizenId, found.trackingCode)
  const last = detail?.events.at(-1)
  return new Refusal('conflict', {
    what: 'decided-meanwhile',
    values: {
      by: last?.by ?? '',
      day: last?.onDay ?? '',
      time: last?.atTime ?? '',
      requestStatus: found.status,
    },
  })
}

/** What an act says, checked against the rule. */
type Said = Pick<NewDecision, 'papers' | 'reason' | 'override' | 'amount'> & {
  readonly note: string | null
}

function requireSound(
  words: DecisionWords,
  { kind }: RequestCase,
  { service, verdict }: Weighed,
  { actor }: Needs,
): Said {
  const said = { papers: [], reason: null, override: null, amount: null }
  switch (words.act) {
    case 'ASK':
      return { ...said, note: storedText(words.note) }
    case 'RETURN':
      return { ...said, papers: [...new Set(words.papers)], note: textOf(words.note) }
    case 'REFUSE':
      requireOffered(words.reason, kind, verdict)
      return { ...said, reason: words.reason, note: storedText(words.note) }
    case 'PROCESS':
    case 'APPROVE':
    case 'ARTICLE16': {
      const isAgainst = verdict?.entitled !== true
      if (isAgainst && !mayDo(actor, 'requests.approve'))
        throw new Refusal('forbidden', { what: 'decide-against-rule' })
      if (isAgainst && words.override === null)
        throw new Refusal('invalid-input', {
          what: 'override-missing',
          field: 'words.override',
          fault: 'required',
        })
      const amount = service.paysToAccount ? amountOf(verdict) : null
      const override = isAgainst ? textOf(words.override) : null
      return { ...said, override, amount, note: textOf(words.note) }
    }
  }
}

function requireOffered(
  { code, article }: NonNullable<NewDecision['reason']>,
  kind: RequestCase['kind'],
  verdict: Decision | null,
): void {
  const isOffered = refusalReasons(kind, verdict).some(
    (reason) => reason.code === code && reason.article === article,
  )
  if (!isOffered)
    throw new Refusal('invalid-input', {
      what: 'refusal-reason',
      field: 'words.reason',
      fault: 'format',
    })
}

const textOf = (text: string | null) => (text === null ? null : storedText(text))

const amountOf = (verdict: Decision | null): Rial | null => verdict?.estimate?.amount ?? null

interface Deciding {
  readonly found: RequestCase
  readonly weighed: Weighed
  readonly said: Said
}

async function keep(
  { idempotencyKey, words: { act } }: Order,
  { found, weighed, said: { note, ...said } }: Deciding,
  needs: Needs,
): Promise<Decided> {
  const { actor, decisions, requests, newId } = needs
  const { requestId, trackingCode, citizenId } = found
  const status = STATUS_AFTER[act]
  const at = needs.now()
  const visitId = await keepVisit(found, at, needs)
  const { seq } = await requests.change(requestId, {
    status,
    event: {
      ...{ status, at, note, papers: [] },
      actor: actor.role === 'SUPERVISOR' ? 'HEAD' : 'EXPERT',
      actorId: actor.clerkId,
    },
  })
  const decisionId = newId()
  await decisions.add({
    ...{ decisionId, idempotencyKey, requestId, seq, act, visitId },
    ...said,
    ...{ statusBefore: found.status, decidedAt: at, decidedBy: actor.clerkId },
    verdict: grants(act) || act === 'REFUSE' ? weighed.verdict : null,
    amount: grants(act) ? said.amount : null,
  })
  await decisions.give(requestId, act === 'PROCESS' ? null : actor.clerkId, actor.clerkId, at)
  await tell(found, status, needs)
  needs.note({ citizenId, visitId, object: `request ${requestId}` })
  return { decisionId, trackingCode, act, status }
}

/** The citizen hears of every change but the one between two desks. */
async function tell(
  { kind, citizenId, trackingCode }: RequestCase,
  status: RequestStatus,
  needs: Needs,
): Promise<void> {
  const wording = needs.wordings.of(kind)
  if (!wording || status === STATUS_AFTER.PROCESS) return
  const { title, statuses } = wording
  const values = { title, trackingCode, status: statuses[status] }
  await queueMessage({ kind: 'REQUEST_STATUS', citizenId, mobile: null, values }, needs)
}

/** The visit that a decision is: begun and ended at once, beside whatever file the clerk has open. */
async function keepVisit(
  { citizenId, personId, role, trackingCode }: RequestCase,
  at: Instant,
  { actor, visits, newId }: Needs,
): Promise<string> {
  const visitId = newId()
  const scope = [...partsOfRequest(role)]
  const { clerkId, workstation } = actor
  await visits.begin({
    ...{ visitId, citizenId, personId, clerkId, workstation, scope },
    ...{ presenceKind: 'OPEN_REQUEST', holderName: null, purpose: 'FOLLOW_UP', beganAt: at },
    ...{ evidence: { kind: 'request', trackingCode, scope }, reason: null },
  })
  await visits.end(visitId, at)
  return visitId
}
