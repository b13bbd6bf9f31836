import type { Coverage, DependantSpan } from '#core/care/care.ports.ts'
import type { CoverageSpan } from '#core/care/entitlement.model.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const SPAN = `k.insurance_number as insuranceNumber, k.relation, k.from_date as "from",
  k.to_date as "to", k.state, k.reason`

type StoredSpan = Omit<DependantSpan, 'own'> & { readonly own: 0 | 1 }

/** The right to treatment as the extract in use has it. */
export class CoverageRepository implements Coverage {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  listCoverage(citizenId: number): Promise<readonly CoverageSpan[]> {
    return selectRows(
      this.db,
      `select ${SPAN} from coverage k where k.citizen_id = ?
      order by k.from_date desc, k.insurance_number`,
      [citizenId],
    )
  }

  async listDependantCoverage(citizenId: number): Promise<readonly DependantSpan[]> {
    const rows = await selectRows<StoredSpan>(
      this.db,
      `select distinct c.person_id as personId, ${SPAN},
        k.insurance_number in (
          select insurance_number from insured where citizen_id = :citizenId) as own
      from insured i cross join dependants d on d.insurance_number = i.insurance_number
      cross join coverage k on k.citizen_id = d.citizen_id
      cross join citizens c on c.citizen_id = d.citizen_id
      where i.citizen_id = :citizenId
      order by c.person_id, k.from_date desc, k.insurance_number`,
      { citizenId },
    )
    return rows.map((row) => ({ ...row, own: row.own === 1 }))
  }

  async isWithinData(citizenId: number): Promise<boolean> {
    const row = await selectRow(
      this.db,
      `select 1 as found from citizens c
      where c.citizen_id = ? and exists (
        select 1 from imports i, json_each(i.branch_codes) branch
        where i.state = 'DONE' and branch.value = c.branch_code)`,
      [citizenId],
    )
    return row !== undefined
  }
}
