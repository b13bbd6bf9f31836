import { type FailedSignIns, secondsToWait } from '#core/access/sign-in-delay.rules.ts'
import { Refusal } from '#core/kernel/refusal.ts'

/** Names kept at most: whoever tries names at random must not fill the memory. */
const KEPT = 1000

/**
 * Failed attempts by user name. In memory, so that they count while the office is closed and no
 * database can be written; while it is open they are kept in `office_state` as well. A restart with
 * the office closed forgets those since then: this slows down guessing at the desk, and the cost of
 * scrypt is what protects a stolen folder.
 */
export class Attempts {
  #failed = new Map<string, FailedSignIns>()

  /**
   * Counts an attempt as failed before it is looked at, so that many at once gain nothing.
   *
   * @refuses an attempt that comes too early (`not-signed-in`, with the seconds to wait)
   */
  begin(userKey: string): void {
    const now = Date.now()
    const failed = this.#failed.get(userKey)
    const seconds = secondsToWait(failed, now)
    if (seconds > 0)
      throw new Refusal('not-signed-in', { what: 'too-many-attempts', values: { seconds } })
    this.#failed.delete(userKey)
    this.#failed.set(userKey, { count: (failed?.count ?? 0) + 1, lastAt: now })
    for (const oldest of this.#failed.keys()) {
      if (this.#failed.size <= KEPT) break
      this.#failed.delete(oldest)
    }
  }

  /** The attempt was right: its user begins anew. */
  succeed(userKey: string): void {
    this.#failed.delete(userKey)
  }

  of(userKey: string): FailedSignIns | undefined {
    return this.#failed.get(userKey)
  }

  /** Takes over what was kept when the office was last open; the higher count stands. */
  recall(kept: ReadonlyMap<string, FailedSignIns>): void {
    for (const [userKey, failed] of kept) {
      const known = this.#failed.get(userKey)
      if (!known || known.count < failed.count) this.#failed.set(userKey, failed)
    }
  }
}
