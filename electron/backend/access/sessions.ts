import type { Clerk } from '#core/access/access.ports.ts'
import { mayDo } from '#core/access/roles.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Permission } from '#core/kernel/permission.ts'
import { Refusal } from '#core/kernel/refusal.ts'

/** Who is signed in at a window. */
export interface DeskSession {
  readonly actor: Actor
  readonly clerk: Clerk
  readonly locked: boolean
}

/** The sessions of all windows: in memory only, so a restart of the backend asks for secrets again. */
export class Sessions {
  readonly #sessions = new Map<number, DeskSession>()

  get isEmpty(): boolean {
    return this.#sessions.size === 0
  }

  of(window: number): DeskSession | undefined {
    return this.#sessions.get(window)
  }

  /** Begins a session at a window; whoever was signed in there is not any more. */
  begin(window: number, clerk: Clerk, workstation: string): DeskSession {
    const { clerkId, clerkCode, role, duties, branchCode, personId } = clerk
    const actor: Actor = { clerkId, clerkCode, role, duties, branchCode, workstation, personId }
    const session = { actor, clerk, locked: false }
    this.#sessions.set(window, session)
    return session
  }

  /** Locks or unlocks the session of a window, if there is one. */
  setLocked(window: number, locked: boolean): DeskSession | undefined {
    const session = this.#sessions.get(window)
    if (!session) return undefined
    const changed = { ...session, locked }
    this.#sessions.set(window, changed)
    return changed
  }

  /** Locks every session; the windows whose session was not locked before. */
  lockAll(): readonly number[] {
    const open = [...this.#sessions].filter(([, session]) => !session.locked)
    for (const [window] of open) this.setLocked(window, true)
    return open.map(([window]) => window)
  }

  end(window: number): void {
    this.#sessions.delete(window)
  }

  /** Ends all sessions of a clerk who may not work here any more. */
  endOf(clerkId: string): void {
    for (const [window, { actor }] of this.#sessions)
      if (actor.clerkId === clerkId) this.#sessions.delete(window)
  }

  /**
   * The clerk who asks, looked up by his window.
   *
   * @refuses nobody signed in, a locked session (`not-signed-in`), no permission by role or duty
   */
  require(window: number, permission: Permission): Actor {
    const session = this.#sessions.get(window)
    if (!session) throw new Refusal('not-signed-in')
    if (session.locked) throw new Refusal('not-signed-in', { what: 'locked' })
    if (!mayDo(session.actor, permission))
      throw new Refusal('forbidden', { values: { permission } })
    return session.actor
  }
}
