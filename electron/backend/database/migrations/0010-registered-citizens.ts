import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  // The columns that the extract's citizens have; `*_key` are of the names as they are compared.
  `create table registered_citizens (
    citizen_id integer primary key not null check (citizen_id > 0),
    person_id text not null unique,
    first_name text not null,
    last_name text not null,
    father_name text not null,
    first_key text not null,
    last_key text not null,
    father_key text not null,
    sex text not null check (sex in ('M', 'F')),
    birth_date text not null,
    nationality text not null,
    certificate_number text,
    certificate_series text,
    certificate_serial text,
    birth_city text not null,
    issue_city text,
    marital_status text not null,
    mobile text,
    mobile_proof text check (json_valid(mobile_proof)),
    postal_code text,
    address text,
    branch_code text not null,
    papers text not null check (json_valid(papers)),
    guardian text check (json_valid(guardian)),
    namesakes text check (json_valid(namesakes)),
    idempotency_key text not null unique,
    registered_at text not null,
    registered_by text not null references clerks,
    check ((mobile is null) = (mobile_proof is null)),
    check (mobile is not null or guardian is not null)
  )`,
  `create index registered_citizens_by_name
    on registered_citizens (last_key, first_key, birth_date)`,
  `create index registered_citizens_by_mobile on registered_citizens (mobile)
    where mobile is not null`,
  `create trigger registered_citizens_are_entered_once before insert on registered_citizens
    begin select case
      when exists (select 1 from registered_citizens where citizen_id = new.citizen_id
          or person_id = new.person_id or idempotency_key = new.idempotency_key)
        then raise(abort, 'a person is registered once')
      when exists (select 1 from clerks
          where clerk_id = new.registered_by and person_id = new.person_id)
        then raise(abort, 'nobody registers himself')
    end; end`,
  `create trigger registered_citizens_are_never_changed before update on registered_citizens
    begin select raise(abort, 'what was registered is never changed'); end`,
  `create trigger registered_citizens_are_never_deleted before delete on registered_citizens
    begin select raise(abort, 'who was registered is never deleted'); end`,
  // The words of their names, as the extract has those of its own persons.
  `create table registered_name_words (
    word text not null, citizen_id integer not null references registered_citizens,
    primary key (word, citizen_id)
  ) without rowid`,
  `create table registration_drafts (
    clerk_id text primary key not null references clerks,
    form text not null check (json_valid(form)),
    saved_at text not null
  )`,
]

/** Persons registered at the counter, and what a clerk has typed of the next one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
