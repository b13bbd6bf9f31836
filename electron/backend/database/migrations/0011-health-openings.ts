import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table health_openings (
    opening_id text primary key not null,
    visit_id text not null references visits,
    citizen_id integer not null,
    person_id text not null,
    clerk_id text not null references clerks,
    reason text not null check (length(trim(reason)) >= 3),
    opened_at text not null
  )`,
  `create index health_openings_of_citizen on health_openings (citizen_id)`,
  // Everybody whose rows an opening showed: a child is told of it on his own sheet.
  `create table health_opening_persons (
    citizen_id integer not null,
    opening_id text not null references health_openings,
    primary key (citizen_id, opening_id)
  ) without rowid`,
  `create index audit_of_health_openings on audit (object) where action = 'care.openHealth'`,
  // A replacing insert would delete without asking the triggers on delete.
  `create trigger health_is_opened_in_a_visit before insert on health_openings
    begin select case
      when exists (select 1 from health_openings where opening_id = new.opening_id)
        then raise(abort, 'an opening is kept once')
      when not exists (select 1 from visits where visit_id = new.visit_id
          and clerk_id = new.clerk_id and citizen_id = new.citizen_id and ended_at is null)
        then raise(abort, 'health is opened in an open visit of its clerk')
      when not exists (select 1 from clerks, json_each(clerks.duties) duty
          where clerk_id = new.clerk_id and active = 1 and duty.value = 'HEALTH')
        then raise(abort, 'health is opened by who has the duty')
    end; end`,
  `create trigger health_opening_persons_are_told_once before insert on health_opening_persons
    when exists (select 1 from health_opening_persons
      where citizen_id = new.citizen_id and opening_id = new.opening_id)
    begin select raise(abort, 'a person of an opening is told once'); end`,
  ...['health_openings', 'health_opening_persons'].flatMap((table) => [
    `create trigger ${table}_are_never_changed before update on ${table}
      begin select raise(abort, 'what was opened is never changed'); end`,
    `create trigger ${table}_are_never_deleted before delete on ${table}
      begin select raise(abort, 'what was opened is never deleted'); end`,
  ]),
]

/** Who opened a list of visits and prescriptions, in which visit, whose, and why. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
