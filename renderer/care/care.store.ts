import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Day } from '#core/kernel/day.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The two parts of «درمان». */
export const CARE_PARTS = ['ENTITLEMENT', 'HEALTH'] as const
export type CarePart = (typeof CARE_PARTS)[number]

/**
 * Who of the open file is entitled to treatment, on the day that is looked at. Lists of visits and prescriptions are
 * never in a store: they live in the component that opened them, and end with it.
 */
export const useCare = defineStore('care', () => {
  const family = latest((visitId: string, on: Day | null) =>
    call('care.entitlement', { visitId, on }),
  )
  const part = ref<CarePart>('ENTITLEMENT')
  /** A part was asked for from outside: the focus follows. */
  const isAsked = ref(false)
  /** Null while what is typed is no day. */
  const on = ref<Day | null>(null)
  const onText = ref('')
  const selected = ref<string | null>(null)

  async function open(visitId: string, today: Day): Promise<void> {
    on.value ??= today
    if (family.load.value.state === 'idle') await family.ask(visitId, on.value)
  }
  /** The answer for another day; what was there stays in sight while a day is being typed. */
  async function ask(visitId: string, day: Day | null): Promise<void> {
    if (day !== null) await family.ask(visitId, day)
  }
  function show(wanted: CarePart): void {
    part.value = wanted
    isAsked.value = true
  }
  whenForgotten(() => {
    family.clear()
    part.value = 'ENTITLEMENT'
    isAsked.value = false
    on.value = null
    onText.value = ''
    selected.value = null
  })
  return { family: family.load, part, isAsked, on, onText, selected, open, ask, show }
})
