import { z } from 'zod'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { parseRial, Rial } from '#core/kernel/rial.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { JalaliMonth } from './contribution.model.ts'
import { RecordKey } from './record-finding.model.ts'

/** A request holds no more lines than a draft can keep. */
export const OBJECTION_LINES = 60

/** A count as it is typed, in digits of any script; null while it is empty. */
export const TypedCount = z
  .union([z.number(), z.string().max(20)])
  .nullable()
  .transform((typed, context) => {
    const text = toLatinDigits(String(typed ?? '')).trim()
    if (text === '') return null
    if (/^\d{1,5}$/.test(text)) return Number(text)
    context.addIssue({ code: 'custom', message: 'format' })
    return z.NEVER
  })

/** An amount as it is typed, with or without separators; null while it is empty. */
export const TypedAmount = z
  .union([z.number(), z.string().max(40)])
  .nullable()
  .transform((typed, context) => {
    const text = String(typed ?? '').trim()
    if (text === '') return null
    const amount = parseRial(text)
    if (amount !== undefined) return amount
    context.addIssue({ code: 'custom', message: 'format' })
    return z.NEVER
  })

/** Tracking code of the refused request that this one follows; empty where there is none. */
export const ReferenceCode = z
  .string()
  .max(20)
  .transform((text) => toLatinDigits(text).trim())

/**
 * One month of one line of records and what should stand there instead. `recordedDays` and `recordedWage` are what
 * the person saw when the month was picked.
 */
export const ObjectedMonth = RecordKey.extend(JalaliMonth.shape).extend({
  workshopName: z.string().max(200).nullable(),
  recordedDays: z.int().min(0).max(31),
  recordedWage: Rial,
  claimedDays: TypedCount,
  claimedWage: TypedAmount,
  /** Name or code of the workshop it belongs to; empty when the workshop is right. */
  claimedWorkshop: z.string().trim().max(120),
})
export type ObjectedMonth = z.infer<typeof ObjectedMonth>

/** An objection to existing records, as filed. */
export const RecordObjectionForm = z.object({
  lines: z
    .array(ObjectedMonth)
    .max(OBJECTION_LINES)
    .refine((lines) => lines.length > 0, { error: 'required' }),
  referenceCode: ReferenceCode,
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type RecordObjectionForm = z.infer<typeof RecordObjectionForm>
