import { defineStore } from 'pinia'
import { computed, reactive, ref, watch } from 'vue'
import type { PremiumQuestion } from '#core/employers/premium.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import {
  emptyPay,
  lastMonthText,
  premiumFaults,
  readPremiumQuestion,
  type TypedPremium,
} from './premium-form.ts'

/** The calculator of premiums and penalties; keeps what was typed while other tabs and roles are looked at. */
export const usePremium = defineStore('employers/premium', () => {
  const today = ref<Day | null>(null)
  const schedule = latest((question: PremiumQuestion) => call('employers.premium', question))
  const left = ref(new Set<string>())
  let keys = 0
  const typed = reactive<TypedPremium>({
    ...{ from: '', to: '', pays: [], listsInTime: true, paidOn: null, paidText: '' },
  })

  const faults = computed(() => (today.value ? premiumFaults(typed, today.value) : {}))
  const question = computed(() =>
    today.value ? readPremiumQuestion(typed, today.value) : undefined,
  )
  watch(question, (asked) => {
    if (asked) void schedule.ask(asked)
    else schedule.clear()
  })

  function start(on: Day): void {
    if (today.value === on) return
    today.value = on
    const month = lastMonthText(on)
    Object.assign(typed, {
      ...{ from: month, to: month, pays: [emptyPay(++keys)], listsInTime: true },
      ...{ paidOn: on, paidText: '' },
    })
    left.value = new Set()
  }
  function addPay(): number {
    const pay = emptyPay(++keys)
    typed.pays.push(pay)
    return pay.key
  }
  function removePay(key: number): void {
    if (typed.pays.length > 1) typed.pays = typed.pays.filter((one) => one.key !== key)
  }
  const leave = (field: string) => void left.value.add(field)
  const errorOf = (field: string) => (left.value.has(field) ? faults.value[field] : undefined)

  whenForgotten(() => {
    today.value = null
    schedule.clear()
  })
  return {
    ...{ typed, today, start, addPay, removePay, leave, errorOf },
    schedule: schedule.load,
  }
})
