import { DebtInstalmentForm } from '#core/employers/debt-requests.model.ts'
import type { ServiceForm } from './service-form.ts'

/** تقسیط بدهی on one page; the verdict shows the proposed schedule. */
export const debtInstalmentForm: ServiceForm = {
  kind: 'DEBT_INSTALMENT',
  schema: DebtInstalmentForm,
  steps: [
    {
      id: 'instalments',
      fields: [
        { id: 'debt', input: { as: 'offered' }, wide: true },
        { id: 'count', input: { as: 'count', max: 99 } },
        { id: 'firstMonth', input: { as: 'offered' } },
      ],
    },
  ],
}
