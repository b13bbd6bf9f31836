import { z } from 'zod'
import { ReferenceCode, TypedCount } from '#core/insured/record-objection.model.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

/** A debt of a workshop in one word: workshop code, branch code and number of the debt, with strokes between. */
const DebtWord = z.string().trim().min(1).max(80)
const Note = z.string().trim().max(500)
const Statement = z.string().trim().min(3).max(500)

/** What an employer holds against a debt. */
export const ObjectionGround = z.enum([
  'WAGES_OR_DAYS',
  'NOT_INSURABLE',
  'PAID',
  'CONTRACT_RATE',
  'PENALTY',
  'NOT_SERVED',
  'OTHER_EMPLOYER',
  'OTHER',
])
export type ObjectionGround = z.infer<typeof ObjectionGround>

/** An objection to an assessment, or an appeal from a primary vote: which of both is told by the debt's stage. */
export const DebtObjectionForm = z.object({
  debt: DebtWord,
  ground: ObjectionGround,
  statement: Statement,
  referenceCode: ReferenceCode,
  papers: z.array(RequestPaper),
  note: Note,
})
export type DebtObjectionForm = z.infer<typeof DebtObjectionForm>

/** Why a definitive debt should be looked at again. */
export const Article16Defect = z.enum([
  'PAPERS_NOT_SEEN',
  'NOT_SERVED',
  'MISCALCULATED',
  'PAID',
  'OTHER',
])
export type Article16Defect = z.infer<typeof Article16Defect>

/** A review of a definitive debt; `defectNote` names the papers that the boards did not have. */
export const Article16Form = z.object({
  debt: DebtWord,
  defect: Article16Defect,
  defectNote: Statement,
  referenceCode: ReferenceCode,
  papers: z.array(RequestPaper),
  note: Note,
})
export type Article16Form = z.infer<typeof Article16Form>

/** A month of the Jalali year, as 1405/10. */
export const JalaliMonthWord = z.string().regex(/^1[2-4]\d\d\/(0[1-9]|1[0-2])$/, 'format')

/** A request to pay a debt in monthly instalments. */
export const DebtInstalmentForm = z.object({
  debt: DebtWord,
  count: TypedCount.refine((count) => count !== null && count >= 2, { error: 'too_small' }),
  firstMonth: JalaliMonthWord,
  papers: z.array(RequestPaper),
  note: Note,
})
export type DebtInstalmentForm = z.infer<typeof DebtInstalmentForm>
