import { sql } from 'kysely'
import type { OfficeDatabase } from '../../electron/backend/database/engines/encrypted-sqlite.ts'
import type { Day } from '#core/kernel/day.ts'

const KINDS = ['MARRIAGE', 'MATERNITY', 'ORTHO_PROSTHESIS', 'RETIREMENT', 'MILITARY_SERVICE']
const STATUSES = ['2', '6', '9', '14', '21']
/** Days over which the filings are spread, before today. */
const SPREAD = 120
/** Days until each is promised. */
const PROMISE = 100

export interface ManyRequests {
  readonly count: number
  readonly today: Day
  /** Who filed them, in turns. */
  readonly filers: readonly string[]
  /** Who works on them, in turns; null for nobody. */
  readonly owners: readonly (string | null)[]
  readonly branchCode?: string
}

/** Tracking code of the n-th of them, from 0. */
export const codeOfMany = (n: number): string => String(5_000_000_000 + n)

/** Files many requests at once, of citizens of the extract in use, every state and kind in turns. */
export async function fileMany(
  database: OfficeDatabase,
  { count, today, filers, owners, branchCode = '900' }: ManyRequests,
): Promise<void> {
  const list = (values: readonly (string | null)[], n: string): string =>
    `json_extract('${JSON.stringify(values)}', '$[' || (${n} % ${values.length}) || ']')`
  await database.transaction(async (tx) => {
    for (const clerkId of filers)
      await sql`insert into visits (visit_id, citizen_id, person_id, clerk_id, workstation,
          presence_kind, purpose, began_at, ended_at)
        values (${`many-${clerkId}`}, 1, '0000000000', ${clerkId}, 'desk', 'SELF', 'REQUEST',
          ${`${today}T06:00:00.000Z`}, ${`${today}T06:10:00.000Z`})
        on conflict do nothing`.execute(tx)
    await sql
      .raw(
        `with recursive numbers(n) as (select 0 union all select n + 1 from numbers where n < ${count - 1}),
        people as (select row_number() over (order by citizen_id) - 1 as at, citizen_id, person_id,
          count(*) over () as total from citizens)
      insert into requests (request_id, idempotency_key, tracking_code, citizen_id, person_id, role,
        kind, status, form, branch_code, filed_at, filed_on, promised_on, filed_by, visit_id, version,
        assigned_to, assigned_at, assigned_by)
      select 'many-' || n, 'many-key-' || n, '' || (5000000000 + n), p.citizen_id, p.person_id,
        'INSURED', ${list(KINDS, 'n')}, ${list(STATUSES, '(n / 7)')}, '{"papers":[]}',
        '${branchCode}', date('${today}', '-' || (n % ${SPREAD}) || ' days') || 'T07:00:00.000Z',
        date('${today}', '-' || (n % ${SPREAD}) || ' days'),
        date('${today}', '-' || (n % ${SPREAD}) || ' days', '+${PROMISE} days'),
        ${list(filers, 'n')}, 'many-' || ${list(filers, 'n')}, 1,
        ${list(owners, '(n / 3)')}, '${today}T07:00:00.000Z', ${list(owners, '(n / 3)')}
      from numbers join people p on p.at = n % p.total`,
      )
      .execute(tx)
    await sql
      .raw(
        `insert into request_events (request_id, seq, status, at, actor_kind, actor_id)
      select request_id, 1, 'DRAFT', filed_at, 'CLERK', filed_by from requests
      where request_id like 'many-%'`,
      )
      .execute(tx)
    await sql`insert into worklist_names (citizen_id, name_key)
      select citizen_id, ' ' || replace(first_name || ' ' || last_name, '‌', '') from citizens
      where true on conflict do nothing`.execute(tx)
  })
}
