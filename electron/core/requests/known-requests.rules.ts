import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { CitizenService, ServiceFacts, Typed } from './citizen-service.ts'
import { openStatuses } from './lifecycle.rules.ts'
import type { FormSchema } from './request-forms.model.ts'
import type { FileableKind, RequestKind, RequestSummary } from './request.model.ts'

/** Tracking code of the newest request of a kind that was granted; null when there is none. */
export function grantedBefore(
  kind: RequestKind,
  { requests }: Pick<ServiceFacts, 'requests'>,
): string | null {
  const granted = requests.find((one) => one.kind === kind && one.status === '18')
  return granted?.trackingCode ?? null
}

/**
 * The undecided request that stands in the way of another one of this service. Where a service may be asked for
 * several things side by side, only a request filed here for the very same thing does.
 */
export function openRequest<Kind extends FileableKind>(
  service: CitizenService<Kind, FormSchema<Kind>>,
  typed: Typed<FormSchema<Kind>>,
  { requests, filed }: Pick<ServiceFacts, 'requests' | 'filed'>,
): RequestSummary | undefined {
  const { kind, alsoBlockedBy = [], isSameAs } = service
  const kinds: readonly RequestKind[] = [kind, ...alsoBlockedBy]
  return requests.find((one) => {
    if (!kinds.includes(one.kind) || !openStatuses.includes(one.status)) return false
    if (one.kind !== kind || isSameAs === undefined) return true
    const form = filed.find(({ trackingCode }) => trackingCode === one.trackingCode)?.form
    return form !== undefined && isSameAs(typed, form)
  })
}

/** In which role the citizen asks: as a pensioner where he holds no insurance number and the service is open to him. */
export function roleOfApplicant(
  { role }: Pick<CitizenService, 'role'>,
  { profiles, pensions }: Pick<ServiceFacts, 'profiles' | 'pensions'>,
): CitizenRole {
  return role === 'INSURED' && profiles.length === 0 && pensions.length > 0 ? 'PENSIONER' : role
}
