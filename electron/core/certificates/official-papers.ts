import { accessSheetPaper } from './access-sheet.paper.ts'
import { careStatementPaper } from './care-statement.paper.ts'
import { debtStatementPaper } from './debt-statement.paper.ts'
import { decisionLetterPaper } from './decision-letter.paper.ts'
import { decreePaper } from './decree.paper.ts'
import { deductionCertificatePaper } from './deduction-certificate.paper.ts'
import type { OfficialPaper } from './official-paper.ts'
import type { PaperKind } from './paper.model.ts'
import { pensionSlipPaper } from './pension-slip.paper.ts'
import { pensionStatusPaper } from './pension-status.paper.ts'
import { recordCertificatePaper } from './record-certificate.paper.ts'
import { recordStatementPaper } from './record-statement.paper.ts'
import { requestReceiptPaper } from './request-receipt.paper.ts'
import { salaryCertificatePaper } from './salary-certificate.paper.ts'
import { ticketReceiptPaper } from './ticket-receipt.paper.ts'

/** Every kind of paper this office issues. */
export const officialPapers: { readonly [K in PaperKind]: OfficialPaper<K> } = {
  'salary-certificate': salaryCertificatePaper,
  'deduction-certificate': deductionCertificatePaper,
  'pension-slip': pensionSlipPaper,
  decree: decreePaper,
  'record-statement': recordStatementPaper,
  'record-certificate': recordCertificatePaper,
  'debt-statement': debtStatementPaper,
  'request-receipt': requestReceiptPaper,
  'access-sheet': accessSheetPaper,
  'decision-letter': decisionLetterPaper,
  'pension-status': pensionStatusPaper,
  'ticket-receipt': ticketReceiptPaper,
  'care-statement': careStatementPaper,
}
