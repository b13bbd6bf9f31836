import type { z } from 'zod'
import { contract, type Input, type Method, type Output } from '#core/contract.ts'
import { invalidInput, refused, type Reply } from '#core/kernel/reply.ts'
import './bridge.ts'
import { signedInAgain } from './signed-in.ts'

/** A lock that found nobody signed in must not fall after the next sign-in. */
const NEVER_WAITS: ReadonlySet<Method> = new Set(['access.lock'])

async function send(method: Method, input: unknown): Promise<Reply<unknown>> {
  try {
    return await window.app.call(method, input)
  } catch {
    return refused({ code: 'unavailable' })
  }
}

/**
 * Asks the office for a method of the contract. Parsing here gives the clerk an instant answer and
 * turns reactive proxies, which cannot be cloned, into plain data; the backend parses again. A call
 * that finds nobody signed in waits for the sign-in and is then sent again.
 */
export async function call<M extends Method>(
  method: M,
  input: Input<M>,
): Promise<Reply<Output<M>>> {
  const spec: { readonly permission: string; readonly input: z.ZodType } = contract[method]
  const parsed = spec.input.safeParse(input)
  if (!parsed.success) return refused(invalidInput(parsed.error))
  for (;;) {
    const reply = await send(method, parsed.data)
    const waits = spec.permission !== 'anyone' && !NEVER_WAITS.has(method)
    if (reply.ok || reply.refusal.code !== 'not-signed-in' || !waits)
      return reply as Reply<Output<M>>
    if (!(await signedInAgain())) return reply
  }
}
