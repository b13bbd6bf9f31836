import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { TicketStanding } from './ticket-life.rules.ts'
import type {
  AudioFormat,
  EnclosureFormat,
  TicketAlarms,
  TicketCell,
  TicketChannel,
  TicketClerk,
  TicketDeed,
  TicketEvent,
  TicketFile,
  TicketGroup,
  TicketStatus,
  TicketSubject,
  TicketUnit,
  TicketView,
} from './ticket.model.ts'

/** A ticket as the office keeps it, with the names that its codes stand for. */
export interface KeptTicket extends TicketStanding {
  readonly ticketId: string
  readonly idempotencyKey: string
  readonly trackingCode: string
  readonly channel: TicketChannel
  readonly subject: string
  readonly group: TicketGroup
  readonly citizenId: number | null
  readonly callerName: string
  readonly callerNumber: string | null
  readonly role: CitizenRole | null
  readonly text: string
  readonly aboutName: string | null
  readonly branchCode: string
  readonly registeredAt: Instant
  readonly registeredBy: string
  readonly registeredByName: string
  readonly unit: string | null
  readonly assignedName: string | null
  readonly answeredByName: string | null
  readonly openedOn: Day
  readonly dueAt: Instant | null
  readonly hasVoice: boolean
  readonly version: number
}

export interface NewKeptTicket {
  readonly ticketId: string
  readonly idempotencyKey: string
  readonly trackingCode: string
  readonly channel: TicketChannel
  readonly subject: string
  readonly group: TicketGroup
  readonly citizenId: number | null
  readonly personId: string | null
  readonly callerName: string
  readonly callerNumber: string | null
  readonly role: CitizenRole | null
  readonly text: string
  /** Letters and digits of subject, text and caller, for the search of the board. */
  readonly searchKey: string
  readonly aboutClerkId: string | null
  readonly branchCode: string
  readonly registeredAt: Instant
  readonly registeredBy: string
  readonly visitId: string | null
  readonly openedOn: Day
  readonly dueAt: Instant | null
}

export interface NewTicketEvent {
  readonly deed: TicketDeed
  readonly status: TicketStatus
  readonly at: Instant
  readonly actorId: string
  readonly visitId: string | null
  readonly unit: string | null
  readonly toClerkId: string | null
  readonly note: string | null
  readonly score: number | null
}

/** What a deed changes of the ticket itself; what is left out stays. */
export interface TicketChange {
  readonly status: TicketStatus
  readonly unit?: string | null
  readonly assignedTo?: string | null
  readonly answeredAt?: Instant | null
  readonly answeredBy?: string | null
  readonly score?: number
  readonly openedOn?: Day
  readonly dueAt?: Instant | null
}

export interface TicketFileContent {
  readonly format: AudioFormat | EnclosureFormat
  readonly bytes: Uint8Array
  readonly sha256: string
}

export interface NewTicketFile {
  readonly fileId: string
  readonly ticketId: string
  readonly kind: TicketFile['kind']
  readonly title: string
  readonly seconds: number | null
  readonly addedAt: Instant
  readonly addedBy: string
  readonly content: TicketFileContent
}

/** Which tickets the board shows, but for those that are shut for the clerk. */
export interface TicketScope {
  readonly view: TicketView
  readonly closed: boolean
  readonly clerkId: string
  readonly personId: string | null
  readonly branchCode: string
  readonly trackingCode: string | null
  readonly citizenIds: readonly number[] | null
  /** Part of a search key; with `citizenIds` either will do. */
  readonly key: string | null
}

/** Days of the ages of the board: from `today`, from `few` on, and before. */
export interface AgeDays {
  readonly today: Day
  readonly few: Day
}

/** What of the scope the matrix chose. */
export interface TicketCut {
  readonly from: Day | null
  readonly until: Day | null
  readonly group: TicketGroup | null
}

/** Tickets of 1420 that came to this office. */
export interface Tickets {
  find(ticketId: string): Promise<KeptTicket | undefined>
  findByKey(idempotencyKey: string): Promise<KeptTicket | undefined>
  findByCode(trackingCode: string): Promise<KeptTicket | undefined>
  /** Newest first. */
  listOfCitizen(citizenId: number): Promise<readonly KeptTicket[]>
  /** Open ones by the nearest promise, answered ones after them; closed ones the newest first. */
  listBoard(scope: TicketScope, cut: TicketCut, limit: number): Promise<readonly KeptTicket[]>
  countBoard(scope: TicketScope, days: AgeDays, now: Instant): Promise<readonly TicketCell[]>
  countAlarms(
    scope: Pick<TicketScope, 'clerkId' | 'personId' | 'branchCode'>,
    times: { readonly now: Instant; readonly soon: Instant },
  ): Promise<TicketAlarms>
  listEvents(ticketId: string): Promise<readonly TicketEvent[]>
  listFiles(ticketId: string): Promise<readonly TicketFile[]>
  findFile(ticketId: string, fileId: string): Promise<TicketFileContent | undefined>
  findSameFile(ticketId: string, sha256: string): Promise<TicketFile | undefined>
  /** Active clerks of a branch by name, with the person behind each. */
  listClerks(
    branchCode: string,
  ): Promise<readonly (TicketClerk & { readonly personId: string | null })[]>
}

export interface TicketBook extends Tickets {
  register(ticket: NewKeptTicket, event: NewTicketEvent): Promise<void>
  /** Its version goes up by one. */
  change(ticketId: string, change: TicketChange, event: NewTicketEvent): Promise<void>
  addFile(file: NewTicketFile): Promise<void>
}

/** What tickets are about and where they are referred to, in the clerk's language, from `resources/`. */
export interface TicketWords {
  readonly subjects: readonly TicketSubject[]
  readonly units: readonly TicketUnit[]
}
