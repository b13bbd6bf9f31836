import { nextTick, watch, type ShallowRef } from 'vue'

/** Whoever asked for a part of a role from a list or a command goes on with the keys in it. */
export function followAskedPart(
  role: { isAsked: boolean },
  card: Readonly<ShallowRef<HTMLElement | null>>,
): void {
  watch(
    () => role.isAsked,
    (isAsked) => {
      if (!isAsked) return
      role.isAsked = false
      void nextTick(() =>
        card.value?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
      )
    },
    { immediate: true, flush: 'post' },
  )
}
