import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  // The columns that the extract's citizens have; ids from a range that no extract reaches.
  `create table registered_citizens (
    citizen_id integer primary key not null check (citizen_id >= 1000000000000),
    person_id text not null unique,
    first_name text not null,
    last_name text not null,
    father_name text,
    sex text not null check (sex in ('M', 'F')),
    birth_date text not null,
    nationality text not null,
    certificate_number text,
    birth_city text,
    issue_city text,
    marital_status text not null,
    mobile text,
    postal_code text,
    address text,
    branch_code text not null,
    papers text not null check (json_valid(papers)),
    guardian text check (json_valid(guardian)),
    registered_at text not null,
    registered_by text not null references clerks
  )`,
  `create index registered_citizens_by_birth on registered_citizens (birth_date)`,
  `create index registered_citizens_by_mobile on registered_citizens (mobile)
    where mobile is not null`,
  `create trigger registered_citizens_are_never_changed before update on registered_citizens
    begin select raise(abort, 'what was registered is never changed'); end`,
  `create trigger registered_citizens_are_never_deleted before delete on registered_citizens
    begin select raise(abort, 'who was registered is never deleted'); end`,
]

/** Persons registered at the counter whom the centre's data does not know yet. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
