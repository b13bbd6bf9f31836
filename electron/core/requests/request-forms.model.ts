import { z } from 'zod'
import { AssistiveDeviceForm } from '#core/benefits/assistive-device.model.ts'
import { MarriageForm } from '#core/benefits/marriage.model.ts'
import { MaternityForm } from '#core/benefits/maternity.model.ts'
import type { FileableKind } from './request.model.ts'

/** The form of every kind that can be filed at the counter. */
export const requestForms = {
  MARRIAGE: MarriageForm,
  MATERNITY: MaternityForm,
  ORTHO_PROSTHESIS: AssistiveDeviceForm,
} as const satisfies Readonly<Record<FileableKind, z.ZodObject>>

export type FormSchema<Kind extends FileableKind> = (typeof requestForms)[Kind]

/** A whole form with its kind, as it is filed. */
export const FilledForm = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('MARRIAGE'), form: requestForms.MARRIAGE }),
  z.object({ kind: z.literal('MATERNITY'), form: requestForms.MATERNITY }),
  z.object({ kind: z.literal('ORTHO_PROSTHESIS'), form: requestForms.ORTHO_PROSTHESIS }),
])
export type FilledForm = z.infer<typeof FilledForm>
