import { z } from 'zod'
import type { WorkshopKey } from '#core/employers/employers.ports.ts'
import { MandateScope, type CompanyWorkshop } from '#core/employers/mandate.model.ts'
import type {
  KeptMandate,
  KeptMandateDecision,
  KeptMandateEnding,
  MandateBook,
  Mandates,
  NewKeptMandate,
  StoredCompanyMember,
} from '#core/employers/mandates.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { personColumn, REGISTERED_PERSONS } from '../database/persons.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

interface MandateRow extends Omit<KeptMandate, 'scope' | 'decision' | 'ending'> {
  readonly scope: string
  readonly outcome: KeptMandateDecision['outcome'] | null
  readonly decidedAt: Instant | null
  readonly decidedBy: string | null
  readonly note: string | null
  readonly endedOn: Day | null
  readonly endedAt: Instant | null
  readonly endedBy: string | null
  readonly endVisitId: string | null
  readonly endReason: string | null
}

const MANDATE = `select m.mandate_id as mandateId, m.citizen_id as citizenId,
  m.person_id as personId, m.kind, m.number, m.issued_on as day, m.position, m.issuer,
  m.legal_entity_id as legalEntityId, m.workshop_code as workshopCode,
  m.branch_code as branchCode, m.scope, m.from_day as "from", m.until_day as until,
  m.visit_id as visitId, m.entered_at as enteredAt, m.entered_by as enteredBy,
  coalesce(${personColumn('first_name', 'm.citizen_id')} || ' ' ||
    ${personColumn('last_name', 'm.citizen_id')}, m.person_id) as holderName,
  coalesce(
    (select w.name from workshops w where w.workshop_code = m.workshop_code
      and w.branch_code = m.branch_code and w.contract_row = '000'),
    (select min(w.name) from workshops w
      where w.legal_entity_id = m.legal_entity_id and w.contract_row = '000'),
    m.legal_entity_id, m.workshop_code) as targetName,
  author.full_name as enteredByName, author.person_id as enteredByPersonId,
  d.outcome, d.decided_at as decidedAt, d.decided_by as decidedBy, d.note,
  judge.full_name as decidedByName, e.ended_on as endedOn, e.ended_at as endedAt,
  e.ended_by as endedBy, e.visit_id as endVisitId, e.reason as endReason
  from mandates m
  join clerks author on author.clerk_id = m.entered_by
  left join mandate_decisions d on d.mandate_id = m.mandate_id
  left join clerks judge on judge.clerk_id = d.decided_by
  left join mandate_endings e on e.mandate_id = m.mandate_id`

const Scope = z.array(MandateScope)

function decisionOf({
  mandateId,
  outcome,
  decidedAt,
  decidedBy,
  note,
}: MandateRow): KeptMandateDecision | null {
  if (outcome === null || decidedAt === null || decidedBy === null) return null
  return { mandateId, outcome, decidedAt, decidedBy, note }
}

function endingOf({
  mandateId,
  endedOn,
  endedAt,
  endedBy,
  endVisitId,
  endReason,
}: MandateRow): KeptMandateEnding | null {
  if (endedOn === null || endedAt === null || endedBy === null) return null
  if (endVisitId === null || endReason === null) return null
  return { mandateId, endedOn, endedAt, endedBy, visitId: endVisitId, reason: endReason }
}

function keptMandate(row: MandateRow): KeptMandate {
  const { mandateId, citizenId, personId, kind, number, day, position, issuer } = row
  const { legalEntityId, workshopCode, branchCode, from, until, visitId } = row
  const { enteredAt, enteredBy, holderName, targetName } = row
  const { enteredByName, enteredByPersonId, decidedByName } = row
  return {
    ...{ mandateId, citizenId, personId, kind, number, day, position, issuer },
    ...{ legalEntityId, workshopCode, branchCode, from, until, visitId },
    ...{ enteredAt, enteredBy, holderName, targetName },
    ...{ enteredByName, enteredByPersonId, decidedByName },
    scope: Scope.parse(JSON.parse(row.scope)),
    decision: decisionOf(row),
    ending: endingOf(row),
  }
}

/** Mandates of this office, and what the centre knows of the companies they are about. */
export class MandatesRepository implements Mandates {
  private readonly reader: Reading

  constructor(reader: Reading) {
    this.reader = reader
  }

  async find(mandateId: string): Promise<KeptMandate | undefined> {
    const text = `${MANDATE} where m.mandate_id = ?`
    const row = await selectRow<MandateRow>(this.reader, text, [mandateId])
    return row && keptMandate(row)
  }

  async listOfHolder(citizenId: number): Promise<readonly KeptMandate[]> {
    const text = `${MANDATE} where m.citizen_id = ? order by m.entered_at desc, m.mandate_id`
    return (await selectRows<MandateRow>(this.reader, text, [citizenId])).map(keptMandate)
  }

  async listAbout(
    { workshopCode, branchCode }: WorkshopKey,
    legalEntityId: string | null,
  ): Promise<readonly KeptMandate[]> {
    const rows = await selectRows<MandateRow>(
      this.reader,
      `${MANDATE} where m.legal_entity_id = :legalEntityId
        or (m.workshop_code = :workshopCode and m.branch_code = :branchCode)
      order by m.entered_at desc, m.mandate_id`,
      { workshopCode, branchCode, legalEntityId },
    )
    return rows.map(keptMandate)
  }

  async listWaiting(): Promise<readonly KeptMandate[]> {
    const rows = await selectRows<MandateRow>(
      this.reader,
      `${MANDATE} where d.mandate_id is null and e.mandate_id is null
      order by m.entered_at, m.mandate_id`,
    )
    return rows.map(keptMandate)
  }

  listCompanyWorkshops(legalEntityId: string): Promise<readonly Omit<CompanyWorkshop, 'acts'>[]> {
    return selectRows(
      this.reader,
      `select w.workshop_code as workshopCode, w.branch_code as branchCode,
        coalesce(b.name, w.branch_code) as branchName, w.name, w.status
      from workshops w left join branches b on b.branch_code = w.branch_code
      where w.legal_entity_id = ? and w.contract_row = '000'
      order by w.status <> 'ACTIVE', w.workshop_code, w.branch_code`,
      [legalEntityId],
    )
  }

  listMembers(
    { workshopCode, branchCode }: WorkshopKey,
    legalEntityId: string | null,
  ): Promise<readonly StoredCompanyMember[]> {
    return selectRows(
      this.reader,
      `with place as (
        select workshop_code, branch_code, closed_on from workshops
        where workshop_code = :workshopCode and branch_code = :branchCode and contract_row = '000'
        union
        select workshop_code, branch_code, closed_on from workshops
        where legal_entity_id = :legalEntityId and contract_row = '000'
      )
      select c.citizen_id as citizenId, c.first_name || ' ' || c.last_name as fullName, m.role,
        m.workshop_code as workshopCode, m.branch_code as branchCode, m.from_date as "from",
        m.to_date as until, place.closed_on as closedOn
      from place cross join workshop_members m on m.workshop_code = place.workshop_code
        and m.branch_code = place.branch_code
      cross join citizens c on c.citizen_id = m.citizen_id
      order by case m.role when 'OWNER' then 0 when 'SIGNATORY' then 1 else 2 end,
        m.from_date desc, fullName, m.workshop_code`,
      { workshopCode, branchCode, legalEntityId },
    )
  }

  async hasWorkshop({ workshopCode, branchCode }: WorkshopKey): Promise<boolean> {
    const row = await selectRow(
      this.reader,
      `select 1 as found from workshops
      where workshop_code = ? and branch_code = ? and contract_row = '000'`,
      [workshopCode, branchCode],
    )
    return row !== undefined
  }

  findLiving(personId: string): Promise<{ readonly citizenId: number } | undefined> {
    return selectRow(
      this.reader,
      `select c.citizen_id as citizenId from person_key k
      join citizens c on c.citizen_id = k.citizen_id
      where k.person_id = :personId and c.death_date is null
      union all
      select c.citizen_id from ${REGISTERED_PERSONS} c where c.person_id = :personId`,
      { personId },
    )
  }
}

/** The same, to enter, decide and end, in the transaction it is given. */
export class MandateBookRepository extends MandatesRepository implements MandateBook {
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    super(reader)
    this.db = db
  }

  async enter(mandate: NewKeptMandate): Promise<void> {
    await this.db
      .insertInto('mandates')
      .values({
        mandate_id: mandate.mandateId,
        citizen_id: mandate.citizenId,
        person_id: mandate.personId,
        kind: mandate.kind,
        number: mandate.number,
        issued_on: mandate.day,
        position: mandate.position,
        issuer: mandate.issuer,
        legal_entity_id: mandate.legalEntityId,
        workshop_code: mandate.workshopCode,
        branch_code: mandate.branchCode,
        scope: JSON.stringify(mandate.scope),
        from_day: mandate.from,
        until_day: mandate.until,
        visit_id: mandate.visitId,
        entered_at: mandate.enteredAt,
        entered_by: mandate.enteredBy,
      })
      .execute()
  }

  async decide(decision: KeptMandateDecision): Promise<void> {
    await this.db
      .insertInto('mandate_decisions')
      .values({
        mandate_id: decision.mandateId,
        outcome: decision.outcome,
        decided_at: decision.decidedAt,
        decided_by: decision.decidedBy,
        note: decision.note,
      })
      .execute()
  }

  async end(ending: KeptMandateEnding): Promise<void> {
    await this.db
      .insertInto('mandate_endings')
      .values({
        mandate_id: ending.mandateId,
        ended_on: ending.endedOn,
        ended_at: ending.endedAt,
        ended_by: ending.endedBy,
        visit_id: ending.visitId,
        reason: ending.reason,
      })
      .execute()
  }
}
