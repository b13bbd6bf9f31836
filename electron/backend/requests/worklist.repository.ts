import type { WorklistGroup, WorklistPlace } from '#core/requests/worklist.model.ts'
import type {
  WorklistBook,
  WorklistEntry,
  WorklistPage,
  Worklists,
  WorklistScope,
} from '#core/requests/worklist.ports.ts'
import { selectRows, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** What waits for somebody outside the branch: errors of the automatic checks, data or papers to come. */
const WAITS_OUTSIDE = "l.status in ('6', '14', '21')"

/** The part of the lines that a group is, each a range of every index. */
const GROUP: Readonly<Record<WorklistGroup, string>> = {
  OVERDUE: 'l.lane = 0 and l.due < :today',
  TODAY: 'l.lane = 0 and l.due = :today',
  AWAITING_PAPERS: 'l.lane = 1',
  RUNNING: 'l.lane = 0 and l.due > :today',
  DONE: 'l.lane = 2',
}
const ALL_GROUPS = Object.keys(GROUP).length

const BY_DUE = 'l.due, l.filed_on, l.tracking_code'
/** The last decided come first. */
const BY_DUE_BACK = 'l.due desc, l.filed_on desc, l.tracking_code desc'

const AFTER_DUE = '(l.due, l.filed_on, l.tracking_code)'
const AFTER_DAY = '(l.filed_on, l.tracking_code)'

/** The lines of a view with what narrows them; each combination is a text of its own, with its own plan. */
function linesOf(scope: WorklistScope): { readonly from: string; readonly where: string } {
  const { index, own } = viewOf(scope)
  const where = [own]
  if (scope.view === 'FOLLOW_UP') where.push(`(${WAITS_OUTSIDE} or (${GROUP.OVERDUE}))`)
  if (scope.kind !== null) where.push('l.kind = :kind')
  if (scope.status !== null) where.push('l.status = :status')
  if (scope.owner === 'NOBODY') where.push('l.assigned_to is null')
  else if (scope.owner !== 'ANYBODY') where.push('l.assigned_to = :owner')
  if (scope.filedFrom !== null) where.push('l.filed_on >= :filedFrom')
  if (scope.filedTo !== null) where.push('l.filed_on <= :filedTo')
  if (scope.origin !== null) where.push('l.origin = :origin')
  if (scope.trackingCode !== null) where.push('l.tracking_code = :trackingCode')
  const from =
    scope.citizenIds !== null
      ? `json_each(:citizens) j cross join worklist_lines l indexed by worklist_of_citizen
          on l.citizen_id = j.value`
      : scope.trackingCode !== null
        ? 'worklist_lines l'
        : `worklist_lines l indexed by ${index}`
  return { from, where: where.join(' and ') }
}

/** By which index the lines of a view are found. */
function viewOf({ view, decides }: WorklistScope): {
  readonly index: string
  readonly own: string
} {
  if (view !== 'MINE') return { index: 'worklist_of_branch', own: 'l.branch_code = :branchCode' }
  return decides
    ? { index: 'worklist_of_expert', own: 'l.assigned_to = :clerkId' }
    : { index: 'worklist_of_filer', own: 'l.filed_by = :clerkId' }
}

function orderOf({ groups, order, after }: WorklistPage): {
  readonly by: string
  readonly after: string | null
} {
  const isBack = order === 'NEWEST' || (order === 'URGENCY' && groups[0] === 'DONE')
  const sign = isBack ? '<' : '>'
  const urgent = order === 'URGENCY'
  const by = urgent
    ? isBack
      ? BY_DUE_BACK
      : BY_DUE
    : isBack
      ? 'l.filed_on desc, l.tracking_code desc'
      : 'l.filed_on, l.tracking_code'
  const behind = urgent
    ? `${AFTER_DUE} ${sign} (:due, :filedOn, :after)`
    : `${AFTER_DAY} ${sign} (:filedOn, :after)`
  return { by, after: after === null ? null : behind }
}

/** The statement of a page of lines, shown to the test that guards its plan. */
export function listStatement(scope: WorklistScope, page: WorklistPage): string {
  const { from, where } = linesOf(scope)
  const { by, after } = orderOf(page)
  const groups =
    page.groups.length === ALL_GROUPS
      ? []
      : [`(${page.groups.map((group) => `(${GROUP[group]})`).join(' or ')})`]
  const only = page.groups.length === 1 && page.groups[0] ? [GROUP[page.groups[0]]] : groups
  const conditions = [where, ...only, ...(after === null ? [] : [after])]
  return `select l.tracking_code as trackingCode, l.kind, l.status, l.citizen_id as citizenId,
      coalesce(c.first_name || ' ' || c.last_name, g.first_name || ' ' || g.last_name, '')
        as citizenName,
      coalesce(c.person_id, g.person_id, '') as personId,
      l.filed_on as filedOn, l.promised_on as promisedOn, o.full_name as owner,
      l.assigned_to is :clerkId as isMine, f.full_name as filedBy, l.origin, l.version
    from (select l.tracking_code as code from ${from} where ${conditions.join(' and ')}
      order by ${by} limit :limit) found
    cross join worklist_lines l on l.tracking_code = found.code
    left join citizens c on c.citizen_id = l.citizen_id
    left join registered_citizens g on g.citizen_id = l.citizen_id
    left join clerks o on o.clerk_id = l.assigned_to
    left join clerks f on f.clerk_id = l.filed_by
    order by ${by}`
}

/** The statement that counts the groups of a scope. */
export function countStatement(scope: WorklistScope): string {
  const { from, where } = linesOf(scope)
  return `select l.lane, count(*) as whole, sum(l.due < :today) as late, sum(l.due = :today) as due
    from ${from} where ${where} group by l.lane`
}

/** What these statements are given. */
export function worklistValues(
  scope: WorklistScope,
  page?: { readonly after: WorklistPlace | null; readonly limit: number },
): Readonly<Record<string, SqlValue>> {
  const { clerkId, branchCode, today, citizenIds, trackingCode } = scope
  const { kind, status, owner, filedFrom, filedTo, origin } = scope
  return {
    ...{
      clerkId,
      branchCode,
      today,
      trackingCode,
      kind,
      status,
      owner,
      filedFrom,
      filedTo,
      origin,
    },
    citizens: citizenIds === null ? null : JSON.stringify(citizenIds),
    due: page?.after?.due ?? null,
    filedOn: page?.after?.filedOn ?? null,
    after: page?.after?.trackingCode ?? null,
    limit: page?.limit ?? null,
  }
}

interface LaneRow {
  readonly lane: 0 | 1 | 2
  readonly whole: number
  readonly late: number
  readonly due: number
}

/** Worklists over the lines that triggers and imports keep (`database/worklist-lines.ts`). */
export class WorklistRepository implements Worklists {
  protected readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async count(scope: WorklistScope): Promise<Readonly<Record<WorklistGroup, number>>> {
    const rows = await selectRows<LaneRow>(
      this.reader,
      countStatement(scope),
      worklistValues(scope),
    )
    const of = (lane: LaneRow['lane']) => rows.find((row) => row.lane === lane)
    const office = of(0)
    const [late, due] = [office?.late ?? 0, office?.due ?? 0]
    return {
      OVERDUE: late,
      TODAY: due,
      AWAITING_PAPERS: of(1)?.whole ?? 0,
      RUNNING: (office?.whole ?? 0) - late - due,
      DONE: of(2)?.whole ?? 0,
    }
  }

  async list(scope: WorklistScope, page: WorklistPage): Promise<readonly WorklistEntry[]> {
    const rows = await selectRows<Omit<WorklistEntry, 'isMine'> & { readonly isMine: 0 | 1 }>(
      this.reader,
      listStatement(scope, page),
      worklistValues(scope, page),
    )
    return rows.map((row) => ({ ...row, isMine: row.isMine === 1 }))
  }

  async findNamed(words: readonly string[]): Promise<readonly number[]> {
    if (words.length === 0) return []
    const rows = await selectRows<{ citizenId: number }>(
      this.reader,
      `select citizen_id as citizenId from worklist_names
      where ${words.map(() => 'instr(name_key, ?) > 0').join(' and ')}`,
      words.map((word) => ` ${word}`),
    )
    return rows.map(({ citizenId }) => citizenId)
  }

  async countOpen(branchCode: string): Promise<ReadonlyMap<string, number>> {
    const rows = await selectRows<{ clerkId: string; count: number }>(
      this.reader,
      `select l.assigned_to as clerkId, count(*) as count
      from worklist_lines l indexed by worklist_of_expert
      where l.assigned_to is not null and l.lane < 2 and l.branch_code = ? group by l.assigned_to`,
      [branchCode],
    )
    return new Map(rows.map(({ clerkId, count }) => [clerkId, count]))
  }
}

/** The same, with what changes when somebody else works on a request. */
export class WorklistBookRepository extends WorklistRepository implements WorklistBook {
  private readonly db: Writing
  private readonly changed: () => void

  /** `changed` is told of every request that somebody else works on. */
  constructor(reader: Reading, db: Writing, changed: () => void) {
    super(reader)
    this.db = db
    this.changed = changed
  }

  async countChange(requestId: string): Promise<void> {
    this.changed()
    await this.db
      .updateTable('requests')
      .set((set) => ({ version: set('version', '+', 1) }))
      .where('request_id', '=', requestId)
      .execute()
  }
}
