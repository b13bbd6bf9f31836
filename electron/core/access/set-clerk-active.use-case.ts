import { Refusal } from '#core/kernel/refusal.ts'
import type { ChangingClerks, Clerk } from './access.ports.ts'

/**
 * Lets a clerk in again, or keeps him out.
 *
 * @refuses an unknown clerk, and the last active administrator's leaving: nobody could let anyone in
 */
export async function setClerkActive(
  order: { readonly clerkId: string; readonly active: boolean },
  clerks: ChangingClerks,
): Promise<Clerk> {
  const clerk = await clerks.find(order.clerkId)
  if (!clerk) throw new Refusal('not-found', { what: 'clerk' })
  const others = (await clerks.list()).filter((other) => other.clerkId !== clerk.clerkId)
  const remains = others.some((other) => other.active && other.role === 'ADMINISTRATOR')
  if (!order.active && clerk.role === 'ADMINISTRATOR' && !remains)
    throw new Refusal('conflict', { what: 'last-administrator' })
  await clerks.setActive(clerk.clerkId, order.active)
  return { ...clerk, active: order.active }
}
