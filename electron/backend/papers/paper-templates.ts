import type { PaperStatement } from '#core/certificates/paper.model.ts'
import type { PaperDefinition } from './persian-text/paper-definition.ts'
import { pensionSlipTemplate } from './templates/pension-slip.template.ts'
import { requestReceiptTemplate } from './templates/request-receipt.template.ts'
import { salaryCertificateTemplate } from './templates/salary-certificate.template.ts'

/** The paper that says a statement. A new kind of paper adds a case here and its template, no more. */
export function definitionOf(statement: PaperStatement): PaperDefinition {
  switch (statement.kind) {
    case 'salary-certificate':
      return salaryCertificateTemplate(statement)
    case 'pension-slip':
      return pensionSlipTemplate(statement)
    case 'request-receipt':
      return requestReceiptTemplate(statement)
  }
}
