import { defineStore } from 'pinia'
import { whenForgotten } from '../client/forget.ts'
import { paperDesk } from './issuing.ts'

/** The receipt of a request that was just filed. The office issues one receipt for a request. */
export const useReceipt = defineStore('certificates/receipt', () => {
  const desk = paperDesk()

  async function issue(visitId: string, trackingCode: string): Promise<void> {
    await desk.issue(visitId, { kind: 'request-receipt', trackingCode })
  }
  whenForgotten(desk.clear)
  return { issuing: desk.state, issue, print: desk.print, clear: desk.clear }
})
