import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AuditEntry } from '#core/audit/audit.model.ts'
import type { Papers } from '#core/certificates/papers.ports.ts'
import type { Contract, Method, Parsed, Returned } from '#core/contract.ts'
import type { BareTopic, Payload, Topic } from '#core/events.ts'
import type { Extracts } from '#core/extracts/extracts.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Desk } from '#core/kernel/desk.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { MethodKind } from '#core/kernel/method.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { OfficeKeys, OfficeSigner } from '#core/verification/verification.ports.ts'
import { appendEntry } from './audit/audit.repository.ts'
import { readOnly } from './database/read-only.ts'
import type { Reading, Writing } from './database/schema.ts'
import { secretBox, type SecretBox } from './database/sealed-text.ts'
import type { OpenOffice } from './office/open-office.ts'

/** What an audit entry names besides who and when: identifiers of the office, never personal data. */
export interface AuditNote {
  readonly visitId?: string
  readonly citizenId?: number
  /** What was made or changed, as 'document <id>' or 'request <id>'. Several notes are kept together. */
  readonly object?: string
}

export interface AuditNotes {
  /** Adds to the entry of this command. Noted before a refusal `forbidden`, it is kept with that. */
  readonly note: (note: AuditNote) => void
}

/** One clock and one source of ids for everything that happens in a call. */
export interface ScopeClock {
  readonly today: () => Day
  readonly now: () => Instant
  /** A random UUID. */
  readonly newId: () => string
}

/** Tells every window. */
export type Emit = <T extends Topic>(topic: T, payload: Payload<T>) => void

interface SignedIn extends ScopeClock {
  readonly actor: Actor
  readonly office: OfficeIdentity
  readonly papers: Papers
  readonly desk: Desk
  /** Seals secrets of settings with the office's data key. */
  readonly secrets: SecretBox
}

/** A query reads on a connection that cannot write. */
export interface QueryScope extends SignedIn {
  readonly db: Reading
  /** The same as `db`: what reads alike in a query and in a command takes this. */
  readonly reader: Reading
}

/** A command writes in one transaction; its audit entry is appended in the same one. */
export interface CommandScope extends SignedIn {
  readonly db: Writing
  /** The same transaction for repositories that only read; it sees what `db` has written. */
  readonly reader: Reading
  readonly audit: AuditNotes
  /** Told to every window once the transaction is committed; to nobody when it is undone. */
  readonly announce: (topic: BareTopic) => void
  /** Work in the same transaction that stays done when the command is refused and all else is undone: a counted try. */
  readonly keep: (work: (db: Writing) => Promise<void>) => void
}

/** A task opens its own transactions, as many as it needs, each with its audit entry. */
export interface TaskScope extends SignedIn {
  /** The window that asks. */
  readonly window: number
  /** Reads on its own: inside a query it would wait for itself. */
  readonly extracts: Extracts
  /** The office's keys. */
  readonly signer: OfficeSigner
  /** The same hand with the keys themselves, to be renewed and published. */
  readonly keys: OfficeKeys
  /** Kept with a refusal of the task itself; what a transaction does is noted inside it. */
  readonly audit: AuditNotes
  /** What may be told of a failure when the task goes on in spite of it; the failure is logged. */
  readonly tell: (cause: unknown) => RefusalData
  readonly inQuery: <T>(work: (scope: QueryScope) => Promise<T>) => Promise<T>
  readonly inCommand: <T>(work: (scope: CommandScope) => Promise<T>) => Promise<T>
  readonly emit: Emit
}

/** What must work before anyone signs in, and when the office cannot be opened. */
export interface VisitorScope extends ScopeClock {
  readonly window: number
  readonly actor: Actor | null
  readonly desk: Desk
}

/** Methods whose permission is 'anyone'; a test holds this list against the contract. */
export const OPEN_METHODS = [
  'office.state',
  'office.setUp',
  'access.signIn',
  'access.session',
  'access.unlock',
  'access.signOut',
  'desk.settings',
  'desk.change',
] as const satisfies readonly Method[]
export type OpenMethod = (typeof OPEN_METHODS)[number]

interface ScopeByKind {
  readonly query: QueryScope
  readonly command: CommandScope
  readonly task: TaskScope
}

export type ScopeOf<M extends Method> = M extends OpenMethod
  ? VisitorScope
  : ScopeByKind[Contract[M]['kind']]

export type Handler<M extends Method> = (
  input: Parsed<M>,
  scope: ScopeOf<M>,
) => Promise<Returned<M>>

/** One handler for each method; slices bring theirs with `satisfies Pick<Handlers, …>`. */
export type Handlers = { readonly [M in Method]: Handler<M> }

/** What every scope of a backend has in common. */
export interface ScopeParts {
  readonly clock: Pick<ScopeClock, 'today' | 'now'>
  readonly papers: Papers
  readonly desk: Desk
  readonly emit: Emit
}

/** A call whose caller is known and may make it. */
export interface AdmittedCall {
  readonly method: Method
  readonly kind: MethodKind
  readonly window: number
  readonly actor: Actor
  readonly notes: CollectedNotes
  readonly tell: TaskScope['tell']
}

/** What was noted in a call, kept when its transaction is undone. */
export class CollectedNotes implements AuditNotes {
  #visitId: string | null = null
  #citizenId: number | null = null
  readonly #objects: string[] = []

  readonly note = ({ visitId, citizenId, object }: AuditNote): void => {
    if (visitId !== undefined) this.#visitId = visitId
    if (citizenId !== undefined) this.#citizenId = citizenId
    if (object !== undefined && !this.#objects.includes(object)) this.#objects.push(object)
  }

  /** Adds what was noted in a transaction that was undone. */
  take(others: CollectedNotes): void {
    this.#visitId = others.#visitId ?? this.#visitId
    this.#citizenId = others.#citizenId ?? this.#citizenId
    for (const object of others.#objects) this.note({ object })
  }

  /** The entry of a call. `outcome`: 'done', or the code of a refusal. */
  entry(method: Method, actor: Actor | null, at: Instant, outcome: string): AuditEntry {
    return {
      at,
      clerkId: actor?.clerkId ?? null,
      workstation: actor?.workstation ?? null,
      visitId: this.#visitId,
      citizenId: this.#citizenId,
      action: method,
      object: this.#objects.length > 0 ? this.#objects.join(', ') : null,
      outcome,
    }
  }
}

const newId = (): string => randomUUID()

/** What must work before sign-in gets no database at all. */
export function visitorScope(
  window: number,
  actor: Actor | null,
  { clock, desk }: ScopeParts,
): VisitorScope {
  return { window, actor, desk, today: clock.today, now: clock.now, newId }
}

/**
 * Runs a change so that what it asks to keep stays in the transaction when the change itself is refused and undone. In
 * one and the same transaction: between the two nobody else tries.
 */
async function keeping<R>(
  tx: Writing,
  change: (keep: CommandScope['keep']) => Promise<R>,
): Promise<() => R> {
  const kept: Parameters<CommandScope['keep']>[0][] = []
  await sql`savepoint command`.execute(tx)
  try {
    const value = await change((work) => void kept.push(work))
    return () => value
  } catch (cause) {
    if (kept.length === 0) throw cause
    await sql`rollback to savepoint command`.execute(tx)
    for (const work of kept) await work(tx)
    return () => {
      throw cause
    }
  }
}

/**
 * Runs the work of a call with what its kind allows: a query on a connection that cannot write, a
 * command in one transaction that also holds its audit entry, a task with neither until it asks.
 */
export async function inScope<T>(
  call: AdmittedCall,
  office: OpenOffice,
  parts: ScopeParts,
  work: (scope: QueryScope | CommandScope | TaskScope) => Promise<T>,
): Promise<T> {
  const { actor, method, window, notes, tell } = call
  const { clock, papers, desk, emit } = parts
  const { identity, database, extracts, keys } = office
  const base = {
    actor,
    office: identity,
    papers,
    desk,
    secrets: secretBox(() => database.key),
    today: clock.today,
    now: clock.now,
    newId,
  }

  const inQuery = <R>(read: (scope: QueryScope) => Promise<R>): Promise<R> =>
    database.read((db) => read({ ...base, db, reader: db }))

  /** Notes of its own: of two transactions of a task neither is told in the entry of the other. */
  const inCommand = async <R>(change: (scope: CommandScope) => Promise<R>): Promise<R> => {
    const audit = new CollectedNotes()
    const announced = new Set<BareTopic>()
    const announce = (topic: BareTopic): void => void announced.add(topic)
    try {
      const done = await database.transaction((tx) =>
        keeping(tx, async (keep) => {
          const value = await change({
            ...{ ...base, db: tx, reader: readOnly(tx) },
            ...{ audit, announce, keep },
          })
          await appendEntry(tx, audit.entry(method, actor, clock.now(), 'done'))
          return value
        }),
      )
      const value = done()
      for (const topic of announced) emit(topic, null)
      return value
    } catch (cause) {
      notes.take(audit)
      throw cause
    }
  }

  switch (call.kind) {
    case 'query':
      return await inQuery(work)
    case 'command':
      return await inCommand(work)
    case 'task':
      return await work({
        ...{ ...base, window, extracts, keys, signer: keys, audit: notes, tell },
        ...{ inQuery, inCommand, emit },
      })
  }
}
