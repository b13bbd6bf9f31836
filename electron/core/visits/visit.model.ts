import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkPersonId } from '#core/kernel/identifiers.ts'
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

/** Who may act for somebody: by agreement, by law, by a court, or for a company. */
export const RepresentativeKind = z.enum([
  'LAWYER',
  'ATTORNEY',
  'NATURAL_GUARDIAN',
  'GUARDIAN',
  'COMPANY_SIGNATORY',
])
export type RepresentativeKind = z.infer<typeof RepresentativeKind>

/** The paper by which a representative acts, as it is shown at the counter. */
export const NewPower = z.object({
  /** National or foreigner's ID of the representative, whose card was seen. */
  holderId: identifierField(checkPersonId),
  holderName: z.string().trim().min(3).max(120),
  number: z.string().trim().min(1).max(40),
  issuer: z.string().trim().min(2).max(120),
  issuedOn: Day,
  expiresOn: Day.nullable(),
  scope: z.array(FilePart).min(1),
})
export type NewPower = z.infer<typeof NewPower>

/**
 * A power on which a visit rests. Its scope limits what opens, its end closes it. Visits of earlier versions know
 * neither the holder's ID nor the issuer nor a register.
 */
export const Power = NewPower.extend({
  holderId: z.string().nullable().default(null),
  issuer: z.string().nullable().default(null),
  /** Its place in the register of powers. */
  powerId: z.string().nullable().default(null),
})
export type Power = z.infer<typeof Power>

export const Purpose = z.enum(['INQUIRY', 'CERTIFICATE', 'REQUEST', 'FOLLOW_UP', 'OTHER'])
export type Purpose = z.infer<typeof Purpose>

export const Presence = z.discriminatedUnion('kind', [
  /** The person stands here; the clerk has seen the ID card. */
  z.object({ kind: z.literal('SELF'), cardSeen: z.literal(true) }),
  z.object({ kind: RepresentativeKind, power: NewPower }),
  /** A power that the office has seen before. */
  z.object({ kind: z.literal('KNOWN_POWER'), powerId: z.string().min(1).max(60) }),
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

/** AHEAD of its first day, IN_FORCE, EXPIRED after its last; OF_AGE: its ward is grown up; ENDED before that. */
export const PowerState = z.enum(['AHEAD', 'IN_FORCE', 'EXPIRED', 'OF_AGE', 'ENDED'])
export type PowerState = z.infer<typeof PowerState>

/** A power in the register, as a clerk sees it; the holder's ID is masked. */
export const KnownPower = z.object({
  powerId: z.string(),
  kind: RepresentativeKind,
  holderName: z.string(),
  holderMasked: z.string(),
  number: z.string(),
  issuer: z.string(),
  issuedOn: Day,
  expiresOn: Day.nullable(),
  scope: z.array(FilePart),
  state: PowerState,
  enteredAt: Instant,
  /** Names of clerks. */
  enteredBy: z.string(),
  /** The scan of the paper in the citizen's box. */
  scan: z.object({ documentId: z.string(), title: z.string() }).nullable(),
  endedOn: Day.nullable(),
  endReason: z.string().nullable(),
})
export type KnownPower = z.infer<typeof KnownPower>

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
