import { contract, type Method } from '#core/contract.ts'
import type { Actor } from '#core/kernel/actor.ts'
import { base64Length, carriesFile, LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import type { MethodSpec } from '#core/kernel/method.ts'
import { Refusal, RefusalData } from '#core/kernel/refusal.ts'
import { invalidInput, refused, type Reply } from '#core/kernel/reply.ts'
import type { Sessions } from './access/sessions.ts'
import { appendEntry } from './audit/audit.repository.ts'
import type { Log } from './log.ts'
import type { OfficeKeeper } from './office/office-keeper.ts'
import { plainInput } from './plain-input.ts'
import { CollectedNotes, type Handlers, inScope, type ScopeParts, visitorScope } from './scope.ts'

/** A call as it arrives: whatever came over the wire, and the window that the relay vouches for. */
export interface IncomingCall {
  readonly window: number
  readonly method: unknown
  readonly input: unknown
}

export type Route = (call: IncomingCall) => Promise<Reply<unknown>>

export interface RouterParts {
  readonly handlers: Handlers
  readonly sessions: Sessions
  readonly keeper: OfficeKeeper
  readonly scope: ScopeParts
  readonly log: Log
}

type AnyHandler = (input: unknown, scope: unknown) => Promise<unknown>

const specs: Readonly<Record<Method, MethodSpec>> = contract

function isMethod(method: unknown): method is Method {
  return typeof method === 'string' && Object.hasOwn(contract, method)
}

/**
 * Answers every call: the method is looked up in the contract, the caller by his window; the input is
 * parsed, the handler runs in its scope, and what it returns is parsed again, which strips what nobody
 * promised. A refusal becomes a reply, anything else an incident. Never rejects.
 */
export function createRouter(parts: RouterParts): Route {
  return async (call) => {
    const notes = new CollectedNotes()
    let known: { readonly method: Method; readonly actor: Actor | null } | undefined
    try {
      const { window, method, input } = call
      if (!isMethod(method)) throw new Refusal('not-found', { what: 'method' })
      known = { method, actor: callerOf(parts, window, method) }
      return { ok: true, value: await answer(parts, { window, method, input, notes }) }
    } catch (cause) {
      const refusal = refusalOf(cause, parts.log, known?.method)
      if (refusal.code === 'forbidden' && known) await recordForbidden(parts, known, notes)
      return refused(refusal)
    }
  }
}

/** Whose deed a refusal would be; a sign-in writes its own down, since it knows whose they are. */
function callerOf({ sessions }: RouterParts, window: number, method: Method): Actor | null {
  return specs[method].permission === 'anyone' ? null : (sessions.of(window)?.actor ?? null)
}

interface RoutedCall {
  readonly window: number
  readonly method: Method
  readonly input: unknown
  readonly notes: CollectedNotes
}

async function answer(
  { handlers, sessions, keeper, scope, log }: RouterParts,
  { window, method, input, notes }: RoutedCall,
): Promise<unknown> {
  const spec = specs[method]
  const handler = handlers[method] as AnyHandler
  const admitted =
    spec.permission === 'anyone'
      ? undefined
      : {
          ...{ method, kind: spec.kind, window, notes },
          actor: sessions.require(window, spec.permission),
          tell: (cause: unknown) => refusalOf(cause, log, method),
        }
  const parsed = spec.input.safeParse(plainInput(input, charactersOfFile(method)))
  if (!parsed.success) {
    const { code, ...details } = invalidInput(parsed.error)
    throw new Refusal(code, details)
  }
  const value = admitted
    ? await keeper.use((office) =>
        inScope(admitted, office, scope, (inside) => handler(parsed.data, inside)),
      )
    : await handler(parsed.data, visitorScope(window, sessions.of(window)?.actor ?? null, scope))
  return spec.output.parse(value)
}

/** Characters beside the usual ones that an input may have. */
function charactersOfFile(method: Method): number {
  return carriesFile(method) ? base64Length(LARGEST_FILE) : 0
}

/** What may be told of a failure. Everything unforeseen is a number; the log has the place in the code. */
function refusalOf(cause: unknown, log: Log, method: Method | undefined): RefusalData {
  if (cause instanceof Refusal) {
    const told = RefusalData.safeParse(cause.data)
    if (told.success) return told.data
  }
  const incident = log.incident(cause, method === undefined ? {} : { method })
  const busy = unavailableBecause(cause)
  return busy ? { code: 'unavailable', ...busy, incident } : { code: 'unexpected', incident }
}

/** Failures of the disk or of a busy database: trying again may help, and nothing was half done. */
function unavailableBecause(cause: unknown): { readonly what: string } | undefined {
  if (!(cause instanceof Error) || cause.name !== 'SqliteError' || !('code' in cause))
    return undefined
  const code = String(cause.code)
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { what: 'busy' }
  if (code.startsWith('SQLITE_FULL')) return { what: 'disk-full' }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CORRUPT'))
    return { what: 'office' }
  return undefined
}

/** A refused attempt leaves nothing but this, in a transaction of its own. */
async function recordForbidden(
  { keeper, scope, log }: RouterParts,
  { method, actor }: { readonly method: Method; readonly actor: Actor | null },
  notes: CollectedNotes,
): Promise<void> {
  if (!actor || !keeper.isOpen) return
  try {
    const entry = notes.entry(method, actor, scope.clock.now(), 'forbidden')
    await keeper.use(({ database }) => database.transaction((tx) => appendEntry(tx, entry)))
  } catch (cause) {
    log.incident(cause, { method })
  }
}
