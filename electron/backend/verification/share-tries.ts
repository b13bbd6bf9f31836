import { type FailedSignIns, secondsToWait } from '#core/access/sign-in-delay.rules.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { ShareTries } from '#core/verification/check-share.use-case.ts'

/**
 * Wrong passwords of shares in a row, by desk: after a few of them the next has to wait, as at the sign-in. Kept in
 * memory; what protects a password is its length and the cost of its hash.
 */
export class ShareTriesAtDesks implements ShareTries {
  readonly #failed = new Map<string, FailedSignIns>()

  begin(workstation: string): void {
    const now = Date.now()
    const failed = this.#failed.get(workstation)
    const seconds = secondsToWait(failed, now)
    if (seconds > 0)
      throw new Refusal('rule', { what: 'share-check-too-soon', values: { seconds } })
    this.#failed.set(workstation, { count: (failed?.count ?? 0) + 1, lastAt: now })
  }

  succeed(workstation: string): void {
    this.#failed.delete(workstation)
  }
}
