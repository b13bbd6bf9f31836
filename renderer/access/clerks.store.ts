import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { ClerkSummary, NewClerk } from '#core/access/clerk.model.ts'
import type { Duty } from '#core/kernel/permission.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'

/** The clerks of this office, as the administrator keeps them. */
export const useClerks = defineStore('access/clerks', () => {
  const list = latest(() => call('access.clerks', null))
  const selected = ref<string | null>(null)
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)

  async function add(clerk: NewClerk): Promise<Reply<ClerkSummary>> {
    const reply = await call('access.addClerk', clerk)
    if (reply.ok) {
      selected.value = reply.value.clerkId
      await list.ask()
    }
    return reply
  }
  async function setActive(clerkId: string, active: boolean): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    const reply = await call('access.setActive', { clerkId, active })
    isBusy.value = false
    refusal.value = reply.ok ? null : reply.refusal
    await list.ask()
  }
  async function setDuties(clerkId: string, duties: readonly Duty[]): Promise<Reply<ClerkSummary>> {
    const reply = await call('access.setDuties', { clerkId, duties: [...duties] })
    if (reply.ok) await list.ask()
    return reply
  }
  return { list: list.load, selected, isBusy, refusal, reload: list.ask, add, setActive, setDuties }
})
