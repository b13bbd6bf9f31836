import { z } from 'zod'
import type { CitizenRole } from '#core/citizens/citizen.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { openStatuses } from '#core/requests/lifecycle.rules.ts'
import { scopeOf } from '#core/visits/visit-scope.rules.ts'
import { FilePart, Power, type PresenceKind, type Purpose } from '#core/visits/visit.model.ts'
import type {
  HeldVisit,
  NewVisit,
  VisitBook,
  VisitEvidence,
  Visits,
} from '#core/visits/visits.ports.ts'
import { selectRow } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** What the column `power` holds. */
const Evidence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('power'), power: Power }),
  z.object({ kind: z.literal('order'), number: z.string() }),
  z.object({ kind: z.literal('minor') }),
  z.object({ kind: z.literal('request'), trackingCode: z.string(), scope: z.array(FilePart) }),
])

interface VisitRow {
  readonly visitId: string
  readonly citizenId: number
  readonly personId: string
  readonly clerkId: string
  readonly presenceKind: PresenceKind
  readonly evidence: string | null
  readonly purpose: Purpose
  readonly beganAt: Instant
}

const VISIT = `select visit_id as visitId, citizen_id as citizenId, person_id as personId,
  clerk_id as clerkId, presence_kind as presenceKind, power as evidence, purpose,
  began_at as beganAt from visits`

/** Reads evidence as it was stored. */
export function readEvidence(text: string | null): VisitEvidence | null {
  return text === null ? null : Evidence.parse(JSON.parse(text))
}

function heldVisit({ evidence: text, ...row }: VisitRow): HeldVisit {
  const evidence = readEvidence(text)
  const power = evidence?.kind === 'power' ? evidence.power : null
  return { ...row, holderName: power?.holderName ?? null, power, scope: scopeOf(evidence) }
}

/** Visits of this office; ended ones are not found. */
export class VisitsRepository implements Visits {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async findOpen(visitId: string): Promise<HeldVisit | undefined> {
    const text = `${VISIT} where visit_id = ? and ended_at is null`
    const row = await selectRow<VisitRow>(this.reader, text, [visitId])
    return row && heldVisit(row)
  }

  async findOpenOfClerk(clerkId: string): Promise<HeldVisit | undefined> {
    const text = `${VISIT} where clerk_id = ? and ended_at is null order by began_at desc limit 1`
    const row = await selectRow<VisitRow>(this.reader, text, [clerkId])
    return row && heldVisit(row)
  }

  async findOpenRequestRole(
    citizenId: number,
    trackingCode: string,
  ): Promise<CitizenRole | undefined> {
    const row = await selectRow<{ role: CitizenRole }>(
      this.reader,
      `select role from (
        select citizen_id, role, status from central_requests where tracking_code = :trackingCode
        union all
        select citizen_id, role, status from requests where tracking_code = :trackingCode
        limit 1
      ) where citizen_id = :citizenId and status in (select value from json_each(:open))`,
      { trackingCode, citizenId, open: JSON.stringify(openStatuses) },
    )
    return row?.role
  }
}

/** The same, with visits to begin and end, in the transaction it is given. */
export class VisitBookRepository extends VisitsRepository implements VisitBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async begin(visit: NewVisit): Promise<void> {
    await this.db
      .insertInto('visits')
      .values({
        visit_id: visit.visitId,
        citizen_id: visit.citizenId,
        person_id: visit.personId,
        clerk_id: visit.clerkId,
        workstation: visit.workstation,
        presence_kind: visit.presenceKind,
        power: visit.evidence === null ? null : JSON.stringify(visit.evidence),
        purpose: visit.purpose,
        reason: visit.reason,
        began_at: visit.beganAt,
        ended_at: null,
      })
      .execute()
  }

  async end(visitId: string, at: Instant): Promise<void> {
    await this.db
      .updateTable('visits')
      .set({ ended_at: at })
      .where('visit_id', '=', visitId)
      .where('ended_at', 'is', null)
      .execute()
  }

  async endAllOfClerk(clerkId: string, at: Instant): Promise<void> {
    await this.db
      .updateTable('visits')
      .set({ ended_at: at })
      .where('clerk_id', '=', clerkId)
      .where('ended_at', 'is', null)
      .execute()
  }
}
