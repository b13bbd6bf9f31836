import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { PaperIssue } from './paper-issue.model.ts'
import { PaperPerson } from './paper-person.model.ts'

/** `since`: the first day listed; null for the whole trail that is kept. */
export const AccessSheetOrder = z.object({
  kind: z.literal('access-sheet'),
  since: Day.nullable(),
})
export type AccessSheetOrder = z.infer<typeof AccessSheetOrder>

/** What was done with the file, told to its owner; codes of the texts of the paper. */
export const AccessDeed = z.enum([
  'OPENED',
  'ENDED',
  'REVEALED',
  'PAPER_ISSUED',
  'PAPER_PRINTED',
  'REQUEST_FILED',
  'REQUEST_CHANGED',
  'REQUEST_OPENED',
  'REQUEST_DECIDED',
  'PAPER_SHARED',
  'SHARE_ENDED',
  'PAPER_ASKED',
  'SCAN_ADDED',
  'SCAN_REMOVED',
  'SCAN_LABELLED',
  'SCAN_PRINTED',
  'TICKET_REGISTERED',
  'TICKET_HANDLED',
  'HEALTH_OPENED',
  'REFUSED',
  'OTHER',
])
export type AccessDeed = z.infer<typeof AccessDeed>

/** One entry of the trail. The clerk appears by code; `presence` is by what right the file was open. */
export const AccessRow = z.object({
  at: Instant,
  deed: AccessDeed,
  clerkCode: z.string().min(1),
  workstation: z.string().min(1).nullable(),
  presence: z
    .enum([
      'SELF',
      'LAWYER',
      'ATTORNEY',
      'NATURAL_GUARDIAN',
      'GUARDIAN',
      'COMPANY_SIGNATORY',
      'OPEN_REQUEST',
      'OFFICIAL_ORDER',
    ])
    .nullable(),
  object: z.string().min(1).nullable(),
})
export type AccessRow = z.infer<typeof AccessRow>

/** «چه کسی پروندهٔ مرا دیده است»: the trail of one person's file in this office, newest first. */
export const AccessSheet = z.object({
  kind: z.literal('access-sheet'),
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  person: PaperPerson,
  from: Day.nullable(),
  rows: z.array(AccessRow),
})
export type AccessSheet = z.infer<typeof AccessSheet>
