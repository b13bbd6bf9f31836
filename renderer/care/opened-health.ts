import {
  onActivated,
  onBeforeUnmount,
  onDeactivated,
  readonly,
  ref,
  shallowReadonly,
  shallowRef,
  watch,
  type Ref,
} from 'vue'
import type { OpenedHealth } from '#core/care/health.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { call } from '../client/call.ts'
import { isCurtainDrawn } from '../ui/curtain.ts'

/** An opened list is looked at and closed: after this it closes itself. */
export const OPEN_MS = 5 * 60_000

/** Why a list that was open is closed; null where the clerk closed it, or none was open. */
export type ClosedBy = 'TIME' | 'LOCK' | 'LEFT' | null

export interface OpenHealthList {
  readonly opened: Readonly<Ref<OpenedHealth | null>>
  readonly closedBy: Readonly<Ref<ClosedBy>>
  readonly refusal: Readonly<Ref<RefusalData | null>>
  readonly isBusy: Readonly<Ref<boolean>>
  readonly open: (visitId: string, reason: string) => Promise<boolean>
  readonly close: (by: ClosedBy) => void
}

/**
 * A list of visits and prescriptions in the hands of the component that opened it, and nowhere else. It is gone when
 * the clerk leaves the part, when the desk is locked, when the visit ends, and after five minutes; an answer that
 * comes after any of these is thrown away.
 */
export function useOpenedHealth(): OpenHealthList {
  const opened = shallowRef<OpenedHealth | null>(null)
  const closedBy = ref<ClosedBy>(null)
  const refusal = shallowRef<RefusalData | null>(null)
  const isBusy = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  let turn = 0
  let isShown = true

  function close(by: ClosedBy): void {
    turn++
    clearTimeout(timer)
    isBusy.value = false
    refusal.value = null
    if (opened.value === null) return
    opened.value = null
    closedBy.value = by
  }
  async function open(visitId: string, reason: string): Promise<boolean> {
    if (isBusy.value) return false
    close(null)
    const mine = ++turn
    isBusy.value = true
    closedBy.value = null
    const reply = await call('care.openHealth', { visitId, reason })
    if (mine !== turn || !isShown) return false
    isBusy.value = false
    if (!reply.ok) {
      refusal.value = reply.refusal
      return false
    }
    opened.value = reply.value
    timer = setTimeout(() => {
      close('TIME')
    }, OPEN_MS)
    return true
  }

  watch(
    isCurtainDrawn,
    (drawn) => {
      if (drawn) close('LOCK')
    },
    { flush: 'sync' },
  )
  onActivated(() => {
    isShown = true
  })
  onDeactivated(() => {
    isShown = false
    close('LEFT')
  })
  onBeforeUnmount(() => {
    isShown = false
    close('LEFT')
  })
  return {
    opened: shallowReadonly(opened),
    closedBy: readonly(closedBy),
    refusal: shallowReadonly(refusal),
    isBusy: readonly(isBusy),
    open,
    close,
  }
}
