import { defineStore } from 'pinia'
import { computed, markRaw, ref } from 'vue'
import type {
  TicketAge,
  TicketBoardQuery,
  TicketGroup,
  TicketView,
} from '#core/tickets/ticket.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'
import { openedTicket } from './opened-ticket.ts'

const TYPING_PAUSE_MS = 200
const PAGE = 100
const MOST = 500

/** A cell of the matrix, a whole row (every group) or a whole column (every age). */
export interface Cut {
  readonly age: TicketAge | null
  readonly group: TicketGroup | null
}

const WHOLE: Cut = { age: null, group: null }

/** The board of 1420: a view, a text and a cell of the matrix narrow it; one ticket lies open beside it. */
export const useTicketBoard = defineStore('tickets/board', () => {
  const view = ref<TicketView>('BRANCH')
  const closed = ref(false)
  const text = ref('')
  const cut = ref<Cut>(WHOLE)
  const limit = ref(PAGE)
  const selected = ref<string | null>(null)
  const list = latest((query: TicketBoardQuery) => call('tickets.board', query))
  const board = computed(() => loaded(list.load.value))
  const canShowMore = computed(() => board.value?.more === true && limit.value < MOST)
  const isNarrowed = computed(
    () => text.value !== '' || cut.value.age !== null || cut.value.group !== null,
  )
  const opened = markRaw(openedTicket(() => reload()))
  let timer: ReturnType<typeof setTimeout> | undefined
  let owner: string | undefined

  /** Reads the board for a clerk; another clerk's view and text are not shown to him. */
  async function enter(clerkId: string): Promise<void> {
    if (owner !== clerkId) clear()
    owner = clerkId
    await reload()
  }
  async function reload(): Promise<void> {
    clearTimeout(timer)
    await list.ask({
      ...{ view: view.value, closed: closed.value, text: text.value },
      ...{ ...cut.value, limit: limit.value },
    })
    const items = board.value?.items ?? []
    if (!items.some(({ ticketId }) => ticketId === selected.value))
      selected.value = items[0]?.ticketId ?? null
  }
  function look(next: TicketView): Promise<void> {
    view.value = next
    limit.value = PAGE
    return reload()
  }
  function showClosed(next: boolean): Promise<void> {
    closed.value = next
    cut.value = WHOLE
    limit.value = PAGE
    return reload()
  }
  /** Narrows to a cell, or widens when it is that cell already. */
  function narrow({ age, group }: Cut): Promise<void> {
    const isSame = cut.value.age === age && cut.value.group === group
    cut.value = isSame ? WHOLE : { age, group }
    limit.value = PAGE
    return reload()
  }
  /** Waits for a pause in the typing. */
  function type(next: string): void {
    text.value = next
    clearTimeout(timer)
    timer = setTimeout(() => void reload(), TYPING_PAUSE_MS)
  }
  function showAll(): Promise<void> {
    text.value = ''
    cut.value = WHOLE
    return reload()
  }
  function showMore(): Promise<void> {
    limit.value = MOST
    return reload()
  }
  async function open(ticketId: string): Promise<void> {
    selected.value = ticketId
    await opened.open(ticketId, null)
  }
  function clear(): void {
    clearTimeout(timer)
    list.clear()
    opened.clear()
    view.value = 'BRANCH'
    closed.value = false
    text.value = ''
    cut.value = WHOLE
    limit.value = PAGE
    selected.value = null
  }
  return {
    ...{ view, closed, text, cut, selected, list: list.load, board, canShowMore, isNarrowed },
    ...{ opened, enter, reload, look, showClosed, narrow, type, showAll, showMore, open },
  }
})
