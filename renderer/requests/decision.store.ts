import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { DecisionAct, DecisionWords } from '#core/requests/decision.model.ts'
import type { Decided, RequestItem } from '#core/requests/decisions.contract.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { newIdempotencyKey } from '../client/idempotency.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

/** What is typed for one act; kept until something is decided or the request is left. */
export interface TypedWords {
  note: string
  override: string
  papers: RequestPaper[]
  /** The chosen reason, by its place among those that are offered. */
  reason: string
}

const nothing = (): TypedWords => ({ note: '', override: '', papers: [], reason: '' })

/** What somebody did while the clerk was typing, beside what he was about to do. */
export interface Overtaken {
  readonly mine: DecisionWords
  /** Steps that were known when he began. */
  readonly known: number
  readonly ownerBefore: string | null
}

/** One request before its decider: what it rests on, what he types, and what came of it. */
export const useDecision = defineStore('requests/decision', () => {
  const reading = latest((trackingCode: string) => call('requests.item', { trackingCode }))
  const trackingCode = ref<string | null>(null)
  const typed = reactive<Record<DecisionAct, TypedWords>>(allNothing())
  const isDeciding = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)
  const overtaken = shallowRef<Overtaken | null>(null)
  const decided = shallowRef<Decided | null>(null)
  const item = computed(() => loaded(reading.load.value))
  /** The key of the decision under way: sent again as it was, it decides once. */
  let press: { readonly words: string; readonly key: string } | null = null

  /** Opens a request; another one starts afresh. */
  async function open(code: string): Promise<void> {
    if (trackingCode.value !== code) {
      clear()
      trackingCode.value = code
    }
    await reading.ask(code)
  }
  async function reload(): Promise<void> {
    if (trackingCode.value !== null) await reading.ask(trackingCode.value)
  }
  /** Decides; true when it is done. Where somebody was faster, both are kept for the clerk to choose. */
  async function decide(words: DecisionWords): Promise<boolean> {
    const before = item.value
    const version = before?.request.version ?? null
    if (!before || version === null || isDeciding.value) return false
    isDeciding.value = true
    refusal.value = null
    const said = JSON.stringify([before.request.trackingCode, version, words])
    if (press?.words !== said) press = { words: said, key: newIdempotencyKey() }
    const reply = await call('requests.decide', {
      ...{ trackingCode: before.request.trackingCode, version, words },
      idempotencyKey: press.key,
    })
    isDeciding.value = false
    if (reply.ok) {
      press = null
      decided.value = reply.value
      overtaken.value = null
      Object.assign(typed, allNothing())
      await reload()
      return true
    }
    if (reply.refusal.code === 'conflict') await meet(words, before)
    else refusal.value = reply.refusal
    return false
  }
  async function meet(mine: DecisionWords, before: RequestItem): Promise<void> {
    await reload()
    overtaken.value = {
      mine,
      known: before.request.events.length,
      ownerBefore: before.owner?.clerkCode ?? null,
    }
  }
  /** The colleague's work stays; what was typed does too, until the request is left. */
  function yieldToColleague(): void {
    overtaken.value = null
    refusal.value = null
  }
  function forgive(): void {
    refusal.value = null
  }
  function clear(): void {
    reading.clear()
    trackingCode.value = null
    Object.assign(typed, allNothing())
    refusal.value = null
    overtaken.value = null
    decided.value = null
    press = null
  }
  whenForgotten(clear)
  return {
    ...{
      reading: reading.load,
      item,
      trackingCode,
      typed,
      isDeciding,
      refusal,
      overtaken,
      decided,
    },
    ...{ open, reload, decide, yieldToColleague, forgive, clear },
  }
})

function allNothing(): Record<DecisionAct, TypedWords> {
  return {
    ...{ ASK: nothing(), RETURN: nothing(), PROCESS: nothing() },
    ...{ REFUSE: nothing(), APPROVE: nothing(), ARTICLE16: nothing() },
  }
}
