import { FirstInsurance, InsuranceNumberForm } from '#core/registration/insurance-number.model.ts'
import type { ServiceForm, TypedForm } from './service-form.ts'

const isEmployed = ({ insuranceType }: TypedForm) => insuranceType === 'COMPULSORY'

/** درخواست شمارهٔ بیمه on one page; the workplace is asked only of who works for somebody. */
export const insuranceNumberForm: ServiceForm = {
  kind: 'INSURANCE_NUMBER',
  schema: InsuranceNumberForm,
  steps: [
    {
      id: 'work',
      fields: [
        { id: 'insuranceType', input: { as: 'choice', ids: FirstInsurance.options }, wide: true },
        { id: 'job', input: { as: 'text', maxlength: 80 } },
        {
          id: 'workshopName',
          input: { as: 'text', maxlength: 120 },
          when: isEmployed,
          needed: true,
        },
        { id: 'workshopCode', input: { as: 'number', maxlength: 20 }, when: isEmployed },
        { id: 'startDate', input: { as: 'day' }, when: isEmployed, needed: true },
      ],
    },
  ],
}
