import { type Kysely, sql } from 'kysely'

const FINAL = "('18', '19', '2602', 'CANCELLED')"

/** Columns of `requests`: who works on it. */
const OWNER: readonly string[] = [
  `alter table requests add column assigned_to text references clerks`,
  `alter table requests add column assigned_at text`,
  `alter table requests add column assigned_by text references clerks`,
]

/** A decision is a step with what it rests on: figures, reason, papers asked for. */
const DECISIONS: readonly string[] = [
  `create table request_decisions (
    decision_id text primary key,
    idempotency_key text not null unique,
    request_id text not null references requests,
    seq integer not null,
    act text not null check (act in ('ASK', 'RETURN', 'PROCESS', 'REFUSE', 'APPROVE', 'ARTICLE16')),
    status_before text not null check (status_before in ('9', '16')),
    decided_at text not null,
    decided_by text not null references clerks,
    papers text not null check (json_valid(papers)),
    reason_code text,
    article text,
    override_note text,
    verdict text check (json_valid(verdict)),
    amount integer check (amount >= 0),
    visit_id text not null references visits,
    check ((act = 'REFUSE') = (reason_code is not null)),
    unique (request_id, seq),
    foreign key (request_id, seq) references request_events (request_id, seq)
  )`,
  // Four eyes hold whatever the program does: the same person under two accounts is one person.
  `create trigger decisions_are_of_a_second_person before insert on request_decisions
    begin select case
      when exists (select 1 from requests
          where request_id = new.request_id and filed_by = new.decided_by)
        then raise(abort, 'who filed a request never decides it')
      when exists (select 1 from requests r
          join clerks author on author.clerk_id = r.filed_by
          join clerks judge on judge.clerk_id = new.decided_by
          where r.request_id = new.request_id
            and judge.person_id in (author.person_id, r.person_id))
        then raise(abort, 'who filed a request, or for whom, never decides it')
      when exists (select 1 from requests r
          join visits v on v.visit_id = r.visit_id
          join clerks judge on judge.clerk_id = new.decided_by
          where r.request_id = new.request_id
            and judge.person_id = json_extract(v.power, '$.power.holderId'))
        then raise(abort, 'who asked for somebody never decides it')
      when not exists (select 1 from requests r join clerks judge on judge.clerk_id = new.decided_by
          where r.request_id = new.request_id and judge.branch_code = r.branch_code
            and judge.active = 1
            and (judge.role = 'SUPERVISOR' or (judge.role = 'CLERK'
              and exists (select 1 from json_each(judge.duties) where value = 'EXPERT'))))
        then raise(abort, 'an expert of the branch decides')
      when (new.status_before = '16' or new.act in ('APPROVE', 'ARTICLE16'))
          and not exists (select 1 from clerks
            where clerk_id = new.decided_by and role = 'SUPERVISOR')
        then raise(abort, 'a supervisor has the last word')
      when not exists (select 1 from request_events
          where request_id = new.request_id and seq = new.seq and actor_id = new.decided_by
            and status = case new.act when 'ASK' then '14' when 'RETURN' then '21'
              when 'PROCESS' then '16' when 'REFUSE' then '19' when 'APPROVE' then '18'
              else '2602' end)
        then raise(abort, 'a decision is the step it says')
    end; end`,
  // Where a step only a decider takes is written without a decision, its filer is refused all the same.
  `create trigger filers_take_no_deciding_step before insert on request_events
    when new.status in ('14', '16', '18', '19', '21', '2602') begin select case
      when exists (select 1 from requests
          where request_id = new.request_id and filed_by = new.actor_id)
        then raise(abort, 'who filed a request never decides it')
    end; end`,
  `create trigger decided_requests_stay_decided before update of status on requests
    when old.status in ${FINAL} and new.status <> old.status
    begin select raise(abort, 'what is decided stays decided'); end`,
  `create trigger decisions_are_never_changed before update on request_decisions
    begin select raise(abort, 'decisions are never changed'); end`,
  `create trigger decisions_are_never_deleted before delete on request_decisions
    begin select raise(abort, 'decisions are never deleted'); end`,
]

/** Who works on a request, and what was decided about it by whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...OWNER, ...DECISIONS]) await sql.raw(statement).execute(db)
}
