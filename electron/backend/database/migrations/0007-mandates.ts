import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table mandates (
    mandate_id text primary key not null,
    citizen_id integer not null,
    person_id text not null,
    kind text not null check (kind in ('GAZETTE', 'LETTER')),
    number text not null check (length(trim(number)) > 0),
    issued_on text not null,
    position text,
    issuer text,
    legal_entity_id text,
    workshop_code text,
    branch_code text,
    scope text not null check (json_valid(scope)),
    from_day text not null,
    until_day text,
    visit_id text not null references visits,
    entered_at text not null,
    entered_by text not null references clerks,
    check ((legal_entity_id is null) <> (workshop_code is null)),
    check ((workshop_code is null) = (branch_code is null)),
    check (kind = 'LETTER' or legal_entity_id is not null),
    check ((kind = 'GAZETTE') = (position is not null)),
    check ((kind = 'LETTER') = (issuer is not null)),
    check (until_day is null or until_day >= from_day)
  )`,
  'create index mandates_of_citizen on mandates (citizen_id)',
  'create index mandates_of_company on mandates (legal_entity_id)',
  'create index mandates_of_workshop on mandates (workshop_code, branch_code)',
  `create table mandate_decisions (
    mandate_id text primary key not null references mandates,
    outcome text not null check (outcome in ('CONFIRMED', 'REFUSED')),
    decided_at text not null,
    decided_by text not null references clerks,
    note text,
    check ((outcome = 'REFUSED') = (note is not null))
  ) without rowid`,
  `create table mandate_endings (
    mandate_id text primary key not null references mandates,
    ended_on text not null,
    ended_at text not null,
    ended_by text not null references clerks,
    visit_id text not null references visits,
    reason text not null check (length(trim(reason)) > 0)
  ) without rowid`,
  // A replacing insert would delete without asking the triggers on delete.
  `create trigger mandates_are_entered_once before insert on mandates
    begin select case
      when exists (select 1 from mandates where mandate_id = new.mandate_id)
        then raise(abort, 'a mandate is entered once')
      when not exists (select 1 from visits where visit_id = new.visit_id
          and clerk_id = new.entered_by and ended_at is null)
        then raise(abort, 'a mandate is entered in an open visit of its clerk')
      when exists (select 1 from clerks
          where clerk_id = new.entered_by and person_id = new.person_id)
        then raise(abort, 'nobody enters his own mandate')
    end; end`,
  `create trigger mandates_need_four_eyes before insert on mandate_decisions
    begin select case
      when exists (select 1 from mandate_decisions where mandate_id = new.mandate_id)
        then raise(abort, 'a mandate is decided once')
      when exists (select 1 from mandate_endings where mandate_id = new.mandate_id)
        then raise(abort, 'an ended mandate is not decided')
      when exists (select 1 from mandates
          where mandate_id = new.mandate_id and entered_by = new.decided_by)
        then raise(abort, 'who entered a mandate never decides it')
      when exists (select 1 from mandates
          join clerks author on author.clerk_id = entered_by
          join clerks judge on judge.clerk_id = new.decided_by
          where mandate_id = new.mandate_id
            and judge.person_id in (author.person_id, mandates.person_id))
        then raise(abort, 'who entered or holds a mandate never decides it')
      when not exists (select 1 from clerks where clerk_id = new.decided_by
          and role = 'SUPERVISOR' and active = 1)
        then raise(abort, 'a supervisor decides')
    end; end`,
  `create trigger mandates_are_ended_once before insert on mandate_endings
    begin select case
      when exists (select 1 from mandate_endings where mandate_id = new.mandate_id)
        then raise(abort, 'a mandate is ended once')
      when exists (select 1 from mandate_decisions
          where mandate_id = new.mandate_id and outcome = 'REFUSED')
        then raise(abort, 'a refused mandate is not ended')
      when not exists (select 1 from visits where visit_id = new.visit_id
          and clerk_id = new.ended_by and ended_at is null)
        then raise(abort, 'a mandate is ended in an open visit of its clerk')
    end; end`,
  ...['mandates', 'mandate_decisions', 'mandate_endings'].flatMap((table) => [
    `create trigger ${table}_are_never_changed before update on ${table}
      begin select raise(abort, 'the register of mandates is never changed'); end`,
    `create trigger ${table}_are_never_deleted before delete on ${table}
      begin select raise(abort, 'the register of mandates is never deleted'); end`,
  ]),
]

/** By what paper somebody acts for a company or a workshop: each entry confirmed by a second person, ended with a reason. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
