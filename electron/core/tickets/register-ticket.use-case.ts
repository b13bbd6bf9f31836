import type { z } from 'zod'
import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { nameKey, storedText } from '#core/kernel/text.ts'
import type { Requests } from '#core/requests/requests.ports.ts'
import { openVisit } from '#core/visits/open-visit.rules.ts'
import { checkAudio } from './audio-file.rules.ts'
import { checkEnclosure, MOST_ENCLOSURES } from './enclosure.rules.ts'
import { openTicket, wholeTicket, type TicketReading } from './read-tickets.use-case.ts'
import { subjectTitle } from './shown-ticket.rules.ts'
import { dueAt, statusAfter } from './ticket-life.rules.ts'
import type { TicketDetail, TicketFile } from './ticket.model.ts'
import type { NewTicket, TicketCaller } from './tickets.contract.ts'
import type { NewKeptTicket, NewTicketFile, TicketBook } from './tickets.ports.ts'

/** What changing tickets needs. */
export interface TicketWriting extends TicketReading {
  readonly tickets: TicketBook
  readonly newId: () => string
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
  readonly note: (about: {
    readonly citizenId?: number
    readonly visitId?: string
    readonly object: string
  }) => void
}

interface Needs extends TicketWriting {
  readonly citizens: Citizens
  /** Tracking codes of tickets and requests are of one kind, and none is given twice. */
  readonly requests: Requests
}

type Ticket = Omit<NewTicket, 'voice'> & { readonly voice: Uint8Array | null }
type Caller = Pick<
  NewKeptTicket,
  'citizenId' | 'personId' | 'callerName' | 'callerNumber' | 'visitId'
>

/**
 * Takes a ticket in, once: the same key again answers with the ticket already registered. A voice message comes with
 * its sound in the same transaction.
 *
 * @law domain brief §3.23
 * @refuses `forbidden` for the clerk's own ticket and for a complaint of himself; `rule` for a talk at the counter with
 * a citizen whose file is not open, and for what is no voice message; `invalid-input` for a subject or clerk that is
 * not on the list, or a sound without its channel
 */
export async function registerTicket(ticket: Ticket, needs: Needs): Promise<TicketDetail> {
  const { actor, tickets } = needs
  const before = await tickets.findByKey(ticket.idempotencyKey)
  if (before) {
    if (before.registeredBy !== actor.clerkId)
      throw new Refusal('conflict', { what: 'idempotency-key' })
    return wholeTicket(before, needs)
  }
  const caller = await callerOf(ticket.caller, needs)
  const about = await aboutOf(ticket, needs)
  if (actor.personId !== null && caller.personId === actor.personId)
    throw new Refusal('forbidden', { what: 'own-ticket' })
  requireChannel(ticket)
  const kept = await keptTicket(ticket, caller, about, needs)
  const voice = voiceOf(ticket.voice, kept, needs)
  const { ticketId, visitId, citizenId } = kept
  await tickets.register(kept, {
    ...{ deed: 'REGISTER', status: 'REGISTERED', at: kept.registeredAt, actorId: actor.clerkId },
    ...{ visitId, unit: null, toClerkId: null, note: null, score: null },
  })
  if (voice) await tickets.addFile(voice)
  needs.note({
    object: `ticket ${ticketId}`,
    ...(citizenId === null ? {} : { citizenId }),
    ...(visitId === null ? {} : { visitId }),
  })
  return wholeTicket(await openTicket({ ticketId, visitId: null }, needs), needs)
}

async function callerOf(caller: z.infer<typeof TicketCaller>, needs: Needs): Promise<Caller> {
  if (caller.by === 'STRANGER') {
    const nobody = { citizenId: null, personId: null, visitId: null }
    return { ...nobody, callerName: storedText(caller.name), callerNumber: caller.number }
  }
  const visit = caller.by === 'VISIT' ? await openVisit(needs, caller.visitId, 'BENEFITS') : null
  const citizenId = caller.by === 'CITIZEN' ? caller.citizenId : (visit?.citizenId ?? 0)
  const identity = await needs.citizens.findIdentity(citizenId)
  if (!identity) throw new Refusal('not-found', { what: 'citizen' })
  return {
    ...{ citizenId, personId: identity.personId, visitId: visit?.visitId ?? null },
    callerName: `${identity.firstName} ${identity.lastName}`,
    callerNumber: null,
  }
}

/** The clerk a complaint names: one of the branch, and not the one who writes it down. */
async function aboutOf({ aboutClerkId }: Ticket, needs: Needs): Promise<string | null> {
  if (aboutClerkId === null) return null
  const { actor } = needs
  const clerks = await needs.tickets.listClerks(actor.branchCode)
  const named = clerks.find(({ clerkId }) => clerkId === aboutClerkId)
  if (!named) throw new Refusal('invalid-input', { field: 'aboutClerkId', fault: 'choice' })
  const isHimself =
    named.clerkId === actor.clerkId ||
    (actor.personId !== null && named.personId === actor.personId)
  if (isHimself) throw new Refusal('forbidden', { what: 'ticket-about-you' })
  return aboutClerkId
}

function requireChannel({ caller, channel, voice }: Ticket): void {
  if (channel === 'BRANCH' && caller.by === 'CITIZEN')
    throw new Refusal('rule', { what: 'ticket-needs-visit', field: 'channel' })
  if (channel === 'VOICE' && voice === null)
    throw new Refusal('invalid-input', { field: 'voice', fault: 'required' })
  if (channel !== 'VOICE' && voice !== null)
    throw new Refusal('invalid-input', { field: 'voice', fault: 'choice' })
}

async function keptTicket(
  { channel, idempotencyKey, role, subject: code, text }: Ticket,
  caller: Caller,
  aboutClerkId: string | null,
  needs: Needs,
): Promise<NewKeptTicket> {
  const { actor, now, newId, parameters, requests, ticketWords, today } = needs
  const subject = ticketWords.subjects.find((one) => one.code === code)
  if (!subject) throw new Refusal('invalid-input', { field: 'subject', fault: 'choice' })
  const registeredAt = now()
  const stored = storedText(text)
  return {
    ...{ idempotencyKey, channel, role, aboutClerkId, registeredAt, ...caller },
    ticketId: newId(),
    trackingCode: await requests.newTrackingCode(),
    subject: code,
    group: subject.group,
    text: stored,
    searchKey: nameKey(`${subjectTitle(ticketWords, code)} ${stored} ${caller.callerName}`),
    branchCode: actor.branchCode,
    registeredBy: actor.clerkId,
    openedOn: today(),
    dueAt: dueAt(registeredAt, await parameters.list()),
  }
}

function voiceOf(
  bytes: Uint8Array | null,
  { ticketId, registeredAt, registeredBy }: NewKeptTicket,
  { newId, sha256 }: Needs,
): NewTicketFile | null {
  if (bytes === null) return null
  const checked = checkAudio(bytes)
  if (!checked.ok) throw new Refusal('rule', { what: checked.fault, field: 'voice' })
  const { format, seconds } = checked
  return {
    ...{ fileId: newId(), ticketId, kind: 'VOICE', title: '', seconds },
    ...{ addedAt: registeredAt, addedBy: registeredBy },
    content: { format, bytes, sha256: sha256(bytes) },
  }
}

interface Enclosure {
  readonly ticketId: string
  readonly visitId: string | null
  readonly title: string
  readonly bytes: Uint8Array
}

/**
 * Adds a picture or PDF to a ticket that nobody has answered yet. The same one again answers with the one that is there.
 *
 * @refuses as `openTicket`; `rule` for what is no scan, for one too many, and when the ticket is answered
 */
export async function attachToTicket(
  { ticketId, visitId, title, bytes }: Enclosure,
  needs: TicketWriting,
): Promise<TicketFile> {
  const { actor, newId, now, sha256, tickets } = needs
  const ticket = await openTicket({ ticketId, visitId }, needs)
  if (statusAfter(ticket.status, 'ATTACH') === undefined)
    throw new Refusal('rule', { what: 'ticket-not-now' })
  const checked = checkEnclosure(bytes)
  if (!checked.ok) throw new Refusal('rule', { what: checked.fault, field: 'bytes' })
  const hash = sha256(bytes)
  const before = await tickets.findSameFile(ticketId, hash)
  if (before) return before
  const files = await tickets.listFiles(ticketId)
  if (files.filter(({ kind }) => kind === 'ENCLOSURE').length >= MOST_ENCLOSURES)
    throw new Refusal('rule', { what: 'ticket-enclosures-full', values: { n: MOST_ENCLOSURES } })
  const file: NewTicketFile = {
    ...{ fileId: newId(), ticketId, kind: 'ENCLOSURE', title: storedText(title), seconds: null },
    ...{ addedAt: now(), addedBy: actor.clerkId },
    content: { format: checked.format, bytes, sha256: hash },
  }
  await tickets.addFile(file)
  const { citizenId } = ticket
  needs.note({
    object: `ticket ${ticketId}`,
    ...(citizenId === null ? {} : { citizenId }),
    ...(visitId === null ? {} : { visitId }),
  })
  const { content, fileId, kind, seconds } = file
  const { format } = content
  return { fileId, kind, format, seconds, size: bytes.byteLength, title: file.title }
}
