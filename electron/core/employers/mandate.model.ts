import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import {
  checkBranchCode,
  checkLegalEntityId,
  checkPersonId,
  checkWorkshopCode,
} from '#core/kernel/identifiers.ts'
import { Instant } from '#core/kernel/instant.ts'
import { VisitId } from '#core/visits/visit.model.ts'

/** The paper of a mandate: a notice in the official gazette about a company, or a letter or power of attorney. */
export const MandateKind = z.enum(['GAZETTE', 'LETTER'])
export type MandateKind = z.infer<typeof MandateKind>

/** What a mandate opens of a workshop: to see what it owes, to take papers of it, to file objections and requests. */
export const MandateScope = z.enum(['DEBTS', 'PAPERS', 'REQUESTS'])
export type MandateScope = z.infer<typeof MandateScope>

/** Papers and requests rest on what is owed, so every scope begins with that. */
export const MandateScopes = z
  .array(MandateScope)
  .refine((scope) => scope.includes('DEBTS'), { error: 'mandate-scope' })
  .transform((scope) => MandateScope.options.filter((part) => scope.includes(part)))

/** The paper by which somebody acts, as lists name it. */
export const MandatePaper = z.object({ kind: MandateKind, number: z.string(), day: Day })
export type MandatePaper = z.infer<typeof MandatePaper>

/**
 * WAITING for a second person, or REFUSED by him; confirmed it is AHEAD of its first day, IN_FORCE or EXPIRED after its
 * last; ENDED before that, with a reason.
 */
export const MandateState = z.enum(['WAITING', 'AHEAD', 'IN_FORCE', 'EXPIRED', 'ENDED', 'REFUSED'])
export type MandateState = z.infer<typeof MandateState>

/** For what somebody acts: every workshop of a company, or one workshop. */
export const MandateTarget = z.discriminatedUnion('of', [
  z.object({ of: z.literal('COMPANY'), legalEntityId: identifierField(checkLegalEntityId) }),
  z.object({
    of: z.literal('WORKSHOP'),
    workshopCode: identifierField(checkWorkshopCode),
    branchCode: identifierField(checkBranchCode),
  }),
])
export type MandateTarget = z.infer<typeof MandateTarget>

const Word = (longest: number) => z.string().trim().min(1).max(longest)
const Reason = z.string().trim().min(3).max(300)
const MandateId = z.string().min(1).max(60)

/** A gazette appoints to a position of a company; a letter has an issuer. */
export const NewMandate = z.object({
  visitId: VisitId,
  target: MandateTarget,
  paper: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('GAZETTE'), number: Word(40), day: Day, position: Word(80) }),
    z.object({ kind: z.literal('LETTER'), number: Word(40), day: Day, issuer: Word(120) }),
  ]),
  /** Who may act; null for the person whose file is open. */
  personId: identifierField(checkPersonId).nullable(),
  scope: MandateScopes,
  from: Day,
  /** The last day counts; null when the paper names none. */
  until: Day.nullable(),
})
export type NewMandate = z.infer<typeof NewMandate>

/** What the second person says; a refusal has a reason. `version`: the one he looked at. */
export const MandateDecision = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('CONFIRMED'), mandateId: MandateId, version: z.number().int() }),
  z.object({
    outcome: z.literal('REFUSED'),
    mandateId: MandateId,
    version: z.number().int(),
    note: Reason,
  }),
])
export type MandateDecision = z.infer<typeof MandateDecision>

/** Ends a mandate before its time, in an open visit of somebody who may. */
export const MandateEnding = z.object({
  visitId: VisitId,
  mandateId: MandateId,
  version: z.number().int(),
  reason: Reason,
})
export type MandateEnding = z.infer<typeof MandateEnding>

/** A mandate as it is shown; `own`: the citizen whose file is open holds it. */
export const Mandate = z.object({
  mandateId: z.string(),
  /** Counts changes from 1. */
  version: z.number().int(),
  holderName: z.string(),
  own: z.boolean(),
  kind: MandateKind,
  number: z.string(),
  day: Day,
  /** The position to which a gazette appoints, or who issued a letter. */
  position: z.string().nullable(),
  issuer: z.string().nullable(),
  legalEntityId: z.string().nullable(),
  workshopCode: z.string().nullable(),
  branchCode: z.string().nullable(),
  /** The workshop's name, or that of the first workshop of the company. */
  targetName: z.string(),
  scope: z.array(MandateScope),
  from: Day,
  until: Day.nullable(),
  state: MandateState,
  enteredAt: Instant,
  /** Names of clerks. */
  enteredBy: z.string(),
  decidedBy: z.string().nullable(),
  /** Why it was refused. */
  note: z.string().nullable(),
  endedOn: Day.nullable(),
  endReason: z.string().nullable(),
})
export type Mandate = z.infer<typeof Mandate>

/** A mandate that waits for the second person; he decides neither what he entered nor what is about himself. */
export const WaitingMandate = Mandate.extend({
  holderId: z.string(),
  mayDecide: z.boolean(),
})
export type WaitingMandate = z.infer<typeof WaitingMandate>

/** Somebody of the centre's data who acts for a workshop of a company. */
export const CompanyMember = z.object({
  fullName: z.string(),
  role: z.enum(['OWNER', 'SIGNATORY', 'REPRESENTATIVE']),
  workshopCode: z.string(),
  branchCode: z.string(),
  from: Day,
  until: Day.nullable(),
  own: z.boolean(),
  inForce: z.boolean(),
})
export type CompanyMember = z.infer<typeof CompanyMember>

/** A workshop of a company; `acts`: the citizen may act for it today. */
export const CompanyWorkshop = z.object({
  workshopCode: z.string(),
  branchCode: z.string(),
  branchName: z.string(),
  name: z.string(),
  status: z.enum(['ACTIVE', 'SEMI_ACTIVE', 'INACTIVE']),
  acts: z.boolean(),
})
export type CompanyWorkshop = z.infer<typeof CompanyWorkshop>

/**
 * Who may act for a workshop and its company. `newerGazette`: a gazette in force, newer than the citizen's signature in
 * the centre's data, that names others and not him: to be seen, never a refusal.
 */
export const WorkshopMandates = z.object({
  /** The day on which it is so. */
  today: Day,
  workshopCode: z.string(),
  branchCode: z.string(),
  legalEntityId: z.string().nullable(),
  /** Whether the citizen may hand on to others what he may do himself. */
  mayAppoint: z.boolean(),
  newerGazette: MandatePaper.nullable(),
  members: z.array(CompanyMember),
  mandates: z.array(Mandate),
  workshops: z.array(CompanyWorkshop),
})
export type WorkshopMandates = z.infer<typeof WorkshopMandates>
