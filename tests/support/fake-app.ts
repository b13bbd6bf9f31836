import { contract, type Method, type Output, type Parsed } from '#core/contract.ts'
import type { Payload, Topic } from '#core/events.ts'
import { invalidInput, refused, type Reply } from '#core/kernel/reply.ts'
import type { AppBridge } from '../../renderer/client/bridge.ts'

/** What a fake office answers to a method; a method without an answer is `not-found`. */
export type Answers = {
  [M in Method]?: (input: Parsed<M>) => Reply<Output<M>> | Promise<Reply<Output<M>>>
}

export interface FakeApp {
  readonly bridge: AppBridge
  /** Every call as it arrived, oldest first. */
  readonly calls: { readonly method: string; readonly input: unknown }[]
  /** Changes what one method answers from now on. */
  answer<M extends Method>(method: M, give: NonNullable<Answers[M]>): void
  emit<T extends Topic>(topic: T, payload: Payload<T>): void
}

/** A value as a reply. */
export function ok<T>(value: T): Reply<T> {
  return { ok: true, value }
}

/** An in-memory `window.app`: parses inputs as the router does and answers from a table. */
export function createFakeApp(answers: Answers): FakeApp {
  const table = new Map<string, (input: never) => unknown>(
    Object.entries(answers) as [string, (input: never) => unknown][],
  )
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const calls: { method: string; input: unknown }[] = []

  return {
    calls,
    bridge: {
      async call(method, input) {
        calls.push({ method, input })
        const give = table.get(method)
        if (!give || !Object.hasOwn(contract, method))
          return refused({ code: 'not-found', what: 'method' })
        const parsed = contract[method as Method].input.safeParse(structuredClone(input))
        if (!parsed.success) return refused(invalidInput(parsed.error))
        return (await give(parsed.data as never)) as Reply<unknown>
      },
      on(topic, listener) {
        const all = listeners.get(topic) ?? new Set()
        listeners.set(topic, all.add(listener))
        return () => all.delete(listener)
      },
    },
    answer(method, give) {
      table.set(method, give)
    },
    emit(topic, payload) {
      for (const listener of listeners.get(topic) ?? []) listener(payload)
    },
  }
}
