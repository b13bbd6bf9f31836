import { RetirementForm } from '#core/pensions/retirement.model.ts'
import type { ServiceForm, TypedForm } from './service-form.ts'

function isHazardous({ work }: TypedForm): boolean {
  return work === 'HAZARDOUS_CONTINUOUS' || work === 'HAZARDOUS_INTERRUPTED'
}

/** بازنشستگی on one page. */
export const retirementForm: ServiceForm = {
  kind: 'RETIREMENT',
  schema: RetirementForm,
  steps: [
    {
      id: 'retirement',
      fields: [
        { id: 'applicant', input: { as: 'choice', ids: ['INSURED', 'EMPLOYER'] } },
        {
          id: 'workshopCode',
          input: { as: 'offered' },
          when: ({ applicant }) => applicant === 'EMPLOYER',
          needed: true,
        },
        { id: 'work', input: { as: 'offered' } },
        { id: 'hazardousYears', input: { as: 'count', max: 45 }, when: isHazardous, needed: true },
        { id: 'path', input: { as: 'offered' }, wide: true },
        { id: 'veteran', input: { as: 'yesNo' }, wide: true },
      ],
    },
  ],
}
