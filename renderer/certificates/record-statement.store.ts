import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { RecordScope } from '#core/certificates/record-statement.model.ts'
import { whenForgotten } from '../client/forget.ts'
import type { FormSource, PaperOpening } from './paper-form.ts'

/** The form of a statement of records: which of them. */
export const useRecordStatement = defineStore('certificates/record-statement', () => {
  const scope = ref<RecordScope>('ALL')
  const isSent = ref(false)
  const source: FormSource = { state: 'ready' }
  const order = computed((): OrderOf<'record-statement'> => ({
    kind: 'record-statement',
    scope: scope.value,
  }))
  const firstFault = computed(() => undefined)

  function reset(): void {
    scope.value = 'ALL'
  }
  function open({ recordScope }: PaperOpening): Promise<void> {
    scope.value = recordScope ?? 'ALL'
    return Promise.resolve()
  }
  whenForgotten(reset)
  return { source, order, firstFault, isSent, scope, open }
})
