import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { FormSource } from './paper-form.ts'

/** The form of a certificate of the pension status: there is nothing to choose, it is always of all files. */
export const usePensionStatus = defineStore('certificates/pension-status', () => {
  const isSent = ref(false)
  const source: FormSource = { state: 'ready' }
  const order: OrderOf<'pension-status'> = { kind: 'pension-status' }
  const firstFault = computed(() => undefined)
  const open = (): Promise<void> => Promise.resolve()
  return { source, order, firstFault, isSent, open }
})
