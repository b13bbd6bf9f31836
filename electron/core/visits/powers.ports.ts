import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { NewPower, RepresentativeKind } from './visit.model.ts'

/** A power as the office keeps it; what stands in it is never changed. */
export interface NewKeptPower extends NewPower {
  readonly powerId: string
  readonly kind: RepresentativeKind
  readonly citizenId: number
  readonly enteredAt: Instant
  /** Id of the clerk. */
  readonly enteredBy: string
}

/** Its end before its time; once. */
export interface PowerEnding {
  readonly powerId: string
  readonly endedOn: Day
  readonly endedAt: Instant
  readonly endedBy: string
  readonly visitId: string
  readonly reason: string
}

/** The scan of its paper; the last one counts. */
export interface PowerScan {
  readonly powerId: string
  readonly documentId: string
  readonly attachedAt: Instant
  readonly attachedBy: string
  readonly visitId: string
}

/** A power with what became of it and the names behind the ids. */
export interface KeptPower extends NewKeptPower {
  readonly enteredByName: string
  readonly scan: { readonly documentId: string; readonly title: string } | null
  readonly ending: Pick<PowerEnding, 'endedOn' | 'reason'> | null
}

/** The register of powers: by what paper somebody acts for a citizen. */
export interface Powers {
  find(powerId: string): Promise<KeptPower | undefined>
  /** Newest first. */
  listOfCitizen(citizenId: number): Promise<readonly KeptPower[]>
}

export interface PowerBook extends Powers {
  enter(power: NewKeptPower): Promise<void>
  /** Ends it, and every open visit that rests on it. */
  end(ending: PowerEnding): Promise<void>
  attachScan(scan: PowerScan): Promise<void>
}
