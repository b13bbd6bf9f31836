import { computed, nextTick, ref, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { faultText } from './refusal-text.ts'

const SHORTEST = 3

export interface TypedReason {
  readonly text: Ref<string>
  /** What is wrong with it, in words, once it was sent. */
  readonly fault: ComputedRef<string | undefined>
  /** Whether it may be sent; else the keys go to the first field that is wrong. */
  readonly mayBeSent: () => Promise<boolean>
}

/** The reason that a dialog asks for before it acts. */
export function typedReason(
  form: Readonly<ShallowRef<HTMLFormElement | null>>,
  isNeeded: () => boolean = () => true,
): TypedReason {
  const text = ref('')
  const isSent = ref(false)
  const fault = computed(() => {
    const { length } = text.value.trim()
    if (!isNeeded() || !isSent.value || length >= SHORTEST) return undefined
    return faultText(length === 0 ? 'required' : 'too_small')
  })
  async function mayBeSent(): Promise<boolean> {
    isSent.value = true
    if (fault.value === undefined) return true
    await nextTick()
    form.value?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
    return false
  }
  return { text, fault, mayBeSent }
}
