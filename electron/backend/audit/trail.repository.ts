import type { Trail, TrailDeed, TrailQuery } from '#core/audit/audit.ports.ts'
import { addDays } from '#core/kernel/day.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const DEEDS = `select a.at, a.action, a.object, a.outcome, coalesce(k.clerk_code, '-') as clerkCode,
  coalesce(nullif(a.workstation, ''), v.workstation) as workstation, v.presence_kind as presence
  from audit a
  left join clerks k on k.clerk_id = a.clerk_id
  left join visits v on v.visit_id = a.visit_id
  where a.citizen_id = :citizenId and a.at >= :from
    and a.action in (select value from json_each(:actions))
  order by a.seq desc limit :limit`

/** The trail of the office, read for one citizen. */
export class TrailRepository implements Trail {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  listOfCitizen(
    citizenId: number,
    { actions, since, limit }: TrailQuery,
  ): Promise<readonly TrailDeed[]> {
    // Text order is time order; a day of Tehran begins on the day before in UTC.
    const from = since === null ? '' : addDays(since, -1)
    return selectRows<TrailDeed>(this.db, DEEDS, {
      ...{ citizenId, from, limit },
      actions: JSON.stringify(actions),
    })
  }
}
