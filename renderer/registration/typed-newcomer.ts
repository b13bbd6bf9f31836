import { addJalaliYears, isDay, type Day } from '#core/kernel/day.ts'
import {
  RegistrationForm,
  type RegistrationField,
  type RegistrationDraftForm,
} from '#core/registration/registration.model.ts'
import {
  needsGuardian,
  registrationFaults,
  type RegistrationDay,
} from '#core/registration/registration.rules.ts'
import type { Input } from '#core/contract.ts'
import { readJalali } from '../ui/jalali-typing.ts'
import { emptyNewcomer, type TypedNewcomer } from './newcomer-fields.ts'

type Sent = Input<'registration.register'>['form']
export type NewcomerFaults = Readonly<Partial<Record<RegistrationField | 'othersReason', string>>>

/** The day that stands in a box; undefined while none does. */
export function typedDay(text: string, today: Day): Day | undefined {
  return isDay(text) ? text : readJalali(text, today)
}

/** What is typed, as it would be sent: an empty choice is none. */
function sentOf(typed: TypedNewcomer, today: Day): Record<RegistrationField, unknown> {
  const { othersReason: _, ...form } = typed
  return {
    ...form,
    birthDate: typedDay(typed.birthDate, today) ?? typed.birthDate,
    orderDate: typed.orderDate.trim() === '' ? null : typedDay(typed.orderDate, today),
    guardianKind: typed.guardianKind === '' ? null : typed.guardianKind,
  }
}

/** The fields that can be read so far, and what is wrong with the others. */
function read(typed: TypedNewcomer, today: Day) {
  const values: Partial<Record<RegistrationField, unknown>> = {}
  const faults: Partial<Record<RegistrationField, string>> = {}
  const sent = sentOf(typed, today)
  for (const [name, field] of Object.entries(RegistrationForm.shape)) {
    const id = name as RegistrationField
    const result = field.safeParse(sent[id])
    if (result.success) values[id] = result.data
    else if (sent[id] === '') faults[id] = 'required'
    else faults[id] = codeOf(id, result.error.issues[0]?.message)
  }
  return { values: values as Partial<RegistrationForm>, faults }
}

function codeOf(field: RegistrationField, message: string | undefined): string {
  if (field === 'birthDate' || field === 'orderDate') return 'day'
  return message === undefined || message.includes(' ') ? 'format' : message
}

/** Of somebody about whom nothing is typed: of age, so that only what is typed speaks. */
function blank(today: Day): RegistrationForm {
  return RegistrationForm.parse({
    ...sentOf(emptyNewcomer(), today),
    ...{ personId: '0010000011', firstName: 'آآ', lastName: 'آآ', fatherName: 'آآ', sex: 'F' },
    ...{ birthDate: addJalaliYears(today, -40), birthCity: 'آآ' },
  })
}

/** What can be read of the form so far. */
export function readableForm(
  typed: TypedNewcomer,
  day: RegistrationDay,
): Partial<RegistrationForm> {
  return read(typed, day.today).values
}

/** Whether somebody must stand for the newcomer, by what is typed so far. */
export function isGuarded(typed: TypedNewcomer, day: RegistrationDay): boolean {
  return needsGuardian(readableForm(typed, day), day)
}

/** Everything that is wrong with the form, by field: with each alone, else beside the others. */
export function newcomerFaults(typed: TypedNewcomer, day: RegistrationDay): NewcomerFaults {
  const { values, faults } = read(typed, day.today)
  const together: Partial<Record<RegistrationField, string>> = {}
  for (const { field, fault } of registrationFaults({ ...blank(day.today), ...values }, day))
    if (values.personId !== undefined || field !== 'nationality') together[field] ??= fault
  return { ...together, ...faults }
}

/** The form as it is sent; what is wrong in it the office says. */
export function newcomerForm(typed: TypedNewcomer, today: Day): Sent {
  return sentOf(typed, today) as unknown as Sent
}

/** What a draft kept, over a form of which nothing is typed. */
export function newcomerOfDraft(draft: RegistrationDraftForm): TypedNewcomer {
  const form = emptyNewcomer()
  for (const [name, value] of Object.entries(draft)) {
    if (name === 'papers') form.papers = Array.isArray(value) ? [...value] : []
    else if (name === 'isWard') form.isWard = value === true
    else if (name in form && typeof value === 'string') Object.assign(form, { [name]: value })
  }
  return form
}
