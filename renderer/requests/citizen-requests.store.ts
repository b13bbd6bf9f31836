import { defineStore } from 'pinia'
import { ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

/** The requests of the citizen whose file is open, with the history of the chosen one. */
export const useCitizenRequests = defineStore('requests/of-citizen', () => {
  const list = latest((visitId: string) => call('requests.ofCitizen', visitId))
  const detail = latest((visitId: string, trackingCode: string) =>
    call('requests.detail', { visitId, trackingCode }),
  )
  const trackingCode = ref<string | null>(null)

  async function open(visitId: string, wanted: string | null): Promise<void> {
    if (list.load.value.state === 'idle') await reload(visitId, wanted)
  }
  /** Reads the list again, as after a filing, and opens the request that is wanted. */
  async function reload(
    visitId: string,
    wanted: string | null = trackingCode.value,
  ): Promise<void> {
    await list.ask(visitId)
    const all = loaded(list.load.value) ?? []
    const first = all.find((one) => one.trackingCode === wanted) ?? all[0]
    if (first) await choose(visitId, first.trackingCode)
  }
  async function choose(visitId: string, code: string): Promise<void> {
    trackingCode.value = code
    await detail.ask(visitId, code)
  }
  whenForgotten(() => {
    list.clear()
    detail.clear()
    trackingCode.value = null
  })
  return { list: list.load, detail: detail.load, trackingCode, open, reload, choose }
})
