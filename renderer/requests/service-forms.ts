import type { FileableKind } from '#core/requests/request.model.ts'
import { assistiveDeviceForm } from './assistive-device-form.ts'
import { marriageForm } from './marriage-form.ts'
import { maternityForm } from './maternity-form.ts'
import type { ServiceForm } from './service-form.ts'

/** How every service is typed. */
export const serviceForms: Readonly<Record<FileableKind, ServiceForm>> = {
  MARRIAGE: marriageForm,
  MATERNITY: maternityForm,
  ORTHO_PROSTHESIS: assistiveDeviceForm,
}
