import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { whenForgotten } from '../client/forget.ts'
import { faultText } from '../ui/refusal-text.ts'
import { fieldFaults } from './field-faults.ts'
import type { FormSource, PaperOpening } from './paper-form.ts'

/** The form of a statement of entitlement to treatment: the day, today unless another was looked at. */
export const useCareStatement = defineStore('certificates/care-statement', () => {
  const on = ref<Day | null>(null)
  const onText = ref('')
  const today = shallowRef<Day | null>(null)
  const source: FormSource = { state: 'ready' }

  const telling = fieldFaults(['on'], () => {
    if (on.value !== null) return {}
    return onText.value.trim() === ''
      ? { on: { text: faultText('required'), missing: true } }
      : { on: { text: faultText('day') } }
  })
  const order = computed((): OrderOf<'care-statement'> | null =>
    on.value === null ? null : { kind: 'care-statement', on: on.value },
  )

  function reset(): void {
    on.value = null
    onText.value = ''
    telling.restart()
  }
  function open(opening: PaperOpening): Promise<void> {
    reset()
    today.value = opening.today
    on.value = opening.on ?? opening.today
    return Promise.resolve()
  }
  whenForgotten(reset)
  return { source, order, on, onText, today, ...telling, open }
})
