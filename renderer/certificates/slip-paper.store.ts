import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { PaySlipSummary } from '#core/pensions/pension.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'
import { readMonth } from '../ui/month-typing.ts'
import { pensionChoice } from './pension-choice.ts'

/** The form of a slip: the latest of a pension file at first, any month by typing or arrows. */
export const useSlipPaper = defineStore('certificates/slip', () => {
  const pension = pensionChoice()
  const list = latest((visitId: string, pensionNumber: string) =>
    call('pensions.slips', { visitId, pensionNumber }),
  )
  const slipNumber = ref<string | null>(null)
  const typed = ref('')
  const isSent = ref(false)
  let visitId = ''
  let turn = 0

  const slips = computed(() => loaded(list.load.value) ?? [])
  const at = computed(() => slips.value.findIndex((one) => one.slipNumber === slipNumber.value))
  const source = computed(() => {
    const files = sourceOf([pension.files.load.value], pension.nothing.value)
    if (files.state !== 'ready') return files
    const nothing = {
      ...{ title: t('papers.noSlips'), reason: t('papers.noSlipsReason') },
      elsewhere: pension.choices.value.length > 1,
    }
    return sourceOf([list.load.value], slips.value.length === 0 ? nothing : undefined)
  })
  const order = computed((): OrderOf<'pension-slip'> | null =>
    slipNumber.value === null ? null : { kind: 'pension-slip', slipNumber: slipNumber.value },
  )
  const firstFault = computed(() => (slipNumber.value === null ? 'month' : undefined))
  /** A month was typed that has no slip. */
  const isMonthMissing = computed(() => typed.value.trim() !== '' && slipNumber.value === null)

  /** Starts with the wanted file and slip, else the first file that is paid and its latest slip. */
  async function open(opening: PaperOpening): Promise<void> {
    const mine = ++turn
    visitId = opening.visitId
    list.clear()
    pension.pensionNumber.value = null
    typed.value = ''
    slipNumber.value = null
    await pension.files.ask(visitId)
    if (mine !== turn) return
    const file = pension.pick(opening.pensionNumber)
    if (file) await readSlips(file.pensionNumber, opening.slipNumber, mine)
  }
  async function readSlips(number: string, wanted: string | undefined, mine: number) {
    await list.ask(visitId, number)
    if (mine !== turn) return
    const known = slips.value.find((one) => one.slipNumber === wanted)
    slipNumber.value = (known ?? newest(slips.value))?.slipNumber ?? null
  }
  async function choosePension(number: string): Promise<void> {
    const mine = ++turn
    pension.pensionNumber.value = number
    typed.value = ''
    slipNumber.value = null
    list.clear()
    await readSlips(number, undefined, mine)
  }
  /** Follows what is typed to the month it means; nothing typed is the latest slip again. */
  function type(text: string): void {
    typed.value = text
    if (text.trim() === '') {
      slipNumber.value = newest(slips.value)?.slipNumber ?? null
      return
    }
    const month = readMonth(text)
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
    pension.clear()
    list.clear()
    slipNumber.value = null
    typed.value = ''
  })
  return {
    source,
    order,
    firstFault,
    isSent,
    isMonthMissing,
    slips,
    slipNumber,
    typed,
    at,
    pensionNumber: pension.pensionNumber,
    choices: pension.choices,
    open,
    choosePension,
    type,
    move,
    choose,
  }
})

/** The monthly slip of the newest month among slips that come newest first, else the first. */
function newest(slips: readonly PaySlipSummary[]): PaySlipSummary | undefined {
  const [first] = slips
  if (!first) return undefined
  const monthly = slips.find((one) => one.paymentType === 'MONTHLY')
  return monthly && monthly.year === first.year && monthly.month === first.month ? monthly : first
}
