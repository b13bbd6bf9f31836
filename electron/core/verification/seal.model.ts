import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'

/**
 * A figure that a QR code vouches for. `name` is the field of the statement; `value` digits, with `*` where the paper
 * itself masks them: rial, counts, national IDs, days as YYYYMMDD (Jalali).
 */
export const KeyFigure = z.object({
  name: z.string().min(1).max(60),
  value: z.string().regex(/^[\d*]{1,24}$/),
})
export type KeyFigure = z.infer<typeof KeyFigure>

/** Eight hexadecimal digits of the SHA-256 of a public sealing key. */
export const KeyId = z.string().regex(/^[\da-f]{8}$/)
export type KeyId = z.infer<typeof KeyId>

/** What a sealed paper vouches for; its names of figures follow from kind and place. */
export const SealedFacts = z.object({
  /** `PaperKind`; a text here, so that a code of a newer program is still read. */
  kind: z.string().min(1).max(40),
  number: z.string().min(1).max(40),
  day: Day,
  validUntil: Day.nullable(),
  figures: z.array(KeyFigure).max(12),
})
export type SealedFacts = z.infer<typeof SealedFacts>
