import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The employer role of the open file; keeps the chosen workshop while other roles are looked at. */
export const useEmployer = defineStore('employers', () => {
  const file = latest((visitId: string) => call('employers.workshops', visitId))
  const selected = ref<string | null>(null)

  async function open(visitId: string): Promise<void> {
    if (file.load.value.state === 'idle') await file.ask(visitId)
  }
  whenForgotten(() => {
    file.clear()
    selected.value = null
  })
  return { file: file.load, selected, open, reload: file.ask }
})
