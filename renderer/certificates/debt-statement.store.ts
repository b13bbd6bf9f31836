import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { DebtStage } from '#core/employers/debt.model.ts'
import type { LedgerScope } from '#core/employers/ledger-scope.rules.ts'
import { monthSerial } from '#core/insured/month-serial.rules.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { t } from '../locales/texts.ts'
import { readMonth } from '../ui/month-typing.ts'
import { fieldFaults, type FieldFault } from './field-faults.ts'
import { monthText } from './month-typing.ts'
import { sourceOf, type PaperOpening } from './paper-form.ts'

type Month = NonNullable<LedgerScope['from']>

/** The month that was typed; null for none, undefined while it is no month of a year. */
function typedMonth(text: string): Month | null | undefined {
  if (text.trim() === '') return null
  const month = readMonth(text)
  return month && month.year !== null && month.year >= 1300 && month.year <= 1499
    ? { year: month.year, month: month.month }
    : undefined
}

/**
 * The form of a debt statement: a workshop the citizen may act for, one contract row or all, some stages and months or
 * all, with the ledger or not. It opens on what a ledger on the screen shows.
 */
export const useDebtStatement = defineStore('certificates/debt-statement', () => {
  const file = latest((visit: string) => call('employers.workshops', visit))
  /** Index in the list: one workshop may be held at two branches. */
  const at = ref(-1)
  const contractRow = ref('')
  const withLedger = ref(false)
  /** None is all. */
  const stages = ref<DebtStage[]>([])
  /** The empty word is all; the plain statement is of open debts whatever it says. */
  const state = ref<'' | 'OPEN' | 'SETTLED'>('')
  const from = ref('')
  const to = ref('')
  let turn = 0

  const workshops = computed(() => {
    const all = loaded(file.load.value)?.workshops ?? []
    const same = (a: (typeof all)[number], b: (typeof all)[number]) =>
      a.workshopCode === b.workshopCode && a.branchCode === b.branchCode
    return all.filter((one, index) => all.findIndex((other) => same(one, other)) === index)
  })
  const workshop = computed(() => workshops.value[at.value])
  const row = computed(() => toLatinDigits(contractRow.value).trim())
  const since = computed(() => typedMonth(from.value))
  const until = computed(() => typedMonth(to.value))
  const isReversed = computed(
    () => since.value && until.value && monthSerial(since.value) > monthSerial(until.value),
  )
  const badMonth: FieldFault = { text: t('papers.debt.badMonth') }
  const telling = fieldFaults(['workshop', 'contractRow', 'from', 'to'], () => ({
    ...(workshop.value ? {} : { workshop: { text: t('papers.debt.noWorkshop'), missing: true } }),
    ...(row.value === '' || /^\d{3}$/.test(row.value)
      ? {}
      : { contractRow: { text: t('papers.debt.badRow') } }),
    ...(since.value === undefined ? { from: badMonth } : {}),
    ...(until.value === undefined ? { to: badMonth } : {}),
    ...(isReversed.value ? { to: { text: t('papers.debt.reversed') } } : {}),
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
          stages: [...stages.value],
          state: withLedger.value && state.value !== '' ? state.value : null,
          from: since.value ?? null,
          to: until.value ?? null,
        },
  )

  /** All of a workshop, or what of it was looked at. */
  function look(scope: LedgerScope | undefined): void {
    contractRow.value = scope?.contractRow ?? ''
    stages.value = [...(scope?.stages ?? [])]
    state.value = scope?.state ?? ''
    from.value = scope?.from ? monthText(scope.from) : ''
    to.value = scope?.to ? monthText(scope.to) : ''
  }
  /** Starts with the wanted workshop, else the first, the whole of it and without the ledger. */
  async function open(opening: PaperOpening): Promise<void> {
    const mine = ++turn
    at.value = -1
    withLedger.value = opening.ledger ?? false
    look(opening.debtScope)
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
    look(undefined)
  })
  return {
    source,
    order,
    workshops,
    workshop,
    at,
    contractRow,
    withLedger,
    stages,
    state,
    from,
    to,
    ...telling,
    open,
    choose,
  }
})
