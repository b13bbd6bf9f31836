import { z } from 'zod'
import { CitizenRole } from '#core/citizens/citizen.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { EventDecision } from './decision.model.ts'

/** Status codes of the organisation's service, as in the extract. */
export const RequestStatus = z.enum([
  'DRAFT',
  '2',
  '6',
  '9',
  '14',
  '16',
  '18',
  '19',
  '21',
  '2602',
  'CANCELLED',
])
export type RequestStatus = z.infer<typeof RequestStatus>

export const RequestKind = z.enum([
  'MARRIAGE',
  'MATERNITY',
  'ORTHO_PROSTHESIS',
  'STUDENT_CONTRACT',
  'RECORD_OBJECTION',
  'RECORD_MISSING',
  'RECORD_CERTIFICATE',
  'SALARY_CERTIFICATE',
  'DEDUCTION_CERTIFICATE',
  'RETIREMENT',
  'MILITARY_SERVICE',
  'BANK_ACCOUNT',
  'MOBILE_CHANGE',
  'DEPENDANT_ADD',
  'DEPENDANT_END',
  'DEBT_OBJECTION',
  'DEBT_ARTICLE16',
  'DEBT_INSTALMENT',
  'INSURANCE_NUMBER',
])
export type RequestKind = z.infer<typeof RequestKind>

/** The kinds that can be filed at the counter today. */
export const FileableKind = z.enum([
  'RECORD_OBJECTION',
  'RECORD_MISSING',
  'MARRIAGE',
  'MATERNITY',
  'ORTHO_PROSTHESIS',
  'STUDENT_CONTRACT',
  'MILITARY_SERVICE',
  'RETIREMENT',
  'DEBT_OBJECTION',
  'DEBT_ARTICLE16',
  'DEBT_INSTALMENT',
  'INSURANCE_NUMBER',
  'BANK_ACCOUNT',
  'DEPENDANT_ADD',
  'DEPENDANT_END',
])
export type FileableKind = z.infer<typeof FileableKind>

/** `origin`: filed here, or known from the organisation's extract. */
export const RequestSummary = z.object({
  trackingCode: z.string(),
  kind: RequestKind,
  title: z.string().nullable(),
  role: CitizenRole,
  status: RequestStatus,
  filedOn: Day,
  promisedOn: Day.nullable(),
  origin: z.enum(['COUNTER', 'CENTRE']),
  branchName: z.string(),
  rejectReason: z.string().nullable(),
  lastChangeOn: Day,
})
export type RequestSummary = z.infer<typeof RequestSummary>

export const RequestEvent = z.object({
  seq: z.number().int(),
  status: RequestStatus,
  onDay: Day,
  atTime: z.string().nullable(),
  actor: z.enum(['CITIZEN', 'CLERK', 'EXPERT', 'HEAD', 'SYSTEM']),
  /** The clerk who did it here; null where nobody of this office did. */
  by: z.string().nullable(),
  note: z.string().nullable(),
  /** Codes of the papers that came with it. */
  papers: z.array(z.string()),
  /** What was decided with it; null for a step that decides nothing. */
  decision: EventDecision.nullable(),
})
export type RequestEvent = z.infer<typeof RequestEvent>

/** Who was to work on a request from then on, null for nobody, and who said so. */
export const RequestAssignment = z.object({
  onDay: Day,
  atTime: z.string(),
  to: z.string().nullable(),
  by: z.string(),
})
export type RequestAssignment = z.infer<typeof RequestAssignment>

export const RequestDetail = RequestSummary.extend({
  comment: z.string().nullable(),
  events: z.array(RequestEvent),
  /** In order; they change no status. */
  assignments: z.array(RequestAssignment),
  /** Tracking code of the refused request that this one follows, or null. */
  referenceCode: z.string().nullable(),
  /** For a request filed here, what was typed and the version to name when it is changed; null for others. */
  version: z.number().int().nullable(),
  form: z.record(z.string(), z.unknown()).nullable(),
})
export type RequestDetail = z.infer<typeof RequestDetail>

/** What the success page shows and the receipt prints. */
export const FiledRequest = z.object({
  trackingCode: z.string(),
  kind: RequestKind,
  status: RequestStatus,
  filedAt: Instant,
  promisedOn: Day.nullable(),
  /** What follows, in words. */
  nextStep: z.string(),
})
export type FiledRequest = z.infer<typeof FiledRequest>

const DraftValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()])
/** Lines of a form, as of months or workshops, are flat. */
const DraftLine = z.record(z.string().max(60), DraftValue)

/** A draft keeps what was typed, right or wrong, exactly as typed. */
export const DraftForm = z.record(
  z.string().max(60),
  z.union([DraftValue, z.array(z.string().max(60)).max(60), z.array(DraftLine).max(60)]),
)
export type DraftForm = z.infer<typeof DraftForm>

export const Draft = z.object({ kind: FileableKind, form: DraftForm, savedAt: Instant })
export type Draft = z.infer<typeof Draft>
