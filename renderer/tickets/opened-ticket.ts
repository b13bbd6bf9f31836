import { computed, ref, shallowRef } from 'vue'
import type { Input } from '#core/contract.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { TicketDetail, TicketEvent } from '#core/tickets/ticket.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { useTicketAlarms } from './alarms.store.ts'

type Referral = Pick<Input<'tickets.refer'>, 'to' | 'note'>

/** A ticket that lies open beside its list, and what is done with it: one deed at a time. */
export function openedTicket(reload: () => Promise<void>) {
  const detail = latest((ticketId: string, visitId: string | null) =>
    call('tickets.detail', { ticketId, visitId }),
  )
  const alarms = useTicketAlarms()
  const ticket = computed(() => loaded(detail.load.value))
  const visit = ref<string | null>(null)
  const isBusy = ref(false)
  const refusal = shallowRef<RefusalData | null>(null)
  /** What somebody else did since the ticket was read. */
  const meanwhile = shallowRef<readonly TicketEvent[]>([])

  function forgive(): void {
    refusal.value = null
    meanwhile.value = []
  }
  async function open(ticketId: string, visitId: string | null): Promise<void> {
    if (ticket.value && ticket.value.ticketId !== ticketId) detail.clear()
    visit.value = visitId
    forgive()
    await detail.ask(ticketId, visitId)
  }
  function clear(): void {
    detail.clear()
    forgive()
    isBusy.value = false
  }

  interface Named {
    readonly ticketId: string
    readonly version: number
    readonly visitId: string | null
  }
  /** Whoever comes second reads what changed, and what he typed stays in its place. */
  async function deed(send: (named: Named) => Promise<Reply<TicketDetail>>): Promise<boolean> {
    const before = ticket.value
    if (!before || isBusy.value) return false
    isBusy.value = true
    forgive()
    const { ticketId, version, events } = before
    const reply = await send({ ticketId, version, visitId: visit.value })
    if (!reply.ok) refusal.value = reply.refusal
    await detail.ask(ticketId, visit.value)
    if (!reply.ok && reply.refusal.code === 'conflict')
      meanwhile.value = loaded(detail.load.value)?.events.slice(events.length) ?? []
    isBusy.value = false
    await reload()
    await alarms.count()
    return reply.ok
  }
  return {
    ...{ load: detail.load, ticket, visit, isBusy, refusal, meanwhile, open, clear, forgive },
    refer: (referral: Referral) =>
      deed((named) => call('tickets.refer', { ...named, ...referral })),
    take: () => deed((named) => call('tickets.take', named)),
    answer: (text: string) => deed((named) => call('tickets.answer', { ...named, text })),
    rate: (score: number, note: string) =>
      deed((named) => call('tickets.rate', { ...named, score, note })),
    close: () => deed((named) => call('tickets.close', named)),
    reopen: (reason: string) => deed((named) => call('tickets.reopen', { ...named, reason })),
  }
}

/** Deeds that ask something before they are done. */
export type AskedDeed = 'REFER' | 'ANSWER' | 'RATE' | 'REOPEN'

export type OpenedTicket = ReturnType<typeof openedTicket>
