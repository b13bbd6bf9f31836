import { maskNationalId } from '#core/kernel/masking.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { subjectTitle } from '#core/tickets/shown-ticket.rules.ts'
import { reopenUntil, shutFor } from '#core/tickets/ticket-life.rules.ts'
import type { TicketEvent } from '#core/tickets/ticket.model.ts'
import type { KeptTicket, TicketWords } from '#core/tickets/tickets.ports.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { fullName } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'
import { TicketReceipt } from './ticket-receipt.model.ts'

const FIGURES = ['maskedNationalId', 'trackingCode'] as const

type Kind = 'ticket-receipt'

interface Told {
  readonly ticket: KeptTicket
  readonly events: readonly TicketEvent[]
  readonly words: TicketWords
}

/** What the receipt of a ticket states: how to follow it, and its answer once there is one. @law domain brief §3.23 */
export function ticketReceipt(
  { identity, issue, parameters }: Pick<Stating<Kind>, 'identity' | 'issue' | 'parameters'>,
  { ticket, events, words }: Told,
): TicketReceipt {
  const { answeredAt, channel, dueAt, registeredAt, status, trackingCode } = ticket
  const answer = events.findLast(({ deed }) => deed === 'ANSWER')?.note ?? null
  const until = reopenUntil(answeredAt, parameters)
  return TicketReceipt.parse({
    ...{ kind: 'ticket-receipt', issue, trackingCode, channel, registeredAt, status },
    subject: subjectTitle(words, ticket.subject),
    fullName: fullName(identity),
    maskedNationalId: maskNationalId(identity.personId),
    promised: dueAt,
    answer:
      answeredAt === null || answer === null
        ? null
        : { text: answer, at: answeredAt, reopenUntil: until },
  })
}

export const ticketReceiptPaper: OfficialPaper<Kind> = {
  kind: 'ticket-receipt',
  digit: '13',
  part: 'BENEFITS',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, { actor, tickets, ticketWords }) {
    const ticket = await tickets.findByCode(stating.order.trackingCode)
    if (ticket?.citizenId !== stating.citizenId || shutFor(actor, ticket))
      throw new Refusal('not-found', { what: 'ticket' })
    const events = await tickets.listEvents(ticket.ticketId)
    return ticketReceipt(stating, { ticket, events, words: ticketWords })
  },
  figureNames: FIGURES,
  figures: ({ maskedNationalId, trackingCode }) =>
    keyFigures(FIGURES, { maskedNationalId, trackingCode }),
}
