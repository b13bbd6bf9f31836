import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { ChangingClerks, Clerk, Clerks } from '#core/access/access.ports.ts'
import { Duty } from '#core/kernel/permission.ts'
import type { ClerksTable } from '../database/office-tables.ts'
import { readOnly } from '../database/read-only.ts'
import type { Reading, Writing } from '../database/schema.ts'

const Duties = z.array(Duty)

function toClerk(row: Selectable<ClerksTable>): Clerk {
  return {
    clerkId: row.clerk_id,
    userName: row.user_name,
    userKey: row.user_key,
    fullName: row.full_name,
    personId: row.person_id,
    role: row.role,
    duties: Duties.parse(JSON.parse(row.duties)),
    branchCode: row.branch_code,
    clerkCode: row.clerk_code,
    active: row.active === 1,
    createdAt: row.created_at,
  }
}

/** The clerks of the office, read only. */
export function clerksIn(db: Reading): Clerks {
  const one = async (
    column: 'clerk_id' | 'user_key',
    value: string,
  ): Promise<Clerk | undefined> => {
    const row = await db
      .selectFrom('clerks')
      .selectAll()
      .where(column, '=', value)
      .executeTakeFirst()
    return row && toClerk(row)
  }
  return {
    find: (clerkId) => one('clerk_id', clerkId),
    findByUserKey: (userKey) => one('user_key', userKey),
    async list() {
      const rows = await db
        .selectFrom('clerks')
        .selectAll()
        .orderBy('created_at')
        .orderBy('clerk_code')
        .execute()
      return rows.map(toClerk)
    },
  }
}

/** The clerks of the office inside a transaction. */
export function changingClerksIn(tx: Writing): ChangingClerks {
  return {
    ...clerksIn(readOnly(tx)),
    async add(clerk) {
      await tx
        .insertInto('clerks')
        .values({
          clerk_id: clerk.clerkId,
          user_name: clerk.userName,
          user_key: clerk.userKey,
          full_name: clerk.fullName,
          person_id: clerk.personId,
          role: clerk.role,
          duties: JSON.stringify(clerk.duties),
          branch_code: clerk.branchCode,
          clerk_code: clerk.clerkCode,
          active: clerk.active ? 1 : 0,
          created_at: clerk.createdAt,
        })
        .execute()
    },
    async setActive(clerkId, active) {
      await tx
        .updateTable('clerks')
        .set({ active: active ? 1 : 0 })
        .where('clerk_id', '=', clerkId)
        .execute()
    },
    async setDuties(clerkId, duties) {
      await tx
        .updateTable('clerks')
        .set({ duties: JSON.stringify(duties) })
        .where('clerk_id', '=', clerkId)
        .execute()
    },
  }
}
