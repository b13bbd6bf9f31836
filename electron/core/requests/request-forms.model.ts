import { z } from 'zod'
import { MarriageForm } from '#core/benefits/marriage.model.ts'
import type { FileableKind } from './request.model.ts'

/** The form of every kind that can be filed at the counter. */
export const requestForms = {
  MARRIAGE: MarriageForm,
} as const satisfies Readonly<Record<FileableKind, z.ZodObject>>

export type FormSchema<Kind extends FileableKind> = (typeof requestForms)[Kind]

/** A whole form with its kind, as it is filed. */
export const FilledForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('MARRIAGE'), form: requestForms.MARRIAGE }),
])
export type FilledForm = z.infer<typeof FilledForm>
