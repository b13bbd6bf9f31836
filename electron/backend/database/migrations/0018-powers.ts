import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table powers (
    power_id text primary key not null,
    citizen_id integer not null,
    kind text not null check (kind in
      ('LAWYER', 'ATTORNEY', 'NATURAL_GUARDIAN', 'GUARDIAN', 'COMPANY_SIGNATORY')),
    holder_id text not null,
    holder_name text not null,
    number text not null check (length(trim(number)) > 0),
    issuer text not null check (length(trim(issuer)) > 0),
    issued_on text not null,
    expires_on text,
    scope text not null check (json_valid(scope)),
    entered_at text not null,
    entered_by text not null references clerks,
    check (expires_on is null or expires_on >= issued_on)
  )`,
  'create index powers_of_citizen on powers (citizen_id, entered_at)',
  `create table power_scans (
    power_id text not null references powers,
    document_id text not null references vault_scans,
    attached_at text not null,
    attached_by text not null references clerks,
    visit_id text not null references visits,
    primary key (power_id, attached_at)
  ) without rowid`,
  'create index power_scans_of_document on power_scans (document_id)',
  `create table power_endings (
    power_id text primary key not null references powers,
    ended_on text not null,
    ended_at text not null,
    ended_by text not null references clerks,
    visit_id text not null references visits,
    reason text not null check (length(trim(reason)) > 0)
  ) without rowid`,
  ...['powers', 'power_scans', 'power_endings'].flatMap((table) => [
    `create trigger ${table}_are_never_changed before update on ${table}
      begin select raise(abort, 'the register of powers is never changed'); end`,
    `create trigger ${table}_are_never_deleted before delete on ${table}
      begin select raise(abort, 'the register of powers is never deleted'); end`,
  ]),
]

/** By what paper somebody acts for a citizen, its scan, and its end before its time. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
