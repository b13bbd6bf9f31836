import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Reply } from '#core/kernel/reply.ts'
import type {
  RemovalReason,
  ScanLabel,
  SharedPaper,
  ShareTerm,
  VaultScan,
} from '#core/vault/vault.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { boxRows, type BoxFilter } from './box-rows.ts'

/** The box of the citizen whose file is open. */
export const useBox = defineStore('vault/box', () => {
  const box = latest((visitId: string) => call('vault.box', visitId))
  const filter = ref<BoxFilter>('ALL')
  const selected = ref<string | null>(null)
  const rows = computed(() => {
    const value = loaded(box.load.value)
    return value ? boxRows(value, filter.value) : []
  })
  const chosen = computed(() => rows.value.find((row) => row.documentId === selected.value))

  async function reload(visitId: string): Promise<void> {
    const at = rows.value.findIndex((row) => row.documentId === selected.value)
    await box.ask(visitId)
    if (chosen.value) return
    // The one that took the place of a document that is gone.
    selected.value = (rows.value[Math.max(0, at)] ?? rows.value.at(-1))?.documentId ?? null
  }
  async function removeScan(
    visitId: string,
    documentId: string,
    reason: RemovalReason,
  ): Promise<Reply<null>> {
    const reply = await call('vault.removeScan', { visitId, documentId, reason })
    await reload(visitId)
    return reply
  }
  async function labelScan(
    visitId: string,
    documentId: string,
    label: ScanLabel,
  ): Promise<Reply<VaultScan>> {
    const reply = await call('vault.labelScan', { visitId, documentId, ...label })
    await reload(visitId)
    return reply
  }
  async function share(
    visitId: string,
    documentId: string,
    term: ShareTerm,
  ): Promise<Reply<SharedPaper>> {
    const reply = await call('vault.share', { visitId, documentId, term })
    await reload(visitId)
    return reply
  }
  async function endShare(visitId: string, shareId: string): Promise<Reply<null>> {
    const reply = await call('vault.endShare', { visitId, shareId })
    await reload(visitId)
    return reply
  }
  whenForgotten(() => {
    box.clear()
    filter.value = 'ALL'
    selected.value = null
  })
  return {
    ...{ box: box.load, filter, selected, rows, chosen, reload },
    ...{ removeScan, labelScan, share, endShare },
  }
})
