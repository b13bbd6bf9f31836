import { MissingRecordForm } from '#core/insured/missing-record.model.ts'
import MissingWorkshops from './MissingWorkshops.vue'
import { missingLineText } from './record-texts.ts'
import type { ServiceForm } from './service-form.ts'

/** اعتراض سابقهٔ ناموجود on one page: rows of work, and the refused request it follows where there is one. */
export const missingRecordForm: ServiceForm = {
  kind: 'RECORD_MISSING',
  schema: MissingRecordForm,
  steps: [
    {
      id: 'work',
      fields: [
        {
          id: 'lines',
          input: { as: 'part', part: MissingWorkshops, lineText: missingLineText },
        },
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
