import { DeviceCode, DEVICES, MOST_PIECES } from '#core/benefits/assistive-device-table.model.ts'
import { AssistiveDeviceForm } from '#core/benefits/assistive-device.model.ts'
import type { ServiceForm, TypedForm } from './service-form.ts'

/** Whether the device comes in pieces, as single teeth and hearing aids do. */
function hasPieces(form: TypedForm): boolean {
  const device = DeviceCode.safeParse(form['device'])
  return device.success && DEVICES[device.data].most > 1
}

/** Orthoses and prostheses on one page. */
export const assistiveDeviceForm: ServiceForm = {
  kind: 'ORTHO_PROSTHESIS',
  schema: AssistiveDeviceForm,
  steps: [
    {
      id: 'device',
      fields: [
        { id: 'user', input: { as: 'offered' } },
        { id: 'device', input: { as: 'choice', ids: DeviceCode.options } },
        { id: 'count', input: { as: 'count', max: MOST_PIECES }, when: hasPieces, needed: true },
        { id: 'prescriptionDate', input: { as: 'day' } },
        { id: 'doctorName', input: { as: 'text', maxlength: 120 } },
        { id: 'invoiceNumber', input: { as: 'number', maxlength: 30 } },
        { id: 'invoiceDate', input: { as: 'day' } },
        { id: 'invoiceAmount', input: { as: 'amount' } },
      ],
    },
  ],
}
