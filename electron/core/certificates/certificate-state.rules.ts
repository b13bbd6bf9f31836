import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { isFinal } from '#core/requests/lifecycle.rules.ts'
import type { RequestStatus } from '#core/requests/request.model.ts'
import type { CertificateState, PensionCertificate } from './pension-certificates.model.ts'

/** What is known of a certificate that was issued. */
export type CertificateFacts = Pick<PensionCertificate, 'validUntil' | 'revocation' | 'use'>

/**
 * The state of a certificate issued here. One that was presented in time does not run out any more; a revoked one
 * counts for nobody, presented or not. Its last day still counts.
 *
 * @law domain brief §4 (instalment certificate: until used, one month to present)
 */
export function stateOfIssued(
  { validUntil, revocation, use }: CertificateFacts,
  today: Day,
): 'VALID' | 'USED' | 'REVOKED' | 'EXPIRED' {
  if (revocation) return 'REVOKED'
  if (use) return 'USED'
  return validUntil !== null && validUntil < today ? 'EXPIRED' : 'VALID'
}

/**
 * The state of a certificate that only the centre knows. The centre does not tell whether a deduction certificate was
 * presented: after its time that stays open, and the pension is taken to be bound.
 */
export function stateOfCentral(
  { kind, status }: { readonly kind: PensionCertificate['kind']; readonly status: RequestStatus },
  validUntil: Day | null,
  today: Day,
): CertificateState {
  if (status === '18') {
    if (validUntil !== null && validUntil >= today) return 'VALID'
    return kind === 'deduction-certificate' ? 'UNTOLD' : 'EXPIRED'
  }
  return isFinal(status) ? 'REFUSED' : 'PENDING'
}

/**
 * Refuses to record that a certificate was presented, unless it is a deduction certificate that was valid on the day of
 * the bank's letter, and nothing was recorded before. A letter that was written in time and came late still binds.
 *
 * @refuses `rule` for another kind, a revoked one, a letter from before the issue, after its last day or from the
 * future; `conflict` for one that is recorded already
 */
export function requirePresentable(
  { kind, issuedOn, ...facts }: CertificateFacts & Pick<PensionCertificate, 'kind' | 'issuedOn'>,
  letterOn: Day,
  today: Day,
): void {
  const field = 'letterOn'
  const refuse = (what: string, day?: Day) =>
    new Refusal('rule', { what, field, ...(day === undefined ? {} : { values: { day } }) })
  if (kind !== 'deduction-certificate') throw new Refusal('rule', { what: 'use-not-of-this-kind' })
  if (facts.revocation) throw new Refusal('rule', { what: 'paper-revoked' })
  if (facts.use) throw new Refusal('conflict', { what: 'certificate-used' })
  if (letterOn > today) throw refuse('letter-in-future')
  if (letterOn < issuedOn) throw refuse('letter-before-issue', issuedOn)
  if (stateOfIssued(facts, letterOn) === 'EXPIRED')
    throw refuse('letter-after-validity', facts.validUntil ?? letterOn)
}
