import type { z } from 'zod'
import { MarriageForm, MarriagePaper } from '#core/benefits/marriage.model.ts'
import { isDay, type Day } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { DraftForm } from '#core/requests/request.model.ts'

/** What the papers on the counter show, as yes or no; null while nobody looked. */
export const MARRIAGE_ANSWERS = [
  'permanent',
  'registered',
  'firstMarriage',
  'employedOnWeddingDay',
] as const
export type MarriageAnswer = (typeof MARRIAGE_ANSWERS)[number]

/** The fields in the order in which they stand on the screen. */
export const MARRIAGE_FIELDS = [
  'marriageDate',
  'spouseId',
  'spouseName',
  'deedNumber',
  'registryOffice',
  ...MARRIAGE_ANSWERS,
  'papers',
  'note',
] as const
export type MarriageField = (typeof MARRIAGE_FIELDS)[number]

/** The form while it is typed: right or wrong, exactly as typed. */
export interface TypedMarriage {
  /** Null while `marriageText` is no day. */
  marriageDate: Day | null
  marriageText: string
  spouseId: string
  spouseName: string
  deedNumber: string
  registryOffice: string
  permanent: boolean | null
  registered: boolean | null
  firstMarriage: boolean | null
  employedOnWeddingDay: boolean | null
  papers: MarriagePaper[]
  note: string
}

/** The form as a draft or the file fills it; what is not there is empty. */
export function readMarriage(draft: DraftForm): TypedMarriage {
  const text = (name: string) => {
    const value = draft[name]
    return typeof value === 'string' ? value : ''
  }
  const answer = (name: MarriageAnswer) => {
    const value = draft[name]
    return typeof value === 'boolean' ? value : null
  }
  const day = text('marriageDate')
  const { papers } = draft
  return {
    marriageDate: isDay(day) ? day : null,
    marriageText: isDay(day) ? '' : day,
    spouseId: toPersianDigits(text('spouseId')),
    spouseName: text('spouseName'),
    deedNumber: text('deedNumber'),
    registryOffice: text('registryOffice'),
    permanent: answer('permanent'),
    registered: answer('registered'),
    firstMarriage: answer('firstMarriage'),
    employedOnWeddingDay: answer('employedOnWeddingDay'),
    papers: MarriagePaper.options.filter(
      (one) => Array.isArray(papers) && papers.some((paper) => paper === one),
    ),
    note: text('note'),
  }
}

/** The form as a draft keeps it: a day as a day, anything else as it was typed. */
export function writeMarriage(typed: TypedMarriage): DraftForm {
  const { marriageDate, marriageText, papers, ...rest } = typed
  return { ...rest, papers: [...papers], marriageDate: marriageDate ?? marriageText }
}

/** The form as it is filed: what nobody saw on the papers counts as no. */
export function filedMarriage(typed: TypedMarriage): z.input<typeof MarriageForm> {
  const { marriageText: _, ...rest } = typed
  return {
    ...rest,
    marriageDate: typed.marriageDate ?? '',
    permanent: typed.permanent === true,
    registered: typed.registered === true,
    firstMarriage: typed.firstMarriage === true,
    employedOnWeddingDay: typed.employedOnWeddingDay === true,
  }
}

/**
 * What is wrong with each field, as a code of `refusals.fault`; `answer` for a condition of the law
 * that the papers do not show, `papers` for a paper that is required and not received.
 */
export function marriageFaults(
  typed: TypedMarriage,
  required: readonly string[],
): Readonly<Partial<Record<MarriageField, string>>> {
  const faults: Partial<Record<MarriageField, string>> = {}
  for (const field of MARRIAGE_FIELDS) {
    const fault = faultOf(field, typed, required)
    if (fault !== undefined) faults[field] = fault
  }
  return faults
}

function faultOf(
  field: MarriageField,
  typed: TypedMarriage,
  required: readonly string[],
): string | undefined {
  const value = typed[field]
  if (field === 'papers')
    return required.every((paper) => typed.papers.some((one) => one === paper))
      ? undefined
      : 'papers'
  if (MARRIAGE_ANSWERS.some((one) => one === field)) return value === true ? undefined : 'answer'
  if (field === 'marriageDate' && typed.marriageDate === null)
    return typed.marriageText.trim() === '' ? 'required' : 'day'
  const parsed = MarriageForm.shape[field].safeParse(value)
  if (parsed.success) return undefined
  if (typeof value === 'string' && value.trim() === '') return 'required'
  const issue = parsed.error.issues[0]
  return issue?.code === 'custom' ? issue.message : (issue?.code ?? 'format')
}
