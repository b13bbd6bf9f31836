import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { ChangeDecision, ProposedChange } from '#core/parameters/parameter-change.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { found, type ParameterFilter, passes } from './parameter-text.ts'

/** The dated values in use and the changes proposed to them. One deed at a time. */
export const useParameters = defineStore('parameters/parameters', () => {
  const list = latest(() => call('parameters.list', null))
  const text = ref('')
  const filter = ref<ParameterFilter>('ALL')
  const selected = ref<string | null>(null)
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)

  const all = computed(() => loaded(list.load.value))
  const open = computed(() => (all.value?.changes ?? []).filter(({ state }) => state === 'OPEN'))
  const waiting = computed(() => new Set(open.value.map(({ code }) => code)))
  const shown = computed(() =>
    found(all.value?.entries ?? [], text.value).filter((entry) =>
      passes(entry, filter.value, waiting.value),
    ),
  )
  /** Stays in sight when a deed took it out of what is shown. */
  const chosen = computed(() => all.value?.entries.find(({ code }) => code === selected.value))
  const countOf = (one: ParameterFilter): number =>
    (all.value?.entries ?? []).filter((entry) => passes(entry, one, waiting.value)).length

  /** Whatever came of it, the list is read anew: somebody else may have been faster. */
  async function ask<T>(work: () => Promise<Reply<T>>): Promise<Reply<T> | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    const reply = await work()
    isBusy.value = false
    await list.ask()
    if (!reply.ok) refusal.value = reply.refusal
    return reply
  }
  const propose = (change: ProposedChange) => ask(() => call('parameters.propose', change))
  const decide = (decision: ChangeDecision) => ask(() => call('parameters.decide', decision))
  const withdraw = (changeId: string) => ask(() => call('parameters.withdraw', { changeId }))
  function showAll(): void {
    text.value = ''
    filter.value = 'ALL'
  }
  const forgive = (): void => void (refusal.value = null)

  return {
    list: list.load,
    reload: list.ask,
    ...{ all, open, waiting, shown, chosen, text, filter, selected, isBusy, refusal },
    ...{ countOf, propose, decide, withdraw, showAll, forgive },
  }
})
