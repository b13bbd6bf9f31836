import { FileableKind } from '#core/requests/request.model.ts'
import { t } from '../locales/texts.ts'

/** Services that are looked up or issued, not filed. */
type LookedUp = 'RECORDS' | 'RECORD_CERTIFICATE' | 'DEPENDANTS'

/** Everything that F8 offers. */
export type ServiceId = LookedUp | FileableKind

/** A line of the list of services; `code`: the two letters that lead to it. */
export interface Service {
  readonly id: ServiceId
  readonly label: string
  readonly code: string
}

/** Whether a service ends in a request. */
export function isFiled(id: ServiceId): id is FileableKind {
  return FileableKind.options.some((kind) => kind === id)
}

/** The services in the order of the application. */
export function services(): readonly Service[] {
  const ids: readonly ServiceId[] = [
    'RECORDS',
    'RECORD_CERTIFICATE',
    ...FileableKind.options,
    'DEPENDANTS',
  ]
  return ids.map((id) => ({
    id,
    label: t(isFiled(id) ? `enums.requestKind.${id}` : `filing.service.${id}`),
    code: t(`filing.code.${id}`),
  }))
}
