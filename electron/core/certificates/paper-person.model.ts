import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'

/** A national ID or a foreigner's ID, whole: on papers that go to the person himself or where he asked for. */
export const PaperPersonId = z.string().regex(/^(\d{10}|\d{12})$/)

/** The identity block that letters and statements share. */
export const PaperPerson = z.object({
  fullName: z.string().min(1),
  fatherName: z.string().min(1).nullable(),
  nationalId: PaperPersonId,
  birthDay: Day.nullable(),
  birthCertificateNumber: z.string().min(1).nullable(),
  birthCertificatePlace: z.string().min(1).nullable(),
})
export type PaperPerson = z.infer<typeof PaperPerson>

/** To whom a certificate is addressed, and the branch as it was typed. */
export const PaperRecipient = z.object({
  name: z.string().min(1),
  branchName: z.string().min(2),
})
export type PaperRecipient = z.infer<typeof PaperRecipient>

/** A branch that a paper names beside the one that issues it. */
export const NamedBranch = z.object({ code: z.string().min(1), name: z.string().min(1) })
export type NamedBranch = z.infer<typeof NamedBranch>
