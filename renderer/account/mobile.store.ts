import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { SentCode } from '#core/messages/one-time-codes.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The mobile of the open file and its change. One deed at a time. */
export const useMobile = defineStore('account/mobile', () => {
  const mobile = latest((visitId: string) => call('account.mobile', visitId))
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)

  async function ask<T>(work: () => Promise<Reply<T>>): Promise<Reply<T> | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    const reply = await work()
    isBusy.value = false
    if (!reply.ok) refusal.value = reply.refusal
    return reply
  }
  async function open(visitId: string): Promise<void> {
    if (mobile.load.value.state === 'idle') await mobile.ask(visitId)
  }
  const send = (visitId: string, number: string): Promise<Reply<SentCode> | undefined> =>
    ask(() => call('account.sendMobileCode', { visitId, mobile: number, cardSeen: true }))
  const change = (visitId: string, code: string) =>
    ask(() => call('account.changeMobile', { visitId, code }))
  const forgive = (): void => void (refusal.value = null)

  whenForgotten(() => {
    mobile.clear()
    forgive()
  })
  return { mobile: mobile.load, reload: mobile.ask, isBusy, refusal, open, send, change, forgive }
})
