import type { Clerk } from '#core/access/access.ports.ts'
import type { SignIn } from '#core/access/clerk.model.ts'
import { userKeyOf } from '#core/access/user-name.rules.ts'
import type { AuditEntry } from '#core/audit/audit.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { readOnly } from '../database/read-only.ts'
import type { Writing } from '../database/schema.ts'
import type { Attempts } from './attempts.ts'
import { clerksIn } from './clerk.repository.ts'
import type { AppendEntry, Door } from './door.ts'
import { keepFailedSignIns, readFailedSignIns } from './failed-sign-ins.repository.ts'

export interface SignInParts {
  readonly door: Door
  readonly attempts: Attempts
  readonly workstation: string
  readonly append: AppendEntry
  /** Closes the office again unless somebody is signed in. */
  readonly release: () => Promise<void>
}

/** Failed attempts while nothing could be written down; the next who opens the office brings them in. */
interface Unwritten {
  readonly userKey: string
  readonly at: Instant
  readonly action: string
}
const UNWRITTEN_KEPT = 200

/** Secrets at the door of the office: counted, slowed down and written into the trail. */
export class SignInDesk {
  readonly #parts: SignInParts
  #unwritten: Unwritten[] = []

  constructor(parts: SignInParts) {
    this.#parts = parts
  }

  /**
   * The clerk to whom name and secret belong; the office is open then.
   *
   * @refuses a wrong name or secret alike, attempts too soon, a clerk who was made inactive
   */
  async admit({ userName, secret }: SignIn, action: string, now: () => Instant): Promise<Clerk> {
    const { door, attempts } = this.#parts
    const userKey = userKeyOf(userName)
    attempts.begin(userKey)
    const clerkId = await door.enter(userKey, secret)
    const clerk = clerkId === undefined ? undefined : await this.#findClerk(clerkId)
    if (clerk?.userKey !== userKey) {
      await this.#note({ userKey, at: now(), action })
      await this.#parts.release()
      throw new Refusal('not-signed-in', { what: 'sign-in' })
    }
    if (!clerk.active) {
      await this.#record((tx) => this.#write(tx, { at: now(), action }, clerk.clerkId, 'forbidden'))
      await this.#parts.release()
      throw new Refusal('forbidden', { what: 'clerk-inactive' })
    }
    await this.#welcome(clerk, action, now())
    return clerk
  }

  /**
   * Whether the clerk who is signed in knows his secret; counted like a sign-in.
   *
   * @refuses attempts too soon
   */
  async confirm(clerk: Clerk, secret: string, action: string, at: Instant): Promise<boolean> {
    const { door, attempts } = this.#parts
    attempts.begin(clerk.userKey)
    if (await door.isSecretOf(clerk.clerkId, clerk.userKey, secret)) {
      attempts.succeed(clerk.userKey)
      return true
    }
    await this.#note({ userKey: clerk.userKey, at, action })
    return false
  }

  async #findClerk(clerkId: string): Promise<Clerk | undefined> {
    return await this.#parts.door.use(({ database }) =>
      database.read((db) => clerksIn(db).find(clerkId)),
    )
  }

  async #welcome(clerk: Clerk, action: string, at: Instant): Promise<void> {
    const earlier = this.#unwritten
    this.#unwritten = []
    await this.#record(async (tx) => {
      this.#parts.attempts.recall(await readFailedSignIns(readOnly(tx)))
      this.#parts.attempts.succeed(clerk.userKey)
      for (const failure of earlier) await this.#writeFailure(tx, failure)
      await keepFailedSignIns(tx, clerk.userKey, undefined)
      await this.#write(tx, { at, action }, clerk.clerkId, 'done')
    })
  }

  /** Writes a failed attempt down: at once when the office is open, else at the next opening. */
  async #note(failure: Unwritten): Promise<void> {
    if (this.#parts.door.isOpen) await this.#record((tx) => this.#writeFailure(tx, failure))
    else if (this.#unwritten.length < UNWRITTEN_KEPT) this.#unwritten.push(failure)
  }

  /** The name as typed is not written: it may be a secret that went into the wrong field. */
  async #writeFailure(tx: Writing, failure: Unwritten): Promise<void> {
    const clerk = await clerksIn(readOnly(tx)).findByUserKey(failure.userKey)
    if (clerk) await keepFailedSignIns(tx, clerk.userKey, this.#parts.attempts.of(clerk.userKey))
    await this.#write(tx, failure, clerk?.clerkId ?? null, 'not-signed-in')
  }

  async #write(
    tx: Writing,
    { at, action }: { readonly at: Instant; readonly action: string },
    clerkId: string | null,
    outcome: string,
  ): Promise<void> {
    const entry: AuditEntry = {
      at,
      action,
      clerkId,
      outcome,
      workstation: this.#parts.workstation,
      visitId: null,
      citizenId: null,
      object: null,
    }
    await this.#parts.append(tx, entry)
  }

  async #record(work: (tx: Writing) => Promise<void>): Promise<void> {
    await this.#parts.door.use(({ database }) => database.transaction(work))
  }
}
