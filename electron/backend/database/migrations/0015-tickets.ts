import { type Kysely, sql } from 'kysely'

const FIXED = `ticket_id, idempotency_key, tracking_code, channel, subject, subject_group, citizen_id, person_id,
    caller_name, caller_number, role, text, search_key, about_clerk_id, branch_code, registered_at, registered_by,
    visit_id`

const STATEMENTS: readonly string[] = [
  `create table tickets (
    ticket_id text primary key not null,
    idempotency_key text not null unique,
    tracking_code text not null unique check (tracking_code glob '[1-9][0-9]*' and length(tracking_code) = 10),
    channel text not null check (channel in ('PHONE', 'VOICE', 'WEB', 'SMS', 'PRESCRIPTION_SERVICE',
      'REMOTE_SERVICE', 'BRANCH', 'PROVINCE', 'HEADQUARTERS')),
    subject text not null,
    subject_group text not null,
    citizen_id integer,
    person_id text,
    caller_name text not null,
    caller_number text,
    role text check (role in ('INSURED', 'EMPLOYER', 'PENSIONER')),
    text text not null check (length(trim(text)) > 0),
    search_key text not null,
    about_clerk_id text references clerks,
    branch_code text not null,
    registered_at text not null,
    registered_by text not null references clerks,
    visit_id text references visits,
    status text not null check (status in ('REGISTERED', 'REFERRED', 'IN_REVIEW', 'ANSWERED', 'CLOSED')),
    unit text,
    assigned_to text references clerks,
    answered_at text,
    answered_by text references clerks,
    score integer check (score between 1 and 5),
    opened_on text not null,
    due_at text,
    changed_at text not null,
    version integer not null check (version >= 1),
    check ((citizen_id is null) = (person_id is null)),
    check (citizen_id is null or caller_number is null),
    check (visit_id is null or citizen_id is not null),
    check (about_clerk_id is null or about_clerk_id <> registered_by),
    check ((answered_at is null) = (answered_by is null)),
    check (status not in ('ANSWERED', 'CLOSED') or answered_at is not null),
    check (status <> 'IN_REVIEW' or assigned_to is not null)
  )`,
  'create index tickets_of_citizen on tickets (citizen_id, registered_at)',
  `create index tickets_open_of_branch on tickets (branch_code, due_at) where status <> 'CLOSED'`,
  `create index tickets_open on tickets (due_at) where status <> 'CLOSED'`,
  `create index tickets_closed_of_branch on tickets (branch_code, changed_at) where status = 'CLOSED'`,
  `create index tickets_closed on tickets (changed_at) where status = 'CLOSED'`,
  'create index tickets_of_holder on tickets (assigned_to, status)',
  'create index tickets_of_registrar on tickets (registered_by, status)',
  // What matrix and alarms count, without the texts beside it.
  `create index tickets_counted on tickets (branch_code, subject_group, opened_on, status, due_at,
    about_clerk_id, person_id) where status <> 'CLOSED'`,
  `create table ticket_events (
    ticket_id text not null references tickets,
    seq integer not null check (seq >= 1),
    deed text not null check (deed in ('REGISTER', 'REFER', 'TAKE', 'ANSWER', 'RATE', 'CLOSE', 'REOPEN')),
    status text not null,
    at text not null,
    actor_id text not null references clerks,
    visit_id text references visits,
    unit text,
    to_clerk_id text references clerks,
    note text,
    score integer check (score between 1 and 5),
    primary key (ticket_id, seq),
    check ((deed = 'RATE') = (score is not null)),
    check ((deed = 'REFER') = ((unit is null) <> (to_clerk_id is null)))
  ) without rowid`,
  `create table ticket_files (
    file_id text primary key not null,
    ticket_id text not null references tickets,
    kind text not null check (kind in ('VOICE', 'ENCLOSURE')),
    title text not null,
    format text not null,
    size integer not null check (size between 1 and 2097152),
    seconds integer,
    sha256 text not null,
    added_at text not null,
    added_by text not null references clerks,
    bytes blob not null check (length(bytes) = size),
    check ((kind = 'VOICE') = (format in ('wav', 'mp3', 'ogg', 'm4a', 'webm')))
  )`,
  'create unique index ticket_files_of_ticket on ticket_files (ticket_id, sha256)',
  `create unique index ticket_voice on ticket_files (ticket_id) where kind = 'VOICE'`,
  `create trigger tickets_keep_what_was_said before update of ${FIXED} on tickets
    begin select raise(abort, 'what was said in a ticket is never changed'); end`,
  `create trigger tickets_are_rated_once before update of score on tickets
    when old.score is not null and new.score is not old.score
    begin select raise(abort, 'a ticket is rated once'); end`,
  // Whom it complains of, and whose own it is, has nothing to do with it, under any account.
  `create trigger ticket_events_have_a_stranger before insert on ticket_events
    begin select case
      when exists (select 1 from tickets t join clerks actor on actor.clerk_id = new.actor_id
          left join clerks named on named.clerk_id = t.about_clerk_id
          where t.ticket_id = new.ticket_id and (t.about_clerk_id = new.actor_id
            or actor.person_id in (t.person_id, named.person_id)))
        then raise(abort, 'nobody handles his own ticket or a complaint of himself')
      when new.deed = 'RATE' and exists (select 1 from tickets
          where ticket_id = new.ticket_id and answered_by = new.actor_id)
        then raise(abort, 'who answered does not rate the answer')
    end; end`,
  ...['ticket_events', 'ticket_files'].flatMap((table) => [
    `create trigger ${table}_are_never_changed before update on ${table}
      begin select raise(abort, 'the history of a ticket is never changed'); end`,
    `create trigger ${table}_are_never_deleted before delete on ${table}
      begin select raise(abort, 'the history of a ticket is never deleted'); end`,
  ]),
  `create trigger tickets_are_never_deleted before delete on tickets
    begin select raise(abort, 'tickets are never deleted'); end`,
]

/** Tickets of 1420: what was said, what was done with it, and the sound and pictures that came with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
