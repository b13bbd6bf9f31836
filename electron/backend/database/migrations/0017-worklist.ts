import { type Kysely, sql } from 'kysely'

/** Midnight in Tehran after a day, told in UTC, as text beside the day. */
const MIDNIGHT = "'T20:30:00.000Z'"
const FINAL = "('18', '19', '2602', 'CANCELLED')"

const LINES: readonly string[] = [
  // Every line of every worklist, with what the centre in use says of it, so that one index finds it. Lines of requests
  // filed here follow their table by triggers; those of the centre change when its data does.
  `create table worklist_lines (
    tracking_code text primary key,
    request_id text unique,
    citizen_id integer not null,
    kind text not null,
    branch_code text not null,
    filed_on text not null,
    promised_on text,
    filed_by text,
    assigned_to text,
    own_status text,
    version integer,
    changed_at text,
    central_status text,
    central_as_of text,
    present text generated always as (case
      when central_status is null then own_status
      when own_status is null or version = 1 then central_status
      when central_status in ${FINAL} then central_status
      when own_status in ${FINAL} then own_status
      when changed_at >= central_as_of || ${MIDNIGHT} then own_status
      else central_status end) virtual,
    -- An index does not cover what is generated, so these are kept.
    origin text,
    status text,
    -- 0 with the office, 1 with the applicant, 2 decided
    lane integer,
    due text
  ) without rowid`,
  `create index worklist_of_branch on worklist_lines
    (branch_code, lane, due, filed_on, tracking_code, kind, status, assigned_to, filed_by, origin)`,
  `create index worklist_of_expert on worklist_lines
    (assigned_to, lane, due, filed_on, tracking_code, kind, status, branch_code, filed_by, origin)
    where assigned_to is not null`,
  `create index worklist_of_filer on worklist_lines
    (filed_by, lane, due, filed_on, tracking_code, kind, status, branch_code, assigned_to, origin)
    where filed_by is not null`,
  `create index worklist_of_citizen on worklist_lines (citizen_id)`,
  ...[
    'insert',
    'update of request_id, promised_on, own_status, version, changed_at, central_status',
  ].map(
    (
      event,
    ) => `create trigger lines_are_kept_after_${event.slice(0, 6)} after ${event} on worklist_lines begin
      update worklist_lines set status = present, due = coalesce(promised_on, '9999'),
        origin = iif(request_id is null, 'CENTRE', 'COUNTER'),
        lane = case when present in ${FINAL} then 2 when present in ('14', '21') then 1 else 0 end
      where tracking_code = new.tracking_code;
    end`,
  ),
  // Keys of the names of those who have a line: found without a limit on namesakes.
  `create table worklist_names (
    citizen_id integer primary key not null,
    name_key text not null
  )`,
  `create trigger filed_requests_have_a_line after insert on requests begin
    insert into worklist_lines (tracking_code, request_id, citizen_id, kind, branch_code, filed_on,
      promised_on, filed_by, assigned_to, own_status, version)
    values (new.tracking_code, new.request_id, new.citizen_id, new.kind, new.branch_code,
      new.filed_on, new.promised_on, new.filed_by, new.assigned_to, new.status, new.version)
    on conflict (tracking_code) do update set request_id = excluded.request_id,
      citizen_id = excluded.citizen_id, kind = excluded.kind, branch_code = excluded.branch_code,
      filed_on = excluded.filed_on, promised_on = excluded.promised_on,
      filed_by = excluded.filed_by, assigned_to = excluded.assigned_to,
      own_status = excluded.own_status, version = excluded.version;
  end`,
  `create trigger lines_follow_their_request
    after update of status, version, promised_on, assigned_to on requests begin
    update worklist_lines set own_status = new.status, version = new.version,
      promised_on = new.promised_on, assigned_to = new.assigned_to
    where tracking_code = new.tracking_code;
  end`,
  `create trigger lines_go_with_their_request after delete on requests begin
    delete from worklist_lines where tracking_code = old.tracking_code;
  end`,
  `create trigger lines_tell_the_last_change after insert on request_events begin
    update worklist_lines set changed_at = max(coalesce(changed_at, ''), new.at)
    where request_id = new.request_id;
  end`,
  `insert into worklist_lines (tracking_code, request_id, citizen_id, kind, branch_code, filed_on,
      promised_on, filed_by, assigned_to, own_status, version, changed_at)
    select r.tracking_code, r.request_id, r.citizen_id, r.kind, r.branch_code, r.filed_on,
      r.promised_on, r.filed_by, r.assigned_to, r.status, r.version,
      (select max(e.at) from request_events e where e.request_id = r.request_id)
    from requests r`,
]

const ASSIGNMENTS: readonly string[] = [
  // The state of a request is not touched by who works on it, so this is a book beside the events.
  `create table request_assignments (
    request_id text not null references requests,
    seq integer not null,
    assigned_to text references clerks,
    assigned_by text not null references clerks,
    at text not null,
    primary key (request_id, seq)
  ) without rowid`,
  `create trigger assignments_are_never_changed before update on request_assignments
    begin select raise(abort, 'who had a request is never changed'); end`,
]

const NOTICES: readonly string[] = [
  `create table clerk_notices (
    notice_id integer primary key autoincrement,
    clerk_id text not null references clerks,
    kind text not null check (kind in ('ASSIGNED', 'COMPLETED', 'DECIDED')),
    tracking_code text not null,
    status text not null,
    at text not null,
    read_at text
  )`,
  `create index clerk_notices_of_clerk on clerk_notices (clerk_id, notice_id)`,
  `create index clerk_notices_unread on clerk_notices (clerk_id) where read_at is null`,
  // How many promises were due when the clerk looked last: more of them is news.
  `create table promise_looks (
    clerk_id text primary key references clerks,
    day text not null,
    overdue integer not null,
    due_today integer not null
  ) without rowid`,
  `create trigger who_is_given_a_request_is_told after insert on request_assignments
    when new.assigned_to is not null and new.assigned_to is not new.assigned_by begin
    insert into clerk_notices (clerk_id, kind, tracking_code, status, at)
    select new.assigned_to, 'ASSIGNED', r.tracking_code, r.status, new.at
    from requests r where r.request_id = new.request_id;
  end`,
  `create trigger who_works_on_it_is_told_of_papers after insert on request_events
    when new.status = '9' begin
    insert into clerk_notices (clerk_id, kind, tracking_code, status, at)
    select r.assigned_to, 'COMPLETED', r.tracking_code, new.status, new.at
    from requests r join request_events e on e.request_id = r.request_id and e.seq = new.seq - 1
    where r.request_id = new.request_id and e.status in ('14', '21')
      and r.assigned_to is not null and r.assigned_to is not new.actor_id;
  end`,
  `create trigger who_filed_it_is_told_of_the_decision after insert on request_events
    when new.status in ('18', '19', '2602') begin
    insert into clerk_notices (clerk_id, kind, tracking_code, status, at)
    select r.filed_by, 'DECIDED', r.tracking_code, new.status, new.at
    from requests r where r.request_id = new.request_id and r.filed_by is not new.actor_id;
  end`,
]

/** What the day report sums up is found by its time, not by its request. */
const REPORT: readonly string[] = [
  `create index request_events_in_order on request_events (at, status)`,
  `create index requests_by_day on requests (branch_code, filed_on)`,
]

/** Worklists of any length, who was given what, and what a clerk is told. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...LINES, ...ASSIGNMENTS, ...NOTICES, ...REPORT])
    await sql.raw(statement).execute(db)
}
