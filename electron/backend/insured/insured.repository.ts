import type { ContributionRow } from '#core/insured/contribution.model.ts'
import type { Dependant, InsuredProfile } from '#core/insured/insured.model.ts'
import type { DependantCover, Insured } from '#core/insured/insured.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import { rial, type Rial } from '#core/kernel/rial.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const
type Month = (typeof MONTHS)[number]

type StoredRow = Omit<ContributionRow, 'days' | 'wages'> &
  Readonly<Record<`d${Month}`, number | null>> &
  Readonly<Record<`w${Month}`, Rial | null>>

type StoredDependant = Omit<Dependant, 'studying' | 'disabled'> &
  Readonly<Record<'studying' | 'disabled', 0 | 1>>

const CONTRIBUTIONS = `select k.insurance_number as insuranceNumber, k.year,
  nullif(k.workshop_code, '') as workshopCode, w.name as workshopName, k.branch_code as branchCode,
  k.contract_row as contractRow, k.record_type as recordType,
  ${MONTHS.map((month) => `d${month}, w${month}`).join(', ')}
  from insured i cross join contributions k on k.insurance_number = i.insurance_number
  left join workshops w on w.workshop_code = k.workshop_code and w.branch_code = k.branch_code
    and w.contract_row = '000'
  where i.citizen_id = ?`

const NOTHING = rial(0)

function contributionRow(row: StoredRow): ContributionRow {
  const { insuranceNumber, year, workshopCode, workshopName, branchCode, contractRow } = row
  return {
    ...{ insuranceNumber, year, workshopCode, workshopName, branchCode, contractRow },
    recordType: row.recordType,
    days: MONTHS.map((month) => row[`d${month}`] ?? 0),
    wages: MONTHS.map((month) => row[`w${month}`] ?? NOTHING),
  }
}

/** Insurance numbers and contributions of the extract in use. */
export class InsuredRepository implements Insured {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  listProfiles(citizenId: number): Promise<readonly InsuredProfile[]> {
    return selectRows(
      this.db,
      `select i.insurance_number as insuranceNumber, i.insurance_type as insuranceType, i.status,
        i.registered_on as registeredOn, i.branch_code as branchCode,
        coalesce(b.name, i.branch_code) as branchName,
        i.military_from as militaryFrom, i.military_to as militaryTo
      from insured i left join branches b on b.branch_code = i.branch_code
      where i.citizen_id = ?
      order by i.status <> 'ACTIVE', i.registered_on desc, i.insurance_number`,
      [citizenId],
    )
  }

  async listContributions(citizenId: number): Promise<readonly ContributionRow[]> {
    const rows = await selectRows<StoredRow>(this.db, CONTRIBUTIONS, [citizenId])
    return rows.map(contributionRow)
  }

  async listDependants(citizenId: number): Promise<readonly Dependant[]> {
    const rows = await selectRows<StoredDependant>(
      this.db,
      `select d.insurance_number as insuranceNumber, c.person_id as personId,
        c.first_name || ' ' || c.last_name as fullName, c.sex, c.birth_date as birthDate,
        c.death_date as deathDate, c.marital_status as maritalStatus, d.relation,
        d.from_date as fromDate, d.to_date as toDate, d.end_reason as endReason, d.studying, d.disabled
      from insured i cross join dependants d on d.insurance_number = i.insurance_number
      cross join citizens c on c.citizen_id = d.citizen_id
      where i.citizen_id = ?
      order by case d.relation when 'SPOUSE' then 0 when 'SON' then 1 when 'DAUGHTER' then 1 else 2 end,
        c.birth_date, c.person_id`,
      [citizenId],
    )
    return rows.map((row) => ({
      ...row,
      studying: row.studying === 1,
      disabled: row.disabled === 1,
    }))
  }

  listCovers(citizenId: number): Promise<readonly DependantCover[]> {
    return selectRows(
      this.db,
      `select i.citizen_id as insuredCitizenId, d.relation, d.from_date as fromDate,
        d.to_date as toDate
      from dependants d join insured i on i.insurance_number = d.insurance_number
      where d.citizen_id = ? order by d.from_date desc`,
      [citizenId],
    )
  }

  async findDataDay(): Promise<Day | undefined> {
    const row = await selectRow<{ value: Day }>(
      this.db,
      `select value from extract_info where key = 'as_of'`,
    )
    return row?.value
  }
}
