import { z } from 'zod'
import { PensionSlip } from './pension-slip.model.ts'
import { RequestReceipt } from './request-receipt.model.ts'
import { SalaryCertificate } from './salary-certificate.model.ts'

/** Everything an official paper states, decided and checked; drawing it adds nothing. */
export const PaperStatement = z.discriminatedUnion('kind', [
  SalaryCertificate,
  PensionSlip,
  RequestReceipt,
])
export type PaperStatement = z.infer<typeof PaperStatement>

/** A drawn paper: PDF bytes and their SHA-256 in lower-case hex, as the audit keeps it. */
export interface DrawnPaper {
  readonly bytes: Uint8Array
  readonly sha256: string
}
