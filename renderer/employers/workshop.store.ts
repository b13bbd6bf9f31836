import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { loaded } from '../client/load.ts'
import { sortRows, type Sort } from '../ui/data-table.ts'
import {
  ALL_CONTRACTS,
  CONTRACT_KEYS,
  contractsWithin,
  isContractFilterSet,
  type ContractFilter,
} from './contract-filter.ts'
import { ofWorkshop } from './of-workshop.ts'
import { workshopViews } from './workshop-views.ts'

/** The parts of the detail of a workshop. */
export type WorkshopPart = 'facts' | 'mandates' | 'contracts'

/** What was chosen among the contract rows of one workshop. */
interface ContractView {
  readonly filter: ContractFilter
  readonly sort: Sort | null
  readonly row: string | null
}

const FRESH: ContractView = { filter: ALL_CONTRACTS, sort: null, row: null }

/** The chosen workshop in full; each keeps what was chosen among its contract rows until the visit ends. */
export const useWorkshop = defineStore('employers/workshop', () => {
  const detail = ofWorkshop((visitId, { workshopCode, branchCode }) =>
    call('employers.workshop', { visitId, workshopCode, branchCode }),
  )
  const part = ref<WorkshopPart>('facts')
  const views = workshopViews(detail.of, FRESH)
  const filter = views.part('filter')
  const sort = views.part('sort')
  const contractRow = views.part('row')
  const contracts = computed(() => loaded(detail.load.value)?.contracts ?? [])
  const isNarrowed = computed(() => isContractFilterSet(filter.value))
  const shown = computed(() =>
    sortRows(contractsWithin(contracts.value, filter.value), sort.value, CONTRACT_KEYS),
  )
  function clearFilter(): void {
    views.change({ filter: ALL_CONTRACTS })
  }
  whenForgotten(() => {
    detail.clear()
    part.value = 'facts'
    views.forget()
  })
  return {
    detail: detail.load,
    of: detail.of,
    part,
    filter,
    sort,
    contractRow,
    contracts,
    isNarrowed,
    shown,
    show: detail.show,
    reload: detail.reload,
    clearFilter,
  }
})
