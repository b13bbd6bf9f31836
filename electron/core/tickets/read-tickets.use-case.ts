import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { parseSearch } from '#core/citizens/search-query.rules.ts'
import type { Actor } from '#core/kernel/actor.ts'
import { addDays, type Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { nameKey } from '#core/kernel/text.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { ticketDetail, ticketLine, type Looking } from './shown-ticket.rules.ts'
import { answerHours, FEW_DAYS, nearlyFrom, shutFor } from './ticket-life.rules.ts'
import type {
  TicketAge,
  TicketAlarms,
  TicketBoard,
  TicketBoardQuery,
  TicketChoices,
  TicketDetail,
  TicketLine,
} from './ticket.model.ts'
import type {
  KeptTicket,
  TicketCut,
  TicketFileContent,
  Tickets,
  TicketScope,
  TicketWords,
} from './tickets.ports.ts'

/** What reading tickets needs. */
export interface TicketReading extends VisitNeeds {
  readonly tickets: Tickets
  readonly ticketWords: TicketWords
  readonly parameters: Parameters
  readonly actor: Actor
  readonly today: () => Day
  readonly now: () => Instant
}

async function lookingOf(needs: TicketReading): Promise<Looking> {
  const { actor, now, parameters, ticketWords, today } = needs
  return {
    ...{ actor, today: today(), now: now(), words: ticketWords },
    parameters: await parameters.list(),
  }
}

/** What forms offer: subjects, units, the clerks of the branch, and the promise. */
export async function readTicketChoices(needs: TicketReading): Promise<TicketChoices> {
  const { actor, parameters, ticketWords, tickets, today } = needs
  const clerks = await tickets.listClerks(actor.branchCode)
  return {
    subjects: [...ticketWords.subjects],
    units: [...ticketWords.units],
    clerks: clerks.map(({ clerkId, fullName, answers }) => ({ clerkId, fullName, answers })),
    answerHours: answerHours(await parameters.list(), today()) ?? null,
  }
}

/** The tickets of the open citizen, newest first; a complaint of this very clerk is not among them. */
export async function listTickets(visitId: string, needs: TicketReading): Promise<TicketLine[]> {
  const { citizenId } = await openVisit(needs, visitId, 'BENEFITS')
  const all = await needs.tickets.listOfCitizen(citizenId)
  const looking = await lookingOf(needs)
  return all
    .filter((ticket) => shutFor(needs.actor, ticket) === undefined)
    .map((ticket) => ticketLine(ticket, looking))
}

/**
 * A ticket that a clerk looks at or does something with.
 *
 * @refuses an unknown one, or one of somebody else than the open citizen (`not-found`); his own, and a complaint of
 * himself (`forbidden`)
 */
export async function openTicket(
  { ticketId, visitId }: { readonly ticketId: string; readonly visitId: string | null },
  needs: VisitNeeds & { readonly tickets: Tickets },
): Promise<KeptTicket> {
  const visit = visitId === null ? null : await openVisit(needs, visitId, 'BENEFITS')
  const ticket = await needs.tickets.find(ticketId)
  if (!ticket || (visit && ticket.citizenId !== visit.citizenId))
    throw new Refusal('not-found', { what: 'ticket' })
  const shut = shutFor(needs.actor, ticket)
  if (shut) throw new Refusal('forbidden', { what: shut })
  return ticket
}

/** A ticket with its history, its enclosures, and what can be done with it. @refuses as `openTicket` */
export async function readTicket(
  seen: { readonly ticketId: string; readonly visitId: string | null },
  needs: TicketReading,
): Promise<TicketDetail> {
  return wholeTicket(await openTicket(seen, needs), needs)
}

/** The same of a ticket that is open already. */
export async function wholeTicket(ticket: KeptTicket, needs: TicketReading): Promise<TicketDetail> {
  const { tickets } = needs
  const events = await tickets.listEvents(ticket.ticketId)
  const files = await tickets.listFiles(ticket.ticketId)
  return ticketDetail(ticket, { events, files }, await lookingOf(needs))
}

/**
 * An enclosure or voice message, byte for byte as it came.
 *
 * @refuses as `openTicket`; `conflict` when the bytes are not those that were put in
 */
export async function readTicketFile(
  seen: { readonly ticketId: string; readonly visitId: string | null; readonly fileId: string },
  needs: TicketReading & { readonly sha256: (bytes: Uint8Array) => string },
): Promise<TicketFileContent> {
  const { ticketId } = await openTicket(seen, needs)
  const file = await needs.tickets.findFile(ticketId, seen.fileId)
  if (!file) throw new Refusal('not-found', { what: 'ticket-file' })
  if (needs.sha256(file.bytes) !== file.sha256)
    throw new Refusal('conflict', { what: 'scan-differs' })
  return file
}

/** People of one name or number whose tickets are looked through. */
const NAMESAKES = 50

/** The board: what the view, the text and the chosen cell leave, and how many there are of each age and group. */
export async function readBoard(
  query: TicketBoardQuery,
  needs: TicketReading & { readonly citizens: Citizens },
): Promise<TicketBoard> {
  const { actor, tickets } = needs
  const { clerkId, personId, branchCode } = actor
  const looking = await lookingOf(needs)
  const { view, closed, limit } = query
  const found = await narrowed(query.text, needs.citizens)
  const scope: TicketScope = { ...found, view, closed, clerkId, personId, branchCode }
  const { today, now } = looking
  const few = addDays(today, -FEW_DAYS)
  const items = await tickets.listBoard(scope, cutOf(query, today, few), limit + 1)
  return {
    items: items.slice(0, limit).map((ticket) => ticketLine(ticket, looking)),
    cells: [...(await tickets.countBoard(scope, { today, few }, now))],
    more: items.length > limit,
  }
}

function cutOf({ age, group }: TicketBoardQuery, today: Day, few: Day): TicketCut {
  const days: Readonly<Record<TicketAge, Pick<TicketCut, 'from' | 'until'>>> = {
    TODAY: { from: today, until: null },
    DAYS: { from: few, until: addDays(today, -1) },
    OVER: { from: null, until: addDays(few, -1) },
  }
  return { group, ...(age === null ? { from: null, until: null } : days[age]) }
}

/** What a text narrows the board to: a tracking code, people by name or number, and words of the ticket itself. */
async function narrowed(
  text: string,
  citizens: Citizens,
): Promise<Pick<TicketScope, 'trackingCode' | 'citizenIds' | 'key'>> {
  const key = nameKey(text)
  if (key === '') return { trackingCode: null, citizenIds: null, key: null }
  const query = parseSearch(text)
  if (query.by === 'name') {
    const matches = await citizens.findByName(query, NAMESAKES)
    const citizenIds = matches.map(({ citizen }) => citizen.citizenId)
    return { trackingCode: null, citizenIds, key }
  }
  if (query.by === 'nothing') return { trackingCode: null, citizenIds: [], key }
  const code = query.candidates.find(({ kind }) => kind === 'TRACKING_CODE')
  const people = await citizens.findByNumber(query.candidates, NAMESAKES)
  return {
    trackingCode: code?.value ?? null,
    citizenIds: people
      .filter(({ kind }) => kind !== 'TRACKING_CODE')
      .map(({ citizen }) => citizen.citizenId),
    key,
  }
}

/** How many tickets of the branch are late, and how many soon will be. */
export async function readAlarms(needs: TicketReading): Promise<TicketAlarms> {
  const { clerkId, personId, branchCode } = needs.actor
  const now = needs.now()
  const soon = nearlyFrom(now, await needs.parameters.list())
  return needs.tickets.countAlarms({ clerkId, personId, branchCode }, { now, soon })
}
