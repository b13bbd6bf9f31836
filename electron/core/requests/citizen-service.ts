import type { z } from 'zod'
import type { KnownPerson } from '#core/account/dependant-add.rules.ts'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { BankAccount, CitizenFacts } from '#core/citizens/citizens.ports.ts'
import type { OpenDebt, Stake } from '#core/employers/employers.ports.ts'
import type { ContributionRow } from '#core/insured/contribution.model.ts'
import type { Dependant, InsuredProfile } from '#core/insured/insured.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Decision } from '#core/kernel/decision.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Branch } from '#core/office/branch.model.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import type { FilePart } from '#core/visits/visit.model.ts'
import type { HeldVisit } from '#core/visits/visits.ports.ts'
import type { PaperDemand } from './request-paper.model.ts'
import type { DraftForm, FileableKind, RequestKind, RequestSummary } from './request.model.ts'
import type { FiledForm } from './requests.ports.ts'

/** What the file says that any service may rest on: read once, judged by every service. */
export interface ServiceFacts {
  readonly identity: CitizenFacts['identity']
  /** The account to which money goes now; null where there is none. */
  readonly account: BankAccount | null
  /** When his mobile was changed at the counter last. */
  readonly mobileChangedAt: Instant | null
  /** The other person about whom is asked, where the service names one and the data knows him. */
  readonly other: KnownPerson | null
  /** By what right the file is open: the person himself, or a guardian, an attorney. */
  readonly presence: Pick<HeldVisit, 'presenceKind' | 'holderName' | 'power'>
  readonly profiles: readonly InsuredProfile[]
  readonly rows: readonly ContributionRow[]
  readonly dependants: readonly Dependant[]
  readonly pensions: readonly PensionFile[]
  /** The workshops for which he may file today, once each, by his strongest role; none where the visit does not cover them. */
  readonly workshops: readonly Stake[]
  /** Those for which he acts by a mandate that does not cover requests. */
  readonly withoutRequests: readonly Stake[]
  /** What those workshops owe and have not settled. */
  readonly debts: readonly OpenDebt[]
  /** Every request of the citizen, filed here or known from the centre, newest change first. */
  readonly requests: readonly RequestSummary[]
  /** What was typed in those that were filed here. */
  readonly filed: readonly FiledForm[]
  readonly branches: readonly Branch[]
  readonly parameters: readonly Parameter[]
  /** The day on which the central data was frozen. */
  readonly dataAsOf: Day | null
  readonly today: Day
  readonly now: Instant
}

/** A choice of a field. The label is data (a name); without one the screen has a text for the id. */
export interface Choice {
  readonly id: string
  readonly label?: string | undefined
}
export type Choices = Readonly<Record<string, readonly Choice[]>>

/** What is wrong with one field, beyond what its schema sees; `fault` is a code of `refusals.fault`. */
export interface FieldFault {
  readonly field: string
  readonly fault: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** The fields of a form that could be read so far. */
export type Typed<Form extends z.ZodObject> = {
  readonly [F in keyof z.output<Form>]?: z.output<Form>[F] | undefined
}

/**
 * A service of the application at the counter: everything the office must know of it. A new one brings its model,
 * its rule, this, its fields on the screen and its texts, and nothing else.
 */
export interface CitizenService<
  Kind extends FileableKind = FileableKind,
  Form extends z.ZodObject = z.ZodObject,
> {
  readonly kind: Kind
  readonly role: CitizenRole
  /** The part of the file on which it rests, beside BENEFITS, under which every request is; null for none. */
  readonly part: FilePart | null
  /** Money is paid to an account of the person: without one nothing can be filed. */
  readonly paysToAccount: boolean
  /** Every form has `papers` (codes received) and `note` (free text). */
  readonly form: Form
  /**
   * The rule, with as much as is typed. Before anything is typed it tells what the file alone can tell: refused with
   * the reason, or entitled as far as can be seen. Null when nothing can be told before a field is filled.
   */
  readonly judge: (typed: Typed<Form>, facts: ServiceFacts) => Decision | null
  /** Papers it asks for, by what is typed. */
  readonly papers: (typed: Typed<Form>, facts: ServiceFacts) => readonly PaperDemand[]
  /** What the file fills in, as a draft would have it. */
  readonly prefill: (facts: ServiceFacts) => DraftForm
  /** What the choice fields of the form offer, by the name of the field. */
  readonly choices: (facts: ServiceFacts) => Choices
  /** ID of another person than the citizen of whom the form speaks, as far as it is typed. */
  readonly otherPerson?: (draft: DraftForm) => string | null
  /** What the data says of what is typed: it fills fields that are empty still. */
  readonly fill?: (facts: ServiceFacts) => DraftForm
  /** A filed form as it is read back to whoever may not see all of it unasked. */
  readonly masked?: (form: Readonly<Record<string, unknown>>) => Record<string, unknown>
  /** Kinds whose undecided request stands in the way as well, as one objection at a time. */
  readonly alsoBlockedBy?: readonly RequestKind[]
  /** Where several requests may run side by side: whether one that was filed here asks for the same thing. */
  readonly isSameAs?: (typed: Typed<Form>, filed: Readonly<Record<string, unknown>>) => boolean
  /** Tracking code of the refused request that this one follows. */
  readonly referenceOf?: (form: z.output<Form>) => string | null
  /** What a whole form has wrong that its schema cannot see. */
  readonly faults: (form: z.output<Form>, facts: ServiceFacts) => readonly FieldFault[]
}
