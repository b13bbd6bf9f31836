import type { z } from 'zod'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import { openTicket, wholeTicket } from './read-tickets.use-case.ts'
import type { TicketWriting } from './register-ticket.use-case.ts'
import { deedFault, dueAt, reopenUntil, statusAfter } from './ticket-life.rules.ts'
import type { TicketDeed, TicketDetail } from './ticket.model.ts'
import type { TicketReferral } from './tickets.contract.ts'
import type { KeptTicket, NewTicketEvent, TicketChange } from './tickets.ports.ts'

interface Named {
  readonly ticketId: string
  readonly version: number
  readonly visitId: string | null
}

type Done = Partial<Pick<NewTicketEvent, 'unit' | 'toClerkId' | 'note' | 'score'>>

/** What a deed makes of a ticket beside its status. */
type Work = (ticket: KeptTicket) => Promise<{
  readonly change: Omit<TicketChange, 'status'>
  readonly event: Done
}>

/**
 * One deed with a ticket that is as it was seen. Nothing is overwritten silently: whoever comes second is told.
 *
 * @refuses as `openTicket`; `conflict` when it changed meanwhile; `rule` when it cannot be done now or by this clerk
 */
async function handle(
  { ticketId, version, visitId }: Named,
  deed: TicketDeed,
  work: Work,
  needs: TicketWriting,
): Promise<TicketDetail> {
  const { actor, now, parameters, tickets, today } = needs
  const ticket = await openTicket({ ticketId, visitId }, needs)
  const { citizenId, answeredAt } = ticket
  needs.note({
    object: `ticket ${ticketId}`,
    ...(citizenId === null ? {} : { citizenId }),
    ...(visitId === null ? {} : { visitId }),
  })
  if (ticket.version !== version) throw new Refusal('conflict', { what: 'ticket-changed' })
  const until = reopenUntil(answeredAt, await parameters.list())
  const fault = deedFault(deed, ticket, { actor, today: today(), reopenUntil: until })
  const status = statusAfter(ticket.status, deed)
  if (fault || !status) throw new Refusal('rule', { what: fault ?? 'ticket-not-now' })
  const { change, event } = await work(ticket)
  const empty = { unit: null, toClerkId: null, note: null, score: null }
  await tickets.change(
    ticketId,
    { ...change, status },
    { ...empty, ...event, deed, status, at: now(), actorId: actor.clerkId, visitId },
  )
  return wholeTicket(await openTicket({ ticketId, visitId }, needs), needs)
}

/**
 * Refers a ticket to a unit of the branch or to a clerk.
 *
 * @refuses as every deed; `invalid-input` for a unit or clerk not on the list; `rule` for a clerk who may not answer,
 * or whom the ticket is about
 */
export function referTicket(
  { to, note, ...named }: z.infer<typeof TicketReferral>,
  needs: TicketWriting,
): Promise<TicketDetail> {
  return handle(
    named,
    'REFER',
    async (ticket) => {
      const unit = to.of === 'UNIT' ? to.unit : null
      const toClerkId = to.of === 'CLERK' ? to.clerkId : null
      if (unit !== null && !needs.ticketWords.units.some(({ code }) => code === unit))
        throw new Refusal('invalid-input', { field: 'to.unit', fault: 'choice' })
      if (toClerkId !== null) await requireReferable(toClerkId, ticket, needs)
      return {
        change: { unit, assignedTo: toClerkId },
        event: { unit, toClerkId, note: storedText(note) },
      }
    },
    needs,
  )
}

async function requireReferable(
  toClerkId: string,
  ticket: KeptTicket,
  { actor, tickets }: TicketWriting,
): Promise<void> {
  const clerks = await tickets.listClerks(actor.branchCode)
  const clerk = clerks.find(({ clerkId }) => clerkId === toClerkId)
  if (!clerk) throw new Refusal('invalid-input', { field: 'to.clerkId', fault: 'choice' })
  if (!clerk.answers)
    throw new Refusal('rule', { what: 'ticket-clerk-answers-not', field: 'to.clerkId' })
  const isNamed =
    clerk.clerkId === ticket.aboutClerkId ||
    (clerk.personId !== null && [ticket.aboutPersonId, ticket.personId].includes(clerk.personId))
  if (isNamed) throw new Refusal('rule', { what: 'ticket-clerk-named', field: 'to.clerkId' })
}

/** Takes a ticket into review, also from somebody who has it. @refuses as every deed */
export function takeTicket(named: Named, needs: TicketWriting): Promise<TicketDetail> {
  const { clerkId } = needs.actor
  return handle(
    named,
    'TAKE',
    () => Promise.resolve({ change: { assignedTo: clerkId }, event: {} }),
    needs,
  )
}

/** Answers a ticket; only who has it in review. @refuses as every deed */
export function answerTicket(
  { text, ...named }: Named & { readonly text: string },
  needs: TicketWriting,
): Promise<TicketDetail> {
  const change = { answeredAt: needs.now(), answeredBy: needs.actor.clerkId }
  return handle(
    named,
    'ANSWER',
    () => Promise.resolve({ change, event: { note: storedText(text) } }),
    needs,
  )
}

/** Writes down how content the citizen is, once; who answered does not ask himself. @refuses as every deed */
export function rateTicket(
  { score, note, ...named }: Named & { readonly score: number; readonly note: string },
  needs: TicketWriting,
): Promise<TicketDetail> {
  const said = storedText(note)
  return handle(
    named,
    'RATE',
    () => Promise.resolve({ change: { score }, event: { score, note: said === '' ? null : said } }),
    needs,
  )
}

/** Closes an answered ticket. @refuses as every deed */
export function closeTicket(named: Named, needs: TicketWriting): Promise<TicketDetail> {
  return handle(named, 'CLOSE', () => Promise.resolve({ change: {}, event: {} }), needs)
}

/**
 * The citizen is not done with the answer: the ticket waits again, with a new promise and for anybody.
 *
 * @refuses as every deed; `rule` after the days for it
 */
export function reopenTicket(
  { reason, ...named }: Named & { readonly reason: string },
  needs: TicketWriting,
): Promise<TicketDetail> {
  return handle(
    named,
    'REOPEN',
    async () => ({
      change: {
        ...{ unit: null, assignedTo: null, answeredAt: null, answeredBy: null },
        openedOn: needs.today(),
        dueAt: dueAt(needs.now(), await needs.parameters.list()),
      },
      event: { note: storedText(reason) },
    }),
    needs,
  )
}
