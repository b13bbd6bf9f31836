import { z } from 'zod'
import type { FailedSignIns } from '#core/access/sign-in-delay.rules.ts'
import { readOnly } from '../database/read-only.ts'
import type { Reading, Writing } from '../database/schema.ts'

const KEY = 'failed_sign_ins'
const Kept = z.record(z.string(), z.object({ count: z.number().int(), lastAt: z.number() }))

/** Failed sign-ins in a row of clerks of this office, as kept when it was last open. */
export async function readFailedSignIns(db: Reading): Promise<ReadonlyMap<string, FailedSignIns>> {
  const row = await db
    .selectFrom('office_state')
    .select('value')
    .where('key', '=', KEY)
    .executeTakeFirst()
  return new Map(Object.entries(row ? (Kept.safeParse(JSON.parse(row.value)).data ?? {}) : {}))
}

/** Keeps the count of one clerk, or forgets it. */
export async function keepFailedSignIns(
  tx: Writing,
  userKey: string,
  failed: FailedSignIns | undefined,
): Promise<void> {
  const kept = new Map(await readFailedSignIns(readOnly(tx)))
  if (failed) kept.set(userKey, failed)
  else if (!kept.delete(userKey)) return
  const value = JSON.stringify(Object.fromEntries(kept))
  await tx
    .insertInto('office_state')
    .values({ key: KEY, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}
