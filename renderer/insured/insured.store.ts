import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RecordScope } from '#core/certificates/record-statement.model.ts'
import type { JalaliMonth } from '#core/insured/contribution.model.ts'
import { historyOf } from '#core/insured/contributions.rules.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import type { CommonTab } from '../ui/common-tab.ts'
import { isNarrowed, rowsWithin, WHOLE_RECORD, type RecordFilter } from './record-filter.ts'

/** The parts of the insured role. */
export type InsuredTab = 'record' | 'dependants' | CommonTab
/** MONTHS: the whole career, years by months; ROWS: every row of the centre with its months. */
export type RecordView = 'MONTHS' | 'ROWS'

/** The insured role of the open file; keeps what was chosen while other roles are looked at. */
export const useInsured = defineStore('insured', () => {
  const file = latest((visitId: string) => call('insured.contributions', visitId))
  const dependants = latest((visitId: string) => call('insured.dependants', visitId))
  const tab = ref<InsuredTab>('record')
  /** A tab was asked for from outside the role: the focus follows. */
  const isAsked = ref(false)
  const view = ref<RecordView>('MONTHS')
  const filter = shallowRef<RecordFilter>(WHOLE_RECORD)
  const month = shallowRef<JalaliMonth | null>(null)
  const withWages = ref(false)

  const whole = computed(() => loaded(file.load.value)?.history)
  const allRows = computed(() => whole.value?.years.flatMap((year) => year.rows) ?? [])
  const isWhole = computed(() => filter.value.era === 'COMBINED' && !isNarrowed(filter.value))
  const rows = computed(() =>
    isWhole.value ? allRows.value : rowsWithin(allRows.value, filter.value),
  )
  /** What the filter lets through, counted as a record of its own. */
  const shown = computed(() => {
    const { lengths } = loaded(file.load.value) ?? { lengths: null }
    return isWhole.value ? whole.value : historyOf(rows.value, lengths)
  })
  /** The scope of a statement that says what is on the screen. */
  const scope = computed((): RecordScope => {
    if (filter.value.era === 'WAGES') return 'WAGES'
    return withWages.value ? 'COMBINED' : 'ALL'
  })

  async function open(visitId: string): Promise<void> {
    if (file.load.value.state === 'idle') await file.ask(visitId)
  }
  async function openDependants(visitId: string): Promise<void> {
    if (dependants.load.value.state === 'idle') await dependants.ask(visitId)
  }
  /** Opens a part of the role from anywhere: the list of services, a command. */
  function show(wanted: InsuredTab): void {
    tab.value = wanted
    isAsked.value = true
  }
  /** Back to the whole of the era that is looked at. */
  function clearFilter(): void {
    filter.value = { ...WHOLE_RECORD, era: filter.value.era }
  }
  whenForgotten(() => {
    file.clear()
    dependants.clear()
    tab.value = 'record'
    isAsked.value = false
    filter.value = WHOLE_RECORD
    month.value = null
  })
  return {
    file: file.load,
    dependants: dependants.load,
    tab,
    isAsked,
    view,
    filter,
    month,
    withWages,
    whole,
    allRows,
    rows,
    shown,
    scope,
    open,
    openDependants,
    reload: file.ask,
    reloadDependants: dependants.ask,
    show,
    clearFilter,
  }
})
