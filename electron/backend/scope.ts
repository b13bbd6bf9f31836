import type { Papers } from '#core/certificates/papers.ports.ts'
import type { Contract, Method, Parsed, Returned } from '#core/contract.ts'
import type { Payload, Topic } from '#core/events.ts'
import type { Extracts } from '#core/extracts/extracts.ports.ts'
import type { Actor } from '#core/kernel/actor.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Desk } from '#core/kernel/desk.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { OfficeKind } from '#core/office/office.model.ts'
import type { Reading, Writing } from './database/schema.ts'

/** Which office this is; fixed when it was set up. */
export interface OfficeFacts {
  readonly kind: OfficeKind
  readonly branchCode: string
  readonly branchName: string
  readonly province: string
}

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
  readonly office: OfficeFacts
  readonly papers: Papers
  readonly desk: Desk
  readonly extracts: Extracts
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
}

/** A task opens its own transactions, as many as it needs, each with its audit entry. */
export interface TaskScope extends SignedIn {
  /** The window that asks. */
  readonly window: number
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
