import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Rial } from '#core/kernel/rial.ts'
import { PensionNumber, PensionType } from '#core/pensions/pension.model.ts'
import { PaperIssue, PayMonth } from './paper-issue.model.ts'
import { NamedBranch, PaperPerson, PaperRecipient } from './paper-person.model.ts'

/** What every certificate of a pension states to its recipient; amounts are those of `period`. */
export const pensionCertificateShape = {
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  recipient: PaperRecipient,
  person: PaperPerson,
  insuranceNumber: z.string().min(1).nullable(),
  pensionNumber: PensionNumber,
  pensionType: PensionType,
  establishedOn: Day,
  branch: NamedBranch,
  period: PayMonth,
  gross: Rial,
  deductions: Rial,
  net: Rial,
}
