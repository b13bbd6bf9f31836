import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Workshop } from '#core/employers/workshop.model.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import type { CommonTab } from '../ui/common-tab.ts'
import { sortRows, type Sort } from '../ui/data-table.ts'
import {
  ALL_WORKSHOPS,
  findableWorkshops,
  isWorkshopFilterSet,
  WORKSHOP_KEYS,
  workshopsWithin,
  type WorkshopFilter,
} from './workshop-filter.ts'

/** The parts of the employer's role. */
export type EmployerTab = 'workshops' | 'inquiry' | 'ledger' | 'premium' | CommonTab

/** One workshop may be held at two branches or in two capacities. */
export function workshopKey({ workshopCode, branchCode, role }: Workshop): string {
  return `${workshopCode}-${branchCode}-${role}`
}

/** The employer role of the open file; keeps what was chosen while other roles are looked at. */
export const useEmployer = defineStore('employers', () => {
  const file = latest((visitId: string) => call('employers.workshops', visitId))
  const tab = ref<EmployerTab>('workshops')
  /** A part was asked for from outside of it: the focus follows. */
  const isAsked = ref(false)
  const selected = ref<string | null>(null)
  const filter = shallowRef<WorkshopFilter>(ALL_WORKSHOPS)
  const sort = shallowRef<Sort | null>(null)

  const all = computed(() => loaded(file.load.value)?.workshops ?? [])
  const findable = computed(() => findableWorkshops(all.value))
  const isNarrowed = computed(() => isWorkshopFilterSet(filter.value))
  const shown = computed(() =>
    sortRows(
      isNarrowed.value ? workshopsWithin(findable.value, filter.value) : all.value,
      sort.value,
      WORKSHOP_KEYS,
    ),
  )
  const chosen = computed(() => all.value.find((one) => workshopKey(one) === selected.value))

  /** Chooses the workshop that was searched for and shows what it owes, else the first. */
  async function open(visitId: string, wanted: string | null = null): Promise<void> {
    if (file.load.value.state !== 'idle') return
    await file.ask(visitId)
    if (selected.value !== null) return
    const found = all.value.find(
      ({ legalEntityId, workshopCode }) =>
        wanted !== null && [workshopCode, legalEntityId].includes(wanted),
    )
    if (found) tab.value = 'inquiry'
    const first = found ?? all.value[0]
    selected.value = first ? workshopKey(first) : null
  }
  /** Opens a part of the role from a list or a command. */
  function show(wanted: EmployerTab): void {
    tab.value = wanted
    isAsked.value = true
  }
  function clearFilter(): void {
    filter.value = ALL_WORKSHOPS
  }
  whenForgotten(() => {
    file.clear()
    tab.value = 'workshops'
    isAsked.value = false
    selected.value = null
    filter.value = ALL_WORKSHOPS
    sort.value = null
  })
  return {
    file: file.load,
    tab,
    isAsked,
    selected,
    filter,
    sort,
    all,
    isNarrowed,
    shown,
    chosen,
    open,
    reload: file.ask,
    show,
    clearFilter,
  }
})
