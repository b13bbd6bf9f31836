import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { WorklistGroup, WorklistQuery } from '#core/requests/request.model.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

type View = WorklistQuery['view']

const TYPING_PAUSE_MS = 200
const PAGE = 100
const MOST = 200

/** The clerk's list of requests: one view, a text, and the groups that are looked at. */
export const useWorklist = defineStore('requests/worklist', () => {
  const view = ref<View>('MINE')
  const text = ref('')
  /** None means all. */
  const groups = ref<readonly WorklistGroup[]>([])
  const limit = ref(PAGE)
  const selected = ref<string | null>(null)
  const list = latest((query: WorklistQuery) => call('requests.worklist', query))
  const worklist = computed(() => loaded(list.load.value))
  const canShowMore = computed(() => worklist.value?.more === true && limit.value < MOST)
  let timer: ReturnType<typeof setTimeout> | undefined

  let owner: string | undefined

  /** Reads the list for a clerk; another clerk's list and filters are not shown to him. */
  async function enter(clerkId: string): Promise<void> {
    if (owner !== clerkId) clear()
    owner = clerkId
    await reload()
  }
  async function reload(): Promise<void> {
    clearTimeout(timer)
    const query = { view: view.value, text: text.value, groups: [...groups.value] }
    await list.ask({ ...query, limit: limit.value })
    const items = worklist.value?.items ?? []
    const known = items.some((one) => one.trackingCode === selected.value)
    if (!known) selected.value = items[0]?.trackingCode ?? null
  }
  function look(next: View): Promise<void> {
    view.value = next
    limit.value = PAGE
    return reload()
  }
  function toggle(group: WorklistGroup): Promise<void> {
    groups.value = groups.value.includes(group)
      ? groups.value.filter((one) => one !== group)
      : [...groups.value, group]
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
    groups.value = []
    return reload()
  }
  function showMore(): Promise<void> {
    limit.value = MOST
    return reload()
  }
  function clear(): void {
    clearTimeout(timer)
    list.clear()
    text.value = ''
    groups.value = []
    selected.value = null
    view.value = 'MINE'
    limit.value = PAGE
  }
  return {
    view,
    text,
    groups,
    selected,
    list: list.load,
    worklist,
    canShowMore,
    enter,
    reload,
    look,
    toggle,
    type,
    showAll,
    showMore,
  }
})
