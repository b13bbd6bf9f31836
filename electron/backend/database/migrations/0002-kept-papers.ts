import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  // What was handed out: kept, because a later program may draw the same statement otherwise.
  `create table document_files (
    document_id text not null references documents,
    copy integer not null check (copy >= 0),
    sha256 text not null,
    made_at text not null,
    pdf blob not null,
    primary key (document_id, copy)
  )`,
  `create trigger document_files_are_never_changed before update on document_files
    begin select raise(abort, 'kept papers are never changed'); end`,
  `create trigger document_files_are_never_deleted before delete on document_files
    begin select raise(abort, 'kept papers are never deleted'); end`,
  // Papers of before had no seal.
  `update documents set statement = json_set(statement, '$.issue.seal', null)
    where json_type(statement, '$.issue') = 'object'`,
  `create table new_document_prints (
    document_id text not null references documents,
    seq integer not null,
    copy integer not null check (copy >= 0),
    state text not null check (state in ('WAITING', 'SENDING', 'PRINTED', 'FAILED', 'DROPPED')),
    at text not null,
    printer text,
    reason text,
    fault text,
    primary key (document_id, seq)
  ) without rowid`,
  // The reason of a failure took the place of the reason of a reprint; each print after the first success was one.
  `insert into new_document_prints
    select p.document_id, p.seq,
      (select count(*) from document_prints e
        where e.document_id = p.document_id and e.seq < p.seq and e.state = 'PRINTED'),
      p.state, p.at, p.printer,
      case when p.state = 'FAILED' then null else p.reason end,
      case when p.state = 'FAILED' then p.reason end
    from document_prints p`,
  `drop table document_prints`,
  `alter table new_document_prints rename to document_prints`,
  `create index document_prints_undone on document_prints (state, at)
    where state in ('WAITING', 'SENDING', 'FAILED')`,
]

/** The bytes of every paper handed out, and prints that know what they print and why they failed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
