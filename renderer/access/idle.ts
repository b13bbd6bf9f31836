import { onScopeDispose, ref, type Ref } from 'vue'

const COUNTDOWN_S = 20
const TICK_MS = 1000

/**
 * Watches for keys and the mouse. `left` counts the last twenty seconds before the lock, null until then; at zero
 * `lock` is called once. `minutes` may change at any time.
 */
export function useIdle(
  minutes: () => number,
  active: () => boolean,
  lock: () => void,
): Ref<number | null> {
  const left = ref<number | null>(null)
  let lastSign = Date.now()

  const sign = () => {
    lastSign = Date.now()
    left.value = null
  }
  const tick = () => {
    if (!active()) {
      sign()
      return
    }
    const remaining = Math.ceil(minutes() * 60 - (Date.now() - lastSign) / 1000)
    left.value = remaining <= COUNTDOWN_S ? Math.max(0, remaining) : null
    if (remaining > 0) return
    sign()
    lock()
  }
  const timer = setInterval(tick, TICK_MS)
  const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
  for (const name of signs) window.addEventListener(name, sign, { passive: true, capture: true })
  onScopeDispose(() => {
    clearInterval(timer)
    for (const name of signs) window.removeEventListener(name, sign, { capture: true })
  })
  return left
}
