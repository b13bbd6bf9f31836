import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { TicketAlarms } from '#core/tickets/ticket.model.ts'
import { call } from '../client/call.ts'

const NONE: TicketAlarms = { overdue: 0, nearly: 0 }

/** How many tickets of the branch are late or soon will be; the rail says so. */
export const useTicketAlarms = defineStore('tickets/alarms', () => {
  const alarms = ref(NONE)
  let turn = 0

  /** Counts anew; nothing is said where the office does not answer. */
  async function count(): Promise<void> {
    const mine = ++turn
    const reply = await call('tickets.alarms', null)
    if (mine === turn) alarms.value = reply.ok ? reply.value : NONE
  }
  function clear(): void {
    turn++
    alarms.value = NONE
  }
  return { alarms, count, clear }
})
