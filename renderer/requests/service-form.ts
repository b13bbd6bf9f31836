import type { Component } from 'vue'
import type { z } from 'zod'
import type { FieldFault } from '#core/requests/citizen-service.ts'
import type { FileableKind } from '#core/requests/request.model.ts'

/** The form while it is typed: right or wrong, exactly as typed. A day that is a day is kept as a day. */
export type TypedForm = Record<string, unknown>

/** How a field is typed. A choice offers ids, or what the office offers under the field's name (`Assessment.choices`). */
export type FieldInput =
  | { readonly as: 'text'; readonly maxlength: number }
  /** Digits in any script; shown in Persian, kept as typed. */
  | { readonly as: 'number'; readonly maxlength: number }
  | { readonly as: 'amount' }
  | { readonly as: 'count'; readonly max: number }
  | { readonly as: 'day' }
  | { readonly as: 'choice'; readonly ids: readonly string[] }
  | { readonly as: 'offered' }
  /** What the papers on the counter show; it must be yes before the request can be filed. */
  | { readonly as: 'condition' }
  | { readonly as: 'yesNo' }
  | { readonly as: 'note' }
  /** A part of its own, as lines of workshops: it is given `form`, `errors` and `choices` and edits the form itself. */
  | {
      readonly as: 'part'
      readonly part: Component
      /** One of its lines as it is read back. */
      readonly lineText?: (line: Readonly<Record<string, unknown>>) => string
    }

/** One field of a form; its label is `filing.<kind>.<id>`, a choice's text `filing.<kind>.<id>Choice.<choice>`. */
export interface FormField {
  readonly id: string
  readonly input: FieldInput
  /** Takes the whole row. */
  readonly wide?: boolean
  /** Shown, asked and sent only while this holds. */
  readonly when?: (form: TypedForm) => boolean
  /** Must be filled in where it is asked, though the form as a whole can do without it. */
  readonly needed?: true
}

/** What stands together on one page of a form; its title is `filing.<kind>.step.<id>`. */
export interface FormStep {
  readonly id: string
  readonly fields: readonly FormField[]
}

/**
 * How a service is typed. `papers` and `note` come by themselves at the end of the last step. One step of up to eight
 * fields is one page that is filed at once; several end in a review.
 */
export interface ServiceForm {
  readonly kind: FileableKind
  readonly schema: z.ZodObject
  readonly steps: readonly FormStep[]
  /** What fields have wrong together, as far as it can be told at the desk; the office looks again. */
  readonly faults?: (form: TypedForm) => readonly FieldFault[]
}
