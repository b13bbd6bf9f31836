import type { Input, Method, Output } from '#core/contract.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { Refusal } from '#core/kernel/refusal.ts'

/** The console stands in the place of this one window. */
export const WINDOW = 1

export type Call = (order: {
  readonly window: number
  readonly method: unknown
  readonly input: unknown
}) => Promise<Reply<unknown>>

/** The same contract that the window has, with refusals thrown. */
export interface Counter {
  ask<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** Any method and any input, answered with the reply as it is. */
  reply(method: unknown, input: unknown): Promise<Reply<unknown>>
}

/** Speaks with the office through its router, as a window would. */
export function counterOf(call: Call): Counter {
  const reply: Counter['reply'] = (method, input) => call({ window: WINDOW, method, input })
  return {
    reply,
    async ask<M extends Method>(method: M, input: Input<M>) {
      const answer = await reply(method, input)
      // The router has parsed it by the contract.
      if (answer.ok) return answer.value as Output<M>
      const { code, ...details } = answer.refusal
      throw new Refusal(code, details)
    },
  }
}
