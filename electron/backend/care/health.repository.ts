import type {
  FamilyMember,
  HealthBook,
  HealthOpening,
  StoredHealthRow,
} from '#core/care/care.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading, Writing } from '../database/schema.ts'

/** Lists of visits and prescriptions, read only in the transaction that keeps their opening. */
export class HealthBookRepository implements HealthBook {
  private readonly reader: Reading
  private readonly db: Writing

  constructor(reader: Reading, db: Writing) {
    this.reader = reader
    this.db = db
  }

  listFamily(citizenId: number): Promise<readonly FamilyMember[]> {
    // Registered under two numbers of the insured, a child counts once, by the registration that lasts longest.
    return selectRows(
      this.reader,
      `select citizenId, personId, fullName, relation, birthDate, deathDate, fromDate, toDate from (
        select d.citizen_id as citizenId, c.person_id as personId,
          c.first_name || ' ' || c.last_name as fullName, d.relation, c.birth_date as birthDate,
          c.death_date as deathDate, d.from_date as fromDate, d.to_date as toDate,
          row_number() over (partition by d.citizen_id
            order by d.to_date is not null, d.to_date desc, d.from_date) as place
        from insured i cross join dependants d on d.insurance_number = i.insurance_number
        cross join citizens c on c.citizen_id = d.citizen_id
        where i.citizen_id = :citizenId and d.citizen_id <> :citizenId
      ) where place = 1
      order by case relation when 'SPOUSE' then 0 when 'SON' then 1 when 'DAUGHTER' then 1 else 2 end,
        birthDate, personId`,
      { citizenId },
    )
  }

  listHealth(citizenIds: readonly number[]): Promise<readonly StoredHealthRow[]> {
    return selectRows(
      this.reader,
      `select p.tracking_code as trackingCode, p.citizen_id as citizenId, p.category,
        p.issued_on as issuedOn, p.visit_time as visitTime, p.doctor_name as doctorName, p.centre
      from prescriptions p where p.citizen_id in (select value from json_each(?))
      order by p.issued_on desc, p.visit_time desc, p.tracking_code`,
      [JSON.stringify(citizenIds)],
    )
  }

  async keepOpening(opening: HealthOpening): Promise<void> {
    const { openingId, visitId, citizenId, personId, clerkId, reason, openedAt, shown } = opening
    await this.db
      .insertInto('health_openings')
      .values({
        opening_id: openingId,
        visit_id: visitId,
        citizen_id: citizenId,
        person_id: personId,
        clerk_id: clerkId,
        reason,
        opened_at: openedAt,
      })
      .execute()
    await this.db
      .insertInto('health_opening_persons')
      .values(shown.map((one) => ({ citizen_id: one, opening_id: openingId })))
      .execute()
  }
}
