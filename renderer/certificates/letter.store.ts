import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { paperDesk } from './issuing.ts'

/** The letter of a decision: by who decided, without the citizen, or in the visit of the citizen. One for a decision. */
export const useLetter = defineStore('certificates/letter', () => {
  /** Its bytes, where the decider issued it. */
  const pdf = shallowRef<string | null>(null)
  /** Without a visit; null asks for it in the open one. */
  const isDeciders = shallowRef(false)
  const desk = paperDesk(async ({ visitId, order, idempotencyKey }) => {
    if (!isDeciders.value || order.kind !== 'decision-letter')
      return call('certificates.issue', { visitId, order, idempotencyKey })
    const reply = await call('certificates.letter', { decisionId: order.decisionId })
    if (!reply.ok) return reply
    pdf.value = reply.value.pdf
    return { ok: true, value: reply.value.paper }
  })

  /** By who decided it. */
  async function issueOwn(decisionId: string): Promise<void> {
    isDeciders.value = true
    await desk.issue('', { kind: 'decision-letter', decisionId })
  }
  /** In the visit of the citizen. */
  async function issue(visitId: string, decisionId: string): Promise<void> {
    isDeciders.value = false
    await desk.issue(visitId, { kind: 'decision-letter', decisionId })
  }
  function clear(): void {
    pdf.value = null
    desk.clear()
  }
  whenForgotten(clear)
  return { issuing: desk.state, pdf, issueOwn, issue, print: desk.print, clear }
})
