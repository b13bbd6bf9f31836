import { z } from 'zod'
import { mayDo } from '#core/access/roles.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Duty, type ClerkRole } from '#core/kernel/permission.ts'
import type {
  TicketAlarms,
  TicketCell,
  TicketClerk,
  TicketEvent,
  TicketFile,
} from '#core/tickets/ticket.model.ts'
import type {
  AgeDays,
  KeptTicket,
  NewKeptTicket,
  NewTicketEvent,
  NewTicketFile,
  TicketBook,
  TicketChange,
  TicketCut,
  TicketFileContent,
  Tickets,
  TicketScope,
} from '#core/tickets/tickets.ports.ts'
import type { Bit } from '../database/office-tables.ts'
import { selectRow, selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface TicketRow extends Omit<KeptTicket, 'hasVoice'> {
  readonly hasVoice: Bit
}

const COLUMNS = `t.ticket_id as ticketId, t.idempotency_key as idempotencyKey,
  t.tracking_code as trackingCode, t.channel, t.subject, t.subject_group as "group", t.status,
  t.citizen_id as citizenId, t.person_id as personId, t.caller_name as callerName,
  t.caller_number as callerNumber, t.role, t.text, t.about_clerk_id as aboutClerkId, about.person_id as aboutPersonId,
  about.full_name as aboutName, t.branch_code as branchCode, t.registered_at as registeredAt,
  t.registered_by as registeredBy, author.full_name as registeredByName, t.unit,
  t.assigned_to as assignedTo, holder.full_name as assignedName, t.answered_at as answeredAt,
  t.answered_by as answeredBy, judge.full_name as answeredByName, t.score,
  t.opened_on as openedOn, t.due_at as dueAt, t.version,
  exists (select 1 from ticket_files f where f.ticket_id = t.ticket_id and f.kind = 'VOICE')
    as hasVoice`

/** The names beside a ticket; the table before it is `t`. */
const NAMES = `join clerks author on author.clerk_id = t.registered_by
  left join clerks about on about.clerk_id = t.about_clerk_id
  left join clerks holder on holder.clerk_id = t.assigned_to
  left join clerks judge on judge.clerk_id = t.answered_by`

/** Neither his own nor a complaint of himself, under any account. */
const NOT_SHUT = `(:personId is null or t.person_id is null or t.person_id <> :personId)
  and (t.about_clerk_id is null or (t.about_clerk_id <> :clerkId
    and (:personId is null or t.about_clerk_id not in
      (select clerk_id from clerks where person_id = :personId))))`

const WAITS = `t.status in ('REGISTERED', 'REFERRED', 'IN_REVIEW')`

const VIEWS: Readonly<Record<TicketScope['view'], string>> = {
  MINE: '(t.assigned_to = :clerkId or t.registered_by = :clerkId)',
  BRANCH: 't.branch_code = :branchCode',
  ALL: 'true',
}

/** Neither view nor text is a parameter, so that each has its own plan. */
function scopeText({ view, closed, key }: TicketScope): string {
  const found = `(t.tracking_code = :trackingCode or instr(t.search_key, :key) > 0
      or t.citizen_id in (select value from json_each(:citizens)))`
  return `from tickets t where ${VIEWS[view]} and t.status ${closed ? '=' : '<>'} 'CLOSED'
    and ${NOT_SHUT} ${key === null ? '' : `and ${found}`}`
}

function scopeValues(scope: TicketScope): Readonly<Record<string, SqlValue>> {
  const { clerkId, personId, branchCode, trackingCode, citizenIds, key } = scope
  const citizens = JSON.stringify(citizenIds ?? [])
  return { clerkId, personId, branchCode, trackingCode, citizens, key }
}

function keptTicket({ hasVoice, ...row }: TicketRow): KeptTicket {
  return { ...row, hasVoice: hasVoice === 1 }
}

const FILE = `select file_id as fileId, kind, format, size, seconds, title from ticket_files`

const Duties = z.array(Duty)

/** Tickets of 1420, as the office keeps them. */
export class TicketsRepository implements Tickets {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  find(ticketId: string): Promise<KeptTicket | undefined> {
    return this.findWhere('t.ticket_id = ?', ticketId)
  }

  findByKey(idempotencyKey: string): Promise<KeptTicket | undefined> {
    return this.findWhere('t.idempotency_key = ?', idempotencyKey)
  }

  findByCode(trackingCode: string): Promise<KeptTicket | undefined> {
    return this.findWhere('t.tracking_code = ?', trackingCode)
  }

  private async findWhere(condition: string, value: string): Promise<KeptTicket | undefined> {
    const text = `select ${COLUMNS} from tickets t ${NAMES} where ${condition}`
    const row = await selectRow<TicketRow>(this.reader, text, [value])
    return row && keptTicket(row)
  }

  async listOfCitizen(citizenId: number): Promise<readonly KeptTicket[]> {
    const rows = await selectRows<TicketRow>(
      this.reader,
      `select ${COLUMNS} from tickets t ${NAMES} where t.citizen_id = ?
      order by t.registered_at desc, t.ticket_id`,
      [citizenId],
    )
    return rows.map(keptTicket)
  }

  async listBoard(
    scope: TicketScope,
    { from, until, group }: TicketCut,
    limit: number,
  ): Promise<readonly KeptTicket[]> {
    const order = scope.closed
      ? 't.changed_at desc'
      : `t.status = 'ANSWERED', t.due_at is null, t.due_at`
    const rows = await selectRows<TicketRow>(
      this.reader,
      `select ${COLUMNS} from (select t.* ${scopeText(scope)}
        and (:from is null or t.opened_on >= :from) and (:until is null or t.opened_on <= :until)
        and (:group is null or t.subject_group = :group)
        order by ${order}, t.ticket_id limit :limit) t ${NAMES} order by ${order}, t.ticket_id`,
      { ...scopeValues(scope), from, until, group, limit },
    )
    return rows.map(keptTicket)
  }

  countBoard(
    scope: TicketScope,
    { today, few }: AgeDays,
    now: Instant,
  ): Promise<readonly TicketCell[]> {
    return selectRows<TicketCell>(
      this.reader,
      `select case when t.opened_on >= :today then 'TODAY' when t.opened_on >= :few then 'DAYS'
          else 'OVER' end as age,
        t.subject_group as "group", count(*) as count,
        coalesce(sum(${WAITS} and t.due_at < :now), 0) as overdue
      ${scopeText(scope)} group by 1, 2`,
      { ...scopeValues(scope), today, few, now },
    )
  }

  async countAlarms(
    { clerkId, personId, branchCode }: Pick<TicketScope, 'clerkId' | 'personId' | 'branchCode'>,
    { now, soon }: { readonly now: Instant; readonly soon: Instant },
  ): Promise<TicketAlarms> {
    const row = await selectRow<TicketAlarms>(
      this.reader,
      `select coalesce(sum(t.due_at < :now), 0) as overdue,
        coalesce(sum(t.due_at >= :now), 0) as nearly
      from tickets t where t.branch_code = :branchCode and t.status <> 'CLOSED'
        and t.due_at <= :soon and ${WAITS} and ${NOT_SHUT}`,
      { clerkId, personId, branchCode, now, soon },
    )
    return row ?? { overdue: 0, nearly: 0 }
  }

  listEvents(ticketId: string): Promise<readonly TicketEvent[]> {
    return selectRows<TicketEvent>(
      this.reader,
      `select e.seq, e.deed, e.status, e.at, actor.full_name as actor,
        coalesce(given.full_name, e.unit) as "to", e.note, e.score
      from ticket_events e join clerks actor on actor.clerk_id = e.actor_id
      left join clerks given on given.clerk_id = e.to_clerk_id
      where e.ticket_id = ? order by e.seq`,
      [ticketId],
    )
  }

  listFiles(ticketId: string): Promise<readonly TicketFile[]> {
    return selectRows<TicketFile>(
      this.reader,
      `${FILE} where ticket_id = ? order by kind desc, added_at, file_id`,
      [ticketId],
    )
  }

  findFile(ticketId: string, fileId: string): Promise<TicketFileContent | undefined> {
    return selectRow<TicketFileContent>(
      this.reader,
      'select format, bytes, sha256 from ticket_files where ticket_id = ? and file_id = ?',
      [ticketId, fileId],
    )
  }

  findSameFile(ticketId: string, sha256: string): Promise<TicketFile | undefined> {
    const text = `${FILE} where ticket_id = ? and sha256 = ?`
    return selectRow<TicketFile>(this.reader, text, [ticketId, sha256])
  }

  async listClerks(
    branchCode: string,
  ): Promise<readonly (TicketClerk & { readonly personId: string | null })[]> {
    const rows = await selectRows<{
      readonly clerkId: string
      readonly fullName: string
      readonly personId: string | null
      readonly role: ClerkRole
      readonly duties: string
    }>(
      this.reader,
      `select clerk_id as clerkId, full_name as fullName, person_id as personId, role, duties
      from clerks where branch_code = ? and active = 1 order by full_name, clerk_id`,
      [branchCode],
    )
    return rows.map(({ role, duties, ...clerk }) => ({
      ...clerk,
      answers: mayDo({ role, duties: Duties.parse(JSON.parse(duties)) }, 'tickets.answer'),
    }))
  }
}

/** The same, to register and to change, in the transaction it is given. */
export class TicketBookRepository extends TicketsRepository implements TicketBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async register(ticket: NewKeptTicket, event: NewTicketEvent): Promise<void> {
    await this.db
      .insertInto('tickets')
      .values({
        ticket_id: ticket.ticketId,
        idempotency_key: ticket.idempotencyKey,
        tracking_code: ticket.trackingCode,
        channel: ticket.channel,
        subject: ticket.subject,
        subject_group: ticket.group,
        citizen_id: ticket.citizenId,
        person_id: ticket.personId,
        caller_name: ticket.callerName,
        caller_number: ticket.callerNumber,
        role: ticket.role,
        text: ticket.text,
        search_key: ticket.searchKey,
        about_clerk_id: ticket.aboutClerkId,
        branch_code: ticket.branchCode,
        registered_at: ticket.registeredAt,
        registered_by: ticket.registeredBy,
        visit_id: ticket.visitId,
        status: event.status,
        ...{ unit: null, assigned_to: null, answered_at: null, answered_by: null, score: null },
        opened_on: ticket.openedOn,
        due_at: ticket.dueAt,
        changed_at: event.at,
        version: 1,
      })
      .execute()
    await this.addEvent(ticket.ticketId, 1, event)
  }

  async change(ticketId: string, change: TicketChange, event: NewTicketEvent): Promise<void> {
    const { status, unit, assignedTo, answeredAt, answeredBy, score, openedOn, dueAt } = change
    const { last } = await this.db
      .selectFrom('ticket_events')
      .select((select) => select.fn.max('seq').as('last'))
      .where('ticket_id', '=', ticketId)
      .executeTakeFirstOrThrow()
    // Before the ticket itself: the guard of events looks at who answered.
    await this.addEvent(ticketId, last + 1, event)
    await this.db
      .updateTable('tickets')
      .set((set) => ({
        status,
        ...(unit === undefined ? {} : { unit }),
        ...(assignedTo === undefined ? {} : { assigned_to: assignedTo }),
        ...(answeredAt === undefined ? {} : { answered_at: answeredAt }),
        ...(answeredBy === undefined ? {} : { answered_by: answeredBy }),
        ...(score === undefined ? {} : { score }),
        ...(openedOn === undefined ? {} : { opened_on: openedOn }),
        ...(dueAt === undefined ? {} : { due_at: dueAt }),
        changed_at: event.at,
        version: set('version', '+', 1),
      }))
      .where('ticket_id', '=', ticketId)
      .execute()
  }

  async addFile({ content, ...file }: NewTicketFile): Promise<void> {
    const { format, bytes, sha256 } = content
    await this.db
      .insertInto('ticket_files')
      .values({
        file_id: file.fileId,
        ticket_id: file.ticketId,
        kind: file.kind,
        title: file.title,
        seconds: file.seconds,
        ...{ format, bytes, sha256, size: bytes.byteLength },
        added_at: file.addedAt,
        added_by: file.addedBy,
      })
      .execute()
  }

  private async addEvent(ticketId: string, seq: number, event: NewTicketEvent): Promise<void> {
    await this.db
      .insertInto('ticket_events')
      .values({
        ...{ ticket_id: ticketId, seq, deed: event.deed, status: event.status, at: event.at },
        ...{ actor_id: event.actorId, visit_id: event.visitId, unit: event.unit },
        ...{ to_clerk_id: event.toClerkId, note: event.note, score: event.score },
      })
      .execute()
  }
}
