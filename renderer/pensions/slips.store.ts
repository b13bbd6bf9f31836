import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { PaymentType } from '#core/pensions/pension.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { usePensions } from './pension.store.ts'
import { inTime, shownSlips, slipBefore, type Against } from './slip-choice.ts'

export type SlipsLook = 'LIST' | 'GLANCE'

/** How the slips of the chosen file are looked at: which of them, two against each other, a year at a glance. */
export const useSlips = defineStore('pensions/slips', () => {
  const pensions = usePensions()
  const visitId = ref<string | null>(null)
  const look = ref<SlipsLook>('LIST')
  const year = ref<number | null>(null)
  const paymentType = ref<PaymentType | null>(null)
  const against = ref<Against>({ kind: 'NONE' })
  const month = ref<number | null>(null)
  const comparison = latest((visit: string, from: string, to: string) =>
    call('pensions.compareSlips', { visitId: visit, from, to }),
  )
  const glance = latest((visit: string, pensionNumber: string, ofYear: number) =>
    call('pensions.slipYear', { visitId: visit, pensionNumber, year: ofYear }),
  )

  const all = computed(() => loaded(pensions.slips) ?? [])
  const years = computed(() => [...new Set(all.value.map((slip) => slip.year))])
  const rows = computed(() =>
    shownSlips(all.value, { year: year.value, paymentType: paymentType.value }),
  )
  const isNarrowed = computed(() => year.value !== null || paymentType.value !== null)
  const chosen = computed(() =>
    all.value.find(({ slipNumber }) => slipNumber === pensions.slipNumber),
  )
  /** The year at a glance: the one of the filter, else that of the chosen slip. */
  const glanceYear = computed(() => year.value ?? chosen.value?.year ?? years.value[0] ?? null)
  const other = computed(() => {
    const { value: way } = against
    if (way.kind === 'NONE' || !chosen.value) return undefined
    return way.kind === 'BEFORE'
      ? slipBefore(all.value, chosen.value)
      : all.value.find(({ slipNumber }) => slipNumber === way.slipNumber)
  })
  const pair = computed(() =>
    chosen.value && other.value && chosen.value.slipNumber !== other.value.slipNumber
      ? inTime(chosen.value, other.value)
      : null,
  )

  watch(pair, (next) => {
    if (next === null || visitId.value === null) comparison.clear()
    else void comparison.ask(visitId.value, ...next)
  })
  watch([look, glanceYear, () => pensions.pensionNumber], ([seen, ofYear, number], before) => {
    if (before[2] !== number) glance.clear()
    if (seen === 'GLANCE' && ofYear !== null) void readYear()
  })
  watch(
    () => pensions.pensionNumber,
    () => {
      year.value = null
      paymentType.value = null
      against.value = { kind: 'NONE' }
      month.value = null
    },
  )
  // A slip that the filter leaves out is not the chosen one.
  watch(rows, (left) => {
    const [first] = left
    if (!isNarrowed.value || !first || visitId.value === null) return
    if (left.some(({ slipNumber }) => slipNumber === pensions.slipNumber)) return
    void pensions.chooseSlip(visitId.value, first.slipNumber)
  })

  async function readYear(): Promise<void> {
    const { pensionNumber } = pensions
    if (visitId.value === null || pensionNumber === null || glanceYear.value === null) return
    await glance.ask(visitId.value, pensionNumber, glanceYear.value)
  }
  /** Asks for the comparison again, after a refusal. */
  async function compareAgain(): Promise<void> {
    if (pair.value && visitId.value !== null) await comparison.ask(visitId.value, ...pair.value)
  }
  function open(visit: string): void {
    visitId.value = visit
  }
  function compareBefore(): void {
    against.value = { kind: 'BEFORE' }
    look.value = 'LIST'
  }
  /** Marks the chosen slip as the second of a comparison; once more, and it is none. */
  function mark(slipNumber: string): void {
    const { value: way } = against
    const isMarked = way.kind === 'SLIP' && way.slipNumber === slipNumber
    against.value = isMarked ? { kind: 'NONE' } : { kind: 'SLIP', slipNumber }
  }
  function endComparison(): void {
    against.value = { kind: 'NONE' }
  }
  function clearFilter(): void {
    year.value = null
    paymentType.value = null
  }
  /** The month of the year at a glance, and with it the first of its slips. */
  function chooseMonth(next: number): void {
    month.value = next
    const first = loaded(glance.load.value)?.months.find((one) => one.month === next)
    const [slipNumber] = first?.slipNumbers ?? []
    if (slipNumber !== undefined && visitId.value !== null)
      void pensions.chooseSlip(visitId.value, slipNumber)
  }
  whenForgotten(() => {
    visitId.value = null
    look.value = 'LIST'
    month.value = null
    clearFilter()
    endComparison()
    comparison.clear()
    glance.clear()
  })
  return {
    ...{ look, year, paymentType, against, month, all, years, rows, isNarrowed, chosen },
    ...{ glanceYear, other, pair, comparison: comparison.load, glance: glance.load },
    ...{ open, readYear, compareAgain, compareBefore, mark, endComparison },
    ...{ clearFilter, chooseMonth },
  }
})
