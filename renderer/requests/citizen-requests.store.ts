import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { RequestDetail } from '#core/requests/request.model.ts'
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
  const isChanging = ref(false)
  /** Why the last withdrawal or completion was refused. */
  const refusal = shallowRef<RefusalData | null>(null)
  const chosen = computed(() => loaded(detail.load.value))

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
    refusal.value = null
    await detail.ask(visitId, code)
  }
  /** Withdraws the chosen request; true when it is withdrawn. */
  async function withdraw(visitId: string, reason: string): Promise<boolean> {
    return change(visitId, (named) => call('requests.withdraw', { ...named, reason }))
  }
  /** Hands in what was asked for; true when the request is back with the branch. */
  async function complete(
    visitId: string,
    brought: { readonly papers: readonly RequestPaper[]; readonly note: string },
  ): Promise<boolean> {
    const { papers, note } = brought
    return change(visitId, (named) =>
      call('requests.complete', { ...named, papers: [...papers], note }),
    )
  }
  interface Named {
    readonly visitId: string
    readonly trackingCode: string
    readonly version: number
  }
  /** What somebody changed meanwhile is read again, so that the clerk decides on what is there. */
  async function change(
    visitId: string,
    send: (named: Named) => Promise<Reply<RequestDetail>>,
  ): Promise<boolean> {
    const request = chosen.value
    if (!request || request.version === null || isChanging.value) return false
    isChanging.value = true
    const { trackingCode: code, version } = request
    const reply = await send({ visitId, trackingCode: code, version })
    isChanging.value = false
    if (reply.ok || reply.refusal.code === 'conflict') await reload(visitId, code)
    refusal.value = reply.ok ? null : reply.refusal
    return reply.ok
  }
  whenForgotten(() => {
    list.clear()
    detail.clear()
    trackingCode.value = null
    refusal.value = null
    isChanging.value = false
  })
  return {
    ...{ list: list.load, detail: detail.load, trackingCode, isChanging, refusal },
    ...{ open, reload, choose, withdraw, complete },
  }
})
