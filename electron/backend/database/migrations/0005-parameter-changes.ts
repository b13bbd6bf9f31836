import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `create table parameter_changes (
    change_id text primary key not null,
    code text not null,
    unit text not null,
    value text not null,
    valid_from text not null,
    valid_to text,
    source text not null check (length(trim(source)) > 0),
    reason text not null check (length(trim(reason)) > 0),
    proposed_at text not null,
    proposed_by text not null references clerks,
    check (valid_to is null or valid_to >= valid_from)
  )`,
  'create index parameter_changes_by_code on parameter_changes (code)',
  `create table parameter_decisions (
    change_id text primary key not null references parameter_changes,
    outcome text not null check (outcome in ('APPROVED', 'REFUSED', 'WITHDRAWN')),
    decided_at text not null,
    decided_by text not null references clerks,
    note text
  ) without rowid`,
  // A replacing insert would delete without asking the triggers on delete.
  `create trigger parameter_changes_are_proposed_once before insert on parameter_changes
    begin select case
      when exists (select 1 from parameter_changes where change_id = new.change_id)
        then raise(abort, 'a change is proposed once')
      when exists (select 1 from parameter_changes one where one.code = new.code and not exists
          (select 1 from parameter_decisions d where d.change_id = one.change_id))
        then raise(abort, 'another change of this code waits')
      when not exists (select 1 from clerks where clerk_id = new.proposed_by
          and role = 'ADMINISTRATOR' and active = 1)
        then raise(abort, 'an administrator proposes')
    end; end`,
  `create trigger parameter_changes_need_four_eyes before insert on parameter_decisions
    begin select case
      when exists (select 1 from parameter_decisions where change_id = new.change_id)
        then raise(abort, 'a change is decided once')
      when new.outcome = 'WITHDRAWN' then case
        when not exists (select 1 from parameter_changes
            where change_id = new.change_id and proposed_by = new.decided_by)
          then raise(abort, 'its author alone withdraws a change')
        end
      when exists (select 1 from parameter_changes
          where change_id = new.change_id and proposed_by = new.decided_by)
        then raise(abort, 'its author never decides a change')
      when exists (select 1 from parameter_changes
          join clerks author on author.clerk_id = proposed_by
          join clerks judge on judge.clerk_id = new.decided_by
          where change_id = new.change_id and author.person_id = judge.person_id)
        then raise(abort, 'its author never decides a change')
      when not exists (select 1 from clerks where clerk_id = new.decided_by
          and role in ('SUPERVISOR', 'ADMINISTRATOR') and active = 1)
        then raise(abort, 'a supervisor or an administrator decides')
    end; end`,
  ...['parameter_changes', 'parameter_decisions'].flatMap((table) => [
    `create trigger ${table}_are_never_changed before update on ${table}
      begin select raise(abort, 'changes of parameters are never changed'); end`,
    `create trigger ${table}_are_never_deleted before delete on ${table}
      begin select raise(abort, 'changes of parameters are never deleted'); end`,
  ]),
]

/** Values of this office in the place of uncertain ones, each decided by somebody else than its author. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
