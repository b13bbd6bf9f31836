import { defineStore } from 'pinia'
import { ref } from 'vue'
import { whenForgotten } from '../client/forget.ts'
import { paperDesk } from './issuing.ts'

/** The receipt of a ticket, which may be issued anew when there is an answer to print on it. */
export const useTicketReceipt = defineStore('certificates/ticket-receipt', () => {
  const desk = paperDesk()
  /** The ticket whose receipt lies here. */
  const trackingCode = ref<string | null>(null)

  async function issue(visitId: string, code: string): Promise<void> {
    desk.clear()
    trackingCode.value = code
    await desk.issue(visitId, { kind: 'ticket-receipt', trackingCode: code })
  }
  function clear(): void {
    desk.clear()
    trackingCode.value = null
  }
  whenForgotten(clear)
  return { issuing: desk.state, trackingCode, issue, print: desk.print, clear }
})
