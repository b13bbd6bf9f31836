import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { usePensions } from './pension.store.ts'

/** How the decrees of the chosen file are looked at: those of one year, and which lines of the chosen one are open. */
export const useDecrees = defineStore('pensions/decrees', () => {
  const pensions = usePensions()
  const year = ref<number | null>(null)
  const open = ref<ReadonlySet<number>>(new Set())
  const explanation = latest((visitId: string, pensionNumber: string, decreeNumber: string) =>
    call('pensions.decreeExplanation', { visitId, pensionNumber, decreeNumber }),
  )

  const all = computed(() => loaded(pensions.decrees) ?? [])
  const years = computed(() => [...new Set(all.value.map((decree) => decree.year))])
  const rows = computed(() =>
    year.value === null ? all.value : all.value.filter((decree) => decree.year === year.value),
  )
  const chosen = computed(() =>
    all.value.find(({ decreeNumber }) => decreeNumber === pensions.decreeNumber),
  )
  const explained = computed(() => {
    const value = loaded(explanation.load.value)
    return value?.decreeNumber === chosen.value?.decreeNumber ? value : undefined
  })

  /** Asks where the lines of the chosen decree come from. */
  async function explain(visitId: string): Promise<void> {
    const { pensionNumber } = pensions
    if (pensionNumber === null || !chosen.value) return
    await explanation.ask(visitId, pensionNumber, chosen.value.decreeNumber)
  }
  /** Shows one year; the decree that counts in it is chosen. */
  function showYear(wanted: number | null): void {
    year.value = wanted
    if (wanted === null || chosen.value?.year === wanted) return
    pensions.decreeNumber = rows.value.find(({ counts }) => counts)?.decreeNumber ?? null
  }
  /** Chooses a decree of another year than the one that is shown, too. */
  function go(decreeNumber: string): void {
    const wanted = all.value.find((decree) => decree.decreeNumber === decreeNumber)
    if (year.value !== null && wanted?.year !== year.value) year.value = null
    pensions.decreeNumber = decreeNumber
  }
  function toggle(at: number): void {
    const next = new Set(open.value)
    if (!next.delete(at)) next.add(at)
    open.value = next
  }
  watch(
    () => pensions.decreeNumber,
    () => {
      open.value = new Set()
    },
  )
  watch(
    () => pensions.pensionNumber,
    () => {
      year.value = null
      explanation.clear()
    },
  )
  whenForgotten(() => {
    year.value = null
    open.value = new Set()
    explanation.clear()
  })
  return {
    ...{ year, years, rows, chosen, open, explanation: explanation.load, explained },
    ...{ explain, showYear, go, toggle },
  }
})
