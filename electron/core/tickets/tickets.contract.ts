import { z } from 'zod'
import { CitizenRole } from '#core/citizens/citizen.model.ts'
import { IdempotencyKey } from '#core/certificates/certificate.model.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { command, query } from '#core/kernel/method.ts'
import { VisitId } from '#core/visits/visit.model.ts'
import {
  TicketAlarms,
  TicketBoard,
  TicketBoardQuery,
  TicketChannel,
  TicketChoices,
  TicketDetail,
  TicketFile,
  TicketFileBytes,
  TicketLine,
} from './ticket.model.ts'

/** Base64 of the largest file. */
const LONGEST = 4 * Math.ceil((2 * 1024 * 1024) / 3)
const Bytes = z.base64().min(1).max(LONGEST)
const TicketId = z.string().min(1).max(60)
const Words = (shortest: number, longest: number) => z.string().trim().min(shortest).max(longest)
/** A number to be called back: digits, as the clerk heard them. */
const CallerNumber = z
  .string()
  .trim()
  .transform(toLatinDigits)
  .pipe(z.string().regex(/^\+?\d{3,15}$/, { error: 'format' }))

/**
 * Who speaks: the citizen of an open visit, one who was found and whose file stays shut, or somebody of whom only what
 * he said is known.
 */
export const TicketCaller = z.discriminatedUnion('by', [
  z.object({ by: z.literal('VISIT'), visitId: VisitId }),
  z.object({ by: z.literal('CITIZEN'), citizenId: z.number().int().positive() }),
  z.object({ by: z.literal('STRANGER'), name: Words(2, 80), number: CallerNumber.nullable() }),
])
export type TicketCaller = z.infer<typeof TicketCaller>

export const NewTicket = z.object({
  idempotencyKey: IdempotencyKey,
  caller: TicketCaller,
  channel: TicketChannel,
  role: CitizenRole.nullable(),
  subject: z.string().min(1).max(40),
  text: Words(5, 3000),
  /** The clerk whom it complains of. */
  aboutClerkId: z.string().min(1).max(60).nullable(),
  /** The voice message, which that channel has and no other. */
  voice: Bytes.nullable(),
})
export type NewTicket = z.infer<typeof NewTicket>

/** A ticket as it was seen: somebody may have been faster. `visitId` where the citizen stands here. */
const Named = z.object({
  ticketId: TicketId,
  version: z.number().int().positive(),
  visitId: VisitId.nullable(),
})

/** To a unit of the branch, or to one clerk. */
export const TicketReferral = Named.extend({
  to: z.discriminatedUnion('of', [
    z.object({ of: z.literal('UNIT'), unit: z.string().min(1).max(40) }),
    z.object({ of: z.literal('CLERK'), clerkId: z.string().min(1).max(60) }),
  ]),
  note: Words(3, 300),
})
export type TicketReferral = z.infer<typeof TicketReferral>

const Seen = z.object({ ticketId: TicketId, visitId: VisitId.nullable() })

export const ticketsContract = {
  'tickets.choices': query({
    permission: 'tickets.handle',
    input: z.null(),
    output: TicketChoices,
  }),
  'tickets.board': query({
    permission: 'tickets.handle',
    input: TicketBoardQuery,
    output: TicketBoard,
  }),
  'tickets.alarms': query({ permission: 'tickets.handle', input: z.null(), output: TicketAlarms }),
  'tickets.ofCitizen': query({
    permission: 'tickets.handle',
    input: VisitId,
    output: z.array(TicketLine),
  }),
  'tickets.detail': query({ permission: 'tickets.handle', input: Seen, output: TicketDetail }),
  'tickets.file': query({
    permission: 'tickets.handle',
    input: Seen.extend({ fileId: z.string().min(1).max(60) }),
    output: TicketFileBytes,
  }),
  /** Registers once: the same key again answers with the ticket already registered. */
  'tickets.register': command({
    permission: 'tickets.handle',
    input: NewTicket,
    output: TicketDetail,
  }),
  /** A picture or PDF for a ticket that is not answered yet; the same one again answers with the one that is there. */
  'tickets.attach': command({
    permission: 'tickets.handle',
    input: Seen.extend({ title: Words(1, 80), bytes: Bytes }),
    output: TicketFile,
  }),
  'tickets.refer': command({
    permission: 'tickets.answer',
    input: TicketReferral,
    output: TicketDetail,
  }),
  'tickets.take': command({ permission: 'tickets.answer', input: Named, output: TicketDetail }),
  'tickets.answer': command({
    permission: 'tickets.answer',
    input: Named.extend({ text: Words(5, 2000) }),
    output: TicketDetail,
  }),
  /** How content the citizen is with the answer, in his words. */
  'tickets.rate': command({
    permission: 'tickets.handle',
    input: Named.extend({
      score: z.number().int().min(1).max(5),
      note: z.string().trim().max(300),
    }),
    output: TicketDetail,
  }),
  'tickets.close': command({ permission: 'tickets.handle', input: Named, output: TicketDetail }),
  'tickets.reopen': command({
    permission: 'tickets.handle',
    input: Named.extend({ reason: Words(3, 300) }),
    output: TicketDetail,
  }),
}
