import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type {
  KnownPerson,
  OtherPersons,
  RegistrationDraft,
  RegistrationDraftForm,
  RegistrationForm,
} from './registration.model.ts'

/** A person of the office's data before his identifier is masked. */
export type FoundPerson = Omit<KnownPerson, 'maskedId'> & { readonly personId: string }

/** How a mobile was proved to be the person's own. */
export interface MobileProof {
  readonly codeId: string
  readonly channel: 'SMS' | 'DESK'
}

export interface NewCitizen {
  readonly citizenId: number
  readonly idempotencyKey: string
  readonly form: RegistrationForm
  readonly mobileProof: MobileProof | null
  readonly others: OtherPersons | null
  readonly branchCode: string
  readonly registeredAt: Instant
  readonly registeredBy: string
}

export interface RegisteredBefore {
  readonly citizenId: number
  readonly personId: string
  readonly registeredBy: string
  readonly firstName: string
  readonly lastName: string
}

/** Persons of the extract in use and those registered here, as far as registering needs them. */
export interface Registrations {
  /** The registration that was made with a key. */
  findByKey(idempotencyKey: string): Promise<RegisteredBefore | undefined>
  findPerson(personId: string): Promise<FoundPerson | undefined>
  /** Persons who bear these names, written in any way, and were born on the day. */
  listNamesakes(names: {
    readonly firstName: string
    readonly lastName: string
    readonly birthDate: Day
  }): Promise<readonly FoundPerson[]>
  /** Whether a living person has this mobile now. */
  isMobileTaken(mobile: string): Promise<boolean>
  /** Whether an extract is being imported, in whatever process. */
  isImporting(): Promise<boolean>
  /** The number under which the office knows the person already, though he is in no data in use, else a new one. */
  numberFor(personId: string): Promise<number>
  findDraft(clerkId: string): Promise<RegistrationDraft | undefined>
}

export interface RegistrationBook extends Registrations {
  /** False, and nothing written, when somebody registered the person meanwhile. */
  add(citizen: NewCitizen): Promise<boolean>
  saveDraft(clerkId: string, form: RegistrationDraftForm, at: Instant): Promise<void>
  discardDraft(clerkId: string): Promise<void>
}
