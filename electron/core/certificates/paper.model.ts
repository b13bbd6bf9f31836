import { z } from 'zod'
import { AccessSheet, AccessSheetOrder } from './access-sheet.model.ts'
import { CareStatement, CareStatementOrder } from './care-statement.model.ts'
import { DebtStatement, DebtStatementOrder } from './debt-statement.model.ts'
import { DecisionLetter, DecisionLetterOrder } from './decision-letter.model.ts'
import { DecreeOrder, DecreePaper } from './decree.model.ts'
import { DeductionCertificate, DeductionCertificateOrder } from './deduction-certificate.model.ts'
import { PensionSlip, PensionSlipOrder } from './pension-slip.model.ts'
import { PensionStatusOrder, PensionStatusPaper } from './pension-status.model.ts'
import { RecordCertificate, RecordCertificateOrder } from './record-certificate.model.ts'
import { RecordStatement, RecordStatementOrder } from './record-statement.model.ts'
import { RequestReceipt, RequestReceiptOrder } from './request-receipt.model.ts'
import { SalaryCertificate, SalaryCertificateOrder } from './salary-certificate.model.ts'
import { TicketReceipt, TicketReceiptOrder } from './ticket-receipt.model.ts'

/** What a clerk asks for when a paper is wanted; the backend decides everything the paper states. */
export const PaperOrder = z.discriminatedUnion('kind', [
  SalaryCertificateOrder,
  DeductionCertificateOrder,
  PensionSlipOrder,
  DecreeOrder,
  RecordStatementOrder,
  RecordCertificateOrder,
  DebtStatementOrder,
  RequestReceiptOrder,
  AccessSheetOrder,
  DecisionLetterOrder,
  PensionStatusOrder,
  TicketReceiptOrder,
  CareStatementOrder,
])
export type PaperOrder = z.infer<typeof PaperOrder>

/** Everything an official paper states, decided and checked; drawing it adds nothing. */
export const PaperStatement = z.discriminatedUnion('kind', [
  SalaryCertificate,
  DeductionCertificate,
  PensionSlip,
  DecreePaper,
  RecordStatement,
  RecordCertificate,
  DebtStatement,
  RequestReceipt,
  AccessSheet,
  DecisionLetter,
  PensionStatusPaper,
  TicketReceipt,
  CareStatement,
])
export type PaperStatement = z.infer<typeof PaperStatement>

export const PaperKind = z.enum([
  'salary-certificate',
  'deduction-certificate',
  'pension-slip',
  'decree',
  'record-statement',
  'record-certificate',
  'debt-statement',
  'request-receipt',
  'access-sheet',
  'decision-letter',
  'pension-status',
  'ticket-receipt',
  'care-statement',
])
export type PaperKind = z.infer<typeof PaperKind>

export type StatementOf<K extends PaperKind> = Extract<PaperStatement, { readonly kind: K }>
export type OrderOf<K extends PaperKind> = Extract<PaperOrder, { readonly kind: K }>

/** A drawn paper: PDF bytes and their SHA-256 in lower-case hex, as the audit keeps it. */
export interface DrawnPaper {
  readonly bytes: Uint8Array
  readonly sha256: string
}
