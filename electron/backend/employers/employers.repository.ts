import type { Employers, Stake, WorkshopDebt } from '#core/employers/employers.ports.ts'
import { selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

/** Workshops by membership, and those a natural employer owns without a row that says so. */
const STAKES = `
  with stake as (
    select workshop_code, branch_code, role, from_date, to_date
    from workshop_members where citizen_id = :citizenId
    union all
    select workshop_code, branch_code, 'OWNER', coalesce(opened_on, '1921-03-21'), closed_on
    from workshops where employer_citizen_id = :citizenId and contract_row = '000'
  )`

/** Workshops and debts of the extract in use. */
export class EmployersRepository implements Employers {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  listStakes(citizenId: number): Promise<readonly Stake[]> {
    return selectRows(
      this.db,
      `${STAKES}
      select s.workshop_code as workshopCode, s.branch_code as branchCode,
        coalesce(b.name, s.branch_code) as branchName, w.name, w.employer_kind as employerKind,
        w.legal_entity_id as legalEntityId, w.activity, w.status, w.closed_on as closedOn, s.role,
        s.from_date as actsFrom, s.to_date as actsUntil,
        (select count(*) from workshops k where k.workshop_code = s.workshop_code
          and k.branch_code = s.branch_code and k.contract_row <> '000') as contractRows
      from stake s join workshops w on w.workshop_code = s.workshop_code
        and w.branch_code = s.branch_code and w.contract_row = '000'
      left join branches b on b.branch_code = s.branch_code
      order by w.status <> 'ACTIVE', s.workshop_code, s.branch_code`,
      { citizenId },
    )
  }

  async listDebts(citizenId: number): Promise<readonly WorkshopDebt[]> {
    type Row = Omit<WorkshopDebt, 'installmentEligible'> & { readonly installmentEligible: 0 | 1 }
    const rows = await selectRows<Row>(
      this.db,
      `${STAKES}
      select d.workshop_code as workshopCode, d.branch_code as branchCode, d.stage, d.status,
        d.amount, d.remaining, d.premium, d.unemployment, d.other,
        d.installment_eligible as installmentEligible
      from (select distinct workshop_code, branch_code from stake) s
      cross join debts d on d.workshop_code = s.workshop_code and d.branch_code = s.branch_code`,
      { citizenId },
    )
    return rows.map((row) => ({ ...row, installmentEligible: row.installmentEligible === 1 }))
  }
}
