import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Workshop } from '#core/employers/workshop.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

/** One workshop may be held at two branches or in two capacities. */
export function workshopKey({ workshopCode, branchCode, role }: Workshop): string {
  return `${workshopCode}-${branchCode}-${role}`
}

/** The employer role of the open file; keeps the chosen workshop while other roles are looked at. */
export const useEmployer = defineStore('employers', () => {
  const file = latest((visitId: string) => call('employers.workshops', visitId))
  const selected = ref<string | null>(null)
  const chosen = computed(() =>
    loaded(file.load.value)?.workshops.find((one) => workshopKey(one) === selected.value),
  )

  async function open(visitId: string): Promise<void> {
    if (file.load.value.state === 'idle') await file.ask(visitId)
  }
  whenForgotten(() => {
    file.clear()
    selected.value = null
  })
  return { file: file.load, selected, chosen, open, reload: file.ask }
})
