import type { CountedDeed, Reports, ReportScope, TimedStep } from '#core/reports/reports.ports.ts'
import { selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

/** A completion is what came back after something was asked for. */
const STEPS = `select case e.status
      when '14' then 'ASKED' when '21' then 'ASKED' when '9' then 'RETURNED'
      when '16' then 'PROCESSED' when '19' then 'REFUSED' when 'CANCELLED' then 'WITHDRAWN'
      else 'APPROVED' end as deed,
    e.actor_id as clerkId, r.kind, count(*) as count
  from request_events e indexed by request_events_in_order
  cross join requests r on r.request_id = e.request_id
  where e.at >= :begin and e.at < :end
    and e.status in ('9', '14', '16', '18', '19', '21', '2602', 'CANCELLED')
    and r.branch_code = :branchCode and (:clerkId is null or e.actor_id = :clerkId)
    and (e.status <> '9' or exists (select 1 from request_events b
      where b.request_id = e.request_id and b.seq = e.seq - 1 and b.status in ('14', '21')))
  group by 1, 2, 3`

const FILED = `select 'FILED' as deed, r.filed_by as clerkId, r.kind, count(*) as count
  from requests r indexed by requests_by_day
  where r.branch_code = :branchCode and r.filed_on between :from and :to
    and (:clerkId is null or r.filed_by = :clerkId)
  group by 2, 3`

const DECIDED = "('18', '19', '2602')"
const ACTS = "('14', '16', '18', '19', '21', '2602')"

const TIMED = (step: TimedStep['step'], statuses: string): string => `
  select '${step}' as step, r.kind, r.filed_at as filedAt, e.at
  from request_events e indexed by request_events_in_order
  cross join requests r on r.request_id = e.request_id
  where e.at >= :begin and e.at < :end and e.status in ${statuses}
    and r.branch_code = :branchCode and (:clerkId is null or e.actor_id = :clerkId)
    and not exists (select 1 from request_events b where b.request_id = e.request_id
      and b.seq < e.seq and b.status in ${statuses})`

/** Reports over the requests filed here and their steps. */
export class ReportsRepository implements Reports {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  countDeeds(scope: ReportScope): Promise<readonly CountedDeed[]> {
    return selectRows(this.reader, `${FILED} union all select * from (${STEPS})`, valuesOf(scope))
  }

  listSteps(scope: ReportScope): Promise<readonly TimedStep[]> {
    const text = `${TIMED('firstAct', ACTS)} union all ${TIMED('decision', DECIDED)}`
    return selectRows(this.reader, text, valuesOf(scope))
  }
}

function valuesOf(scope: ReportScope): Readonly<Record<string, SqlValue>> {
  const { from, to, begin, end, branchCode, clerkId } = scope
  return { from, to, begin, end, branchCode, clerkId }
}
