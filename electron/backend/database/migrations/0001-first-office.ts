import { type Kysely, sql } from 'kysely'

const TABLES: readonly string[] = [
  `create table office_state (
    key text primary key,
    value text not null check (json_valid(value))
  ) without rowid`,
  `create table clerks (
    clerk_id text primary key,
    user_name text not null,
    user_key text not null unique,
    full_name text not null,
    person_id text,
    role text not null check (role in ('CLERK', 'SUPERVISOR', 'ADMINISTRATOR')),
    branch_code text not null,
    clerk_code text not null unique,
    active integer not null check (active in (0, 1)),
    created_at text not null
  )`,
  `create table visits (
    visit_id text primary key,
    citizen_id integer not null,
    person_id text not null,
    clerk_id text not null references clerks,
    workstation text not null,
    presence_kind text not null,
    power text check (json_valid(power)),
    purpose text not null,
    reason text,
    began_at text not null,
    ended_at text
  )`,
  `create index visits_of_citizen on visits (citizen_id, began_at)`,
  `create index visits_open on visits (clerk_id) where ended_at is null`,
  `create table requests (
    request_id text primary key,
    idempotency_key text not null unique,
    tracking_code text not null unique,
    citizen_id integer not null,
    person_id text not null,
    role text not null,
    kind text not null,
    status text not null,
    form text not null check (json_valid(form)),
    decision text check (json_valid(decision)),
    branch_code text not null,
    filed_at text not null,
    filed_on text not null,
    promised_on text,
    filed_by text not null references clerks,
    visit_id text not null references visits,
    version integer not null default 1,
    reference_code text
  )`,
  `create index requests_of_citizen on requests (citizen_id, filed_at)`,
  `create index requests_of_branch on requests (branch_code, status, filed_on)`,
  `create index requests_of_clerk on requests (filed_by, status, filed_on)`,
  `create table request_events (
    request_id text not null references requests,
    seq integer not null,
    status text not null,
    at text not null,
    actor_kind text not null,
    actor_id text,
    note text,
    primary key (request_id, seq)
  ) without rowid`,
  `create table request_drafts (
    clerk_id text not null references clerks,
    citizen_id integer not null,
    kind text not null,
    form text not null check (json_valid(form)),
    saved_at text not null,
    primary key (clerk_id, citizen_id, kind)
  ) without rowid`,
  `create table documents (
    document_id text primary key,
    idempotency_key text not null unique,
    kind text not null,
    number text not null unique,
    year integer not null,
    serial integer not null,
    citizen_id integer not null,
    person_id text not null,
    visit_id text not null references visits,
    clerk_id text not null references clerks,
    issued_at text not null,
    statement text not null check (json_valid(statement)),
    sha256 text,
    request_id text references requests,
    unique (kind, year, serial)
  )`,
  `create index documents_of_citizen on documents (citizen_id, issued_at)`,
  `create index documents_of_request on documents (request_id) where request_id is not null`,
  `create table document_prints (
    document_id text not null references documents,
    seq integer not null,
    state text not null check (state in ('WAITING', 'PRINTED', 'FAILED')),
    at text not null,
    printer text,
    reason text,
    primary key (document_id, seq)
  ) without rowid`,
  `create index document_prints_undone on document_prints (state, at) where state <> 'PRINTED'`,
  `create table counters (
    name text primary key,
    value integer not null
  ) without rowid`,
  `create table audit (
    seq integer primary key autoincrement,
    at text not null,
    clerk_id text,
    workstation text,
    visit_id text,
    citizen_id integer,
    action text not null,
    object text,
    outcome text not null,
    hash text not null,
    previous_hash text not null
  )`,
  `create index audit_of_citizen on audit (citizen_id, seq) where citizen_id is not null`,
  `create trigger audit_is_never_changed before update on audit
    begin select raise(abort, 'audit is never changed'); end`,
  `create trigger audit_is_never_deleted before delete on audit
    begin select raise(abort, 'audit is never deleted'); end`,
  `create table imports (
    import_id text primary key,
    started_at text not null,
    finished_at text,
    clerk_id text references clerks,
    source_name text not null,
    as_of text,
    branch_codes text not null check (json_valid(branch_codes)),
    manifest_sha256 text,
    state text not null check (state in ('RUNNING', 'DONE', 'REFUSED', 'CANCELLED', 'FAILED')),
    extract_file text,
    counts text not null check (json_valid(counts)),
    notes text not null check (json_valid(notes)),
    fault text check (json_valid(fault)),
    forced integer not null check (forced in (0, 1))
  )`,
  `create index imports_in_order on imports (started_at)`,
  `create table import_rejects (
    import_id text not null references imports,
    file_order integer not null,
    line integer not null,
    file text not null,
    "column" text not null,
    code text not null,
    primary key (import_id, file_order, line)
  ) without rowid`,
]

/** The office's own tables; the central data lives in files of its own (`extract-schema.ts`). */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of TABLES) await sql.raw(statement).execute(db)
}
