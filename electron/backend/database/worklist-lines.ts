import { sql } from 'kysely'
import { nameTokens } from '#core/kernel/text.ts'
import { openStatuses } from '#core/requests/lifecycle.rules.ts'
import { selectRow, selectRows } from './rows.ts'
import { readOnly } from './read-only.ts'
import type { Writing } from './schema.ts'

/** The attached extract whose data the lines take over. */
export type CentralSchema = 'extract' | 'incoming'

const MARK = 'worklist_extract'
const OPEN = openStatuses.map((status) => `'${status}'`).join(', ')

/** What the centre says of the requests filed here; whoever filed one that it has decided since is told. */
const OWN_LINES = (central: CentralSchema): readonly string[] => [
  `insert into clerk_notices (clerk_id, kind, tracking_code, status, at)
    select l.filed_by, 'DECIDED', l.tracking_code, k.status, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
    from worklist_lines l join ${central}.central_requests k on k.tracking_code = l.tracking_code
    where l.filed_by is not null and l.lane < 2 and k.status in ('18', '19', '2602')`,
  `update worklist_lines set central_status = null, central_as_of = null
    where request_id is not null and central_status is not null`,
  `update worklist_lines set central_status = k.status,
      central_as_of = (select value from ${central}.extract_info where key = 'as_of')
    from ${central}.central_requests k
    where k.tracking_code = worklist_lines.tracking_code and worklist_lines.request_id is not null`,
]

/** Requests of the centre that nobody here filed; decided ones are history, not work. */
const CENTRAL_LINES = (central: CentralSchema): readonly string[] => [
  `delete from worklist_lines where request_id is null`,
  `insert into worklist_lines (tracking_code, citizen_id, kind, branch_code, filed_on, central_status,
      central_as_of)
    select k.tracking_code, k.citizen_id, k.request_type, k.branch_code, k.created_on, k.status,
      (select value from ${central}.extract_info where key = 'as_of')
    from ${central}.central_requests k where k.status in (${OPEN})
    on conflict (tracking_code) do nothing`,
]

/** Words of a name as they are looked for: each after a space, and all of them as one. */
export function worklistNameKey(name: string): string {
  const tokens = nameTokens(name)
  const whole = tokens.length > 1 ? [tokens.join('')] : []
  return [...tokens, ...whole].map((token) => ` ${token}`).join('')
}

/** Lets a citizen who has a line now be found by his name. */
export async function keepLineName(tx: Writing, citizenId: number): Promise<void> {
  const person = await selectRow<{ name: string }>(
    readOnly(tx),
    `select first_name || ' ' || last_name as name from citizens where citizen_id = :citizenId
    union all select first_name || ' ' || last_name from registered_citizens
      where citizen_id = :citizenId`,
    { citizenId },
  )
  if (!person) return
  await tx
    .insertInto('worklist_names')
    .values({ citizen_id: citizenId, name_key: worklistNameKey(person.name) })
    .onConflict((conflict) => conflict.column('citizen_id').doNothing())
    .execute()
}

const CHUNK = 2000

async function renewNames(tx: Writing, central: CentralSchema): Promise<void> {
  await tx.deleteFrom('worklist_names').execute()
  const people = await selectRows<{ citizenId: number; name: string }>(
    readOnly(tx),
    `select l.citizen_id as citizenId,
      coalesce(g.first_name || ' ' || g.last_name, c.first_name || ' ' || c.last_name) as name
    from (select distinct citizen_id from worklist_lines) l
    left join ${central}.citizens c on c.citizen_id = l.citizen_id
    left join registered_citizens g on g.citizen_id = l.citizen_id
    where coalesce(g.citizen_id, c.citizen_id) is not null`,
  )
  for (let at = 0; at < people.length; at += CHUNK) {
    const keys = people
      .slice(at, at + CHUNK)
      .map(({ citizenId, name }) => [citizenId, worklistNameKey(name)])
    await sql`insert into worklist_names (citizen_id, name_key)
      select value ->> 0, value ->> 1 from json_each(${JSON.stringify(keys)})`.execute(tx)
  }
}

/** Takes over what an attached extract says of requests, within the transaction that puts it into use. */
export async function renewLines(tx: Writing, central: CentralSchema, file: string): Promise<void> {
  for (const text of [...OWN_LINES(central), ...CENTRAL_LINES(central)])
    await sql.raw(text).execute(tx)
  await renewNames(tx, central)
  const value = JSON.stringify(file)
  await tx
    .insertInto('office_state')
    .values({ key: MARK, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Whether the lines are those of the extract in use; they are not right after an update of the program. */
export async function areLinesOf(tx: Writing, file: string): Promise<boolean> {
  const reader = readOnly(tx)
  const table = await selectRow(reader, `select 1 from sqlite_schema where name = 'worklist_lines'`)
  if (!table) return true
  const mark = await selectRow<{ value: string }>(
    reader,
    `select value ->> '$' as value from office_state where key = '${MARK}'`,
  )
  return mark?.value === file
}
