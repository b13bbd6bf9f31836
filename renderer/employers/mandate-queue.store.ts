import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { MandateDecision } from '#core/employers/mandate.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

/** Mandates that wait for a second person. */
export const useMandateQueue = defineStore('employers/mandate-queue', () => {
  const list = latest(() => call('employers.waitingMandates', null))
  const selected = ref<string | null>(null)
  /** Somebody comes from elsewhere to see it. */
  const isAsked = ref(false)
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)
  const all = computed(() => loaded(list.load.value))
  const chosen = computed(
    () => all.value?.find(({ mandateId }) => mandateId === selected.value) ?? all.value?.[0],
  )

  /** Whatever came of it, the list is read anew: somebody else may have been faster. */
  async function decide(decision: MandateDecision): Promise<Reply<null> | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    const reply = await call('employers.decideMandate', decision)
    if (!reply.ok) refusal.value = reply.refusal
    await list.ask()
    isBusy.value = false
    return reply
  }
  function forgive(): void {
    refusal.value = null
  }
  return {
    ...{ list: list.load, all, chosen, selected, isAsked, isBusy, refusal },
    ...{ decide, forgive, reload: list.ask },
  }
})
