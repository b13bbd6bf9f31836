import { addDays, type Day } from '#core/kernel/day.ts'
import { isFinal } from '#core/requests/lifecycle.rules.ts'
import type { RequestStatus } from '#core/requests/request.model.ts'
import { isSameAccount } from './bank-account.rules.ts'
import type {
  AccountSource,
  AccountState,
  AccountType,
  FiledAccount,
} from './bank-account.model.ts'

/** An account as the centre's data has it. */
export interface CentralAccount {
  readonly bankCode: string
  readonly accountNumber: string
  readonly iban: string | null
  readonly accountType: AccountType
  readonly openedOn: Day | null
  readonly fromDate: Day
  readonly toDate: Day | null
  readonly status: 'ACTIVE' | 'CLOSED' | 'PENDING'
  readonly trackingCode: string | null
}

/** An account as a request filed here names it, with the request's present state. */
export interface AccountRequest {
  readonly trackingCode: string
  readonly account: FiledAccount
  readonly status: RequestStatus
  readonly filedOn: Day
  /** The day of the final approval, null before it. */
  readonly approvedOn: Day | null
}

/** An account of a person in the clear, for the office alone. */
export interface AccountEntry {
  readonly bankCode: string
  readonly accountNumber: string
  readonly iban: string | null
  readonly accountType: AccountType
  readonly openedOn: Day | null
  readonly from: Day
  readonly until: Day | null
  readonly state: AccountState
  readonly source: AccountSource
  readonly trackingCode: string | null
}

/** What may still be the current one: `counts` while nothing newer does. */
interface Candidate {
  readonly entry: Omit<AccountEntry, 'state'>
  readonly state: Exclude<AccountState, 'CURRENT'> | 'COUNTS'
}

const CENTRAL_STATE = { ACTIVE: 'COUNTS', CLOSED: 'FORMER', PENDING: 'UNDER_REVIEW' } as const

const ORDER: readonly AccountState[] = ['CURRENT', 'UNDER_REVIEW', 'FORMER', 'REFUSED']

/**
 * The accounts of a person, the current one first: those the centre has and those filed here, each once. An account
 * counts from its first day at the centre, or from the day its request was approved; the one that began last is the
 * current one, and of two that began on one day the one that was approved here. An approved account that the centre
 * has meanwhile is the centre's; a request that was withdrawn names no account.
 *
 * @law domain brief §1.10 («one active»), §3.22
 */
export function accountHistory(
  central: readonly CentralAccount[],
  requests: readonly AccountRequest[],
): readonly AccountEntry[] {
  const own = requests.filter((request) => !central.some((row) => hasArrived(request, row)))
  const ours = own.flatMap(ofRequest)
  const review = ours.filter(({ state }) => state === 'UNDER_REVIEW' || state === 'COUNTS')
  const theirs = central
    .filter(
      (row) => row.status !== 'PENDING' || !review.some(({ entry }) => isSameAccount(entry, row)),
    )
    .map(ofCentre)
  const all = [...ours, ...theirs]
  const current = all
    .filter(({ state }) => state === 'COUNTS')
    .reduce<Candidate | undefined>(
      (newest, one) => (newest === undefined || one.entry.from > newest.entry.from ? one : newest),
      undefined,
    )
  return all
    .map((one) => settled(one, current))
    .toSorted(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) ||
        (a.from < b.from ? 1 : a.from > b.from ? -1 : 0),
    )
}

/** The account to which money goes now. */
export function currentAccount(history: readonly AccountEntry[]): AccountEntry | undefined {
  return history.find(({ state }) => state === 'CURRENT')
}

/** Whether the centre has an approved account: it still does, or it had it on the day of the approval or later. */
function hasArrived({ account, approvedOn }: AccountRequest, row: CentralAccount): boolean {
  if (approvedOn === null || row.status === 'PENDING' || !isSameAccount(account, row)) return false
  return row.status === 'ACTIVE' || row.toDate === null || row.toDate >= approvedOn
}

function ofCentre({ fromDate, toDate, status, ...account }: CentralAccount): Candidate {
  return {
    entry: { ...account, from: fromDate, until: toDate, source: 'CENTRE' },
    state: CENTRAL_STATE[status],
  }
}

function ofRequest(request: AccountRequest): readonly Candidate[] {
  const { account, approvedOn, filedOn, status, trackingCode } = request
  const { bankCode, accountNumber, iban, accountType, openedOn } = account
  const state = stateOf(status)
  if (state === undefined) return []
  const from = state === 'COUNTS' ? (approvedOn ?? filedOn) : filedOn
  const entry = { bankCode, accountNumber, iban, accountType, openedOn, from, trackingCode }
  return [{ entry: { ...entry, until: null, source: 'COUNTER' }, state }]
}

function stateOf(status: RequestStatus): Candidate['state'] | undefined {
  if (status === '18') return 'COUNTS'
  if (status === '19') return 'REFUSED'
  return isFinal(status) || status === 'DRAFT' ? undefined : 'UNDER_REVIEW'
}

/** One that no longer counts ended on the day before the current one began, unless it is told otherwise. */
function settled({ entry, state }: Candidate, current: Candidate | undefined): AccountEntry {
  if (state !== 'COUNTS') return { ...entry, state }
  if (entry === current?.entry) return { ...entry, state: 'CURRENT' }
  const replaced =
    current && current.entry.from > entry.from ? addDays(current.entry.from, -1) : null
  return { ...entry, state: 'FORMER', until: entry.until ?? replaced }
}
