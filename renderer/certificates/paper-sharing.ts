import { shallowRef, type ShallowRef } from 'vue'
import type { PrintFault } from '#core/certificates/certificate.model.ts'
import type { Input } from '#core/contract.ts'
import type { Day } from '#core/kernel/day.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { ShareTerm } from '#core/vault/vault.model.ts'
import { call } from '../client/call.ts'

/** What became of the leave that goes with a paper: `failed` when its password was not printed. */
export type Sharing =
  | { readonly state: 'none' }
  | { readonly state: 'running' }
  | { readonly state: 'shared'; readonly until: Day; readonly where: string | null }
  | { readonly state: 'failed'; readonly reason: PrintFault }
  | { readonly state: 'refused'; readonly refusal: RefusalData }

export interface PaperSharing {
  readonly state: Readonly<ShallowRef<Sharing>>
  /** Lets others ask for an issued paper and prints the password for the citizen. */
  readonly share: (visitId: string, documentId: string, term: ShareTerm) => Promise<void>
  /** Tries once more what failed. */
  readonly again: () => Promise<void>
  readonly clear: () => void
}

/** The leave to ask for the paper in the panel. */
export function paperSharing(): PaperSharing {
  const state = shallowRef<Sharing>({ state: 'none' })
  let last: Input<'vault.share'> | undefined
  let turn = 0

  async function share(visitId: string, documentId: string, term: ShareTerm): Promise<void> {
    last = { visitId, documentId, term }
    await again()
  }
  async function again(): Promise<void> {
    if (!last || state.value.state === 'running' || state.value.state === 'shared') return
    const mine = ++turn
    state.value = { state: 'running' }
    const reply = await call('vault.share', last)
    if (mine !== turn) return
    if (!reply.ok) state.value = { state: 'refused', refusal: reply.refusal }
    else if (!reply.value.share)
      state.value = { state: 'failed', reason: reply.value.fault ?? 'failed' }
    else
      state.value = {
        state: 'shared',
        until: reply.value.share.until,
        where: reply.value.where,
      }
  }
  function clear(): void {
    turn++
    last = undefined
    state.value = { state: 'none' }
  }
  return { state, share, again, clear }
}
