import type { RecordScope } from '#core/certificates/record-statement.model.ts'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import type { LedgerScope } from '#core/employers/ledger-scope.rules.ts'
import type { Day } from '#core/kernel/day.ts'
import type { ShareTerm } from '#core/vault/vault.model.ts'
import type { RefusalData } from '#core/kernel/refusal.ts'
import type { Load } from '../client/load.ts'

/** What was chosen in a list before a panel opened; what is left out the form chooses itself. */
export interface PaperWish {
  readonly pensionNumber?: string
  readonly slipNumber?: string
  /** Of which the slips are to be printed together. */
  readonly year?: number
  readonly decreeNumber?: string
  readonly workshopCode?: string
  readonly branchCode?: string
  /** What of a workshop's debts is looked at, and whether with the ledger. */
  readonly debtScope?: LedgerScope
  readonly ledger?: boolean
  readonly recordScope?: RecordScope
  /** The day on which entitlement to treatment was looked at. */
  readonly on?: Day
}

/** In whose open file a form opens, on which day, and what was chosen there. */
export interface PaperOpening extends PaperWish {
  readonly visitId: string
  readonly personId: string
  readonly today: Day
}

/** Why there is nothing to issue; `elsewhere` when the form may choose something that has. */
export interface Nothing {
  readonly title: string
  readonly reason: string
  readonly elsewhere?: boolean
}

/** Whether a form has what it chooses from. */
export type FormSource =
  | { readonly state: 'loading' }
  | { readonly state: 'refused'; readonly refusal: RefusalData }
  | ({ readonly state: 'empty' } & Nothing)
  | { readonly state: 'ready' }

/** What the side panel needs of the form of one kind of paper, whatever its fields. A store of the slice. */
export interface PaperForm {
  readonly source: FormSource
  /** Null while something is missing or wrong. */
  readonly order: PaperOrder | null
  /** What the preview shows while the order itself is not complete. */
  readonly shownBefore?: PaperOrder | null
  /** For how long others may ask for the paper, from its issue on; null for not at all. */
  readonly shareTerm?: ShareTerm | null
  /** The name of the first field at fault, as its `data-field` says. */
  readonly firstFault: string | undefined
  /** Faults are told once the form was sent, or its field left. */
  isSent: boolean
  /** Starts afresh. What it resets, it resets before its first wait. */
  readonly open: (opening: PaperOpening) => Promise<void>
  /** The order goes out now: what is worth remembering in this visit. */
  readonly keep?: () => void
}

/** The state of a form from what it asked for: everything must be there, and not be nothing. */
export function sourceOf(
  loads: readonly Load<unknown>[],
  nothing: Nothing | undefined,
): FormSource {
  for (const load of loads)
    if (load.state === 'refused') return { state: 'refused', refusal: load.refusal }
  if (loads.some((load) => load.state !== 'ready')) return { state: 'loading' }
  return nothing ? { state: 'empty', ...nothing } : { state: 'ready' }
}
