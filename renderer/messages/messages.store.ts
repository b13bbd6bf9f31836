import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { GatewayChange } from '#core/messages/messages.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'

/** The gateway of messages and what has not left. One deed at a time. */
export const useMessages = defineStore('messages', () => {
  const office = latest(() => call('messages.office', null))
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)

  /** Whatever came of it, the state of the gateway is read anew. */
  async function ask<T>(work: () => Promise<Reply<T>>): Promise<Reply<T> | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    const reply = await work()
    isBusy.value = false
    await office.ask()
    if (!reply.ok) refusal.value = reply.refusal
    return reply
  }
  const setGateway = (change: GatewayChange) => ask(() => call('messages.setGateway', change))
  const test = (mobile: string) => ask(() => call('messages.test', { mobile }))
  const retry = () => ask(() => call('messages.retry', null))
  const forgive = (): void => void (refusal.value = null)

  return {
    office: office.load,
    reload: office.ask,
    ...{ isBusy, refusal, setGateway, test, retry, forgive },
  }
})
