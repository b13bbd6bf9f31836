import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { fieldFaults } from './field-faults.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'

/** The form of a debt statement: a workshop the citizen may act for, one contract row or all, with the ledger or not. */
export const useDebtStatement = defineStore('certificates/debt-statement', () => {
  const file = latest((visit: string) => call('employers.workshops', visit))
  /** Index in the list: one workshop may be held at two branches. */
  const at = ref(-1)
  const contractRow = ref('')
  const withLedger = ref(false)
  let turn = 0

  const workshops = computed(() => {
    const all = loaded(file.load.value)?.workshops ?? []
    const same = (a: (typeof all)[number], b: (typeof all)[number]) =>
      a.workshopCode === b.workshopCode && a.branchCode === b.branchCode
    return all.filter((one, index) => all.findIndex((other) => same(one, other)) === index)
  })
  const workshop = computed(() => workshops.value[at.value])
  const row = computed(() => toLatinDigits(contractRow.value).trim())
  const telling = fieldFaults(['workshop', 'contractRow'], () => ({
    ...(workshop.value ? {} : { workshop: { text: t('papers.debt.noWorkshop'), missing: true } }),
    ...(row.value === '' || /^\d{3}$/.test(row.value)
      ? {}
      : { contractRow: { text: t('papers.debt.badRow') } }),
  }))
  const source = computed(() => {
    const nothing = { title: t('employers.empty'), reason: t('employers.emptyReason') }
    return sourceOf([file.load.value], workshops.value.length === 0 ? nothing : undefined)
  })
  const order = computed((): OrderOf<'debt-statement'> | null =>
    !workshop.value || telling.firstFault.value !== undefined
      ? null
      : {
          kind: 'debt-statement',
          workshopCode: workshop.value.workshopCode,
          branchCode: workshop.value.branchCode,
          contractRow: row.value === '' ? null : row.value,
          ledger: withLedger.value,
        },
  )

  /** Starts with the wanted workshop, else the first, the whole of it and without the ledger. */
  async function open(opening: PaperOpening): Promise<void> {
    const mine = ++turn
    at.value = -1
    contractRow.value = ''
    withLedger.value = false
    telling.restart()
    await file.ask(opening.visitId)
    if (mine !== turn) return
    const wanted = workshops.value.findIndex(
      ({ workshopCode, branchCode }) =>
        workshopCode === opening.workshopCode &&
        (opening.branchCode === undefined || branchCode === opening.branchCode),
    )
    at.value = Math.max(0, wanted)
  }
  /** Another workshop has other contract rows. */
  function choose(index: number): void {
    at.value = index
    contractRow.value = ''
  }
  whenForgotten(() => {
    turn++
    file.clear()
    at.value = -1
    contractRow.value = ''
  })
  return {
    source,
    order,
    workshops,
    workshop,
    at,
    contractRow,
    withLedger,
    ...telling,
    open,
    choose,
  }
})
