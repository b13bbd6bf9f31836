import { DependantAddForm } from '#core/account/dependant-requests.model.ts'
import { MaritalStatus } from '#core/citizens/citizen.model.ts'
import { DependantRelation } from '#core/insured/insured.model.ts'
import type { ServiceForm, TypedForm } from './service-form.ts'

const isOf =
  (...relations: readonly DependantRelation[]) =>
  ({ relation }: TypedForm) =>
    relations.some((one) => one === relation)

/** ثبت فرد تبعی on one page; what the data knows of the person fills itself in. */
export const dependantAddForm: ServiceForm = {
  kind: 'DEPENDANT_ADD',
  schema: DependantAddForm,
  steps: [
    {
      id: 'dependant',
      fields: [
        { id: 'relation', input: { as: 'choice', ids: DependantRelation.options } },
        { id: 'personId', input: { as: 'number', maxlength: 20 } },
        { id: 'fullName', input: { as: 'text', maxlength: 120 } },
        { id: 'birthDate', input: { as: 'day' } },
        {
          id: 'maritalStatus',
          input: { as: 'choice', ids: MaritalStatus.options },
          when: isOf('DAUGHTER'),
          needed: true,
        },
        { id: 'insuranceNumber', input: { as: 'offered' } },
        { id: 'noJob', input: { as: 'condition' }, when: isOf('DAUGHTER') },
        { id: 'maintained', input: { as: 'condition' }, when: isOf('FATHER', 'MOTHER') },
        { id: 'studying', input: { as: 'yesNo' }, when: isOf('SON') },
        {
          id: 'disabled',
          input: { as: 'yesNo' },
          when: isOf('SPOUSE', 'SON', 'FATHER', 'MOTHER'),
        },
      ],
    },
  ],
}
