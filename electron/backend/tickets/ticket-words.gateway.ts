import { z } from 'zod'
import words from '../../../resources/ticket-subjects.json' with { type: 'json' }
import { TicketSubject, TicketUnit } from '#core/tickets/ticket.model.ts'
import type { TicketWords } from '#core/tickets/tickets.ports.ts'

const Words = z.object({ subjects: z.array(TicketSubject), units: z.array(TicketUnit) })

/** The words of `resources/ticket-subjects.json`. */
export const ticketWords: TicketWords = Words.parse(words)
