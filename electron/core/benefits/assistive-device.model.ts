import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
import { Rial } from '#core/kernel/rial.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import { DeviceCode, MOST_PIECES } from './assistive-device-table.model.ts'

/** The whole form, as filed. `count` is asked only for devices that come in pieces, as single teeth; else it is null. */
export const AssistiveDeviceForm = z.object({
  /** National or foreigner's number of who uses the device. */
  user: identifierField(checkPersonId),
  device: DeviceCode,
  count: z.int().min(1).max(MOST_PIECES).nullable(),
  prescriptionDate: Day,
  doctorName: z.string().trim().min(3).max(120),
  invoiceNumber: z
    .string()
    .trim()
    .regex(/^[\p{N}\p{L}/ -]{1,30}$/u, 'format'),
  invoiceDate: Day,
  invoiceAmount: Rial.refine((amount) => amount > 0, { error: 'required' }),
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type AssistiveDeviceForm = z.infer<typeof AssistiveDeviceForm>
