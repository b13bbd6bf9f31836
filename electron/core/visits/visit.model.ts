import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'

/** By what right a file is opened (domain: presence and representatives). */
export const PresenceKind = z.enum([
  'SELF',
  'LAWYER',
  'ATTORNEY',
  'NATURAL_GUARDIAN',
  'GUARDIAN',
  'COMPANY_SIGNATORY',
  'OPEN_REQUEST',
  'OFFICIAL_ORDER',
])
export type PresenceKind = z.infer<typeof PresenceKind>

/**
 * The parts of a file that a power may cover. BENEFITS are requests and entitlement to treatment; HEALTH, the list of
 * visits and prescriptions, is opened by a power that names it alone.
 */
export const FilePart = z.enum(['RECORDS', 'EMPLOYER', 'PENSION', 'BENEFITS', 'ACCOUNT', 'HEALTH'])
export type FilePart = z.infer<typeof FilePart>

/** The paper by which a representative acts. Its scope limits what opens, its end closes it. */
export const Power = z.object({
  holderName: z.string().trim().min(3).max(120),
  number: z.string().trim().min(1).max(40),
  issuedOn: Day,
  expiresOn: Day.nullable(),
  scope: z.array(FilePart).min(1),
})
export type Power = z.infer<typeof Power>

export const Purpose = z.enum(['INQUIRY', 'CERTIFICATE', 'REQUEST', 'FOLLOW_UP', 'OTHER'])
export type Purpose = z.infer<typeof Purpose>

export const Presence = z.discriminatedUnion('kind', [
  /** The person stands here; the clerk has seen the ID card. */
  z.object({ kind: z.literal('SELF'), cardSeen: z.literal(true) }),
  z.object({
    kind: z.enum(['LAWYER', 'ATTORNEY', 'NATURAL_GUARDIAN', 'GUARDIAN', 'COMPANY_SIGNATORY']),
    power: Power,
  }),
  z.object({ kind: z.literal('OPEN_REQUEST'), trackingCode: z.string().trim().min(1).max(20) }),
  /** Supervisors only. */
  z.object({ kind: z.literal('OFFICIAL_ORDER'), number: z.string().trim().min(1).max(40) }),
])
export type Presence = z.infer<typeof Presence>

export const BeginVisit = z.object({
  citizenId: z.number().int().positive(),
  presence: Presence,
  purpose: Purpose,
  /** Needed for the file of a colleague; recorded in the audit. */
  reason: z.string().trim().max(300).nullable(),
})
export type BeginVisit = z.infer<typeof BeginVisit>

export const Visit = z.object({
  visitId: z.string(),
  citizenId: z.number().int(),
  presenceKind: PresenceKind,
  holderName: z.string().nullable(),
  scope: z.array(FilePart),
  purpose: Purpose,
  beganAt: Instant,
})
export type Visit = z.infer<typeof Visit>

export const VisitId = z.string().min(1).max(60)
