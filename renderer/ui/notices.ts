import { shallowRef } from 'vue'

export type Tone = 'ok' | 'info' | 'warning' | 'error' | 'neutral'

export interface Notice {
  readonly id: number
  readonly tone: Tone
  readonly text: string
}

/** Short messages at the edge of the window, read out by screen readers. */
export const notices = shallowRef<readonly Notice[]>([])

let last = 0
const LIFE_MS = { ok: 4000, info: 5000, neutral: 4000, warning: 8000, error: 12000 } as const

/** Takes a notice away before its time. */
export function dismissNotice(id: number): void {
  notices.value = notices.value.filter((notice) => notice.id !== id)
}

/** Tells the clerk something that needs no answer. The same words are not shown twice at once. */
export function notify(tone: Tone, text: string): void {
  const id = ++last
  notices.value = [...notices.value.filter((notice) => notice.text !== text), { id, tone, text }]
  setTimeout(() => {
    dismissNotice(id)
  }, LIFE_MS[tone])
}
