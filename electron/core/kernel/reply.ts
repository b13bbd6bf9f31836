import type { z } from 'zod'
import type { RefusalData } from './refusal.ts'

/** What every call returns: a value or a refusal, so that the compiler insists that callers look. */
export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: RefusalData }

/** A refusal as a reply. */
export function refused(refusal: RefusalData): Reply<never> {
  return { ok: false, refusal }
}

/** The first thing wrong with an input, as the refusal that marks its field. */
export function invalidInput(error: z.ZodError): RefusalData {
  const issue = error.issues[0]
  return {
    code: 'invalid-input',
    ...(issue && issue.path.length > 0 ? { field: issue.path.map(String).join('.') } : {}),
    ...(issue ? { fault: issue.code === 'custom' ? issue.message : issue.code } : {}),
  }
}
