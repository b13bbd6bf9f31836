import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { whenForgotten } from '../client/forget.ts'
import { faultText } from '../ui/refusal-text.ts'
import { fieldFaults } from './field-faults.ts'
import type { FormSource, PaperOpening } from './paper-form.ts'

/** The form of the sheet that says who has seen the file: from a day on, or ever. */
export const useAccessSheet = defineStore('certificates/access-sheet', () => {
  const span = ref<'all' | 'since'>('all')
  const since = ref<Day | null>(null)
  const sinceText = ref('')
  const today = shallowRef<Day | null>(null)
  const source: FormSource = { state: 'ready' }

  const telling = fieldFaults(['since'], () => {
    if (span.value === 'all') return {}
    if (since.value === null)
      return sinceText.value.trim() === ''
        ? { since: { text: faultText('required'), missing: true } }
        : { since: { text: faultText('day') } }
    return today.value !== null && since.value > today.value
      ? { since: { text: faultText('future') } }
      : {}
  })
  const order = computed((): OrderOf<'access-sheet'> | null =>
    telling.firstFault.value === undefined
      ? { kind: 'access-sheet', since: span.value === 'all' ? null : since.value }
      : null,
  )

  function reset(): void {
    span.value = 'all'
    since.value = null
    sinceText.value = ''
    telling.restart()
  }
  function open(opening: PaperOpening): Promise<void> {
    reset()
    today.value = opening.today
    return Promise.resolve()
  }
  whenForgotten(reset)
  return { source, order, span, since, sinceText, today, ...telling, open }
})
