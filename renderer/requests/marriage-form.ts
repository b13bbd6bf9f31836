import { MarriageForm } from '#core/benefits/marriage.model.ts'
import type { ServiceForm } from './service-form.ts'

/** کمک ازدواج on one page. */
export const marriageForm: ServiceForm = {
  kind: 'MARRIAGE',
  schema: MarriageForm,
  steps: [
    {
      id: 'marriage',
      fields: [
        { id: 'marriageDate', input: { as: 'day' } },
        { id: 'spouseId', input: { as: 'number', maxlength: 20 } },
        { id: 'spouseName', input: { as: 'text', maxlength: 120 }, wide: true },
        { id: 'deedNumber', input: { as: 'number', maxlength: 20 } },
        { id: 'registryOffice', input: { as: 'text', maxlength: 80 } },
        { id: 'permanent', input: { as: 'condition' } },
        { id: 'registered', input: { as: 'condition' } },
        { id: 'firstMarriage', input: { as: 'condition' } },
        { id: 'employedOnWeddingDay', input: { as: 'condition' } },
      ],
    },
  ],
}
