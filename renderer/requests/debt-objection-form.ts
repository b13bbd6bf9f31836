import { DebtObjectionForm, ObjectionGround } from '#core/employers/debt-requests.model.ts'
import type { ServiceForm } from './service-form.ts'

/** اعتراض به بدهی on one page; the board follows from the stage of the debt. */
export const debtObjectionForm: ServiceForm = {
  kind: 'DEBT_OBJECTION',
  schema: DebtObjectionForm,
  steps: [
    {
      id: 'objection',
      fields: [
        { id: 'debt', input: { as: 'offered' }, wide: true },
        { id: 'ground', input: { as: 'choice', ids: ObjectionGround.options }, wide: true },
        { id: 'statement', input: { as: 'note' } },
        {
          id: 'referenceCode',
          input: { as: 'offered' },
          wide: true,
          when: (form) => form['referenceCode'] !== '',
        },
      ],
    },
  ],
}
