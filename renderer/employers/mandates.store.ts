import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { MandateEnding } from '#core/employers/mandate.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { Input } from '#core/contract.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { ofWorkshop } from './of-workshop.ts'

/** Who may act for the chosen workshop, and the mandates of the citizen himself. One deed at a time. */
export const useMandates = defineStore('employers/mandates', () => {
  const about = ofWorkshop((visitId, { workshopCode, branchCode }) =>
    call('employers.workshopMandates', { visitId, workshopCode, branchCode }),
  )
  const own = latest((visitId: string) => call('employers.ownMandates', visitId))
  const selected = ref<string | null>(null)
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
  const enter = (entry: Input<'employers.enterMandate'>) =>
    ask(() => call('employers.enterMandate', entry))
  const end = (ending: MandateEnding) => ask(() => call('employers.endMandate', ending))
  function forgive(): void {
    refusal.value = null
  }
  whenForgotten(() => {
    about.clear()
    own.clear()
    selected.value = null
    forgive()
  })
  return {
    about: about.load,
    show: about.show,
    reload: about.reload,
    own: own.load,
    readOwn: own.ask,
    selected,
    isBusy,
    refusal,
    enter,
    end,
    forgive,
  }
})
