import { MilitaryServiceForm, ServiceCard } from '#core/benefits/military-service.model.ts'
import type { ServiceForm } from './service-form.ts'

/** خرید خدمت سربازی on one page. */
export const militaryServiceForm: ServiceForm = {
  kind: 'MILITARY_SERVICE',
  schema: MilitaryServiceForm,
  steps: [
    {
      id: 'service',
      fields: [
        { id: 'serviceKind', input: { as: 'offered' } },
        {
          id: 'card',
          input: { as: 'choice', ids: ServiceCard.options },
          when: ({ serviceKind }) => serviceKind === 'CONSCRIPTION',
          needed: true,
        },
        { id: 'serviceFrom', input: { as: 'day' } },
        { id: 'serviceTo', input: { as: 'day' } },
        { id: 'instalments', input: { as: 'count', max: 12 } },
      ],
    },
  ],
}
