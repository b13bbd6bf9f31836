import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { SigningKey } from '#core/verification/verification.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'

/** The keys that the office signs with. One deed at a time. */
export const useKeys = defineStore('verification/keys', () => {
  const keys = latest(() => call('verification.keys', null))
  const refusal = shallowRef<RefusalData | null>(null)
  const isBusy = ref(false)

  async function alone<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    try {
      return await work()
    } finally {
      isBusy.value = false
    }
  }
  /** A new key in the place of the one in use; undefined when the office refused. */
  function rotate(): Promise<SigningKey | undefined> {
    return alone(async () => {
      const reply = await call('verification.rotate', null)
      if (!reply.ok) {
        refusal.value = reply.refusal
        return undefined
      }
      await keys.ask()
      return reply.value
    })
  }
  /** Where the public keys and the revocation list were saved; undefined when the clerk said nowhere. */
  function publish(): Promise<string | undefined> {
    return alone(async () => {
      const reply = await call('verification.publish', null)
      if (reply.ok) return reply.value ?? undefined
      refusal.value = reply.refusal
      return undefined
    })
  }
  return { keys: keys.load, reload: keys.ask, refusal, isBusy, rotate, publish }
})
