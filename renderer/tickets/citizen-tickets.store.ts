import { defineStore } from 'pinia'
import { computed, markRaw, ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { openedTicket } from './opened-ticket.ts'

/** The tickets of the citizen whose file is open, with the chosen one beside them. */
export const useCitizenTickets = defineStore('tickets/of-citizen', () => {
  const list = latest((visitId: string) => call('tickets.ofCitizen', visitId))
  const tickets = computed(() => loaded(list.load.value))
  const selected = ref<string | null>(null)
  /** A new ticket was asked for from elsewhere. */
  const isNewAsked = ref(false)
  let visit: string | null = null
  const opened = markRaw(
    openedTicket(async () => {
      if (visit !== null) await list.ask(visit)
    }),
  )

  /** Reads the list, and opens the ticket of a tracking code, or the one that was open, or the newest. */
  async function show(visitId: string, trackingCode: string | null): Promise<void> {
    visit = visitId
    await list.ask(visitId)
    const all = tickets.value ?? []
    const wanted =
      all.find((one) => one.trackingCode === trackingCode) ??
      all.find((one) => one.ticketId === selected.value) ??
      all[0]
    if (wanted) await choose(wanted.ticketId)
  }
  async function choose(ticketId: string): Promise<void> {
    selected.value = ticketId
    await opened.open(ticketId, visit)
  }
  whenForgotten(() => {
    list.clear()
    opened.clear()
    selected.value = null
    isNewAsked.value = false
    visit = null
  })
  return { list: list.load, tickets, selected, isNewAsked, opened, show, choose }
})
