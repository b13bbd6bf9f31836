import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { ChosenExtract } from '#core/extracts/extracts.contract.ts'
import type { ImportProgress, ImportResult, Reject } from '#core/extracts/extract.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { onEvent } from '../client/use-event.ts'
import { importPace, type Pace } from './import-pace.ts'

const ASK_AGAIN_MS = 1000
const REJECTS_PAGE = 500
const REJECTS_MOST = 5000

/** The import of extracts. It goes on in the office whatever screen is shown; the store follows it. */
export const useImport = defineStore('extracts/import', () => {
  const chosen = shallowRef<ChosenExtract | null>(null)
  const runningId = ref<string | null>(null)
  const progress = shallowRef<ImportProgress | null>(null)
  const pace = shallowRef<Pace>({ rowsPerSecond: undefined, secondsLeft: undefined })
  const result = shallowRef<ImportResult | null>(null)
  const refusal = shallowRef<RefusalData | null>(null)
  const isBusy = ref(false)
  const isCancelling = ref(false)
  const history = latest(() => call('extracts.history', null))
  const selected = ref<string | null>(null)
  const summary = computed(() =>
    loaded(history.load.value)?.find((one) => one.importId === selected.value),
  )
  const isRunning = computed(() => runningId.value !== null)
  let measure = importPace()
  let timer: ReturnType<typeof setTimeout> | undefined

  onEvent('extracts.progress', (next) => {
    if (runningId.value === null) follow(next.importId)
    if (next.importId !== runningId.value) return
    progress.value = next
    pace.value = measure(next, Date.now())
  })

  function follow(importId: string): void {
    runningId.value = importId
    progress.value = null
    result.value = null
    isCancelling.value = false
    measure = importPace()
    askLater(importId)
  }
  function askLater(importId: string): void {
    clearTimeout(timer)
    timer = setTimeout(() => void askResult(importId), ASK_AGAIN_MS)
  }
  /** The end of an import is asked for: an event may be lost when the backend starts again. */
  async function askResult(importId: string): Promise<void> {
    const done = await call('extracts.result', { importId })
    const still = done.ok && !done.value ? await call('extracts.running', null) : undefined
    if (runningId.value !== importId) return
    const isOver = done.ok && (done.value !== null || (still?.ok === true && still.value === null))
    if (!isOver) {
      askLater(importId)
      return
    }
    runningId.value = null
    progress.value = null
    result.value = done.value
    if (done.value?.outcome === 'done' || done.value?.outcome === 'already-imported')
      chosen.value = null
    await readHistory(done.value?.importId ?? importId)
  }
  async function readHistory(wanted?: string): Promise<void> {
    await history.ask()
    const all = loaded(history.load.value) ?? []
    const known = all.find((one) => one.importId === (wanted ?? selected.value)) ?? all[0]
    selected.value = known?.importId ?? null
  }
  /** Finds an import that runs already, and what was imported before. */
  async function open(): Promise<void> {
    await readHistory()
    if (runningId.value !== null) return
    const running = await call('extracts.running', null)
    if (running.ok && running.value) {
      follow(running.value.importId)
      progress.value = running.value
    }
  }
  async function choose(what: 'folder' | 'zip'): Promise<void> {
    isBusy.value = true
    refusal.value = null
    const reply = await call('extracts.choose', { what })
    isBusy.value = false
    if (!reply.ok) refusal.value = reply.refusal
    else if (reply.value) {
      chosen.value = reply.value
      result.value = null
    }
  }
  /** Starts once; `force` loads an older extract too, by the right of a supervisor. */
  async function begin(force: boolean): Promise<void> {
    if (!chosen.value || isBusy.value || isRunning.value) return
    isBusy.value = true
    refusal.value = null
    const reply = await call('extracts.import', { token: chosen.value.token, force })
    isBusy.value = false
    if (reply.ok) follow(reply.value.importId)
    else refusal.value = reply.refusal
  }
  async function cancel(): Promise<void> {
    if (runningId.value === null || isCancelling.value) return
    isCancelling.value = true
    const reply = await call('extracts.cancel', { importId: runningId.value })
    if (!reply.ok) {
      isCancelling.value = false
      refusal.value = reply.refusal
    }
  }

  const rejects = latest(listRejects)
  /** Rejected rows from the first on, as many as a screen can take; the CSV has them all. */
  async function listRejects(importId: string) {
    const rows: Reject[] = []
    let total = 0
    do {
      const page = { importId, offset: rows.length, limit: REJECTS_PAGE }
      const reply = await call('extracts.rejects', page)
      if (!reply.ok) return reply
      total = reply.value.total
      rows.push(...reply.value.rejects)
      if (reply.value.rejects.length < REJECTS_PAGE) break
    } while (rows.length < REJECTS_MOST)
    return { ok: true as const, value: { total, rows } }
  }
  /** Saves the report where the clerk says; the path, or null when he cancelled or it failed. */
  async function saveRejects(importId: string): Promise<string | null> {
    const reply = await call('extracts.saveRejects', { importId })
    refusal.value = reply.ok ? null : reply.refusal
    return reply.ok ? reply.value : null
  }
  return {
    chosen,
    isRunning,
    progress,
    pace,
    result,
    refusal,
    isBusy,
    isCancelling,
    history: history.load,
    selected,
    summary,
    rejects: rejects.load,
    open,
    readHistory,
    choose,
    begin,
    cancel,
    readRejects: rejects.ask,
    clearRejects: rejects.clear,
    saveRejects,
  }
})
