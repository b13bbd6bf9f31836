import { defineStore } from 'pinia'
import { computed, ref, watch } from 'vue'
import type { PaperOrder } from '#core/certificates/certificate.model.ts'
import type { PaySlipSummary } from '#core/pensions/pension.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { paperDesk } from './issuing.ts'
import { paperPreview } from './paper-preview.ts'
import { readPayMonth } from './pay-month.ts'

/** The slips of a pension file to be printed: the latest at first, any month by typing or arrows. */
export const useSlipPaper = defineStore('certificates/slip', () => {
  const files = latest((visit: string) => call('pensions.files', visit))
  const list = latest((visit: string, pension: string) =>
    call('pensions.slips', { visitId: visit, pensionNumber: pension }),
  )
  const preview = paperPreview()
  const desk = paperDesk()
  const visitId = ref<string | null>(null)
  const pensionNumber = ref<string | null>(null)
  const slipNumber = ref<string | null>(null)
  const typed = ref('')
  let turn = 0

  const slips = computed(() => loaded(list.load.value) ?? [])
  const at = computed(() => slips.value.findIndex((one) => one.slipNumber === slipNumber.value))
  const chosen = computed((): PaySlipSummary | undefined => slips.value[at.value])
  const order = computed((): PaperOrder | null =>
    slipNumber.value === null ? null : { kind: 'pension-slip', slipNumber: slipNumber.value },
  )
  /** A month was typed that has no slip. */
  const isMonthMissing = computed(() => typed.value.trim() !== '' && slipNumber.value === null)
  watch(order, (wanted) => {
    if (visitId.value !== null && desk.state.value.step !== 'issued')
      preview.show(visitId.value, wanted)
  })

  /** Starts with the wanted file and slip, else the first file that is paid and its latest slip. */
  async function open(
    visit: string,
    wanted: { readonly pensionNumber?: string; readonly slipNumber?: string },
  ): Promise<void> {
    const mine = ++turn
    visitId.value = visit
    preview.clear()
    desk.clear()
    list.clear()
    typed.value = ''
    slipNumber.value = null
    await files.ask(visit)
    if (mine !== turn) return
    const all = loaded(files.load.value) ?? []
    const file =
      all.find((one) => one.pensionNumber === wanted.pensionNumber) ??
      all.find((one) => one.shareStatus === 'ACTIVE') ??
      all[0]
    pensionNumber.value = file?.pensionNumber ?? null
    if (file) await readSlips(file.pensionNumber, wanted.slipNumber ?? null, mine)
  }
  async function readSlips(pension: string, wanted: string | null, mine: number): Promise<void> {
    if (visitId.value === null) return
    await list.ask(visitId.value, pension)
    if (mine !== turn) return
    const known = slips.value.find((one) => one.slipNumber === wanted)
    slipNumber.value = (known ?? newest(slips.value))?.slipNumber ?? null
  }
  async function choosePension(pension: string): Promise<void> {
    const mine = ++turn
    pensionNumber.value = pension
    typed.value = ''
    slipNumber.value = null
    list.clear()
    await readSlips(pension, null, mine)
  }
  /** Follows what is typed to the month it means; nothing typed is the latest slip again. */
  function type(text: string): void {
    typed.value = text
    if (text.trim() === '') {
      slipNumber.value = newest(slips.value)?.slipNumber ?? null
      return
    }
    const month = readPayMonth(text)
    const found = slips.value.filter(
      (one) => one.month === month?.month && (month.year === null || one.year === month.year),
    )
    slipNumber.value = newest(found)?.slipNumber ?? null
  }
  /** Moves by slips in the list, newest first. */
  function move(by: number): void {
    if (slips.value.length === 0) return
    const to = Math.min(slips.value.length - 1, Math.max(0, at.value + by))
    typed.value = ''
    slipNumber.value = slips.value[to]?.slipNumber ?? null
  }
  function choose(number: string): void {
    typed.value = ''
    slipNumber.value = number
  }
  async function issue(): Promise<void> {
    if (visitId.value === null || order.value === null) return
    const visit = visitId.value
    await desk.issue(visit, order.value)
    const { value: state } = desk.state
    if (state.step === 'issued') await preview.showIssued(visit, state.paper.documentId)
  }
  /** Another slip after one that was issued. */
  function another(): void {
    desk.clear()
    redraw()
  }
  function redraw(): void {
    if (visitId.value !== null) preview.show(visitId.value, order.value)
  }
  whenForgotten(() => {
    turn++
    files.clear()
    list.clear()
    preview.clear()
    desk.clear()
    visitId.value = null
    pensionNumber.value = null
    slipNumber.value = null
    typed.value = ''
  })
  return {
    files: files.load,
    list: list.load,
    preview: preview.load,
    isPreviewStale: preview.isStale,
    issuing: desk.state,
    pensionNumber,
    slipNumber,
    typed,
    slips,
    at,
    chosen,
    order,
    isMonthMissing,
    open,
    choosePension,
    type,
    move,
    choose,
    issue,
    print: desk.print,
    another,
    redraw,
  }
})

/** The monthly slip of the newest month among slips that come newest first, else the first. */
function newest(slips: readonly PaySlipSummary[]): PaySlipSummary | undefined {
  const [first] = slips
  if (!first) return undefined
  const monthly = slips.find((one) => one.paymentType === 'MONTHLY')
  return monthly && monthly.year === first.year && monthly.month === first.month ? monthly : first
}
