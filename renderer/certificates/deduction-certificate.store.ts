import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import { lastDue, repaymentOf } from '#core/certificates/deduction-certificate.rules.ts'
import { latestMonthlySlip } from '#core/certificates/paid-pension.rules.ts'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { formatRial } from '#core/kernel/rial.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { readTerms, TERM_FIELDS, termFaults, type TypedTerms } from './deduction-form.ts'
import { fieldFaults } from './field-faults.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'
import { pensionChoice } from './pension-choice.ts'
import { recipientChoice } from './recipient-choice.ts'
import { monthText } from './month-typing.ts'

const noTerms: TypedTerms = {
  whose: 'own',
  ...{ firstName: '', lastName: '', nationalId: '', birthDay: null, birthText: '' },
  ...{ loan: '', instalment: '', count: '', guarantee: '', firstDue: '' },
}

/** The form of an instalment-deduction certificate: the lender, whose loan it is, and its terms. */
export const useDeductionCertificate = defineStore('certificates/deduction', () => {
  const pension = pensionChoice()
  const to = recipientChoice(['BANK', 'FUND'])
  const limitList = latest(() => call('certificates.deductionLimits', null))
  const slips = latest((visitId: string, pensionNumber: string) =>
    call('pensions.slips', { visitId, pensionNumber }),
  )
  const typed = reactive<TypedTerms>({ ...noTerms })
  /** Until the clerk writes another, the guarantee is the repayment. */
  const isGuaranteeOwn = ref(false)
  const today = shallowRef<Day | null>(null)
  const personId = ref('')
  let visitId = ''
  let turn = 0

  const parameters = computed(() => loaded(limitList.load.value) ?? [])
  const net = computed(() => latestMonthlySlip(loaded(slips.load.value) ?? [])?.net ?? null)
  /** What the law of the day allows; a limit that is not in the data is undefined. */
  const limits = computed(() => {
    const { value: day } = today
    if (day === null) return {}
    const count = (code: string) => parameterOn(parameters.value, code, 'FACTOR', day)?.value
    return {
      instalment: parameterOn(parameters.value, 'DEDUCTION_CERT_MIN_INSTALMENT', 'RIAL', day)
        ?.value,
      least: count('DEDUCTION_CERT_MIN_COUNT'),
      most: count('DEDUCTION_CERT_MAX_COUNT'),
    }
  })
  const repaymentTyped = computed(() => {
    if (today.value === null) return undefined
    const terms = readTerms({ ...typed }, today.value)
    const repayment = repaymentOf(terms)
    return repayment === undefined || repayment === 0 ? undefined : repayment
  })
  const guarantee = computed({
    get: () => {
      if (isGuaranteeOwn.value) return typed.guarantee
      return repaymentTyped.value === undefined ? '' : formatRial(repaymentTyped.value)
    },
    set: (text: string) => {
      isGuaranteeOwn.value = text !== ''
      typed.guarantee = text
    },
  })
  const filled = computed((): TypedTerms => ({ ...typed, guarantee: guarantee.value }))
  const terms = computed(() =>
    today.value === null ? undefined : readTerms(filled.value, today.value),
  )
  /** instalment × count, and the months from the first to the last of them. */
  const repayment = computed(() =>
    repaymentTyped.value === undefined || !terms.value || terms.value.count === 0
      ? undefined
      : {
          amount: repaymentTyped.value,
          count: terms.value.count,
          from: terms.value.firstDue,
          to: lastDue(terms.value.firstDue, terms.value.count),
        },
  )
  const telling = fieldFaults(['recipient', 'branch', ...TERM_FIELDS], () => ({
    ...to.faults.value,
    ...(today.value === null
      ? {}
      : termFaults(
          filled.value,
          { pensionerId: personId.value, net: net.value },
          parameters.value,
          today.value,
        )),
  }))
  const source = computed(() =>
    sourceOf(
      [pension.files.load.value, to.list.load.value, limitList.load.value],
      pension.nothing.value,
    ),
  )
  const order = computed((): OrderOf<'deduction-certificate'> | null => {
    const { value: pensionNumber } = pension.pensionNumber
    if (pensionNumber === null || !to.ordered.value || !terms.value) return null
    if (telling.firstFault.value !== undefined) return null
    return { kind: 'deduction-certificate', pensionNumber, ...to.ordered.value, ...terms.value }
  })

  /** Starts with the file that is paid, the bank that pays it, and the coming month. */
  async function open(opening: PaperOpening): Promise<void> {
    const mine = ++turn
    reset()
    visitId = opening.visitId
    today.value = opening.today
    personId.value = opening.personId
    typed.firstDue = monthText(nextMonth(opening.today))
    to.begin()
    await Promise.all([pension.files.ask(visitId), to.list.ask(), limitList.ask()])
    if (mine !== turn) return
    const file = pension.pick(opening.pensionNumber)
    if (!file) return
    const { pensionNumber } = file
    await Promise.all([
      slips.ask(visitId, pensionNumber),
      to.recipient.value === null
        ? to.proposePayingBank(visitId, pensionNumber, () => mine === turn)
        : undefined,
    ])
  }
  async function choosePension(number: string): Promise<void> {
    pension.pensionNumber.value = number
    slips.clear()
    await slips.ask(visitId, number)
  }
  function reset(): void {
    pension.pensionNumber.value = null
    Object.assign(typed, noTerms)
    isGuaranteeOwn.value = false
    slips.clear()
    telling.restart()
  }
  whenForgotten(() => {
    turn++
    reset()
    pension.clear()
    to.clear()
    personId.value = ''
    today.value = null
  })
  return {
    source,
    order,
    typed,
    guarantee,
    repayment,
    limits,
    net,
    today,
    pensionNumber: pension.pensionNumber,
    choices: pension.choices,
    recipients: to.recipients,
    recipient: to.recipient,
    branch: to.branch,
    ...telling,
    open,
    choosePension,
    keep: to.remember,
  }
})

function nextMonth(today: Day) {
  const { year, month } = jalaliOf(today)
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}
