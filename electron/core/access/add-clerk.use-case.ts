import { checkPersonId } from '#core/kernel/identifiers.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { storedText } from '#core/kernel/text.ts'
import type { ChangingClerks, Clerk, KeySlots } from './access.ports.ts'
import type { NewClerk } from './clerk.model.ts'
import { nextClerkCode, userKeyOf } from './user-name.rules.ts'

interface Needs {
  readonly clerks: ChangingClerks
  readonly slots: KeySlots
  readonly branchCode: string
  readonly now: () => Instant
  readonly newId: () => string
}

/**
 * Adds a clerk and gives him his slot of the key.
 *
 * @refuses a user name in use (`conflict`), a national ID that is none (`invalid-input`)
 */
export async function addClerk(order: NewClerk, needs: Needs): Promise<Clerk> {
  const userKey = userKeyOf(order.userName)
  if (await needs.clerks.findByUserKey(userKey))
    throw new Refusal('conflict', { what: 'user-name', field: 'userName' })
  const taken = (await needs.clerks.list()).map((clerk) => clerk.clerkCode)
  const clerk: Clerk = {
    clerkId: needs.newId(),
    userName: order.userName.trim(),
    userKey,
    fullName: storedText(order.fullName),
    personId: personIdOf(order.nationalId),
    role: order.role,
    duties: [...new Set(order.duties)],
    branchCode: needs.branchCode,
    clerkCode: nextClerkCode(needs.branchCode, taken),
    active: true,
    createdAt: needs.now(),
  }
  await needs.clerks.add(clerk)
  // Last, so that a slot that cannot be written undoes the row with it.
  await needs.slots.addSlot(clerk.clerkId, userKey, order.secret)
  return clerk
}

function personIdOf(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null
  const checked = checkPersonId(typed)
  if (!checked.ok) throw new Refusal('invalid-input', { field: 'nationalId', fault: checked.fault })
  return checked.value
}
