import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Reply } from '#core/kernel/reply.ts'
import type { OfficeReady, OfficeSetUp } from '#core/office/office.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

/** Which office this desk has, known before anyone signs in. */
export const useOffice = defineStore('office', () => {
  const { load: state, ask: read } = latest(() => call('office.state', null))
  const office = computed(() => loaded(state.value))
  /** Shown once after the set-up, until the administrator says that he keeps it. */
  const recoveryKey = ref<string | null>(null)

  async function setUp(order: OfficeSetUp): Promise<Reply<OfficeReady>> {
    const reply = await call('office.setUp', order)
    if (reply.ok) recoveryKey.value = reply.value.recoveryKey
    return reply
  }
  async function recoveryKeyKept(): Promise<void> {
    recoveryKey.value = null
    await read()
  }
  return { state, office, recoveryKey, read, setUp, recoveryKeyKept }
})
