import { z } from 'zod'
import { OfficeKind } from '#core/office/office.model.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { Reading, Writing } from '../database/schema.ts'

const Identity = z.object({
  kind: OfficeKind,
  branchCode: z.string(),
  branchName: z.string(),
  province: z.string(),
})

/** Writes which office this database belongs to; once, when it is made. */
export async function addIdentity(tx: Writing, identity: OfficeIdentity): Promise<void> {
  const value = JSON.stringify(Identity.parse(identity))
  await tx.insertInto('office_state').values({ key: 'identity', value }).execute()
}

/** Which office this database belongs to; undefined when it does not say so legibly. */
export async function findIdentity(db: Reading): Promise<OfficeIdentity | undefined> {
  const row = await db
    .selectFrom('office_state')
    .select('value')
    .where('key', '=', 'identity')
    .executeTakeFirst()
  return row && Identity.safeParse(JSON.parse(row.value)).data
}
