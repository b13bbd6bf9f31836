import type { Trail, TrailDeed, TrailQuery } from '#core/audit/audit.ports.ts'
import { addDays } from '#core/kernel/day.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const DEEDS = `select a.at, a.action, a.object, a.outcome, k.clerk_code as clerkCode,
  coalesce(a.workstation, v.workstation) as workstation,
  case when v.citizen_id = :citizenId then v.presence_kind end as presence,
  d.number as paperNumber, coalesce(r.tracking_code, t.tracking_code) as trackingCode
  from audit a
  left join clerks k on k.clerk_id = a.clerk_id
  left join visits v on v.visit_id = a.visit_id
  left join documents d on d.document_id = substr(a.object, length('document ') + 1)
  left join requests r on r.request_id = substr(a.object, length('request ') + 1)
  left join tickets t on t.ticket_id = substr(a.object, length('ticket ') + 1)
  where a.seq in (
      select seq from audit where citizen_id = :citizenId
      union all
      select h.seq from health_opening_persons p
        join audit h on h.object = 'health-opening ' || p.opening_id
          and h.action = 'care.openHealth'
        where p.citizen_id = :citizenId)
    and a.at >= :from
    and (a.outcome <> 'done' or a.action not in (select value from json_each(:leaveOut)))
  order by a.seq desc limit :limit`

/** The trail of the office, read for one citizen. */
export class TrailRepository implements Trail {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  listOfCitizen(
    citizenId: number,
    { leaveOut, since, limit }: TrailQuery,
  ): Promise<readonly TrailDeed[]> {
    // Text order is time order; a day of Tehran begins on the day before in UTC.
    const from = since === null ? '' : addDays(since, -1)
    return selectRows<TrailDeed>(this.db, DEEDS, {
      ...{ citizenId, from, limit },
      leaveOut: JSON.stringify(leaveOut),
    })
  }
}
