import { z } from 'zod'
import { Decision } from '#core/kernel/decision.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { Rial } from '#core/kernel/rial.ts'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { DecisionAct } from '#core/requests/decision.model.ts'
import type {
  Colleague,
  DecisionBook,
  Decisions,
  KeptDecision,
  NewDecision,
  RequestCase,
} from '#core/requests/decisions.ports.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'
import type { RequestKind, RequestStatus } from '#core/requests/request.model.ts'
import { Power, type PresenceKind } from '#core/visits/visit.model.ts'
import { PRESENT_STATUS } from '../database/present-status.ts'
import { selectRow, type SqlValue } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const CASE = `select r.request_id as requestId, r.tracking_code as trackingCode,
  r.citizen_id as citizenId, r.person_id as personId, r.kind, r.role, ${PRESENT_STATUS} as status,
  r.version, r.branch_code as branchCode, r.filed_on as filedOn, r.form, r.decision as verdict,
  r.filed_by as filedBy, r.assigned_to as owner,
  v.presence_kind as presenceKind, v.power as evidence
  from requests r join visits v on v.visit_id = r.visit_id
  left join central_requests k on k.tracking_code = r.tracking_code`

interface CaseRow extends Omit<RequestCase, 'filedBy' | 'owner' | 'form' | 'verdict' | 'presence'> {
  readonly filedBy: string
  readonly owner: string | null
  readonly form: string
  readonly verdict: string | null
  readonly presenceKind: PresenceKind
  readonly evidence: string | null
}

const DECISION = `select d.decision_id as decisionId, d.request_id as requestId, d.seq, d.act,
  d.status_before as statusBefore, d.decided_at as decidedAt, d.decided_by as decidedBy, d.papers,
  d.reason_code as reasonCode, d.article, d.override_note as override, d.verdict, d.amount,
  d.visit_id as visitId, r.tracking_code as trackingCode, r.kind, r.role,
  r.citizen_id as citizenId, r.person_id as personId, r.filed_on as filedOn, e.note
  from request_decisions d join requests r on r.request_id = d.request_id
  join request_events e on e.request_id = d.request_id and e.seq = d.seq`

interface DecisionRow {
  readonly decisionId: string
  readonly requestId: string
  readonly seq: number
  readonly act: DecisionAct
  readonly statusBefore: RequestStatus
  readonly decidedAt: Instant
  readonly decidedBy: string
  readonly papers: string
  readonly reasonCode: string | null
  readonly article: string | null
  readonly override: string | null
  readonly verdict: string | null
  readonly amount: Rial | null
  readonly visitId: string
  readonly trackingCode: string
  readonly kind: RequestKind
  readonly role: CitizenRole
  readonly citizenId: number
  readonly personId: string
  readonly filedOn: Day
  readonly note: string | null
}

const AnyForm = z.record(z.string(), z.unknown())
const PowerEvidence = z.object({ kind: z.literal('power'), power: Power })

function verdictOf(text: string | null): Decision | null {
  return text === null ? null : Decision.parse(JSON.parse(text))
}

/** Requests filed here as their deciders need them, and what was decided about them. */
export class DecisionsRepository implements Decisions {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async findCase(trackingCode: string): Promise<RequestCase | undefined> {
    const row = await selectRow<CaseRow>(this.reader, `${CASE} where r.tracking_code = ?`, [
      trackingCode,
    ])
    if (!row) return undefined
    const { form, verdict, filedBy, owner, presenceKind, evidence, ...known } = row
    const held = evidence === null ? null : PowerEvidence.safeParse(JSON.parse(evidence))
    const power = held?.success === true ? held.data.power : null
    return {
      ...known,
      form: AnyForm.parse(JSON.parse(form)),
      verdict: verdictOf(verdict),
      filedBy: await this.colleague(filedBy),
      owner: owner === null ? null : await this.colleague(owner),
      presence: { presenceKind, holderName: power?.holderName ?? null, power },
    }
  }

  async isOfCentre(trackingCode: string): Promise<boolean> {
    const found = await selectRow(
      this.reader,
      'select 1 as known from central_requests where tracking_code = ?',
      [trackingCode],
    )
    return found !== undefined
  }

  find(decisionId: string): Promise<KeptDecision | undefined> {
    return this.findWhere('d.decision_id = ?', decisionId)
  }

  findByKey(idempotencyKey: string): Promise<KeptDecision | undefined> {
    return this.findWhere('d.idempotency_key = ?', idempotencyKey)
  }

  private async findWhere(condition: string, value: SqlValue): Promise<KeptDecision | undefined> {
    const text = `${DECISION} where ${condition}`
    const row = await selectRow<DecisionRow>(this.reader, text, [value])
    if (!row) return undefined
    const { papers, reasonCode, article, verdict, decidedBy, ...known } = row
    return {
      ...known,
      papers: z.array(RequestPaper).parse(JSON.parse(papers)),
      reason: reasonCode === null ? null : { code: reasonCode, article },
      verdict: verdictOf(verdict),
      decidedBy: await this.colleague(decidedBy),
    }
  }

  private async colleague(clerkId: string): Promise<Colleague> {
    const found = await selectRow<Colleague>(
      this.reader,
      `select clerk_id as clerkId, clerk_code as clerkCode, full_name as fullName,
        person_id as personId from clerks where clerk_id = ?`,
      [clerkId],
    )
    if (!found) throw new Error('a clerk of a request is not in the list')
    return found
  }
}

/** The same, with decisions to add, in the transaction it is given. */
export class DecisionBookRepository extends DecisionsRepository implements DecisionBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async add(decision: NewDecision): Promise<void> {
    await this.db
      .insertInto('request_decisions')
      .values({
        decision_id: decision.decisionId,
        idempotency_key: decision.idempotencyKey,
        request_id: decision.requestId,
        seq: decision.seq,
        act: decision.act,
        status_before: decision.statusBefore,
        decided_at: decision.decidedAt,
        decided_by: decision.decidedBy,
        papers: JSON.stringify(decision.papers),
        reason_code: decision.reason?.code ?? null,
        article: decision.reason?.article ?? null,
        override_note: decision.override,
        verdict: decision.verdict === null ? null : JSON.stringify(decision.verdict),
        amount: decision.amount,
        visit_id: decision.visitId,
      })
      .execute()
  }

  async give(requestId: string, to: string | null, by: string, at: Instant): Promise<void> {
    const { numUpdatedRows } = await this.db
      .updateTable('requests')
      .set(
        to === null
          ? { assigned_to: null, assigned_at: null, assigned_by: null }
          : { assigned_to: to, assigned_at: at, assigned_by: by },
      )
      .where('request_id', '=', requestId)
      .where('assigned_to', 'is not', to)
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) return
    const { last } = await this.db
      .selectFrom('request_assignments')
      .select((select) => select.fn.max<number | null>('seq').as('last'))
      .where('request_id', '=', requestId)
      .executeTakeFirstOrThrow()
    await this.db
      .insertInto('request_assignments')
      .values({
        ...{ request_id: requestId, seq: (last ?? 0) + 1, at },
        ...{ assigned_to: to, assigned_by: by },
      })
      .execute()
  }
}
