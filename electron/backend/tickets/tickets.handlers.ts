import { createHash } from 'node:crypto'
import {
  answerTicket,
  closeTicket,
  rateTicket,
  referTicket,
  reopenTicket,
  takeTicket,
} from '#core/tickets/handle-ticket.use-case.ts'
import {
  listTickets,
  readAlarms,
  readBoard,
  readTicket,
  readTicketChoices,
  readTicketFile,
} from '#core/tickets/read-tickets.use-case.ts'
import { attachToTicket, registerTicket } from '#core/tickets/register-ticket.use-case.ts'
import { readingNeeds, writingNeeds } from '../repositories.ts'
import type { CommandScope, Handlers } from '../scope.ts'
import { TicketBookRepository } from './tickets.repository.ts'

type TicketsHandlers = Pick<Handlers, Extract<keyof Handlers, `tickets.${string}`>>

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function writingIn(scope: CommandScope) {
  const { reader, db } = scope
  return { ...writingNeeds(scope), sha256, tickets: new TicketBookRepository(reader, db) }
}

/** 1420: tickets taken in, referred, answered, and followed by the citizen. */
export const ticketsHandlers: TicketsHandlers = {
  'tickets.choices': (_input, scope) => readTicketChoices(readingNeeds(scope)),
  'tickets.board': (query, scope) => readBoard(query, readingNeeds(scope)),
  'tickets.alarms': (_input, scope) => readAlarms(readingNeeds(scope)),
  'tickets.ofCitizen': (visitId, scope) => listTickets(visitId, readingNeeds(scope)),
  'tickets.detail': (seen, scope) => readTicket(seen, readingNeeds(scope)),
  async 'tickets.file'(seen, scope) {
    const { format, bytes } = await readTicketFile(seen, { ...readingNeeds(scope), sha256 })
    return { format, bytes: Buffer.from(bytes).toString('base64') }
  },
  'tickets.register': ({ voice, ...ticket }, scope) =>
    registerTicket(
      { ...ticket, voice: voice === null ? null : Buffer.from(voice, 'base64') },
      writingIn(scope),
    ),
  'tickets.attach': ({ bytes, ...file }, scope) =>
    attachToTicket({ ...file, bytes: Buffer.from(bytes, 'base64') }, writingIn(scope)),
  'tickets.refer': (input, scope) => referTicket(input, writingIn(scope)),
  'tickets.take': (input, scope) => takeTicket(input, writingIn(scope)),
  'tickets.answer': (input, scope) => answerTicket(input, writingIn(scope)),
  'tickets.rate': (input, scope) => rateTicket(input, writingIn(scope)),
  'tickets.close': (input, scope) => closeTicket(input, writingIn(scope)),
  'tickets.reopen': (input, scope) => reopenTicket(input, writingIn(scope)),
}
