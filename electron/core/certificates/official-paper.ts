import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { KeyFigure } from '#core/verification/seal.model.ts'
import type { FilePart, PresenceKind } from '#core/visits/visit.model.ts'
import type { PaperIssue } from './paper-issue.model.ts'
import type { PaperSources } from './paper-sources.ports.ts'
import type { OrderOf, PaperKind, StatementOf } from './paper.model.ts'

/** What every statement is made from, whatever its kind. */
export interface Stating<K extends PaperKind> {
  readonly order: OrderOf<K>
  readonly citizenId: number
  readonly identity: CitizenFacts['identity']
  readonly issue: PaperIssue
  readonly trackingCode: string
  readonly parameters: readonly Parameter[]
}

/**
 * A kind of paper: everything the office must know of it beside its order and its statement. A new kind brings
 * these, its template and its texts, and nothing else.
 */
export interface OfficialPaper<K extends PaperKind> {
  readonly kind: K
  /** One digit, or two, that stand for the kind in a document's number. */
  readonly digit: string
  /** The part of the file that a visit must cover; null for what the citizen may always have. */
  readonly part: FilePart | null
  /** By what right the file must be open; null for any. */
  readonly presence: readonly PresenceKind[] | null
  /** Last day on which a paper issued today counts; null when it has no validity of its own. */
  readonly validUntil: (today: Day, parameters: readonly Parameter[]) => Day | null
  /** What the paper says, decided from the data of this moment. @refuses what the paper's rule refuses */
  readonly state: (stating: Stating<K>, sources: PaperSources) => Promise<StatementOf<K>>
  /** Names of the figures by their place, which is all that a seal keeps of them. */
  readonly figureNames: readonly string[]
  /** The figures that its QR code vouches for: as many as there are names, in that order. */
  readonly figures: (statement: StatementOf<K>) => readonly KeyFigure[]
}
