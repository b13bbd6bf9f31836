import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table vault_scans (
    document_id text primary key,
    citizen_id integer not null,
    paper text not null,
    title text not null,
    format text not null check (format in ('pdf', 'jpg', 'png')),
    size integer not null check (size between 1 and 2097152),
    sha256 text not null,
    visit_id text not null references visits,
    clerk_id text not null references clerks,
    added_at text not null,
    bytes blob not null check (length(bytes) = size)
  )`,
  // One picture proves one paper.
  `create unique index vault_scans_of_citizen on vault_scans (citizen_id, sha256)`,
  `create trigger vault_scans_are_never_changed before update on vault_scans
    begin select raise(abort, 'scans are never changed'); end`,
  // Its reference keeps a scan from being deleted while a request rests on it.
  `create table request_enclosures (
    request_id text not null references requests,
    document_id text not null references vault_scans,
    primary key (request_id, document_id)
  ) without rowid`,
  `create index request_enclosures_of_scan on request_enclosures (document_id)`,
  // Of the password only a slow hash; its salt is one for all shares of a person, so that a check costs one hash.
  `create table document_shares (
    share_id text primary key,
    document_id text not null references documents,
    citizen_id integer not null,
    person_id text not null,
    salt text not null,
    hash text not null,
    from_day text not null,
    until_day text not null,
    shared_at text not null,
    visit_id text not null references visits,
    clerk_id text not null references clerks,
    ended_at text,
    ended_because text check (ended_because in ('REVOKED', 'NOT_PRINTED', 'RAN_OUT')),
    check ((ended_at is null) = (ended_because is null))
  )`,
  `create unique index document_shares_in_force on document_shares (document_id)
    where ended_at is null`,
  `create index document_shares_of_person on document_shares (person_id)`,
  `create trigger document_shares_are_never_deleted before delete on document_shares
    begin select raise(abort, 'shares are never deleted'); end`,
]

/** The citizen's box: scans that prove something, the requests that rest on them, and who may ask for a paper. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
