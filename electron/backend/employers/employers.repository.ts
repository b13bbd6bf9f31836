import type {
  EmployerPerson,
  Employers,
  OpenDebt,
  Stake,
  StoredDebt,
  StoredDebtDocument,
  StoredMember,
  WorkshopDebt,
  WorkshopKey,
  WorkshopPlace,
} from '#core/employers/employers.ports.ts'
import type { WorkshopContract } from '#core/employers/workshop.model.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'
import { STAKE_TABLE, withMandate } from '../database/workshop-stakes.ts'

const STAKES = `with ${STAKE_TABLE}`

const DEBT = `d.debt_number as debtNumber, d.contract_row as contractRow, d.reason, d.stage, d.status,
  d.from_year as fromYear, d.from_month as fromMonth, d.to_year as toYear, d.to_month as toMonth,
  d.amount, d.remaining, d.premium, d.unemployment, d.other,
  d.installment_eligible as installmentEligible, d.installment_number as installmentNumber,
  d.calculation_date as calculationDay, d.notice_date as noticeDay,
  d.primary_vote_number as primaryVoteNumber, d.primary_vote_served_on as primaryVoteServedOn,
  d.appeal_vote_date as appealVoteDay, d.execution_notice_date as executionNoticeDay`

/** Each stake as a line of the list; `stake` must be known. */
const STAKE_LINES = `
  select s.workshop_code as workshopCode, s.branch_code as branchCode,
    coalesce(b.name, s.branch_code) as branchName, w.name, w.employer_kind as employerKind,
    w.legal_entity_id as legalEntityId, w.activity, w.status, w.closed_on as closedOn, s.role,
    s.from_date as actsFrom, s.to_date as actsUntil, s.mandate,
    (select count(*) from workshops k where k.workshop_code = s.workshop_code
      and k.branch_code = s.branch_code and k.contract_row <> '000') as contractRows
  from stake s join workshops w on w.workshop_code = s.workshop_code
    and w.branch_code = s.branch_code and w.contract_row = '000'
  left join branches b on b.branch_code = s.branch_code`

const DOCUMENT = `d.debt_number as debtNumber, d.seq, d.document_number as documentNumber,
  d.document_date as day, d.type, d.stage, d.status, d.description`

/** SQLite has no truth value: 1 is yes. */
type Stored<Row> = Omit<Row, 'installmentEligible'> & { readonly installmentEligible: 0 | 1 }

type StakeRow = Omit<Stake, 'scope' | 'paper'> & { readonly mandate: string | null }

/** Workshops and debts of the extract in use. */
export class EmployersRepository implements Employers {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  async listStakes(citizenId: number): Promise<readonly Stake[]> {
    const rows = await selectRows<StakeRow>(
      this.db,
      `${STAKES} ${STAKE_LINES}
      order by w.status <> 'ACTIVE', s.workshop_code, s.branch_code`,
      { citizenId },
    )
    return rows.map(withMandate)
  }

  async listStakesAt(citizenId: number, of: WorkshopKey): Promise<readonly Stake[]> {
    const rows = await selectRows<StakeRow>(
      this.db,
      `${STAKES} ${STAKE_LINES}
      where s.workshop_code = :workshopCode and s.branch_code = :branchCode`,
      { citizenId, workshopCode: of.workshopCode, branchCode: of.branchCode },
    )
    return rows.map(withMandate)
  }

  findPlace({ workshopCode, branchCode }: WorkshopKey): Promise<WorkshopPlace | undefined> {
    return selectRow(
      this.db,
      `select w.workshop_code as workshopCode, w.branch_code as branchCode, w.address,
        w.postal_code as postalCode, w.opened_on as openedOn, w.closed_on as closedOn,
        c.first_name || ' ' || c.last_name as employerName
      from workshops w left join citizens c on c.citizen_id = w.employer_citizen_id
      where w.workshop_code = ? and w.branch_code = ? and w.contract_row = '000'`,
      [workshopCode, branchCode],
    )
  }

  listMembers({ workshopCode, branchCode }: WorkshopKey): Promise<readonly StoredMember[]> {
    return selectRows(
      this.db,
      `select c.citizen_id as citizenId, c.first_name || ' ' || c.last_name as fullName, m.role,
        m.from_date as "from", m.to_date as until
      from workshop_members m join citizens c on c.citizen_id = m.citizen_id
      where m.workshop_code = :workshopCode and m.branch_code = :branchCode
      union all
      select c.citizen_id, c.first_name || ' ' || c.last_name, 'OWNER',
        coalesce(w.opened_on, '1921-03-21'), w.closed_on
      from workshops w join citizens c on c.citizen_id = w.employer_citizen_id
      where w.workshop_code = :workshopCode and w.branch_code = :branchCode
        and w.contract_row = '000' and not exists (select 1 from workshop_members o
          where o.workshop_code = w.workshop_code and o.branch_code = w.branch_code
          and o.citizen_id = w.employer_citizen_id and o.role = 'OWNER')`,
      { workshopCode, branchCode },
    )
  }

  listContracts({
    workshopCode,
    branchCode,
  }: WorkshopKey): Promise<readonly Omit<WorkshopContract, 'debts'>[]> {
    return selectRows(
      this.db,
      `select contract_row as contractRow, name, status, contract_number as contractNumber,
        contract_date as contractDay, contract_amount as contractAmount
      from workshops where workshop_code = ? and branch_code = ? and contract_row <> '000'
      order by contract_row`,
      [workshopCode, branchCode],
    )
  }

  async listDebts(citizenId: number): Promise<readonly WorkshopDebt[]> {
    const rows = await selectRows<Stored<WorkshopDebt>>(
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

  async listOpenDebts(citizenId: number): Promise<readonly OpenDebt[]> {
    const rows = await selectRows<Stored<OpenDebt>>(
      this.db,
      `${STAKES}
      select d.workshop_code as workshopCode, d.branch_code as branchCode, ${DEBT}
      from (select distinct workshop_code, branch_code from stake) s
      cross join debts d on d.workshop_code = s.workshop_code and d.branch_code = s.branch_code
      where d.status not in ('PAID', 'CANCELLED')
      order by d.workshop_code, d.branch_code, d.debt_number`,
      { citizenId },
    )
    return rows.map((row) => ({ ...row, installmentEligible: row.installmentEligible === 1 }))
  }

  findEmployer({ workshopCode, branchCode }: WorkshopKey): Promise<EmployerPerson | undefined> {
    return selectRow(
      this.db,
      `select c.first_name || ' ' || c.last_name as fullName, c.person_id as personId
      from workshops w join citizens c on c.citizen_id = w.employer_citizen_id
      where w.workshop_code = ? and w.branch_code = ? and w.contract_row = '000'`,
      [workshopCode, branchCode],
    )
  }

  async listContractRows({ workshopCode, branchCode }: WorkshopKey): Promise<readonly string[]> {
    const rows = await selectRows<{ contractRow: string }>(
      this.db,
      `select contract_row as contractRow from workshops
      where workshop_code = ? and branch_code = ? order by contract_row`,
      [workshopCode, branchCode],
    )
    return rows.map(({ contractRow }) => contractRow)
  }

  async listWorkshopDebts({
    workshopCode,
    branchCode,
  }: WorkshopKey): Promise<readonly StoredDebt[]> {
    const rows = await selectRows<Stored<StoredDebt>>(
      this.db,
      `select ${DEBT} from debts d where d.workshop_code = ? and d.branch_code = ?`,
      [workshopCode, branchCode],
    )
    return rows.map((row) => ({ ...row, installmentEligible: row.installmentEligible === 1 }))
  }

  listDebtDocuments({
    workshopCode,
    branchCode,
  }: WorkshopKey): Promise<readonly StoredDebtDocument[]> {
    return selectRows(
      this.db,
      `select ${DOCUMENT} from debts b cross join debt_documents d on d.debt_number = b.debt_number
        and d.branch_code = b.branch_code
      where b.workshop_code = ? and b.branch_code = ? order by d.debt_number, d.seq`,
      [workshopCode, branchCode],
    )
  }

  async findDebtDocuments(
    { workshopCode, branchCode }: WorkshopKey,
    debtNumber: string,
  ): Promise<readonly StoredDebtDocument[] | undefined> {
    const debt = await selectRow(
      this.db,
      `select 1 from debts where debt_number = ? and branch_code = ? and workshop_code = ?`,
      [debtNumber, branchCode, workshopCode],
    )
    if (!debt) return undefined
    return selectRows(
      this.db,
      `select ${DOCUMENT} from debt_documents d
      where d.debt_number = ? and d.branch_code = ? order by d.seq`,
      [debtNumber, branchCode],
    )
  }
}
