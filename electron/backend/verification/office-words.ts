import words from '../../../resources/verification.json' with { type: 'json' }
import type { OfficeIdentity } from '#core/office/office.ports.ts'
import type { CertificateSubject } from './office-certificate.ts'
import type { SignatureWords } from './pdf-signature.ts'

/** How the office calls itself in its certificate and signatures; one that does not count says so there as well. */
export function officeWords({ kind, branchCode, branchName, province }: OfficeIdentity): {
  readonly subject: CertificateSubject
  readonly words: SignatureWords
} {
  const { organisation, reason, notValid } = words
  const mark = notValid[kind] === '' ? '' : ` – ${notValid[kind]}`
  const name = `${organisation}، ${branchName} (${branchCode})${mark}`
  return {
    subject: { organisation, branchCode, name },
    words: { name, reason: `${reason}${mark}`, location: province },
  }
}
