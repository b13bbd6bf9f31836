import { formatJalali, isDay } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import type { Choices } from '#core/requests/citizen-service.ts'
import type { FileableKind } from '#core/requests/request.model.ts'
import { firstText, hasText, t } from '../locales/texts.ts'
import type { FormField, ServiceForm, TypedForm } from './service-form.ts'

/** The name of a kind among the texts: ORTHO_PROSTHESIS → orthoProsthesis. */
export function textName(kind: FileableKind): string {
  return kind.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** The label of a field; `papers` and `note` are called alike in every form. */
export function fieldLabel(kind: FileableKind, id: string): string {
  return firstText([`filing.${textName(kind)}.${id}`, `filing.${id}`])
}

/** What is told below a field, where something is. */
export function fieldHint(kind: FileableKind, id: string): string | undefined {
  const key = `filing.${textName(kind)}.${id}Hint`
  return hasText(key) ? t(key) : undefined
}

/** The title of a step. */
export function stepTitle(kind: FileableKind, id: string): string {
  return firstText([`filing.${textName(kind)}.step.${id}`])
}

/** The text of a choice: a name among the data, or the words of its id. */
export function choiceText(
  kind: FileableKind,
  field: string,
  { id, label }: { readonly id: string; readonly label?: string | undefined },
): string {
  return label ?? firstText([`filing.${textName(kind)}.${field}Choice.${id}`])
}

/** What may be chosen in a field. */
export function choicesOf(
  kind: FileableKind,
  { id, input }: FormField,
  offered: Choices,
): readonly { readonly value: string; readonly label: string }[] {
  const ids = input.as === 'choice' ? input.ids.map((one) => ({ id: one })) : (offered[id] ?? [])
  return ids.map((choice) => ({ value: choice.id, label: choiceText(kind, id, choice) }))
}

/** A field's value as it is read back: before filing, and on the page of a filed request. */
export function shownValue(
  { kind }: ServiceForm,
  field: FormField,
  form: TypedForm,
  offered: Choices,
): string {
  const value = form[field.id]
  const { input } = field
  if (input.as === 'condition' || input.as === 'yesNo')
    return t(value === true ? 'ui.yes' : 'ui.no')
  if (Array.isArray(value)) {
    const lines = value as readonly Readonly<Record<string, unknown>>[]
    if (input.as !== 'part' || !input.lineText) return t('filing.lineCount', { n: lines.length })
    return lines.map(input.lineText).join('\n')
  }
  if (typeof value === 'number')
    return input.as === 'amount'
      ? t('ui.amount', { amount: formatRial(rial(value)) })
      : toPersianDigits(value)
  if (typeof value !== 'string' || value.trim() === '') return t('filing.notTyped')
  if (input.as === 'day') return toPersianDigits(isDay(value) ? formatJalali(value) : value)
  if (input.as === 'choice' || input.as === 'offered')
    return (
      choicesOf(kind, field, offered).find((one) => one.value === value)?.label ??
      toPersianDigits(value)
    )
  return toPersianDigits(value)
}
