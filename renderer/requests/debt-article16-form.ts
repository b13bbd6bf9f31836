import { Article16Defect, Article16Form } from '#core/employers/debt-requests.model.ts'
import type { ServiceForm } from './service-form.ts'

/** رسیدگی به بدهی مادهٔ ۱۶ on one page. */
export const debtArticle16Form: ServiceForm = {
  kind: 'DEBT_ARTICLE16',
  schema: Article16Form,
  steps: [
    {
      id: 'review',
      fields: [
        { id: 'debt', input: { as: 'offered' }, wide: true },
        { id: 'defect', input: { as: 'choice', ids: Article16Defect.options }, wide: true },
        { id: 'defectNote', input: { as: 'note' } },
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
