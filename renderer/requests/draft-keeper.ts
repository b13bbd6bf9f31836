import { shallowRef, type ShallowRef } from 'vue'
import type { Instant } from '#core/kernel/instant.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { Draft, DraftForm, FileableKind } from '#core/requests/request.model.ts'

/** A change is on its way to the office at most this long after it was typed. */
export const DRAFT_PAUSE_MS = 250

export type DraftState =
  | { readonly state: 'none' }
  | { readonly state: 'typed' }
  | { readonly state: 'saving' }
  | { readonly state: 'saved'; readonly at: Instant }
  | { readonly state: 'refused'; readonly refusal: RefusalData }

export interface DraftKeeper {
  readonly state: Readonly<ShallowRef<DraftState>>
  /** Keeps this form soon; a later one takes its place. */
  readonly keep: (of: DraftOf, form: DraftForm) => void
  /** Sends at once what waits, and resolves when the office has it or refused it. */
  readonly flush: () => Promise<void>
  /** Shows a draft that the office kept. */
  readonly restored: (at: Instant) => void
  /** Sends what waits and looks at another citizen. */
  readonly release: () => void
  /** Forgets what waits: the draft was filed or thrown away. Resolves when nothing is on its way. */
  readonly drop: () => Promise<void>
}

/** Whose draft it is, and of what. */
export interface DraftOf {
  readonly visitId: string
  readonly kind: FileableKind
}

interface Waiting {
  readonly of: DraftOf
  readonly form: DraftForm
}

/** Saves a draft at each change, one save at a time; what the office refuses is sent again with the next. */
export function draftKeeper(
  send: (of: DraftOf, form: DraftForm) => Promise<Reply<Draft>>,
): DraftKeeper {
  const state = shallowRef<DraftState>({ state: 'none' })
  let waiting: Waiting | undefined
  let sending: Promise<void> | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0

  function keep(of: DraftOf, form: DraftForm): void {
    waiting = { of, form }
    state.value = { state: 'typed' }
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), DRAFT_PAUSE_MS)
  }
  async function flush(): Promise<void> {
    clearTimeout(timer)
    while (sending) await sending
    if (!waiting) return
    sending = save(waiting)
    await sending
  }
  async function save(form: Waiting): Promise<void> {
    const mine = turn
    waiting = undefined
    state.value = { state: 'saving' }
    const reply = await send(form.of, form.form)
    sending = undefined
    if (mine !== turn) return
    if (!reply.ok) waiting ??= form
    if (waiting && reply.ok) return
    state.value = reply.ok
      ? { state: 'saved', at: reply.value.savedAt }
      : { state: 'refused', refusal: reply.refusal }
  }
  function restored(at: Instant): void {
    state.value = { state: 'saved', at }
  }
  function release(): void {
    void flush()
    turn++
    state.value = { state: 'none' }
  }
  async function drop(): Promise<void> {
    clearTimeout(timer)
    turn++
    waiting = undefined
    state.value = { state: 'none' }
    await sending
  }
  return { state, keep, flush, restored, release, drop }
}
