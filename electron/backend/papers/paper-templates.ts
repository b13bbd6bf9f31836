import type { PaperKind, PaperStatement, StatementOf } from '#core/certificates/paper.model.ts'
import type { CodeSlip } from '#core/messages/code-slip.model.ts'
import type { ReportSheet } from '#core/reports/report.model.ts'
import type { ShareSlip } from '#core/vault/share-slip.model.ts'
import type { RevocationList } from '#core/verification/revocation-list.model.ts'
import type { PaperDefinition } from './persian-text/paper-definition.ts'
import { accessSheetTemplate } from './templates/access-sheet.template.ts'
import { careStatementTemplate } from './templates/care-statement.template.ts'
import { codeSlipTemplate } from './templates/code-slip.template.ts'
import { dayReportTemplate } from './templates/day-report.template.ts'
import { debtStatementTemplate } from './templates/debt-statement.template.ts'
import { decisionLetterTemplate } from './templates/decision-letter.template.ts'
import { decreeTemplate } from './templates/decree.template.ts'
import { deductionCertificateTemplate } from './templates/deduction-certificate.template.ts'
import { pensionSlipTemplate } from './templates/pension-slip.template.ts'
import { pensionStatusTemplate } from './templates/pension-status.template.ts'
import { recordCertificateTemplate } from './templates/record-certificate.template.ts'
import { recordStatementTemplate } from './templates/record-statement.template.ts'
import { requestReceiptTemplate } from './templates/request-receipt.template.ts'
import { revocationListTemplate } from './templates/revocation-list.template.ts'
import { salaryCertificateTemplate } from './templates/salary-certificate.template.ts'
import { shareSlipTemplate } from './templates/share-slip.template.ts'
import { ticketReceiptTemplate } from './templates/ticket-receipt.template.ts'

type PaperTemplate<K extends PaperKind> = (statement: StatementOf<K>) => PaperDefinition

/** A new kind of paper adds a line here and its template, no more. */
const TEMPLATES: { readonly [K in PaperKind]: PaperTemplate<K> } = {
  'salary-certificate': salaryCertificateTemplate,
  'deduction-certificate': deductionCertificateTemplate,
  'pension-slip': pensionSlipTemplate,
  decree: decreeTemplate,
  'record-statement': recordStatementTemplate,
  'record-certificate': recordCertificateTemplate,
  'debt-statement': debtStatementTemplate,
  'request-receipt': requestReceiptTemplate,
  'access-sheet': accessSheetTemplate,
  'decision-letter': decisionLetterTemplate,
  'pension-status': pensionStatusTemplate,
  'ticket-receipt': ticketReceiptTemplate,
  'care-statement': careStatementTemplate,
}

/** What can be drawn: a statement of a paper, and sheets that are no issued papers. */
export type Drawable = PaperStatement | RevocationList | ReportSheet | ShareSlip | CodeSlip

/** The paper that says a statement, the sheet of a list, or the slip of a share or a code. */
export function definitionOf(statement: Drawable): PaperDefinition {
  if ('revocations' in statement) return revocationListTemplate(statement)
  if ('report' in statement) return dayReportTemplate(statement)
  if ('password' in statement) return shareSlipTemplate(statement)
  if ('expiresAt' in statement) return codeSlipTemplate(statement)
  const template = TEMPLATES[statement.kind] as PaperTemplate<PaperKind>
  return template(statement)
}
