import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { RevealField } from '#core/citizens/citizen.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'

/** Values that were shown on request in this visit; each request is audited. */
export const useRevealed = defineStore('citizens/revealed', () => {
  const values = shallowRef<Partial<Record<RevealField, string>>>({})
  const refusal = shallowRef<RefusalData | null>(null)

  async function reveal(visitId: string, field: RevealField): Promise<void> {
    const reply = await call('citizens.reveal', { visitId, field })
    refusal.value = reply.ok ? null : reply.refusal
    if (reply.ok && reply.value !== null) values.value = { ...values.value, [field]: reply.value }
  }
  /** After a value was changed: what was shown is not its value any more. */
  function hide(field: RevealField): void {
    const { [field]: _, ...others } = values.value
    values.value = others
  }
  whenForgotten(() => {
    values.value = {}
    refusal.value = null
  })
  return { values, refusal, reveal, hide }
})
