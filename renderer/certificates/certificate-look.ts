import type { CertificateState } from '#core/certificates/pension-certificates.model.ts'
import type { Tone } from '../ui/notices.ts'

/** How the state of a certificate looks; the words stand in `enums.certificateState`. */
export const STATE_TONES: Readonly<Record<CertificateState, Tone>> = {
  VALID: 'ok',
  USED: 'info',
  REVOKED: 'error',
  EXPIRED: 'neutral',
  UNTOLD: 'warning',
  PENDING: 'info',
  REFUSED: 'neutral',
}
