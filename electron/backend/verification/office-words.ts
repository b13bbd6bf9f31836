import words from '../../../resources/verification.json' with { type: 'json' }
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { CertificateSubject } from './office-certificate.ts'
import type { SignatureWords } from './pdf-signature.ts'

/** X.509 allows a common name no more. */
const MAX_NAME = 64

/** How the office calls itself in its certificate and signatures; one that does not count says so there as well. */
export function officeWords({ kind, branchCode, branchName, province }: OfficeIdentity): {
  readonly subject: CertificateSubject
  readonly words: SignatureWords
} {
  const { organisation, reason, notValid } = words
  const mark = notValid[kind] === '' ? '' : ` – ${notValid[kind]}`
  const branch = `${branchName} (${branchCode})${mark}`
  return {
    subject: { organisation, branchCode, name: branch.slice(0, MAX_NAME) },
    words: { name: `${organisation}، ${branch}`, reason: `${reason}${mark}`, location: province },
  }
}
