import { DependantEndForm, DependantEndReason } from '#core/account/dependant-requests.model.ts'
import type { ServiceForm } from './service-form.ts'

/** پایان تبعیت on one page. */
export const dependantEndForm: ServiceForm = {
  kind: 'DEPENDANT_END',
  schema: DependantEndForm,
  steps: [
    {
      id: 'end',
      fields: [
        { id: 'dependant', input: { as: 'offered' }, wide: true },
        { id: 'reason', input: { as: 'choice', ids: DependantEndReason.options } },
        { id: 'endedOn', input: { as: 'day' } },
      ],
    },
  ],
}
