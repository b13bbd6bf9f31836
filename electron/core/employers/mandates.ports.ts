import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { WorkshopKey } from './employers.ports.ts'
import type { CompanyMember, CompanyWorkshop, MandateKind, MandateScope } from './mandate.model.ts'

/** A mandate as the office keeps it; what stands in it is never changed. */
export interface NewKeptMandate {
  readonly mandateId: string
  readonly citizenId: number
  readonly personId: string
  readonly kind: MandateKind
  readonly number: string
  readonly day: Day
  readonly position: string | null
  readonly issuer: string | null
  /** One of these: the company, or the workshop by code and branch. */
  readonly legalEntityId: string | null
  readonly workshopCode: string | null
  readonly branchCode: string | null
  readonly scope: readonly MandateScope[]
  readonly from: Day
  readonly until: Day | null
  /** The visit in which it was entered. */
  readonly visitId: string
  readonly enteredAt: Instant
  /** Id of the clerk. */
  readonly enteredBy: string
}

/** What the second person said; once. */
export interface KeptMandateDecision {
  readonly mandateId: string
  readonly outcome: 'CONFIRMED' | 'REFUSED'
  readonly decidedAt: Instant
  readonly decidedBy: string
  readonly note: string | null
}

/** Its end before its time; once. */
export interface KeptMandateEnding {
  readonly mandateId: string
  readonly endedOn: Day
  readonly endedAt: Instant
  readonly endedBy: string
  readonly visitId: string
  readonly reason: string
}

/** A mandate with what became of it and the names behind the ids. */
export interface KeptMandate extends NewKeptMandate {
  readonly holderName: string
  readonly targetName: string
  readonly enteredByName: string
  /** The entering clerk's own national ID, if it is recorded. */
  readonly enteredByPersonId: string | null
  readonly decision: KeptMandateDecision | null
  readonly decidedByName: string | null
  readonly ending: KeptMandateEnding | null
}

/** Somebody of the centre's data with whom a company or workshop is signed for. */
export interface StoredCompanyMember extends Omit<CompanyMember, 'own' | 'inForce'> {
  readonly citizenId: number
  readonly closedOn: Day | null
}

/** The register of mandates, and what the centre knows of a company. */
export interface Mandates {
  find(mandateId: string): Promise<KeptMandate | undefined>
  /** Those a citizen holds or held, newest first. */
  listOfHolder(citizenId: number): Promise<readonly KeptMandate[]>
  /** Those about a workshop or its company, newest first. */
  listAbout(of: WorkshopKey, legalEntityId: string | null): Promise<readonly KeptMandate[]>
  /** Neither decided nor ended, oldest first. */
  listWaiting(): Promise<readonly KeptMandate[]>
  /** Workshops of a company in the centre's data, contract rows left out. */
  listCompanyWorkshops(legalEntityId: string): Promise<readonly Omit<CompanyWorkshop, 'acts'>[]>
  /** Who is or was a member of those workshops, or of the one named where there is no company. */
  listMembers(
    of: WorkshopKey,
    legalEntityId: string | null,
  ): Promise<readonly StoredCompanyMember[]>
  hasWorkshop(of: WorkshopKey): Promise<boolean>
  /** A living citizen of the data by national or foreigner's ID. */
  findLiving(personId: string): Promise<{ readonly citizenId: number } | undefined>
}

/** The same in a transaction. */
export interface MandateBook extends Mandates {
  enter(mandate: NewKeptMandate): Promise<void>
  decide(decision: KeptMandateDecision): Promise<void>
  end(ending: KeptMandateEnding): Promise<void>
}
