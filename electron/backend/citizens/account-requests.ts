import { FiledAccount } from '#core/account/bank-account.model.ts'
import type { AccountRequest } from '#core/account/account-history.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, type Instant } from '#core/kernel/instant.ts'
import { PRESENT_STATUS } from '../database/present-status.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const FILED = `select r.tracking_code as trackingCode, r.form, ${PRESENT_STATUS} as status,
  r.filed_on as filedOn,
  (select max(e.at) from request_events e where e.request_id = r.request_id and e.status = '18')
    as approvedAt,
  (select max(e.on_date) from central_request_events e
    where e.tracking_code = k.tracking_code and e.status = '18') as approvedOn
  from requests r left join central_requests k on k.tracking_code = r.tracking_code
  where r.citizen_id = ? and r.kind = 'BANK_ACCOUNT' order by r.filed_at desc`

interface FiledRow {
  readonly trackingCode: string
  readonly form: string
  readonly status: AccountRequest['status']
  readonly filedOn: Day
  readonly approvedAt: Instant | null
  readonly approvedOn: Day | null
}

/** The accounts that were filed here for a citizen, newest first; the day of approval as this office or the centre has it. */
export async function listAccountRequests(
  db: Reading,
  citizenId: number,
): Promise<readonly AccountRequest[]> {
  const rows = await selectRows<FiledRow>(db, FILED, [citizenId])
  return rows.map(({ form, approvedAt, approvedOn, ...row }) => ({
    ...row,
    account: FiledAccount.parse(JSON.parse(form)),
    approvedOn: row.status === '18' ? (dayOf(approvedAt, approvedOn) ?? row.filedOn) : null,
  }))
}

function dayOf(approvedAt: Instant | null, approvedOn: Day | null): Day | null {
  return approvedAt === null ? approvedOn : dayInTehran(approvedAt)
}
