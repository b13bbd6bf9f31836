import { RecordObjectionForm } from '#core/insured/record-objection.model.ts'
import ObjectedMonths from './ObjectedMonths.vue'
import { objectionLineText } from './record-texts.ts'
import type { ServiceForm } from './service-form.ts'

/** اعتراض به سوابق موجود on one page: the months, and the refused request it follows where there is one. */
export const recordObjectionForm: ServiceForm = {
  kind: 'RECORD_OBJECTION',
  schema: RecordObjectionForm,
  steps: [
    {
      id: 'months',
      fields: [
        {
          id: 'lines',
          input: { as: 'part', part: ObjectedMonths, lineText: objectionLineText },
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
