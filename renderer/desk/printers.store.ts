import { defineStore } from 'pinia'
import { computed } from 'vue'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { useDesk } from './desk.store.ts'

/** Where a paper will go: `isGone` when the printer that was chosen is not there, `name` null when there is none. */
export interface PaperPrinter {
  readonly name: string | null
  readonly isGone: boolean
}

/** The printers of this machine, and which of them a kind of paper goes to. */
export const usePrinters = defineStore('desk/printers', () => {
  const desk = useDesk()
  const printers = latest(() => call('desk.printers', null))
  const known = computed(() => loaded(printers.load.value))

  /** Undefined until the printers are known. */
  function printerOf(kind: string): PaperPrinter | undefined {
    const all = known.value
    if (!all) return undefined
    const wanted = desk.settings.papers[kind]?.printer ?? desk.settings.printer
    if (wanted !== null) return { name: wanted, isGone: !all.some((one) => one.name === wanted) }
    const usual = all.find((one) => one.isDefault) ?? all[0]
    return { name: usual?.name ?? null, isGone: false }
  }
  return { load: printers.load, reload: printers.ask, known, printerOf }
})
