import { z } from 'zod'
import { PensionNumber } from '#core/pensions/pension.model.ts'
import { IssuedPaper } from './certificate.model.ts'
import { PaperKind } from './paper.model.ts'
import { RecipientBranch } from './recipient-branch.model.ts'
import { RefusalData } from '#core/kernel/refusal.ts'

const Year = z.number().int().min(1300).max(1499)
const Month = z.number().int().min(1).max(12)

/**
 * A list of papers of one visit. Of a family: the visitor and those heirs of the file whose pension he receives (his
 * children under age). Of an employer: the debt statements of every workshop he may act for.
 */
export const BatchOrder = z.discriminatedUnion('of', [
  z.object({ of: z.literal('year-of-slips'), pensionNumber: PensionNumber, year: Year }),
  z.object({
    of: z.literal('family-slips'),
    pensionNumber: PensionNumber,
    year: Year,
    month: Month,
  }),
  z.object({
    of: z.literal('family-certificates'),
    pensionNumber: PensionNumber,
    institutionCode: z.string().min(1).max(20),
    recipientBranch: RecipientBranch,
  }),
  z.object({ of: z.literal('employer-statements'), ledger: z.boolean() }),
])
export type BatchOrder = z.infer<typeof BatchOrder>

/** One paper of a list before it is issued: `label` says which, in data's own words (a name, a month, a workshop). */
export const BatchItem = z.object({
  kind: PaperKind,
  citizenName: z.string(),
  label: z.string(),
})
export type BatchItem = z.infer<typeof BatchItem>

/** `batchId` is the key of the press. */
export const BatchProgress = z.object({
  batchId: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  refused: z.number().int(),
})
export type BatchProgress = z.infer<typeof BatchProgress>

/** What came of each paper: issued, refused with its reason, or not begun because the batch was cancelled. */
export const BatchResult = z.object({
  batchId: z.string(),
  cancelled: z.boolean(),
  items: z.array(
    BatchItem.extend({
      outcome: z.enum(['ISSUED', 'REFUSED', 'CANCELLED']),
      paper: IssuedPaper.nullable(),
      refusal: RefusalData.nullable(),
    }),
  ),
})
export type BatchResult = z.infer<typeof BatchResult>
