import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Notices } from '#core/notices/notice.model.ts'
import { call } from '../client/call.ts'

/** What this clerk is told of requests that concern him. */
export const useNotices = defineStore('notices', () => {
  const notices = shallowRef<Notices | null>(null)
  /** More than were there when it was asked last: said aloud. */
  const arrived = ref(0)
  let turn = 0

  /** Looks anew. Where the office does not answer, what was there stays. */
  async function read(): Promise<void> {
    const mine = ++turn
    const reply = await call('notices.mine', null)
    if (mine !== turn || !reply.ok) return
    const before = notices.value?.unread ?? 0
    arrived.value = Math.max(0, reply.value.unread - before)
    notices.value = reply.value
  }
  /** The clerk has seen all that is listed. The list keeps its marks until it is read again. */
  async function look(): Promise<void> {
    const shown = notices.value
    if (!shown || shown.unread === 0) return
    turn++
    const reply = await call('notices.look', { upTo: shown.items[0]?.noticeId ?? 0 })
    if (reply.ok) notices.value = { ...shown, unread: reply.value.unread }
  }
  function clear(): void {
    turn++
    notices.value = null
    arrived.value = 0
  }
  return { notices, arrived, read, look, clear }
})
