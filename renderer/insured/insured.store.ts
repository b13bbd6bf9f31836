import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { JalaliMonth } from '#core/insured/contribution.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The insured role of the open file; keeps the chosen month while other roles are looked at. */
export const useInsured = defineStore('insured', () => {
  const file = latest((visitId: string) => call('insured.contributions', visitId))
  const month = shallowRef<JalaliMonth | null>(null)
  const withWages = ref(false)

  async function open(visitId: string): Promise<void> {
    if (file.load.value.state === 'idle') await file.ask(visitId)
  }
  whenForgotten(() => {
    file.clear()
    month.value = null
  })
  return { file: file.load, month, withWages, open, reload: file.ask }
})
