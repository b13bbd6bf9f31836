import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table signing_keys (
    key_id text primary key,
    created_at text not null,
    retired_at text,
    public_key text not null,
    certificate text not null,
    certificate_sha256 text not null,
    certificate_until text not null,
    sealing_secret text not null,
    signing_secret text not null
  )`,
  `create unique index signing_keys_in_use on signing_keys (retired_at is null)
    where retired_at is null`,
  `create trigger signing_keys_are_never_deleted before delete on signing_keys
    begin select raise(abort, 'keys are never deleted'); end`,
  `create table document_revocations (
    document_id text primary key references documents,
    revoked_at text not null,
    revoked_by text not null references clerks,
    reason text not null
  ) without rowid`,
  `create trigger revocations_are_never_changed before update on document_revocations
    begin select raise(abort, 'revocations are never changed'); end`,
  `create trigger revocations_are_never_deleted before delete on document_revocations
    begin select raise(abort, 'revocations are never deleted'); end`,
]

/** The office's keys, which it makes when it next opens, and papers that nobody may rely on any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
