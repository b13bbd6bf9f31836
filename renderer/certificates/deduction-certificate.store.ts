import { defineStore } from 'pinia'
import { computed, reactive, ref, shallowRef } from 'vue'
import { alikeCertificate, greatestInstalment } from '#core/certificates/commitments.rules.ts'
import { repaymentOf } from '#core/certificates/deduction-certificate.rules.ts'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import { lastDue } from '#core/certificates/pay-month.rules.ts'
import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { ShareTerm } from '#core/vault/vault.model.ts'
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
  const bound = latest((visitId: string, pensionNumber: string) =>
    call('certificates.deductionStanding', { visitId, pensionNumber }),
  )
  const typed = reactive<TypedTerms>({ ...noTerms })
  /** Until the clerk writes another, the guarantee is the repayment. */
  const isGuaranteeOwn = ref(false)
  /** The bank asks by a password of its own, which the citizen takes along on a slip. */
  const share = ref<ShareTerm | 'NONE'>('MONTH')
  const shareTerm = computed(() => (share.value === 'NONE' ? null : share.value))
  const today = shallowRef<Day | null>(null)
  const personId = ref('')
  let visitId = ''
  let turn = 0

  const parameters = computed(() => loaded(limitList.load.value) ?? [])
  const standing = computed(() => loaded(bound.load.value))
  const net = computed(() => standing.value?.net ?? null)
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
  /** The greatest instalment that fits beside what the pension is bound to; null when none does, or it is unknown. */
  const greatest = computed(() =>
    standing.value && limits.value.instalment !== undefined
      ? greatestInstalment(standing.value.room, limits.value.instalment)
      : null,
  )
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
  /** What would be left of the room after this certificate; null while no instalment is typed or it does not fit. */
  const left = computed(() => {
    const instalment = terms.value?.instalment ?? 0
    const room = standing.value?.room.room
    return room === undefined || instalment === 0 || instalment > room
      ? null
      : rial(room - instalment)
  })
  const isBeyond = computed(() => {
    const room = standing.value?.room.room
    return room !== undefined && (terms.value?.instalment ?? 0) > room
  })
  /** A valid certificate on the same terms, which the clerk is told of. */
  const alike = computed(() =>
    terms.value && standing.value
      ? alikeCertificate(
          {
            recipientName: to.recipient.value?.name ?? null,
            instalment: terms.value.instalment,
            count: terms.value.count,
          },
          standing.value.commitments,
        )
      : undefined,
  )
  const telling = fieldFaults(['recipient', 'branch', ...TERM_FIELDS], () => ({
    ...to.faults.value,
    ...(today.value === null
      ? {}
      : termFaults(
          filled.value,
          {
            pensionerId: personId.value,
            net: net.value,
            room: standing.value?.room ?? null,
          },
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
    // Until it is known what the pension is bound to nothing can be promised.
    if (telling.firstFault.value !== undefined || !standing.value) return null
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
      bound.ask(visitId, pensionNumber),
      to.recipient.value === null
        ? to.proposePayingBank(visitId, pensionNumber, () => mine === turn)
        : undefined,
    ])
  }
  async function choosePension(number: string): Promise<void> {
    pension.pensionNumber.value = number
    bound.clear()
    await bound.ask(visitId, number)
  }
  function reset(): void {
    pension.pensionNumber.value = null
    Object.assign(typed, noTerms)
    isGuaranteeOwn.value = false
    share.value = 'MONTH'
    bound.clear()
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
    standing: bound.load,
    greatest,
    left,
    isBeyond,
    alike,
    share,
    shareTerm,
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
