import type { Duty } from '#core/kernel/permission.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { ChangingClerks, Clerk } from './access.ports.ts'

/**
 * Gives a clerk his duties, in the place of those he had.
 *
 * @refuses an unknown clerk, and an administrator (`conflict`): he sees no citizen's file
 */
export async function setClerkDuties(
  order: { readonly clerkId: string; readonly duties: readonly Duty[] },
  clerks: ChangingClerks,
): Promise<Clerk> {
  const clerk = await clerks.find(order.clerkId)
  if (!clerk) throw new Refusal('not-found', { what: 'clerk' })
  if (clerk.role === 'ADMINISTRATOR')
    throw new Refusal('conflict', { what: 'administrator-duties' })
  const duties = [...new Set(order.duties)]
  await clerks.setDuties(clerk.clerkId, duties)
  return { ...clerk, duties }
}
