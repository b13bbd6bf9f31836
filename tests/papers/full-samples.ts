import type { PaperKind, StatementOf } from '#core/certificates/paper.model.ts'
import { anAccessSheet } from './access-sheets.ts'
import { aCareStatement } from './care-statements.ts'
import { aDecisionLetter } from './decision-letters.ts'
import { aDebtStatement } from './debt-statements.ts'
import { aDeduction, aSurvivorsDecree, borrower } from './pension-statements.ts'
import { aPensionStatus } from './pension-status.ts'
import { aRecord, aRecordCertificate } from './record-statements.ts'
import { reprint } from './statement-parts.ts'
import { aTicketReceipt } from './ticket-receipts.ts'
import { aCertificate, aReceipt, aSlip } from './statements.ts'

const marks = { attachment: 'یک برگ', reprint }

/** A statement of each kind with everything in it that may be missing. */
export const fullSamples: { readonly [K in PaperKind]: StatementOf<K> } = {
  'salary-certificate': aCertificate(
    { commitments: [{ recipientName: 'بانک رفاه', instalment: 20000000, remainingCount: 18 }] },
    marks,
  ),
  'deduction-certificate': aDeduction({ borrower }, marks),
  'pension-slip': aSlip({}, marks),
  decree: { ...aSurvivorsDecree(), issue: { ...aSurvivorsDecree().issue, ...marks } },
  'record-statement': aRecord(3, 'COMBINED', { issue: marks }),
  'record-certificate': aRecordCertificate({}, marks),
  'debt-statement': aDebtStatement(3, 2, {}, marks),
  'request-receipt': aReceipt(
    {
      representative: { name: 'مهناز کارگشا', kind: 'ATTORNEY', powerNumber: '1404/12-345' },
    },
    marks,
  ),
  'access-sheet': anAccessSheet(6, {}, marks),
  'decision-letter': aDecisionLetter(
    { papers: ['سند ازدواج'], article: 'مادهٔ ۸۵', objection: 'درخواست دیگر' },
    marks,
  ),
  'pension-status': aPensionStatus({}, marks),
  'ticket-receipt': aTicketReceipt(3, {}, marks),
  'care-statement': aCareStatement({}, marks),
}
