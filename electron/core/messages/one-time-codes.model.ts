import { z } from 'zod'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkMobile } from '#core/kernel/identifiers.ts'
import { Instant } from '#core/kernel/instant.ts'

/** What a code proves: that the person who changes his mobile, or who is registered, holds the number. */
export const CodePurpose = z.enum(['MOBILE_CHANGE', 'REGISTRATION'])
export type CodePurpose = z.infer<typeof CodePurpose>

/** How a code came to the citizen. DESK: printed at the counter, so that the number itself was not proved. */
export const CodeChannel = z.enum(['SMS', 'DESK'])
export type CodeChannel = z.infer<typeof CodeChannel>

/** A mobile as somebody typed it; parses to '09' and nine digits. */
export const Mobile = identifierField(checkMobile)

/** A code as somebody typed it: digits of any script, spaces between them. */
export const TypedCode = z
  .string()
  .max(40)
  .transform((text) => toLatinDigits(text).replace(/[\s\u200c\u200e\u200f-]/g, ''))
  .refine((code) => /^\d{4,8}$/.test(code), { error: 'code-format' })

/** What the screen may know of a code that is on its way: never the code. */
export const SentCode = z.object({
  channel: CodeChannel,
  sentAt: Instant,
  expiresAt: Instant,
  /** Not before this another one is sent. */
  resendAt: Instant,
  triesLeft: z.number().int().min(0),
})
export type SentCode = z.infer<typeof SentCode>

/** Who holds a code: 'citizen <id>' for somebody with a file, 'person <personId>' for somebody without one. */
export type CodeSubject = `citizen ${number}` | `person ${string}`
