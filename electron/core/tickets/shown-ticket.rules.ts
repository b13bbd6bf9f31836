import { mayDo } from '#core/access/roles.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { ageOf, deedsFor, dueOf, nearlyFrom, reopenUntil, shutFor } from './ticket-life.rules.ts'
import type { TicketDetail, TicketEvent, TicketFile, TicketLine } from './ticket.model.ts'
import type { KeptTicket, TicketWords } from './tickets.ports.ts'

/** What every ticket is looked at by. */
export interface Looking {
  readonly actor: Actor
  readonly today: Day
  readonly now: Instant
  readonly parameters: readonly Parameter[]
  readonly words: TicketWords
}

/** The title of a unit; its code where the list does not know it any more. */
export function unitTitle(words: TicketWords, code: string | null): string | null {
  if (code === null) return null
  return words.units.find((unit) => unit.code === code)?.title ?? code
}

/** The title of a subject, likewise. */
export function subjectTitle(words: TicketWords, code: string): string {
  return words.subjects.find((subject) => subject.code === code)?.title ?? code
}

/** A line of a list: who, what, how late; of the person only the masked number. */
export function ticketLine(ticket: KeptTicket, looking: Looking): TicketLine {
  const { ticketId, trackingCode, channel, group, status, registeredAt } = ticket
  const { dueAt, hasVoice, score, version, personId } = ticket
  const { now, parameters, today, words } = looking
  return {
    ...{ ticketId, trackingCode, channel, group, status, registeredAt },
    ...{ dueAt, hasVoice, score, version },
    subject: subjectTitle(words, ticket.subject),
    caller: ticket.callerName,
    maskedId: personId === null ? null : maskNationalId(personId),
    registeredOn: dayInTehran(registeredAt),
    due: dueOf(ticket, { now, soon: nearlyFrom(now, parameters) }),
    age: ageOf(ticket.openedOn, today),
    holder: ticket.assignedName ?? unitTitle(words, ticket.unit),
  }
}

interface Within {
  readonly events: readonly TicketEvent[]
  readonly files: readonly TicketFile[]
}

/** A ticket whole, with what this clerk can do with it now. */
export function ticketDetail(
  ticket: KeptTicket,
  { events, files }: Within,
  looking: Looking,
): TicketDetail {
  const { citizenId, callerNumber, role, text, answeredAt, answeredByName } = ticket
  const { actor, parameters, today, words } = looking
  const until = reopenUntil(answeredAt, parameters)
  const answered = events.findLast(({ deed }) => deed === 'ANSWER')
  const may = deedsFor(ticket, {
    ...{ actor, today, reopenUntil: until },
    may: (permission) => mayDo(actor, permission),
  })
  return {
    ...ticketLine(ticket, looking),
    ...{ citizenId, callerNumber, role, text },
    about: ticket.aboutName,
    registeredBy: ticket.registeredByName,
    answer:
      answeredAt === null || answered === undefined
        ? null
        : { text: answered.note ?? '', at: answeredAt, by: answeredByName ?? '' },
    files: [...files],
    events: events.map((event) => ({ ...event, to: unitTitle(words, event.to) })),
    may: shutFor(actor, ticket) === undefined ? may : [],
    reopenUntil: until,
  }
}
