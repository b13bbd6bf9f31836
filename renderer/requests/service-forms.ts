import type { FileableKind } from '#core/requests/request.model.ts'
import { marriageForm } from './marriage-form.ts'
import type { ServiceForm } from './service-form.ts'

/** How every service is typed. */
export const serviceForms: Readonly<Record<FileableKind, ServiceForm>> = {
  MARRIAGE: marriageForm,
}
