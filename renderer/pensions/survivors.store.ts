import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The shares of the chosen survivors' file, and the condition of the open citizen's own. */
export const useSurvivors = defineStore('pensions/survivors', () => {
  const survivors = latest((visitId: string, pensionNumber: string) =>
    call('pensions.survivors', { visitId, pensionNumber }),
  )
  const pensionNumber = ref<string | null>(null)

  async function open(visitId: string, number: string): Promise<void> {
    if (pensionNumber.value === number) return
    pensionNumber.value = number
    survivors.clear()
    await survivors.ask(visitId, number)
  }
  whenForgotten(() => {
    survivors.clear()
    pensionNumber.value = null
  })
  return { survivors: survivors.load, open, reload: survivors.ask }
})
