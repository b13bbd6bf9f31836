import { defineStore } from 'pinia'
import { computed } from 'vue'
import { debtsWithin, undatedBeside, type LedgerScope } from '#core/employers/ledger-scope.rules.ts'
import { workshopWord } from '#core/employers/stakes.rules.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { loaded } from '../client/load.ts'
import { sortRows, type Sort } from '../ui/data-table.ts'
import { DEBT_KEYS, isLedgerFilterSet, ledgerSum, WHOLE_LEDGER } from './ledger-filter.ts'
import { ofWorkshop, type WorkshopName } from './of-workshop.ts'
import { workshopViews } from './workshop-views.ts'

/** What was chosen in the ledger of one workshop. */
interface LedgerView {
  readonly filter: LedgerScope
  readonly sort: Sort | null
  /** The chosen debt, by its number. */
  readonly debt: string | null
  /** The chosen document of it, by its place. */
  readonly document: string | null
}

/** A debt of a workshop. */
type DebtName = WorkshopName & { readonly debtNumber: string }

const FRESH: LedgerView = { filter: WHOLE_LEDGER, sort: null, debt: null, document: null }

/** The ledger of the chosen workshop; each workshop keeps what was chosen in its own until the visit ends. */
export const useLedger = defineStore('employers/ledger', () => {
  const ledger = ofWorkshop((visitId, { workshopCode, branchCode }) =>
    call('employers.ledger', { visitId, workshopCode, branchCode }),
  )
  const documents = ofWorkshop(
    (visitId, { workshopCode, branchCode, debtNumber }: DebtName) =>
      call('employers.debtDocuments', { visitId, workshopCode, branchCode, debtNumber }),
    ({ debtNumber, ...workshop }) => `${workshopWord(workshop)}/${debtNumber}`,
  )
  const { view, part, change, forget } = workshopViews(ledger.of, FRESH)
  const filter = part('filter')
  const sort = part('sort')
  const all = computed(() => loaded(ledger.load.value)?.debts ?? [])
  const isNarrowed = computed(() => isLedgerFilterSet(filter.value))
  const within = computed(() =>
    isNarrowed.value ? debtsWithin(all.value, filter.value) : all.value,
  )
  /** How many debts a period leaves out because they name no month. */
  const undated = computed(() => undatedBeside(all.value, filter.value))
  const shown = computed(() => sortRows(within.value, sort.value, DEBT_KEYS))
  const sum = computed(() => ledgerSum(within.value))
  /** The chosen debt, else the first that is shown. */
  const debt = computed(
    () => shown.value.find((one) => one.debtNumber === view.value.debt) ?? shown.value[0],
  )
  const selected = computed({
    get: () => debt.value?.debtNumber ?? null,
    set: (number) => {
      if (number !== view.value.debt) change({ debt: number, document: null })
    },
  })
  const document = part('document')
  function clearFilter(): void {
    change({ filter: WHOLE_LEDGER })
  }
  whenForgotten(() => {
    ledger.clear()
    documents.clear()
    forget()
  })
  return {
    ledger: ledger.load,
    documents: documents.load,
    showDocuments: documents.show,
    reloadDocuments: documents.reload,
    of: ledger.of,
    filter,
    sort,
    all,
    isNarrowed,
    undated,
    shown,
    sum,
    debt,
    selected,
    document,
    show: ledger.show,
    reload: ledger.reload,
    clearFilter,
  }
})
