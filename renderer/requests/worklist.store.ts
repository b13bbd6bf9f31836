import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Output } from '#core/contract.ts'
import type {
  Assignment,
  MarkedItem,
  Worklist,
  WorklistGroup,
  WorklistItem,
  WorklistOrder,
  WorklistQuery,
} from '#core/requests/worklist.model.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

type View = WorklistQuery['view']
export type Narrowing = Pick<
  WorklistQuery,
  'kind' | 'status' | 'owner' | 'filedFrom' | 'filedTo' | 'origin'
>

const TYPING_PAUSE_MS = 200
const PAGE = 100
const LARGEST_PAGE = 200
const WIDE: Narrowing = {
  ...{ kind: null, status: null, owner: 'ANYBODY', origin: null },
  ...{ filedFrom: null, filedTo: null },
}

/** The clerk's list of requests: one view, what narrows it, its order, and the lines that are marked. */
export const useWorklist = defineStore('requests/worklist', () => {
  const view = ref<View>('MINE')
  const text = ref('')
  /** None means all. */
  const groups = ref<readonly WorklistGroup[]>([])
  const narrowing = shallowRef<Narrowing>(WIDE)
  const order = ref<WorklistOrder>('URGENCY')
  const selected = ref<string | null>(null)
  const marks = ref<readonly string[]>([])
  const refusal = shallowRef<RefusalData | null>(null)
  const isBusy = ref(false)
  const assignees = shallowRef<Output<'requests.assignees'>>([])
  const list = latest(readAll)
  const worklist = computed(() => loaded(list.load.value))
  const items = computed(() => worklist.value?.items ?? [])
  const isNarrowed = computed(
    () => text.value !== '' || groups.value.length > 0 || narrowing.value !== WIDE,
  )
  const markedItems = computed(() =>
    items.value.filter(({ trackingCode }) => marks.value.includes(trackingCode)),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let owner: string | undefined

  const page = (after: WorklistQuery['after'], limit: number) =>
    call('requests.worklist', {
      ...{ view: view.value, text: text.value, groups: [...groups.value] },
      ...{ ...narrowing.value, order: order.value, after, limit },
    })

  /** As many lines as asked for, in pages: whoever had read on keeps what he read. */
  async function readAll(wanted: number): Promise<Reply<Worklist>> {
    const first = await page(null, Math.min(LARGEST_PAGE, wanted))
    if (!first.ok) return first
    const lines = [...first.value.items]
    let { next } = first.value
    while (next && lines.length < wanted) {
      const more = await page(next, Math.min(LARGEST_PAGE, wanted - lines.length))
      if (!more.ok) return more
      lines.push(...more.value.items)
      next = more.value.next
    }
    return { ok: true, value: { ...first.value, items: lines, next } }
  }

  /** Reads the list for a clerk; another clerk's list and filters are not shown to him. */
  async function enter(clerkId: string): Promise<void> {
    if (owner !== clerkId) clear()
    owner = clerkId
    await reload()
  }
  async function reload(wanted = PAGE): Promise<void> {
    clearTimeout(timer)
    await list.ask(wanted)
    const known = new Set(items.value.map(({ trackingCode }) => trackingCode))
    marks.value = marks.value.filter((code) => known.has(code))
    if (selected.value === null || !known.has(selected.value))
      selected.value = items.value[0]?.trackingCode ?? null
  }
  /** Something changed: the same lines anew. */
  const refresh = (): Promise<void> => reload(Math.max(PAGE, items.value.length))
  const showMore = (): Promise<void> => reload(items.value.length + PAGE)
  async function readAssignees(): Promise<void> {
    const reply = await call('requests.assignees', null)
    if (reply.ok) assignees.value = reply.value
  }

  function look(next: View): Promise<void> {
    view.value = next
    marks.value = []
    return reload()
  }
  function toggle(group: WorklistGroup): Promise<void> {
    groups.value = groups.value.includes(group)
      ? groups.value.filter((one) => one !== group)
      : [...groups.value, group]
    return reload()
  }
  function narrow(change: Partial<Narrowing>): Promise<void> {
    const next = { ...narrowing.value, ...change }
    const isWide = Object.entries(WIDE).every(
      ([name, value]) => next[name as keyof Narrowing] === value,
    )
    narrowing.value = isWide ? WIDE : next
    return reload()
  }
  function sort(next: WorklistOrder): Promise<void> {
    order.value = next
    return reload()
  }
  /** Waits for a pause in the typing. */
  function type(next: string): void {
    text.value = next
    clearTimeout(timer)
    timer = setTimeout(() => void reload(), TYPING_PAUSE_MS)
  }
  function widen(): void {
    text.value = ''
    groups.value = []
    narrowing.value = WIDE
  }
  function showAll(): Promise<void> {
    widen()
    return reload()
  }
  /** One request of the branch, or one group of the clerk's own: what a notice leads to. */
  function show(what: { readonly trackingCode: string } | { readonly group: WorklistGroup }): void {
    widen()
    view.value = 'group' in what ? 'MINE' : 'BRANCH'
    if ('group' in what) groups.value = [what.group]
    else text.value = what.trackingCode
  }

  /** What a deed is done with: the marked lines, else the one that is selected. */
  const meant = computed((): readonly WorklistItem[] => {
    if (markedItems.value.length > 0) return markedItems.value
    return items.value.filter(({ trackingCode }) => trackingCode === selected.value)
  })
  async function carryOut(
    send: (items: MarkedItem[]) => Promise<Reply<Assignment>>,
  ): Promise<Assignment | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    // One of the centre has no version; the office says why it is left.
    const marked = meant.value.map(({ trackingCode, version }) => ({
      trackingCode,
      version: version ?? 1,
    }))
    const reply = await send(marked)
    isBusy.value = false
    if (!reply.ok) {
      refusal.value = reply.refusal
      return undefined
    }
    if (reply.value.done.length > 0) {
      const left = reply.value.left.map(({ trackingCode }) => trackingCode)
      marks.value = marks.value.filter((code) => left.includes(code))
      await refresh()
    }
    return reply.value
  }
  const take = () => carryOut((marked) => call('requests.take', { items: marked }))
  const release = () => carryOut((marked) => call('requests.release', { items: marked }))
  const assign = (clerkId: string, partly: boolean) =>
    carryOut((marked) => call('requests.assign', { items: marked, clerkId, partly }))
  const forgive = (): void => void (refusal.value = null)

  function clear(): void {
    clearTimeout(timer)
    list.clear()
    widen()
    selected.value = null
    marks.value = []
    refusal.value = null
    view.value = 'MINE'
    order.value = 'URGENCY'
  }
  return {
    ...{ view, text, groups, narrowing, order, selected, marks, isNarrowed, meant },
    ...{ list: list.load, worklist, items, assignees, refusal, isBusy },
    ...{ enter, reload, refresh, showMore, readAssignees, look, toggle, narrow, sort, type },
    ...{ showAll, show, take, release, assign, forgive },
  }
})
