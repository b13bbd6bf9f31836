import type { z } from 'zod'
import { mayDo } from '#core/access/roles.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { ScanFile, Vault } from '#core/vault/vault.ports.ts'
import { partsOfRequest } from '#core/visits/visit-scope.rules.ts'
import type { ServiceFacts, Typed } from './citizen-service.ts'
import { anyService, type AnyService } from './citizen-services.ts'
import { actsOf, barOf, grants, type DecidedCase } from './decide.rules.ts'
import type { ItemAct, ItemPaper, RequestItem } from './decisions.contract.ts'
import type { Decisions, RequestCase } from './decisions.ports.ts'
import { isFinal } from './lifecycle.rules.ts'
import { refusalReasons } from './refusal-reasons.rules.ts'
import type { FormSchema } from './request-forms.model.ts'
import { RequestPaper } from './request-paper.model.ts'
import { DraftForm, FileableKind, type RequestDetail } from './request.model.ts'
import { readServiceFacts, type FactSources } from './service-facts.ts'
import { verdictDifferences } from './verdict-difference.rules.ts'
import { readTyped, verdict } from './verdict.rules.ts'

/** What weighing a request needs. */
export interface WeighingNeeds extends FactSources {
  readonly decisions: Decisions
  readonly actor: Actor
}

interface Needs extends WeighingNeeds {
  readonly vault: Vault
  readonly note: (about: { readonly citizenId: number; readonly object: string }) => void
}

/**
 * A request filed here that a clerk may look at: of his branch, not his own.
 *
 * @refuses `rule` for a request of the centre, `not-found` for none at all, `forbidden` for his own and another branch's
 */
export async function findItem(
  trackingCode: string,
  {
    decisions,
    actor,
    note,
  }: Pick<WeighingNeeds, 'decisions' | 'actor'> & { readonly note: Needs['note'] },
): Promise<RequestCase> {
  const found = await decisions.findCase(trackingCode)
  if (!found) {
    if (await decisions.isOfCentre(trackingCode))
      throw new Refusal('rule', { what: 'decide-at-centre' })
    throw new Refusal('not-found', { what: 'request' })
  }
  note({ citizenId: found.citizenId, object: `request ${found.requestId}` })
  const bar = barOf('ASK', caseOf(found), actor)
  if (bar === 'own-request' || bar === 'other-branch')
    throw new Refusal('forbidden', { what: `decide-${bar}` })
  return found
}

/** What decides who may decide it. */
export function caseOf(found: RequestCase): DecidedCase {
  const { kind, status, branchCode, personId, filedBy, owner, presence } = found
  const representativeId = presence.power?.holderId ?? null
  return { kind, status, branchCode, personId, representativeId, filedBy, owner }
}

/** A request beside its rule, as the facts of today tell it. */
export interface Weighed {
  readonly service: AnyService
  readonly typed: Typed<FormSchema<FileableKind>>
  readonly facts: ServiceFacts
  readonly verdict: Decision | null
}

/**
 * The rule's answer with what is known now, as of the day of filing: a term that was kept then is kept, whatever the
 * office took since. The request itself does not stand in its own way.
 */
export async function weigh(found: RequestCase, needs: FactSources): Promise<Weighed> {
  const service = anyService(FileableKind.parse(found.kind))
  const { citizenId, presence, role, filedOn, trackingCode } = found
  const known = await readServiceFacts(
    { citizenId, ...presence, scope: [...partsOfRequest(role)] },
    { ...needs, today: () => filedOn },
    service,
    service.otherPerson?.(DraftForm.parse(found.form)) ?? null,
  )
  const others = <T extends { readonly trackingCode: string }>(all: readonly T[]) =>
    all.filter((one) => one.trackingCode !== trackingCode)
  const facts = { ...known, requests: others(known.requests), filed: others(known.filed) }
  const typed = readTyped(service, found.form)
  return { service, typed, facts, verdict: verdict(service, typed, facts) }
}

/**
 * One request with all that its decision rests on. The evidence by which a citizen's data opens without him is his open
 * request; one that was decided today still lies on the desk.
 *
 * @refuses as `findItem`; `rule` for a request that was decided or withdrawn before today
 */
export async function openItem(
  trackingCode: string,
  needs: Needs,
): Promise<z.input<typeof RequestItem>> {
  const { requests, actor, citizens, today } = needs
  const found = await findItem(trackingCode, needs)
  const detail = await requests.findDetail(found.citizenId, trackingCode)
  if (!detail) throw new Refusal('not-found', { what: 'request' })
  if (isFinal(found.status) && detail.lastChangeOn < today())
    throw new Refusal('rule', {
      what: found.status === 'CANCELLED' ? 'decide-withdrawn' : 'decide-decided',
    })
  const weighed = await weigh(found, needs)
  const { identity } = weighed.facts
  const facts = await citizens.findFacts(found.citizenId, today())
  return {
    request: detail,
    citizen: {
      citizenId: found.citizenId,
      fullName: `${identity.firstName} ${identity.lastName}`,
      maskedId: maskNationalId(found.personId),
      fatherName: identity.fatherName,
      isColleague: (facts?.clerkId ?? null) !== null,
    },
    presence: { kind: found.presence.presenceKind, holderName: found.presence.holderName },
    filedBy: found.filedBy,
    owner: found.owner,
    verdictFiled: found.verdict,
    verdictNow: weighed.verdict,
    differences: [...verdictDifferences(found.verdict, weighed.verdict)],
    choices: choicesOf(weighed),
    papers: await papersOf(found, detail, weighed, needs.vault),
    acts: actsFor(found, weighed, actor),
    needsOverride: weighed.verdict?.entitled !== true,
    paysAmount: weighed.service.paysToAccount,
    reasons: refusalReasons(found.kind, weighed.verdict).map((reason) => ({ ...reason })),
  }
}

/** What the clerk may do; where the rule says no, only who has the last word may grant. */
function actsFor(found: RequestCase, { verdict }: Weighed, actor: Actor): ItemAct[] {
  const isAgainst = verdict?.entitled !== true && !mayDo(actor, 'requests.approve')
  return actsOf(caseOf(found), actor).map(({ act, bar }) => ({
    act,
    bar: bar ?? (isAgainst && grants(act) ? 'against-rule' : null),
  }))
}

function choicesOf({ service, facts }: Weighed) {
  return Object.fromEntries(
    Object.entries(service.choices(facts)).map(([field, choices]) => [field, [...choices]]),
  )
}

/** Papers that were handed in with the form or later. */
export function receivedPapers(
  form: RequestCase['form'],
  events: RequestDetail['events'],
): readonly RequestPaper[] {
  const listed: readonly unknown[] = Array.isArray(form['papers']) ? form['papers'] : []
  const codes = [...listed, ...events.flatMap(({ papers }) => papers)]
  return RequestPaper.options.filter((paper) => codes.includes(paper))
}

/** The papers that the request asks for, those that came besides, and those that were asked for. */
async function papersOf(
  { form, citizenId }: RequestCase,
  { events }: RequestDetail,
  { service, typed, facts }: Weighed,
  vault: Vault,
): Promise<ItemPaper[]> {
  const received = receivedPapers(form, events)
  const demanded = service.papers(typed, facts)
  const asked = events.flatMap(({ decision }) => decision?.papers ?? [])
  const codes = new Set([...demanded.map(({ code }) => code), ...received, ...asked])
  const proofs = await vault.listProofs(citizenId)
  return [...codes].map((code) => ({
    code,
    required: demanded.some((one) => one.code === code && one.required),
    received: received.includes(code),
    scans: proofs.filter(({ paper }) => paper === code),
  }))
}

interface Pictures extends Needs {
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
}

/**
 * A scan of a paper of the request, byte for byte.
 *
 * @refuses as `findItem`; `not-found` for a scan of somebody else or of another paper; `conflict` when the bytes are not
 * those that were put in
 */
export async function readItemScan(
  { trackingCode, documentId }: { readonly trackingCode: string; readonly documentId: string },
  needs: Pictures,
): Promise<ScanFile> {
  const { papers } = await openItem(trackingCode, needs)
  const isOfRequest = papers.some(({ scans }) => scans.some((one) => one.documentId === documentId))
  const file = isOfRequest ? await needs.vault.findScanFile(documentId) : undefined
  if (!file) throw new Refusal('not-found', { what: 'scan' })
  if (needs.sha256(file.bytes) !== file.sha256)
    throw new Refusal('conflict', { what: 'scan-differs' })
  return file
}
