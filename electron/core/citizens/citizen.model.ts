import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Visit } from '#core/visits/visit.model.ts'

/** The three roles of a citizen, in the order of Alt+1, Alt+2, Alt+3. */
export const CitizenRole = z.enum(['INSURED', 'EMPLOYER', 'PENSIONER'])
export type CitizenRole = z.infer<typeof CitizenRole>

/** The indexes of the one search box. */
export const SearchKind = z.enum([
  'NATIONAL_ID',
  'FOREIGNER_ID',
  'INSURANCE_NUMBER',
  'PENSION_NUMBER',
  'WORKSHOP_CODE',
  'LEGAL_ID',
  'MOBILE',
  'TRACKING_CODE',
  /** Of a ticket of 1420, found where tracking codes are looked for. */
  'TICKET_CODE',
  'IBAN',
  'NAME',
])
export type SearchKind = z.infer<typeof SearchKind>

export const SearchText = z.object({
  text: z.string().max(200),
  limit: z.number().int().min(1).max(50).default(8),
})
export type SearchText = z.infer<typeof SearchText>

/**
 * One line of the result list: enough to tell two people apart, not enough to know them.
 * `target` is what the matched number names (a workshop code, a pension number, a tracking code),
 * so that Enter opens that very thing; `distance` is 1 when a typo was forgiven.
 */
export const SearchHit = z.object({
  citizenId: z.number().int(),
  kind: SearchKind,
  role: CitizenRole,
  target: z.string().nullable(),
  targetName: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  fatherName: z.string().nullable(),
  birthYear: z.number().int(),
  branchName: z.string(),
  maskedId: z.string(),
  deceased: z.boolean(),
  distance: z.number().int().min(0).max(1),
})
export type SearchHit = z.infer<typeof SearchHit>

/** `searched` says which indexes were asked, so that "nothing found" can say what was searched. */
export const SearchResult = z.object({
  searched: z.array(SearchKind),
  /** Set when the text looks like this kind of number but its check digit is wrong: a warning only. */
  checksumWarning: SearchKind.nullable(),
  hits: z.array(SearchHit),
  more: z.boolean(),
})
export type SearchResult = z.infer<typeof SearchResult>

/** Why a role is not held; the screen shows it on the disabled tab. */
export const RoleState = z.object({
  role: CitizenRole,
  held: z.boolean(),
  reason: z.enum(['NO_INSURANCE_NUMBER', 'NO_WORKSHOP', 'NO_PENSION', 'OUTSIDE_POWER']).nullable(),
  /** The numbers of the role: insurance numbers, workshop codes (at most 20) or pension numbers. */
  numbers: z.array(z.string()),
})
export type RoleState = z.infer<typeof RoleState>

export const AlertCode = z.enum([
  'DECEASED',
  'PENSION_SUSPENDED',
  'DEFINITIVE_DEBT',
  'NO_ACCOUNT',
  'ACTION_NEEDED',
  'COLLEAGUE',
])
export type AlertCode = z.infer<typeof AlertCode>

export const CitizenAlert = z.object({
  code: AlertCode,
  tone: z.enum(['info', 'warning', 'error']),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type CitizenAlert = z.infer<typeof CitizenAlert>

export const Sex = z.enum(['M', 'F'])
export const MaritalStatus = z.enum(['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED'])

/** Everything the header of an open file shows. Mobile and account stay masked until revealed. */
export const CitizenFile = z.object({
  visit: Visit,
  citizenId: z.number().int(),
  personId: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  fatherName: z.string().nullable(),
  sex: Sex,
  birthDate: Day,
  deathDate: Day.nullable(),
  nationality: z.string(),
  certificateNumber: z.string().nullable(),
  birthCity: z.string().nullable(),
  issueCity: z.string().nullable(),
  maritalStatus: MaritalStatus,
  firstMarriageDate: Day.nullable(),
  branchCode: z.string(),
  branchName: z.string(),
  mobileMasked: z.string().nullable(),
  account: z.object({ bankCode: z.string(), bankName: z.string(), masked: z.string() }).nullable(),
  roles: z.array(RoleState),
  alerts: z.array(CitizenAlert),
})
export type CitizenFile = z.infer<typeof CitizenFile>

export const RevealField = z.enum(['MOBILE', 'ACCOUNT', 'IBAN'])
export type RevealField = z.infer<typeof RevealField>
