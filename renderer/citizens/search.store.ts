import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'
import { loaded } from '../client/load.ts'

const SHORTEST = 2
const LIMIT = 8

/** The one search box: its text, what was found, and the line the arrows stand on. */
export const useSearch = defineStore('citizens/search', () => {
  const text = ref('')
  const at = ref(0)
  const search = latest((query: string) => call('citizens.search', { text: query, limit: LIMIT }))
  const result = computed(() => loaded(search.load.value))
  const chosen = computed(() => result.value?.hits[at.value])
  /** The text that was answered last: what stands in sight may still be of an earlier one. */
  const answered = ref('')
  const isBehind = computed(() => text.value !== answered.value)

  async function type(next: string): Promise<void> {
    text.value = next
    at.value = 0
    if (next.trim().length < SHORTEST) {
      search.clear()
      answered.value = next
      return
    }
    await search.ask(next)
    if (text.value === next) answered.value = next
  }
  function move(by: number): void {
    const count = result.value?.hits.length ?? 0
    if (count > 0) at.value = (at.value + by + count) % count
  }
  function clear(): void {
    text.value = answered.value = ''
    at.value = 0
    search.clear()
  }
  whenForgotten(clear)
  return {
    text,
    at,
    found: search.load,
    result,
    chosen,
    isBehind,
    type,
    move,
    clear,
    retry: () => type(text.value),
  }
})
