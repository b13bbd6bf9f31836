import { StudentContractForm, StudentRate } from '#core/benefits/student-contract.model.ts'
import type { ServiceForm } from './service-form.ts'

/** قرارداد دانشجویی on one page; what concerns a guardian is asked only where one stands here. */
export const studentContractForm: ServiceForm = {
  kind: 'STUDENT_CONTRACT',
  schema: StudentContractForm,
  steps: [
    {
      id: 'contract',
      fields: [
        { id: 'university', input: { as: 'text', maxlength: 120 } },
        { id: 'studentNumber', input: { as: 'number', maxlength: 20 } },
        { id: 'income', input: { as: 'amount' } },
        { id: 'rate', input: { as: 'choice', ids: StudentRate.options } },
        { id: 'signer', input: { as: 'offered' }, wide: true },
        {
          id: 'guardianId',
          input: { as: 'number', maxlength: 20 },
          when: ({ signer }) => signer === 'GUARDIAN' || signer === 'NATURAL_GUARDIAN',
          needed: true,
        },
        {
          id: 'guardianshipDate',
          input: { as: 'day' },
          when: ({ signer }) => signer === 'GUARDIAN',
          needed: true,
        },
        { id: 'recognisedUniversity', input: { as: 'condition' } },
      ],
    },
  ],
}
