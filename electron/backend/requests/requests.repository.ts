import { randomInt } from 'node:crypto'
import { z } from 'zod'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { DecisionAct } from '#core/requests/decision.model.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import {
  DraftForm,
  type Draft,
  type RequestAssignment,
  type RequestDetail,
  type RequestEvent,
  type RequestKind,
  type RequestStatus,
  type RequestSummary,
} from '#core/requests/request.model.ts'
import type {
  DraftKey,
  FiledForm,
  KeptStep,
  NewRequest,
  NewRequestEvent,
  RequestBook,
  RequestChange,
  RequestFiledHere,
  Requests,
} from '#core/requests/requests.ports.ts'
import { Power, type PresenceKind } from '#core/visits/visit.model.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'
import { keepLineName } from '../database/worklist-lines.ts'
import { PRESENT_STATUS } from '../database/present-status.ts'

/** Requests of one citizen; those filed here take the centre's state where it knows them. */
const OF_CITIZEN = `
  select r.tracking_code as trackingCode, r.kind, k.title, r.role,
    ${PRESENT_STATUS} as status, r.filed_on as filedOn, r.promised_on as promisedOn,
    'COUNTER' as origin, coalesce(b.name, r.branch_code) as branchName,
    k.reject_reason as rejectReason, k.comment, r.version, r.form,
    coalesce(r.reference_code, k.reference_code) as referenceCode,
    (select max(e.on_date) from central_request_events e where e.tracking_code = k.tracking_code)
      as centralChange,
    (select max(e.at) from request_events e where e.request_id = r.request_id) as ownChange
  from requests r left join central_requests k on k.tracking_code = r.tracking_code
  left join branches b on b.branch_code = r.branch_code
  where r.citizen_id = :citizenId
  union all
  select k.tracking_code, k.request_type, k.title, k.role, k.status, k.created_on, null,
    'CENTRE', coalesce(b.name, k.branch_code), k.reject_reason, k.comment,
    null, null, k.reference_code,
    (select max(e.on_date) from central_request_events e where e.tracking_code = k.tracking_code),
    null
  from central_requests k left join branches b on b.branch_code = k.branch_code
  where k.citizen_id = :citizenId
    and not exists (select 1 from requests r where r.tracking_code = k.tracking_code)`

type SummaryRow = Omit<RequestSummary, 'lastChangeOn'> & {
  readonly comment: string | null
  readonly version: number | null
  readonly form: string | null
  readonly referenceCode: string | null
  readonly centralChange: Day | null
  readonly ownChange: Instant | null
}

function summaryOf(full: SummaryRow): RequestSummary {
  const { comment: _, version: _v, form: _f, referenceCode: _r, ...known } = full
  const { centralChange, ownChange, ...row } = known
  const changes = [row.filedOn, centralChange, ownChange && dayInTehran(ownChange)]
  const lastChangeOn = changes.reduce<Day>(
    (last, day) => (day !== null && day > last ? day : last),
    row.filedOn,
  )
  return { ...row, lastChangeOn }
}

const FILED_HERE = `select r.request_id as requestId, r.citizen_id as citizenId,
  r.tracking_code as trackingCode, r.kind, r.status, r.role, r.filed_at as filedAt,
  r.promised_on as promisedOn, r.filed_by as filedBy, r.form,
  v.presence_kind as presenceKind, v.power as evidence
  from requests r join visits v on v.visit_id = r.visit_id`

interface FiledRow {
  readonly requestId: string
  readonly citizenId: number
  readonly trackingCode: string
  readonly kind: RequestKind
  readonly status: RequestStatus
  readonly role: CitizenRole
  readonly filedAt: Instant
  readonly promisedOn: Day | null
  readonly filedBy: string
  readonly form: string
  readonly presenceKind: PresenceKind
  readonly evidence: string | null
}

/** What the centre tells and what happened here, as one history. */
function inOrder(events: readonly RequestEvent[]): RequestEvent[] {
  const when = ({ onDay, atTime }: RequestEvent) => `${onDay} ${atTime ?? ''}`
  return events
    .toSorted((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : a.seq - b.seq))
    .map((event, at) => ({ ...event, seq: at + 1 }))
}

const PaperCodes = z.array(z.string())
const AnyForm = z.record(z.string(), z.unknown())
const Papers = z.object({ papers: PaperCodes })
const PowerEvidence = z.object({ kind: z.literal('power'), power: Power })

function filedHere({ form, presenceKind, evidence, ...row }: FiledRow): RequestFiledHere {
  const papers = Papers.safeParse(JSON.parse(form))
  const held = evidence === null ? null : PowerEvidence.safeParse(JSON.parse(evidence))
  const power = held?.success === true ? held.data.power : null
  return {
    ...row,
    papers: papers.success ? papers.data.papers : [],
    presence: { presenceKind, holderName: power?.holderName ?? null, power },
  }
}

const LOWEST_CODE = 1_000_000_000
const BEYOND_CODES = 10_000_000_000

/** Requests filed here, joined with those of the extract in use. */
export class RequestsRepository implements Requests {
  protected readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async listOfCitizen(citizenId: number): Promise<readonly RequestSummary[]> {
    const rows = await selectRows<SummaryRow>(this.reader, OF_CITIZEN, { citizenId })
    return rows.map(summaryOf).sort((a, b) => (a.lastChangeOn < b.lastChangeOn ? 1 : -1))
  }

  async findDetail(citizenId: number, trackingCode: string): Promise<RequestDetail | undefined> {
    const row = await selectRow<SummaryRow>(
      this.reader,
      `select * from (${OF_CITIZEN}) where trackingCode = :trackingCode`,
      { citizenId, trackingCode },
    )
    if (!row) return undefined
    const central = await this.centralEvents(trackingCode)
    const events = [...central, ...(await this.ownEvents(trackingCode, central.length > 0))]
    const { comment, version, referenceCode, form } = row
    return {
      ...summaryOf(row),
      ...{ comment, version, referenceCode },
      form: form === null ? null : AnyForm.parse(JSON.parse(form)),
      events: inOrder(events),
      assignments: await this.assignments(trackingCode),
    }
  }

  async listForms(citizenId: number): Promise<readonly FiledForm[]> {
    const rows = await selectRows<Omit<FiledForm, 'form'> & { readonly form: string }>(
      this.reader,
      `select r.tracking_code as trackingCode, r.kind, ${PRESENT_STATUS} as status,
        r.filed_on as filedOn, r.form
      from requests r left join central_requests k on k.tracking_code = r.tracking_code
      where r.citizen_id = ? order by r.filed_at desc`,
      [citizenId],
    )
    return rows.map((row) => ({ ...row, form: AnyForm.parse(JSON.parse(row.form)) }))
  }

  async findByKey(idempotencyKey: string): Promise<RequestFiledHere | undefined> {
    const text = `${FILED_HERE} where r.idempotency_key = ?`
    const row = await selectRow<FiledRow>(this.reader, text, [idempotencyKey])
    return row && filedHere(row)
  }

  async findFiledHere(trackingCode: string): Promise<RequestFiledHere | undefined> {
    const text = `${FILED_HERE} where r.tracking_code = ?`
    const row = await selectRow<FiledRow>(this.reader, text, [trackingCode])
    return row && filedHere(row)
  }

  async findDraft({ clerkId, citizenId, kind }: DraftKey): Promise<Draft | undefined> {
    const row = await selectRow<{ form: string; savedAt: Instant }>(
      this.reader,
      `select form, saved_at as savedAt from request_drafts
      where clerk_id = ? and citizen_id = ? and kind = ?`,
      [clerkId, citizenId, kind],
    )
    return row && { kind, form: DraftForm.parse(JSON.parse(row.form)), savedAt: row.savedAt }
  }

  /** Drawn at random, so that none can be guessed from another. */
  async newTrackingCode(): Promise<string> {
    for (;;) {
      const code = String(randomInt(LOWEST_CODE, BEYOND_CODES))
      const taken = await selectRow(
        this.reader,
        `select 1 from requests where tracking_code = :code
        union all select 1 from tickets where tracking_code = :code
        union all select 1 from identifier where kind = 'TRACKING_CODE' and value = :code`,
        { code },
      )
      if (!taken) return code
    }
  }

  /** Whoever decides what nobody has takes it with that: the step itself tells so. */
  private async assignments(trackingCode: string): Promise<RequestAssignment[]> {
    const rows = await selectRows<{ at: Instant; to: string | null; by: string }>(
      this.reader,
      `select a.at, o.full_name as "to", g.full_name as "by"
      from requests r join request_assignments a on a.request_id = r.request_id
      join clerks g on g.clerk_id = a.assigned_by
      left join clerks o on o.clerk_id = a.assigned_to
      where r.tracking_code = ? and not exists (select 1 from request_events e
        where e.request_id = a.request_id and e.at = a.at and e.actor_id = a.assigned_by)
      order by a.seq`,
      [trackingCode],
    )
    return rows.map(({ at, to, by }) => ({
      ...{ onDay: dayInTehran(at), atTime: tehranTime(at), to, by },
    }))
  }

  private async centralEvents(trackingCode: string): Promise<readonly RequestEvent[]> {
    const rows = await selectRows<Omit<RequestEvent, 'papers' | 'by' | 'decision'>>(
      this.reader,
      `select seq, status, on_date as onDay, at_time as atTime, actor, note
      from central_request_events where tracking_code = ? order by seq`,
      [trackingCode],
    )
    return rows.map((event) => ({ ...event, by: null, papers: [], decision: null }))
  }

  /** `later`: only what came after the filing, which the centre tells as well. */
  private async ownEvents(trackingCode: string, later: boolean): Promise<readonly RequestEvent[]> {
    const rows = await selectRows<
      Omit<RequestEvent, 'onDay' | 'atTime' | 'papers' | 'decision'> & {
        readonly at: Instant
        readonly papers: string | null
      } & DecidedStep
    >(
      this.reader,
      `select e.seq, e.status, e.at, e.actor_kind as actor, c.full_name as "by", e.note, e.papers,
        d.decision_id as decisionId, d.act, d.papers as asked, d.reason_code as reasonCode,
        d.article, d.amount, d.override_note as override
      from requests r join request_events e on e.request_id = r.request_id
      left join clerks c on c.clerk_id = e.actor_id
      left join request_decisions d on d.request_id = e.request_id and d.seq = e.seq
      where r.tracking_code = ? and (? = 0 or e.at > r.filed_at) order by e.seq`,
      [trackingCode, later ? 1 : 0],
    )
    return rows.map(({ seq, status, actor, by, note, at, papers, ...step }) => ({
      ...{ seq, status, actor, by, note },
      onDay: dayInTehran(at),
      atTime: tehranTime(at),
      papers: papers === null ? [] : PaperCodes.parse(JSON.parse(papers)),
      decision: decisionOf(step),
    }))
  }
}

/** What stands beside a step that decided something. */
interface DecidedStep {
  readonly decisionId: string | null
  readonly act: DecisionAct | null
  readonly asked: string | null
  readonly reasonCode: string | null
  readonly article: string | null
  readonly amount: Rial | null
  readonly override: string | null
}

function decisionOf(step: DecidedStep): RequestEvent['decision'] {
  const { decisionId, act, asked, reasonCode, article, amount, override } = step
  if (decisionId === null || act === null || asked === null) return null
  const reason = reasonCode === null ? null : { code: reasonCode, article }
  const papers = z.array(RequestPaper).parse(JSON.parse(asked))
  return { decisionId, act, papers, reason, amount, override }
}

function papersOf({ papers }: NewRequestEvent): string | null {
  return papers.length === 0 ? null : JSON.stringify(papers)
}

/** The same, with requests to add and drafts to keep, in the transaction it is given. */
export class RequestBookRepository extends RequestsRepository implements RequestBook {
  private readonly db: Writing
  private readonly changed: () => void

  /** `changed` is told of every request that is added or changed. */
  constructor(reader: Reading, db: Writing, changed: () => void = () => undefined) {
    super(reader)
    this.db = db
    this.changed = changed
  }

  async add(request: NewRequest): Promise<void> {
    this.changed()
    await keepLineName(this.db, request.citizenId)
    await this.db
      .insertInto('requests')
      .values({
        request_id: request.requestId,
        idempotency_key: request.idempotencyKey,
        tracking_code: request.trackingCode,
        citizen_id: request.citizenId,
        person_id: request.personId,
        role: request.role,
        kind: request.kind,
        status: request.status,
        form: JSON.stringify(request.form),
        decision: JSON.stringify(request.decision),
        branch_code: request.branchCode,
        filed_at: request.filedAt,
        filed_on: request.filedOn,
        promised_on: request.promisedOn,
        filed_by: request.filedBy,
        visit_id: request.visitId,
        version: 1,
        reference_code: request.referenceCode,
      })
      .execute()
    await this.db
      .insertInto('request_events')
      .values(
        request.events.map((event, i) => ({
          request_id: request.requestId,
          seq: i + 1,
          status: event.status,
          at: event.at,
          actor_kind: event.actor,
          actor_id: event.actorId,
          note: event.note,
          papers: papersOf(event),
        })),
      )
      .execute()
  }

  async change(requestId: string, { status, event }: RequestChange): Promise<KeptStep> {
    this.changed()
    await this.db
      .updateTable('requests')
      .set((set) => ({ status, version: set('version', '+', 1) }))
      .where('request_id', '=', requestId)
      .execute()
    const { last } = await this.db
      .selectFrom('request_events')
      .select((select) => select.fn.max('seq').as('last'))
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow()
    await this.db
      .insertInto('request_events')
      .values({
        request_id: requestId,
        seq: last + 1,
        status: event.status,
        at: event.at,
        actor_kind: event.actor,
        actor_id: event.actorId,
        note: event.note,
        papers: papersOf(event),
      })
      .execute()
    return { seq: last + 1 }
  }

  async saveDraft(key: DraftKey, form: DraftForm, at: Instant): Promise<void> {
    const saved = { form: JSON.stringify(form), saved_at: at }
    await this.db
      .insertInto('request_drafts')
      .values({ clerk_id: key.clerkId, citizen_id: key.citizenId, kind: key.kind, ...saved })
      .onConflict((conflict) =>
        conflict.columns(['clerk_id', 'citizen_id', 'kind']).doUpdateSet(saved),
      )
      .execute()
  }

  async discardDraft({ clerkId, citizenId, kind }: DraftKey): Promise<void> {
    await this.db
      .deleteFrom('request_drafts')
      .where('clerk_id', '=', clerkId)
      .where('citizen_id', '=', citizenId)
      .where('kind', '=', kind)
      .execute()
  }
}
