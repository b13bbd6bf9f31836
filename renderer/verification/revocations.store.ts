import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { RefusalData } from '#core/kernel/refusal.ts'
import { toLatinDigits } from '#core/kernel/digits.ts'
import type { Reply } from '#core/kernel/reply.ts'
import type { Revocation, Verdict } from '#core/verification/verification.model.ts'
import type { Output } from '#core/contract.ts'
import { call } from '../client/call.ts'
import { latest } from '../client/latest.ts'

export type SheetPrint = Output<'verification.printRevocations'>

/** Documents that were issued and do not count any more. One deed at a time. */
export const useRevocations = defineStore('verification/revocations', () => {
  const list = latest(() => call('verification.revocations', null))
  const selected = ref<string | null>(null)
  const refusal = shallowRef<RefusalData | null>(null)
  const isBusy = ref(false)

  async function ask<T>(work: () => Promise<Reply<T>>): Promise<T | undefined> {
    if (isBusy.value) return undefined
    isBusy.value = true
    refusal.value = null
    const reply = await work()
    isBusy.value = false
    if (reply.ok) return reply.value
    refusal.value = reply.refusal
    return undefined
  }
  /** What the office knows of a number, before it is revoked. */
  function look(number: string): Promise<Verdict | undefined> {
    const text = toLatinDigits(number).trim()
    return ask(() => call('verification.check', { by: 'text', text }))
  }
  /** Says of a document that it does not count any more; it cannot be taken back. */
  async function revoke(number: string, reason: string): Promise<Revocation | undefined> {
    const done = await ask(() => call('verification.revoke', { number, reason }))
    if (done) {
      await list.ask()
      selected.value = done.documentId
    }
    return done
  }
  /** The list as a sheet: a PDF in base64. */
  const sheet = () => ask(() => call('verification.revocationSheet', null))
  const print = (): Promise<SheetPrint | undefined> =>
    ask(() => call('verification.printRevocations', null))
  const forgive = (): void => void (refusal.value = null)

  return {
    list: list.load,
    reload: list.ask,
    selected,
    refusal,
    isBusy,
    look,
    revoke,
    sheet,
    print,
    forgive,
  }
})
