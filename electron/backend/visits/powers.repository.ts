import { sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { FilePart, type RepresentativeKind } from '#core/visits/visit.model.ts'
import type {
  KeptPower,
  NewKeptPower,
  PowerBook,
  PowerEnding,
  Powers,
  PowerScan,
} from '#core/visits/powers.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

const POWER = `select p.power_id as powerId, p.citizen_id as citizenId, p.kind,
  p.holder_id as holderId, p.holder_name as holderName, p.number, p.issuer,
  p.issued_on as issuedOn, p.expires_on as expiresOn, p.scope, p.entered_at as enteredAt,
  p.entered_by as enteredBy, k.full_name as enteredByName,
  s.document_id as scanId, v.title as scanTitle, e.ended_on as endedOn, e.reason
  from powers p join clerks k on k.clerk_id = p.entered_by
  left join power_endings e on e.power_id = p.power_id
  left join power_scans s on s.power_id = p.power_id and s.attached_at = (
    select max(attached_at) from power_scans where power_id = p.power_id)
  left join vault_scans v on v.document_id = s.document_id`

interface PowerRow {
  readonly powerId: string
  readonly citizenId: number
  readonly kind: RepresentativeKind
  readonly holderId: string
  readonly holderName: string
  readonly number: string
  readonly issuer: string
  readonly issuedOn: Day
  readonly expiresOn: Day | null
  readonly scope: string
  readonly enteredAt: Instant
  readonly enteredBy: string
  readonly enteredByName: string
  readonly scanId: string | null
  readonly scanTitle: string | null
  readonly endedOn: Day | null
  readonly reason: string | null
}

const Scope = z.array(FilePart)

function keptPower({ scope, scanId, scanTitle, endedOn, reason, ...row }: PowerRow): KeptPower {
  return {
    ...row,
    scope: Scope.parse(JSON.parse(scope)),
    scan: scanId === null ? null : { documentId: scanId, title: scanTitle ?? '' },
    ending: endedOn === null ? null : { endedOn, reason: reason ?? '' },
  }
}

/** The register of powers. */
export class PowersRepository implements Powers {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async find(powerId: string): Promise<KeptPower | undefined> {
    const row = await selectRow<PowerRow>(this.reader, `${POWER} where p.power_id = ?`, [powerId])
    return row && keptPower(row)
  }

  async listOfCitizen(citizenId: number): Promise<readonly KeptPower[]> {
    const text = `${POWER} where p.citizen_id = ? order by p.entered_at desc, p.power_id`
    return (await selectRows<PowerRow>(this.reader, text, [citizenId])).map(keptPower)
  }
}

/** The same in a transaction. */
export class PowerBookRepository extends PowersRepository implements PowerBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async enter(power: NewKeptPower): Promise<void> {
    await this.db
      .insertInto('powers')
      .values({
        power_id: power.powerId,
        citizen_id: power.citizenId,
        kind: power.kind,
        holder_id: power.holderId,
        holder_name: power.holderName,
        number: power.number,
        issuer: power.issuer,
        issued_on: power.issuedOn,
        expires_on: power.expiresOn,
        scope: JSON.stringify(power.scope),
        entered_at: power.enteredAt,
        entered_by: power.enteredBy,
      })
      .execute()
  }

  async end(ending: PowerEnding): Promise<void> {
    await this.db
      .insertInto('power_endings')
      .values({
        power_id: ending.powerId,
        ended_on: ending.endedOn,
        ended_at: ending.endedAt,
        ended_by: ending.endedBy,
        visit_id: ending.visitId,
        reason: ending.reason,
      })
      .execute()
    await this.db
      .updateTable('visits')
      .set({ ended_at: ending.endedAt })
      .where('ended_at', 'is', null)
      .where('visit_id', '<>', ending.visitId)
      .where(sql`power -> 'power' ->> 'powerId'`, '=', ending.powerId)
      .execute()
  }

  async attachScan(scan: PowerScan): Promise<void> {
    await this.db
      .insertInto('power_scans')
      .values({
        power_id: scan.powerId,
        document_id: scan.documentId,
        attached_at: scan.attachedAt,
        attached_by: scan.attachedBy,
        visit_id: scan.visitId,
      })
      .execute()
  }
}
