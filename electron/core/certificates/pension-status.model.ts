import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import {
  PensionNumber,
  PensionStatus,
  PensionType,
  Relation,
} from '#core/pensions/pension.model.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { NamedBranch, PaperPerson } from './paper-person.model.ts'

/** Always of all files of the person: which of them are his is what the paper is asked for. */
export const PensionStatusOrder = z.object({ kind: z.literal('pension-status') })
export type PensionStatusOrder = z.infer<typeof PensionStatusOrder>

/**
 * One pension file as it stands for the person. `insuranceNumber` is the main insured's; `ownerName` the deceased on a
 * survivors' file, else null. `status` is that of the file, or of the share where the file is active; `since` and
 * `reason` are null where the centre does not tell them.
 */
export const StatedPension = z.object({
  pensionNumber: PensionNumber,
  pensionType: PensionType,
  insuranceNumber: z.string().min(1),
  ownerName: z.string().min(1).nullable(),
  relation: Relation,
  shareBp: z.number().int().min(0).max(10_000),
  status: PensionStatus,
  since: Day.nullable(),
  reason: z.string().min(1).nullable(),
  establishedOn: Day,
  lastPaidOn: Day.nullable(),
  branch: NamedBranch,
})
export type StatedPension = z.infer<typeof StatedPension>

/**
 * گواهی وضعیت مستمری: every pension file of a person as the data of `asOf` has it, or that there is none. `files` and
 * `paid` count them.
 */
export const PensionStatusPaper = z
  .object({
    kind: z.literal('pension-status'),
    issue: PaperIssue,
    trackingCode: z.string().min(1).max(20),
    person: PaperPerson,
    asOf: Day,
    pensions: z.array(StatedPension),
    files: z.number().int().nonnegative(),
    paid: z.number().int().nonnegative(),
  })
  .refine(({ pensions, files }) => pensions.length === files, { path: ['files'] })
  .refine(
    ({ pensions, paid }) => pensions.filter(({ status }) => status === 'ACTIVE').length === paid,
    { path: ['paid'] },
  )
export type PensionStatusPaper = z.infer<typeof PensionStatusPaper>
