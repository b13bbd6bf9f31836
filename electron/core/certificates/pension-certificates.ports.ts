import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { RequestStatus } from '#core/requests/request.model.ts'
import type { DeductionCertificate } from './deduction-certificate.model.ts'
import type { CertificateUse, PensionCertificate } from './pension-certificates.model.ts'
import type { SalaryCertificate } from './salary-certificate.model.ts'

/** A certificate issued here, as it was drawn, with what was said of it later. */
export interface KeptCertificate {
  readonly documentId: string
  readonly statement: SalaryCertificate | DeductionCertificate
  readonly revocation: PensionCertificate['revocation']
  readonly use: CertificateUse | null
  readonly prints: number
}

/** A certificate asked of the centre, as the extract tells it; null where it tells nothing. */
export interface CentralCertificate {
  readonly kind: PensionCertificate['kind']
  readonly trackingCode: string
  readonly status: RequestStatus
  readonly pensionNumber: string | null
  readonly recipientName: string | null
  readonly instalment: Rial | null
  readonly count: number | null
  readonly guarantee: Rial | null
  readonly createdOn: Day
}

/** Certificates of pensions, those issued here and those of the centre. */
export interface PensionCertificates {
  /** Newest first. */
  listIssued(citizenId: number): Promise<readonly KeptCertificate[]>
  /** Newest first. */
  listCentral(citizenId: number): Promise<readonly CentralCertificate[]>
  findIssued(documentId: string): Promise<KeptCertificate | undefined>
}

export interface PensionCertificateBook extends PensionCertificates {
  /** Says once that the recipient presented a certificate. */
  recordUse(
    documentId: string,
    use: CertificateUse,
    by: { readonly at: Instant; readonly clerkId: string; readonly visitId: string },
  ): Promise<void>
}
