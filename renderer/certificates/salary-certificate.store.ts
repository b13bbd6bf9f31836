import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import { whenForgotten } from '../client/forget.ts'
import { fieldFaults } from './field-faults.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'
import { pensionChoice } from './pension-choice.ts'
import { recipientChoice } from './recipient-choice.ts'

/** The form of a salary certificate: pension file, recipient and its branch. */
export const useSalaryCertificate = defineStore('certificates/salary', () => {
  const pension = pensionChoice()
  const to = recipientChoice()
  const telling = fieldFaults(['recipient', 'branch'], () => to.faults.value)
  /** The recipient asks what else the pension is bound to. */
  const isAsked = ref(false)
  let turn = 0

  const source = computed(() =>
    sourceOf([pension.files.load.value, to.list.load.value], pension.nothing.value),
  )
  const order = computed((): OrderOf<'salary-certificate'> | null =>
    pension.pensionNumber.value === null || !to.ordered.value
      ? null
      : {
          kind: 'salary-certificate',
          pensionNumber: pension.pensionNumber.value,
          ...to.ordered.value,
          ...(isAsked.value ? { withCommitments: true } : {}),
        },
  )

  /** Starts an order: the wanted file, else the first that is paid; the recipient of before, else the paying bank. */
  async function open({ visitId, pensionNumber }: PaperOpening): Promise<void> {
    const mine = ++turn
    pension.pensionNumber.value = null
    isAsked.value = false
    to.begin()
    telling.restart()
    await Promise.all([pension.files.ask(visitId), to.list.ask()])
    if (mine !== turn) return
    const file = pension.pick(pensionNumber)
    if (file && to.recipient.value === null)
      await to.proposePayingBank(visitId, file.pensionNumber, () => mine === turn)
  }
  whenForgotten(() => {
    turn++
    isAsked.value = false
    pension.clear()
    to.clear()
    telling.restart()
  })
  return {
    source,
    order,
    pensionNumber: pension.pensionNumber,
    choices: pension.choices,
    recipients: to.recipients,
    recipient: to.recipient,
    branch: to.branch,
    isAsked,
    ...telling,
    open,
    keep: to.remember,
  }
})
