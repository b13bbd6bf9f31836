import { computed, ref } from 'vue'
import type { BatchOrder } from '#core/certificates/batch.model.ts'
import { jalaliMonthName } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { fieldFaults } from './field-faults.ts'
import type { PaperWish } from './paper-form.ts'
import { pensionChoice } from './pension-choice.ts'
import { recipientChoice } from './recipient-choice.ts'

type Of = BatchOrder['of']

/** Whose papers a list may hold: a pensioner's, an employer's. */
export interface BatchRoles {
  readonly pensioner: boolean
  readonly employer: boolean
}

export interface BatchOpening extends PaperWish, BatchRoles {
  readonly visitId: string
  readonly of?: Of
}

/** Which papers are to be issued together: the fields of a list and the order that they make. */
export function batchForm() {
  const pension = pensionChoice()
  const to = recipientChoice()
  const list = latest((visitId: string, pensionNumber: string) =>
    call('pensions.slips', { visitId, pensionNumber }),
  )
  const of = ref<Of>('year-of-slips')
  const year = ref('')
  const month = ref('')
  const withLedger = ref(false)
  const roles = ref<BatchRoles>({ pensioner: false, employer: false })
  const isReady = ref(false)
  let visitId = ''
  let turn = 0

  const isFamily = computed(() => of.value === 'family-slips' || of.value === 'family-certificates')
  const familyFiles = computed(() =>
    pension.all.value.filter((one) => one.pensionType === 'SURVIVORS'),
  )
  /** A family's papers are of a survivors' file. */
  const files = computed(() => {
    const numbers = new Set(familyFiles.value.map((one) => one.pensionNumber))
    return isFamily.value
      ? pension.choices.value.filter(({ value }) => numbers.has(value))
      : pension.choices.value
  })
  const kinds = computed((): readonly Of[] => [
    ...(roles.value.pensioner ? (['year-of-slips'] as const) : []),
    ...(familyFiles.value.length > 0 ? (['family-slips', 'family-certificates'] as const) : []),
    ...(roles.value.employer ? (['employer-statements'] as const) : []),
  ])
  const slips = computed(() => loaded(list.load.value) ?? [])
  const years = computed(() =>
    [...new Set(slips.value.map((one) => one.year))].map((one) => ({
      value: String(one),
      label: toPersianDigits(one),
    })),
  )
  const months = computed(() => {
    const all = slips.value.map((one) => `${one.year}/${one.month}`)
    return [...new Set(all)].map((value) => {
      const [ofYear = 0, number = 0] = value.split('/').map(Number)
      return { value, label: `${jalaliMonthName(number)} ${toPersianDigits(ofYear)}` }
    })
  })
  const telling = fieldFaults(['recipient', 'branch'], () =>
    of.value === 'family-certificates' ? to.faults.value : {},
  )
  const order = computed((): BatchOrder | null => {
    if (!isReady.value) return null
    if (of.value === 'employer-statements') return { of: of.value, ledger: withLedger.value }
    const { value: pensionNumber } = pension.pensionNumber
    if (pensionNumber === null) return null
    if (of.value === 'family-certificates')
      return to.ordered.value ? { of: of.value, pensionNumber, ...to.ordered.value } : null
    if (of.value === 'year-of-slips')
      return year.value === '' ? null : { of: of.value, pensionNumber, year: Number(year.value) }
    const [ofYear, number] = month.value.split('/').map(Number)
    if (ofYear === undefined || number === undefined) return null
    return { of: of.value, pensionNumber, year: ofYear, month: number }
  })

  async function open(opening: BatchOpening): Promise<void> {
    const mine = ++turn
    visitId = opening.visitId
    roles.value = { pensioner: opening.pensioner, employer: opening.employer }
    isReady.value = false
    withLedger.value = false
    list.clear()
    to.begin()
    telling.restart()
    await Promise.all([opening.pensioner ? pension.files.ask(visitId) : undefined, to.list.ask()])
    if (mine !== turn) return
    const wanted = opening.of !== undefined && kinds.value.includes(opening.of)
    of.value = (wanted ? opening.of : kinds.value[0]) ?? 'year-of-slips'
    await pick(opening.pensionNumber, mine)
    const wish = String(opening.year)
    if (mine === turn && years.value.some(({ value }) => value === wish)) year.value = wish
  }
  /** The wanted file where the list may be of it. */
  async function pick(wanted: string | undefined, mine: number): Promise<void> {
    const [first] = files.value
    const file = files.value.some(({ value }) => value === wanted)
      ? pension.pick(wanted)
      : pension.pick(isFamily.value ? first?.value : undefined)
    if (file) await readSlips(file.pensionNumber, mine)
    if (mine === turn) isReady.value = true
    if (file && to.recipient.value === null)
      await to.proposePayingBank(visitId, file.pensionNumber, () => mine === turn)
  }
  async function readSlips(pensionNumber: string, mine: number): Promise<void> {
    await list.ask(visitId, pensionNumber)
    if (mine !== turn) return
    year.value = years.value[0]?.value ?? ''
    month.value = months.value[0]?.value ?? ''
  }
  async function choosePension(number: string): Promise<void> {
    const mine = ++turn
    isReady.value = false
    list.clear()
    await pick(number, mine)
  }
  /** Another kind of list: the file stays where it may. */
  async function chooseKind(next: Of): Promise<void> {
    of.value = next
    const { value: number } = pension.pensionNumber
    if (next !== 'employer-statements' && !files.value.some(({ value }) => value === number))
      await choosePension(files.value[0]?.value ?? '')
  }
  function clear(): void {
    turn++
    pension.clear()
    to.clear()
    list.clear()
    isReady.value = false
  }
  const description = computed(() => t(`enums.batchOf.${of.value}`))
  return {
    ...{ of, kinds, files, years, months, year, month, withLedger, isReady, order, description },
    ...{ filesLoad: pension.files.load, pensionNumber: pension.pensionNumber },
    ...{ recipients: to.recipients, recipient: to.recipient, branch: to.branch },
    ...{ telling, remember: to.remember, open, chooseKind, choosePension, clear },
  }
}
