import type { AccountEntry } from '#core/account/account-history.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { CitizenRole, RevealField, SearchKind } from './citizen.model.ts'
import type { CitizenFile } from './citizen.model.ts'
import type { NumberCandidate } from './search-query.rules.ts'

/** Enough of a citizen to tell two people apart. `roles` he holds, in the order of Alt+1, 2, 3. */
export interface CitizenSummary {
  readonly citizenId: number
  readonly personId: string
  readonly firstName: string
  readonly lastName: string
  readonly fatherName: string | null
  readonly birthDate: Day
  readonly deceased: boolean
  readonly branchName: string
  readonly roles: readonly CitizenRole[]
}

/** A citizen and the number that led to him; `role` where the number itself tells it. */
export interface NumberMatch {
  readonly citizen: CitizenSummary
  readonly kind: SearchKind
  readonly target: string | null
  readonly targetName: string | null
  readonly role: CitizenRole | null
}

export interface NameMatch {
  readonly citizen: CitizenSummary
  readonly distance: 0 | 1
}

export interface TypedName {
  readonly words: readonly string[]
  readonly birthYear: number | null
}

/** What is known of a citizen before the visit's scope is applied; the header of a file is made of it. */
export interface CitizenFacts {
  readonly identity: Omit<CitizenFile, 'visit' | 'mobileMasked' | 'account' | 'roles' | 'alerts'>
  readonly mobile: string | null
  readonly account: BankAccount | null
  readonly numbers: Readonly<Record<CitizenRole, readonly string[]>>
  /** Pension numbers whose file or share is suspended. */
  readonly suspendedPensions: readonly string[]
  /** Definitive debt of the workshops he acts for, rial. */
  readonly definitiveDebt: Rial
  /** Requests that wait for the citizen. */
  readonly actionNeeded: number
  /** Clerk whose own file this is; null for everybody else. */
  readonly clerkId: string | null
}

/** The account to which money goes now. */
export interface BankAccount {
  readonly bankCode: string
  readonly accountNumber: string
  readonly iban: string | null
}

/** The citizens of the extract in use. */
export interface Citizens {
  /** At most `limit` matches, those of one kind together. */
  findByNumber(
    candidates: readonly NumberCandidate[],
    limit: number,
  ): Promise<readonly NumberMatch[]>
  /** At most `limit` matches, the likeliest first. */
  findByName(name: TypedName, limit: number): Promise<readonly NameMatch[]>
  findFacts(citizenId: number, today: Day): Promise<CitizenFacts | undefined>
  findIdentity(citizenId: number): Promise<CitizenFacts['identity'] | undefined>
  /** As `findIdentity`, by the national or foreigner's ID. */
  findPerson(personId: string): Promise<CitizenFacts['identity'] | undefined>
  /** His accounts as `accountHistory` unites them, the current one first. */
  listAccounts(citizenId: number): Promise<readonly AccountEntry[]>
  /** The current one of them. */
  findAccount(citizenId: number): Promise<BankAccount | undefined>
  /** One value in the clear, undefined when there is none. */
  findHidden(citizenId: number, field: RevealField): Promise<string | undefined>
  /** When his mobile was changed at the counter last. */
  findMobileChange(citizenId: number): Promise<Instant | undefined>
}
