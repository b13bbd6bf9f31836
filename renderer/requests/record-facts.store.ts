import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The record of the open file as it may be objected to, and what Bajeh noticed in it. */
export const useRecordFacts = defineStore('requests/record-facts', () => {
  const facts = latest((visitId: string) => call('insured.findings', visitId))
  const visit = ref<string | null>(null)

  async function open(visitId: string): Promise<void> {
    if (visit.value === visitId && facts.load.value.state !== 'idle') return
    visit.value = visitId
    facts.clear()
    await facts.ask(visitId)
  }
  whenForgotten(() => {
    facts.clear()
    visit.value = null
  })
  return { facts: facts.load, open, reload: facts.ask }
})
