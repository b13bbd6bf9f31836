import {
  BirthKind,
  MaternityForm,
  MaternityLeave,
  NEWBORN_FIELDS,
  NEWBORNS,
  PregnancyStatus,
} from '#core/benefits/maternity.model.ts'
import type { ServiceForm, TypedForm } from './service-form.ts'

/** How many newborns have a number to be typed: none before the birth. */
function newborns(form: TypedForm): number {
  const kind = BirthKind.safeParse(form['birthKind'])
  return form['pregnancyStatus'] === 'BORN' && kind.success ? NEWBORNS[kind.data] : 0
}

/** Maternity pay: the leave, on which the verdict rests, then the newborns and the doctor. */
export const maternityForm: ServiceForm = {
  kind: 'MATERNITY',
  schema: MaternityForm,
  steps: [
    {
      id: 'leave',
      fields: [
        { id: 'pregnancyStatus', input: { as: 'choice', ids: PregnancyStatus.options } },
        { id: 'birthDate', input: { as: 'day' } },
        { id: 'birthKind', input: { as: 'choice', ids: BirthKind.options } },
        { id: 'leaveKind', input: { as: 'choice', ids: MaternityLeave.options } },
        { id: 'leaveStart', input: { as: 'day' } },
        { id: 'leaveEnd', input: { as: 'day' } },
        { id: 'employedAtLeave', input: { as: 'condition' } },
        { id: 'notWorkingInLeave', input: { as: 'condition' } },
      ],
    },
    {
      id: 'birth',
      fields: [
        ...NEWBORN_FIELDS.map((id, at) => ({
          id,
          input: { as: 'number', maxlength: 20 } as const,
          when: (form: TypedForm) => at < newborns(form),
          needed: true as const,
        })),
        { id: 'doctorName', input: { as: 'text', maxlength: 120 } },
        { id: 'doctorCode', input: { as: 'number', maxlength: 10 } },
        { id: 'governmentStaff', input: { as: 'yesNo' } },
      ],
    },
  ],
}
