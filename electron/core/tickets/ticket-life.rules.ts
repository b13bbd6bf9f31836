import type { Actor } from '#core/kernel/actor.ts'
import { addDays, daysBetween, type Day } from '#core/kernel/day.ts'
import { dayInTehran, instantAt, type Instant } from '#core/kernel/instant.ts'
import type { Permission } from '#core/kernel/permission.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { TicketDeed, type TicketAge, type TicketDue, type TicketStatus } from './ticket.model.ts'

/** Where a deed leads from each status; what is not named here is not done there. */
const NEXT: Readonly<Record<TicketStatus, Partial<Record<TicketDeed, TicketStatus>>>> = {
  REGISTERED: { ATTACH: 'REGISTERED', REFER: 'REFERRED', TAKE: 'IN_REVIEW' },
  REFERRED: { ATTACH: 'REFERRED', REFER: 'REFERRED', TAKE: 'IN_REVIEW' },
  IN_REVIEW: { ATTACH: 'IN_REVIEW', REFER: 'REFERRED', TAKE: 'IN_REVIEW', ANSWER: 'ANSWERED' },
  ANSWERED: { RATE: 'ANSWERED', CLOSE: 'CLOSED', REOPEN: 'REGISTERED' },
  CLOSED: { RATE: 'CLOSED', REOPEN: 'REGISTERED' },
}

/** Statuses in which nobody has answered yet: the promise runs. */
export const WAITING_STATUSES: readonly TicketStatus[] = ['REGISTERED', 'REFERRED', 'IN_REVIEW']

/** The status after a deed; undefined where it cannot be done. @law domain brief §3.23 */
export function statusAfter(status: TicketStatus, deed: TicketDeed): TicketStatus | undefined {
  return NEXT[status][deed]
}

/** The permission behind each deed: the counter takes tickets in, who weighs requests answers them. */
export const PERMISSION_OF: Readonly<Record<TicketDeed, Permission>> = {
  REGISTER: 'tickets.handle',
  ATTACH: 'tickets.handle',
  RATE: 'tickets.handle',
  CLOSE: 'tickets.handle',
  REOPEN: 'tickets.handle',
  REFER: 'tickets.answer',
  TAKE: 'tickets.answer',
  ANSWER: 'tickets.answer',
}

/** What the rules ask of a ticket. */
export interface TicketStanding {
  readonly status: TicketStatus
  readonly personId: string | null
  readonly aboutClerkId: string | null
  readonly aboutPersonId: string | null
  readonly assignedTo: string | null
  readonly answeredBy: string | null
  readonly answeredAt: Instant | null
  readonly score: number | null
}

/** Why a ticket stays shut for a clerk: it is his own, or complains of him. */
export type Shut = 'own-ticket' | 'ticket-about-you'

/**
 * Whether a clerk has anything to do with a ticket. Nobody handles his own, and whom a complaint names neither sees it
 * nor does anything with it, under any account.
 */
export function shutFor(
  { clerkId, personId }: Pick<Actor, 'clerkId' | 'personId'>,
  ticket: Pick<TicketStanding, 'personId' | 'aboutClerkId' | 'aboutPersonId'>,
): Shut | undefined {
  if (personId !== null && ticket.personId === personId) return 'own-ticket'
  const isNamed = personId !== null && ticket.aboutPersonId === personId
  return ticket.aboutClerkId === clerkId || isNamed ? 'ticket-about-you' : undefined
}

export type DeedFault =
  | 'ticket-not-now'
  | 'ticket-yours-already'
  | 'ticket-not-in-your-review'
  | 'ticket-rated'
  | 'ticket-own-answer'
  | 'ticket-reopen-late'

/** Why a clerk cannot do something with a ticket that is open to him; undefined when he can. */
export function deedFault(
  deed: TicketDeed,
  ticket: TicketStanding,
  { actor, today, reopenUntil }: DeedNeeds,
): DeedFault | undefined {
  if (statusAfter(ticket.status, deed) === undefined) return 'ticket-not-now'
  const isHis = ticket.assignedTo === actor.clerkId
  switch (deed) {
    case 'TAKE':
      return ticket.status === 'IN_REVIEW' && isHis ? 'ticket-yours-already' : undefined
    case 'ANSWER':
      return isHis ? undefined : 'ticket-not-in-your-review'
    case 'RATE':
      if (ticket.score !== null) return 'ticket-rated'
      return ticket.answeredBy === actor.clerkId ? 'ticket-own-answer' : undefined
    case 'REOPEN':
      return reopenUntil === null || today > reopenUntil ? 'ticket-reopen-late' : undefined
    case 'REGISTER':
    case 'ATTACH':
    case 'REFER':
    case 'CLOSE':
      return undefined
  }
}

interface DeedNeeds {
  readonly actor: Pick<Actor, 'clerkId'>
  readonly today: Day
  readonly reopenUntil: Day | null
}

/** Everything a clerk can do with a ticket now. */
export function deedsFor(
  ticket: TicketStanding,
  needs: DeedNeeds & { readonly may: (permission: Permission) => boolean },
): TicketDeed[] {
  return TicketDeed.options.filter(
    (deed) =>
      needs.may(PERMISSION_OF[deed]) &&
      statusAfter(ticket.status, deed) !== undefined &&
      deedFault(deed, ticket, needs) === undefined,
  )
}

const HOUR = 3_600_000

/** Hours within which a ticket is answered; undefined when none are known: then nothing is promised. */
export function answerHours(parameters: readonly Parameter[], day: Day): number | undefined {
  return parameterOn(parameters, 'TICKET_ANSWER_HOURS', 'FACTOR', day)?.value
}

/** The moment until which an answer is promised to whoever speaks now. @law domain brief §3.23, one office's practice */
export function dueAt(at: Instant, parameters: readonly Parameter[]): Instant | null {
  const hours = answerHours(parameters, dayInTehran(at))
  return hours === undefined ? null : instantAt(Date.parse(at) + hours * HOUR)
}

/** From this moment on a ticket that is due at the given one is told as nearly due. */
export function nearlyFrom(now: Instant, parameters: readonly Parameter[]): Instant {
  const hours = parameterOn(parameters, 'TICKET_ALARM_HOURS', 'FACTOR', dayInTehran(now))?.value
  return instantAt(Date.parse(now) + (hours ?? 0) * HOUR)
}

/** How a ticket stands to its promise. `soon`: of `nearlyFrom`. */
export function dueOf(
  { status, dueAt: due }: { readonly status: TicketStatus; readonly dueAt: Instant | null },
  { now, soon }: { readonly now: Instant; readonly soon: Instant },
): TicketDue {
  if (!WAITING_STATUSES.includes(status)) return 'ANSWERED'
  if (due === null) return 'IN_TIME'
  if (due < now) return 'OVERDUE'
  return due <= soon ? 'NEARLY' : 'IN_TIME'
}

/** The last day on which the citizen may have an answered ticket opened again. */
export function reopenUntil(
  answeredAt: Instant | null,
  parameters: readonly Parameter[],
): Day | null {
  if (answeredAt === null) return null
  const day = dayInTehran(answeredAt)
  const days = parameterOn(parameters, 'TICKET_REOPEN_DAYS', 'DAYS', day)
  return days ? addDays(day, days.value) : null
}

/** The most days of an age of the board before it is «over». */
export const FEW_DAYS = 3

/** How long a ticket waits, counted in days. */
export function ageOf(since: Day, today: Day): TicketAge {
  const days = daysBetween(since, today)
  if (days <= 0) return 'TODAY'
  return days <= FEW_DAYS ? 'DAYS' : 'OVER'
}
