import { openStatuses } from '#core/requests/lifecycle.rules.ts'
import type { RequestStatus } from '#core/requests/request.model.ts'
import type { WorklistCount, WorklistEntry, WorklistScope } from '#core/requests/requests.ports.ts'
import { selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'
import { PRESENT_STATUS } from '../database/present-status.ts'

/** What waits for somebody outside the branch: errors of the automatic checks, data or papers to come. */
const TO_FOLLOW: readonly RequestStatus[] = ['6', '14', '21']

/** The view is not a parameter, so that each has its own plan. Citizens and statuses come as JSON. */
function ownRequests(view: WorklistScope['view']): string {
  return `from requests r left join central_requests k on k.tracking_code = r.tracking_code
    where ${view === 'MINE' ? 'r.filed_by = :clerkId' : 'r.branch_code = :branchCode'}
      and (:citizens is null or r.citizen_id in (select value from json_each(:citizens)))
      and (:trackingCode is null or r.tracking_code = :trackingCode)
      and ${PRESENT_STATUS} in (select value from json_each(:statuses))`
}

/** Requests the centre knows of the branch and nobody here filed; decided ones are history, not work. */
const CENTRAL_REQUESTS = `from json_each(:statuses) j
  cross join central_requests k on k.branch_code = :branchCode and k.status = j.value
  where (:citizens is null or k.citizen_id in (select value from json_each(:citizens)))
    and (:trackingCode is null or k.tracking_code = :trackingCode)
    and not exists (select 1 from requests r where r.tracking_code = k.tracking_code)`

const PERSON = `c.first_name || ' ' || c.last_name as citizenName, c.person_id as personId`

/** The worklist part of the requests; the rest is in `requests.repository.ts`. */
export class WorklistRepository {
  protected readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async countWorklist(scope: WorklistScope): Promise<readonly WorklistCount[]> {
    const own = await selectRows<WorklistCount>(
      this.reader,
      `select ${PRESENT_STATUS} as status, r.promised_on as promisedOn,
        count(*) as count ${ownRequests(scope.view)} group by 1, 2`,
      valuesOf(scope, statusesOf(scope.view)),
    )
    if (scope.view === 'MINE') return own
    const central = await selectRows<WorklistCount>(
      this.reader,
      `select k.status, null as promisedOn, count(*) as count ${CENTRAL_REQUESTS} group by k.status`,
      valuesOf(scope, undecidedOf(scope.view)),
    )
    return [...own, ...central]
  }

  async listWorklist(
    scope: WorklistScope,
    done: boolean,
    limit: number,
  ): Promise<readonly WorklistEntry[]> {
    const undecided = undecidedOf(scope.view)
    const statuses = statusesOf(scope.view).filter((status) => undecided.includes(status) !== done)
    const own = await selectRows<WorklistEntry>(
      this.reader,
      `select r.tracking_code as trackingCode, r.kind, ${PRESENT_STATUS} as status,
        r.citizen_id as citizenId, ${PERSON}, r.filed_on as filedOn, r.promised_on as promisedOn,
        f.full_name as owner, 'COUNTER' as origin
      from (select r.* ${ownRequests(scope.view)}
        order by r.filed_on ${done ? 'desc' : ''} limit :limit) r
      left join central_requests k on k.tracking_code = r.tracking_code
      join citizens c on c.citizen_id = r.citizen_id join clerks f on f.clerk_id = r.filed_by`,
      { ...valuesOf(scope, statuses), limit },
    )
    if (scope.view === 'MINE' || done) return own
    const central = await selectRows<WorklistEntry>(
      this.reader,
      `select k.tracking_code as trackingCode, k.request_type as kind, k.status,
        k.citizen_id as citizenId, ${PERSON}, k.created_on as filedOn, null as promisedOn,
        null as owner, 'CENTRE' as origin
      from (select k.* ${CENTRAL_REQUESTS} order by k.created_on limit :limit) k
      cross join citizens c on c.citizen_id = k.citizen_id`,
      { ...valuesOf(scope, statuses), limit },
    )
    return [...own, ...central]
  }
}

/** Statuses that belong to a view at all. */
function statusesOf(view: WorklistScope['view']): readonly RequestStatus[] {
  return view === 'FOLLOW_UP' ? TO_FOLLOW : [...openStatuses, '18', '19', '2602', 'CANCELLED']
}

function undecidedOf(view: WorklistScope['view']): readonly RequestStatus[] {
  return view === 'FOLLOW_UP' ? TO_FOLLOW : openStatuses
}

function valuesOf(
  scope: WorklistScope,
  statuses: readonly RequestStatus[],
): Readonly<Record<string, SqlValue>> {
  const { clerkId, branchCode, citizenIds, trackingCode } = scope
  const citizens = citizenIds === null ? null : JSON.stringify(citizenIds)
  return { clerkId, branchCode, citizens, trackingCode, statuses: JSON.stringify(statuses) }
}
