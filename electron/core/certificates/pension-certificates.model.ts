import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Figure } from '#core/kernel/decision.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PensionNumber } from '#core/pensions/pension.model.ts'
import { PayMonth } from './paper-issue.model.ts'

/**
 * VALID: may be presented. USED: the recipient presented it, and it binds until its last instalment. UNTOLD: the centre
 * granted it, its time to be presented is over, and nobody says whether it was. PENDING and REFUSED: requests that the
 * centre has not decided, or not granted.
 */
export const CertificateState = z.enum([
  'VALID',
  'USED',
  'REVOKED',
  'EXPIRED',
  'UNTOLD',
  'PENDING',
  'REFUSED',
])
export type CertificateState = z.infer<typeof CertificateState>

/** The letter by which the bank presented a certificate. */
export const CertificateUse = z.object({ letterNumber: z.string(), letterOn: Day })
export type CertificateUse = z.infer<typeof CertificateUse>

/** What is written when the bank presents a certificate: the number and the day of its letter. */
export const UseOrder = z.object({
  visitId: z.string().min(1).max(60),
  documentId: z.string().min(1).max(60),
  letterNumber: z.string().trim().min(1).max(40),
  letterOn: Day,
})
export type UseOrder = z.infer<typeof UseOrder>

/**
 * One certificate of a pension, issued here or known to the centre, with its state of today. What the centre does not
 * tell is null; `number` is then its tracking code.
 */
export const PensionCertificate = z.object({
  kind: z.enum(['salary-certificate', 'deduction-certificate']),
  origin: z.enum(['COUNTER', 'CENTRE']),
  /** Of a paper of this office. */
  documentId: z.string().nullable(),
  number: z.string(),
  trackingCode: z.string(),
  pensionNumber: PensionNumber.nullable(),
  recipientName: z.string().nullable(),
  branchName: z.string().nullable(),
  /** Whose loan the pensioner guarantees; null for his own, or where nobody tells. */
  borrowerName: z.string().nullable(),
  loan: Rial.nullable(),
  instalment: Rial.nullable(),
  count: z.number().int().positive().nullable(),
  guarantee: Rial.nullable(),
  firstDue: PayMonth.nullable(),
  lastDue: PayMonth.nullable(),
  issuedOn: Day,
  validUntil: Day.nullable(),
  state: CertificateState,
  use: CertificateUse.nullable(),
  revocation: z.object({ on: Day, reason: z.string() }).nullable(),
  /** How often it was printed. */
  prints: z.number().int().nonnegative(),
})
export type PensionCertificate = z.infer<typeof PensionCertificate>

/**
 * How much of a pension may still be promised, rial a month. `base` is what remains of the newest month paid after its
 * deductions and before loans; `ceiling` the share of it that may be bound; `loans` what the slip takes for loans,
 * `committed` the instalments of certificates that bind; `both` what stands in both and counts once;
 * used = loans + committed − both; room = ceiling − used, never below 0.
 */
export const DeductionRoom = z.object({
  period: PayMonth,
  base: Rial,
  share: Figure,
  ceiling: Rial,
  loans: Rial,
  committed: Rial,
  both: Rial,
  used: Rial,
  room: Rial,
  /** Certificates that bind and of whose instalment nobody tells the amount. */
  untold: z.number().int().nonnegative(),
})
export type DeductionRoom = z.infer<typeof DeductionRoom>

/** What the form of a deduction certificate knows of a pension before anything is typed. */
export const DeductionStanding = z.object({
  /** Net of the newest month paid. */
  net: Rial,
  room: DeductionRoom,
  /** Certificates that bind the pension, newest first. */
  commitments: z.array(PensionCertificate),
})
export type DeductionStanding = z.infer<typeof DeductionStanding>
