import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import type { PaySlipSummary } from '#core/pensions/pension.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { orderedPaper } from './ordered-paper.ts'
import { readPayMonth } from './pay-month.ts'

/** The slips of a pension file to be printed: the latest at first, any month by typing or arrows. */
export const useSlipPaper = defineStore('certificates/slip', () => {
  const files = latest((visit: string) => call('pensions.files', visit))
  const list = latest((visit: string, pension: string) =>
    call('pensions.slips', { visitId: visit, pensionNumber: pension }),
  )
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
  const paper = orderedPaper(order)

  /** Starts with the wanted file and slip, else the first file that is paid and its latest slip. */
  async function open(
    visit: string,
    wanted: { readonly pensionNumber?: string; readonly slipNumber?: string },
  ): Promise<void> {
    const mine = ++turn
    paper.begin(visit)
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
    const { value: visit } = paper.visitId
    if (visit === null) return
    await list.ask(visit, pension)
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
  whenForgotten(() => {
    turn++
    files.clear()
    list.clear()
    paper.clear()
    pensionNumber.value = null
    slipNumber.value = null
    typed.value = ''
  })
  return {
    files: files.load,
    list: list.load,
    preview: paper.preview.load,
    isPreviewStale: paper.preview.isStale,
    issuing: paper.desk.state,
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
    issue: paper.issue,
    print: paper.desk.print,
    another: paper.another,
    redraw: paper.redraw,
  }
})

/** The monthly slip of the newest month among slips that come newest first, else the first. */
function newest(slips: readonly PaySlipSummary[]): PaySlipSummary | undefined {
  const [first] = slips
  if (!first) return undefined
  const monthly = slips.find((one) => one.paymentType === 'MONTHLY')
  return monthly && monthly.year === first.year && monthly.month === first.month ? monthly : first
}
