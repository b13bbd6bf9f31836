import { newIdempotencyKey } from '../client/idempotency.ts'

export interface PressKey {
  /** The key of this press: the same while the same is asked and no answer came. */
  readonly of: (asked: unknown) => string
  /** The answer came: the next press is another one. */
  readonly answered: () => void
}

/**
 * The idempotency key of a button. Pressed again after an answer that did not come, the same words go out under
 * the same key, and the office does them once.
 */
export function pressKey(): PressKey {
  let pressed: { readonly words: string; readonly key: string } | undefined
  function of(asked: unknown): string {
    const words = JSON.stringify(asked)
    if (pressed?.words !== words) pressed = { words, key: newIdempotencyKey() }
    return pressed.key
  }
  return { of, answered: () => (pressed = undefined) }
}
