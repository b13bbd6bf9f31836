import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import type { CommonTab } from '../ui/common-tab.ts'

/** The parts of the pensioner's role. */
export type PensionTab = 'slips' | 'status' | 'decrees' | 'certificates' | CommonTab

/** The pensioner role of the open file: one pension file is chosen, and in it a slip and a decree. */
export const usePensions = defineStore('pensions', () => {
  const files = latest((visitId: string) => call('pensions.files', visitId))
  const slips = latest((visitId: string, pensionNumber: string) =>
    call('pensions.slips', { visitId, pensionNumber }),
  )
  const slip = latest((visitId: string, slipNumber: string) =>
    call('pensions.slip', { visitId, slipNumber }),
  )
  const decrees = latest((visitId: string, pensionNumber: string) =>
    call('pensions.decrees', { visitId, pensionNumber }),
  )
  const tab = ref<PensionTab>('slips')
  /** A part was asked for from outside of it: the focus follows. */
  const isAsked = ref(false)
  const pensionNumber = ref<string | null>(null)
  const slipNumber = ref<string | null>(null)
  const decreeNumber = ref<string | null>(null)
  const all = computed(() => loaded(files.load.value) ?? [])
  const chosen = computed(() => all.value.find((one) => one.pensionNumber === pensionNumber.value))

  /** Opens the file that was searched for, else the first that is paid, else the first. */
  async function open(visitId: string, wanted: string | null): Promise<void> {
    if (files.load.value.state !== 'idle') return
    await files.ask(visitId)
    const first =
      all.value.find((one) => one.pensionNumber === wanted) ??
      all.value.find((one) => one.shareStatus === 'ACTIVE') ??
      all.value[0]
    if (first) await choose(visitId, first.pensionNumber)
  }
  async function choose(visitId: string, number: string): Promise<void> {
    if (pensionNumber.value === number) return
    pensionNumber.value = number
    slipNumber.value = null
    decreeNumber.value = null
    slips.clear()
    slip.clear()
    decrees.clear()
    await Promise.all([slips.ask(visitId, number), decrees.ask(visitId, number)])
    await showNewest(visitId, number)
  }
  /** The newest slip and decree, unless the clerk chose meanwhile. */
  async function showNewest(visitId: string, number: string): Promise<void> {
    if (pensionNumber.value !== number) return
    decreeNumber.value ??= loaded(decrees.load.value)?.[0]?.decreeNumber ?? null
    const newest = loaded(slips.load.value)?.[0]
    if (newest && slipNumber.value === null) await chooseSlip(visitId, newest.slipNumber)
  }
  async function chooseSlip(visitId: string, number: string): Promise<void> {
    slipNumber.value = number
    await slip.ask(visitId, number)
  }
  /** Opens a part of the role from a list or a command. */
  function show(wanted: PensionTab): void {
    tab.value = wanted
    isAsked.value = true
  }
  whenForgotten(() => {
    tab.value = 'slips'
    isAsked.value = false
    for (const one of [files, slips, slip, decrees]) one.clear()
    pensionNumber.value = null
    slipNumber.value = null
    decreeNumber.value = null
  })
  return {
    files: files.load,
    slips: slips.load,
    slip: slip.load,
    decrees: decrees.load,
    tab,
    isAsked,
    show,
    pensionNumber,
    slipNumber,
    decreeNumber,
    chosen,
    open,
    choose,
    chooseSlip,
    reload: files.ask,
    reloadSlips: slips.ask,
    reloadDecrees: decrees.ask,
  }
})
