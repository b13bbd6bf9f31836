import type { Day } from '#core/kernel/day.ts'
import type { WorklistFilter, WorklistGroup, WorklistItem } from './worklist.model.ts'
import type { WorklistOrder, WorklistPlace, WorklistView } from './worklist.model.ts'

/** Whose lines of a worklist: `decides` says what MINE means to the clerk. */
export interface WorklistScope extends Omit<WorklistFilter, 'text'> {
  readonly view: WorklistView
  readonly clerkId: string
  readonly decides: boolean
  readonly branchCode: string
  readonly today: Day
  /** What a text narrows the lines to; null narrows nothing. */
  readonly citizenIds: readonly number[] | null
  readonly trackingCode: string | null
}

/** A line of the worklist before it is put into a group. */
export type WorklistEntry = Omit<WorklistItem, 'group' | 'ageDays' | 'maskedId'> & {
  readonly personId: string
}

/** Which part of the lines, in which order. */
export interface WorklistPage {
  /** URGENCY reads one group at a time. */
  readonly groups: readonly WorklistGroup[]
  readonly order: WorklistOrder
  readonly after: WorklistPlace | null
  readonly limit: number
}

/** Lines of worklists. They are kept, not computed: any of them is found by an index, however many there are. */
export interface Worklists {
  count(scope: WorklistScope): Promise<Readonly<Record<WorklistGroup, number>>>
  list(scope: WorklistScope, page: WorklistPage): Promise<readonly WorklistEntry[]>
  /** Everybody with a line whose name has a word that begins with each of these. */
  findNamed(words: readonly string[]): Promise<readonly number[]>
  /** Undecided requests by whoever works on them. */
  countOpen(branchCode: string): Promise<ReadonlyMap<string, number>>
}

export interface WorklistBook extends Worklists {
  /** The version of a request goes up by one, because somebody else works on it now. */
  countChange(requestId: string): Promise<void>
}
