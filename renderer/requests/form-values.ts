import type { z } from 'zod'
import { isDay } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { FieldFault } from '#core/requests/citizen-service.ts'
import type { DraftForm } from '#core/requests/request.model.ts'
import type { FormField, ServiceForm, TypedForm } from './service-form.ts'

/** The fields of a form in the order of the screen. */
export function fieldsOf({ steps }: ServiceForm): readonly FormField[] {
  return steps.flatMap(({ fields }) => fields)
}

/** Whether a field is asked at all, by what else is typed. */
export function isAsked({ when }: FormField, form: TypedForm): boolean {
  return when === undefined || when(form)
}

/** The form as a draft or the file fills it; what is not there is empty. */
export function readForm(service: ServiceForm, draft: DraftForm): TypedForm {
  const form: TypedForm = {
    papers: Array.isArray(draft['papers']) ? [...draft['papers']] : [],
    note: draft['note'] ?? '',
  }
  for (const { id, input } of fieldsOf(service)) {
    const value = draft[id]
    switch (input.as) {
      case 'part':
        form[id] = structuredClone(value ?? [])
        break
      case 'condition':
      case 'yesNo':
        form[id] = typeof value === 'boolean' ? value : null
        break
      case 'number':
        form[id] = toPersianDigits(textOf(value))
        break
      case 'amount':
      case 'count':
        form[id] = typeof value === 'number' ? value : textOf(value)
        break
      case 'text':
      case 'day':
      case 'choice':
      case 'offered':
      case 'note':
        form[id] = textOf(value)
    }
  }
  return form
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The form as a draft keeps it: everything as it was typed. */
export function writeForm(form: TypedForm): DraftForm {
  return JSON.parse(JSON.stringify(form)) as DraftForm
}

/** The form as it is filed: what nobody confirmed counts as no, what is not asked or not typed as nothing. */
export function filedForm(service: ServiceForm, form: TypedForm): TypedForm {
  const filed: TypedForm = { papers: form['papers'], note: form['note'] }
  for (const field of fieldsOf(service)) {
    const { id, input } = field
    const value = form[id]
    if (input.as === 'condition' || input.as === 'yesNo')
      filed[id] = value === true && isAsked(field, form)
    else if (!isAsked(field, form) || isBlank(value)) filed[id] = nothingFor(shapeOf(service, id))
    else filed[id] = value
  }
  return filed
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
}

function shapeOf({ schema }: ServiceForm, id: string): z.ZodType | undefined {
  return (schema.shape as Readonly<Record<string, z.ZodType>>)[id]
}

/** What a field takes for nothing; the empty text where it takes none. */
function nothingFor(shape: z.ZodType | undefined): unknown {
  const takes = (value: unknown) => shape?.safeParse(value).success === true
  if (takes(null)) return null
  return takes([]) ? [] : ''
}

/** Whether a form can do without a field that it asks. */
export function isOptional(service: ServiceForm, id: string): boolean {
  if (fieldsOf(service).some((field) => field.id === id && field.needed)) return false
  const shape = shapeOf(service, id)
  return shape?.safeParse(nothingFor(shape)).success === true
}

/**
 * What is wrong with a field: a code of `refusals.fault` with the values of its text; `answer` for a condition of the
 * law that the papers do not show, `papers` for a paper that is required and not received.
 */
export type FormFault = Omit<FieldFault, 'field'>

/** What is wrong, by the field, or by the place inside a part (`lines.2.days`). */
export type FormFaults = Readonly<Record<string, FormFault>>

/** The faults of a form; of a field that is wrong by itself nothing more is told. */
export function formFaults(
  service: ServiceForm,
  form: TypedForm,
  required: readonly string[],
): FormFaults {
  const faults: Record<string, FormFault> = {}
  const filed = filedForm(service, form)
  for (const field of fieldsOf(service)) {
    if (!isAsked(field, form)) continue
    const { id, input } = field
    if (input.as === 'condition' && filed[id] !== true) faults[id] = { fault: 'answer' }
    else if (field.needed && isBlank(filed[id])) faults[id] = { fault: 'required' }
    else Object.assign(faults, shapeFaults(service, field, filed[id]))
  }
  const papers = form['papers']
  const has = (paper: string) => Array.isArray(papers) && papers.includes(paper)
  if (!required.every(has)) faults['papers'] = { fault: 'papers' }
  for (const { field, ...fault } of service.faults?.(filed) ?? []) faults[field] ??= fault
  Object.assign(faults, shapeFaults(service, NOTE, filed['note']))
  return faults
}

const NOTE: FormField = { id: 'note', input: { as: 'note' } }

function shapeFaults(service: ServiceForm, { id, input }: FormField, value: unknown): FormFaults {
  if (input.as === 'day' && typeof value === 'string' && value !== '' && !isDay(value))
    return { [id]: { fault: 'day' } }
  const parsed = shapeOf(service, id)?.safeParse(value)
  if (!parsed || parsed.success) return {}
  if (isBlank(value)) return { [id]: { fault: 'required' } }
  if (input.as === 'amount' || input.as === 'count')
    return {
      [id]: typeof value === 'number' ? faultOf(parsed.error.issues[0]) : { fault: 'format' },
    }
  const faults: Record<string, FormFault> = {}
  for (const issue of parsed.error.issues)
    faults[input.as === 'part' ? [id, ...issue.path].map(String).join('.') : id] ??= faultOf(issue)
  return faults
}

function faultOf(issue: z.core.$ZodIssue | undefined): FormFault {
  return { fault: issue?.code === 'custom' ? issue.message : (issue?.code ?? 'format') }
}

/** The field to which a fault belongs. */
export function fieldOfFault(path: string): string {
  return path.split('.')[0] ?? path
}
