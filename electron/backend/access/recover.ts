import { userKeyOf } from '#core/access/user-name.rules.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { Secret } from '#core/office/office.model.ts'
import { readOnly } from '../database/read-only.ts'
import { clerksIn } from './clerk.repository.ts'
import type { Door } from './door.ts'
import type { SignInParts } from './sign-in.ts'

export interface RecoveryOrder {
  /** As printed at set-up and typed from paper. */
  readonly recoveryKey: string
  readonly userName: string
  /** The new secret of that administrator. */
  readonly secret: string
}

export interface RecoveryParts extends Omit<SignInParts, 'door'> {
  readonly door: Door & { enterByRecoveryKey(typed: string): Promise<boolean> }
  readonly now: () => Instant
}

/**
 * Gives an administrator a new secret by the recovery key, for an office whose secrets are lost.
 *
 * @refuses a key that does not fit, attempts too soon, anyone but an active administrator
 */
export async function recover(order: RecoveryOrder, parts: RecoveryParts): Promise<void> {
  const { door, attempts, append, workstation, release, now } = parts
  if (!Secret.safeParse(order.secret).success)
    throw new Refusal('invalid-input', { field: 'secret', fault: 'too_small' })
  attempts.begin('recovery key')
  if (!(await door.enterByRecoveryKey(order.recoveryKey)))
    throw new Refusal('not-signed-in', { what: 'recovery-key' })
  attempts.succeed('recovery key')
  try {
    await door.use(({ database }) =>
      database.transaction(async (tx) => {
        const clerk = await clerksIn(readOnly(tx)).findByUserKey(userKeyOf(order.userName))
        if (clerk?.role !== 'ADMINISTRATOR' || !clerk.active)
          throw new Refusal('not-found', { what: 'clerk' })
        const nobody = { clerkId: null, visitId: null, citizenId: null }
        const deed = { action: 'office.recover', object: `clerk ${clerk.clerkId}`, outcome: 'done' }
        await append(tx, { at: now(), workstation, ...nobody, ...deed })
        await door.addSlot(clerk.clerkId, clerk.userKey, order.secret)
      }),
    )
  } finally {
    await release()
  }
}
