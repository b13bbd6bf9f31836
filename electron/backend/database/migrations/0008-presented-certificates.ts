import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table document_uses (
    document_id text primary key references documents,
    letter_number text not null check (length(trim(letter_number)) > 0),
    letter_on text not null,
    recorded_at text not null,
    recorded_by text not null references clerks,
    visit_id text not null references visits
  ) without rowid`,
  `create trigger only_valid_certificates_are_presented before insert on document_uses
    begin select case
      when not exists (select 1 from documents
          where document_id = new.document_id and kind = 'deduction-certificate')
        then raise(abort, 'a deduction certificate is presented')
      when exists (select 1 from document_revocations where document_id = new.document_id)
        then raise(abort, 'a revoked certificate is not presented')
      when exists (select 1 from document_uses where document_id = new.document_id)
        then raise(abort, 'a certificate is presented once')
    end; end`,
  `create trigger uses_are_never_changed before update on document_uses
    begin select raise(abort, 'uses are never changed'); end`,
  `create trigger uses_are_never_deleted before delete on document_uses
    begin select raise(abort, 'uses are never deleted'); end`,
]

/** Deduction certificates that their bank presented: from then on they bind until the last instalment. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
