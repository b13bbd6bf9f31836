import { findBank } from '#core/kernel/banks.ts'
import type { PaySlipLine, PensionFile } from '#core/pensions/pension.model.ts'
import type {
  PensionHeir,
  PensionOwner,
  Pensions,
  StoredDecree,
  StoredDecreeLine,
  StoredLineSums,
  StoredSlip,
  StoredSlipSummary,
} from '#core/pensions/pensions.ports.ts'
import { selectRow, selectRows } from '../database/rows.ts'
import type { Reading } from '../database/schema.ts'

const SLIP = `slip_number as slipNumber, pension_number as pensionNumber, year, month,
  payment_type as paymentType, seq, days_paid as daysPaid, paid_on as paidOn,
  total_payments as totalPayments, total_deductions as totalDeductions,
  total_loans as totalLoans, net`

const FILES = `select p.pension_number as pensionNumber, p.insurance_number as insuranceNumber,
  p.pension_type as pensionType, p.status, s.status as shareStatus, s.relation,
  s.share_bp as shareBp, s.amount, o.first_name || ' ' || o.last_name as ownerName,
  p.branch_code as branchCode, coalesce(b.name, p.branch_code) as branchName,
  p.established_on as establishedOn, coalesce(p.ended_on, s.to_date) as endedOn,
  s.end_reason as endReason, p.contribution_days as contributionDays,
  p.average_wage as averageWage, p.proportional,
  (select max(l.paid_on) from payslips l where l.pension_number = p.pension_number
    and l.citizen_id = s.citizen_id) as lastPaidOn
  from pension_shares s join pensions p on p.pension_number = s.pension_number
  join citizens o on o.citizen_id = p.owner_citizen_id
  left join branches b on b.branch_code = p.branch_code
  where s.citizen_id = ?
  order by p.status <> 'ACTIVE', s.status <> 'ACTIVE', p.established_on desc, p.pension_number`

/** Pension files, slips and decrees of the extract in use. */
export class PensionsRepository implements Pensions {
  private readonly db: Reading

  constructor(db: Reading) {
    this.db = db
  }

  async listFiles(citizenId: number): Promise<readonly PensionFile[]> {
    type Row = Omit<PensionFile, 'proportional'> & { readonly proportional: 0 | 1 }
    const rows = await selectRows<Row>(this.db, FILES, [citizenId])
    return rows.map((row) => ({ ...row, proportional: row.proportional === 1 }))
  }

  listSlips(citizenId: number, pensionNumber: string): Promise<readonly StoredSlipSummary[]> {
    return selectRows(
      this.db,
      `select ${SLIP} from payslips where pension_number = ? and citizen_id = ?
      order by year desc, month desc, payment_type, seq desc`,
      [pensionNumber, citizenId],
    )
  }

  listLineSums(citizenId: number, pensionNumber: string): Promise<readonly StoredLineSums[]> {
    const sum = (block: string) => `sum(case l.block when '${block}' then l.amount else 0 end)`
    return selectRows(
      this.db,
      `select s.slip_number as slipNumber, ${sum('PAYMENT')} as payments,
        ${sum('DEDUCTION')} as deductions, ${sum('LOAN')} as loans
      from payslips s cross join payslip_lines l on l.slip_number = s.slip_number
      where s.pension_number = ? and s.citizen_id = ? group by s.slip_number`,
      [pensionNumber, citizenId],
    )
  }

  async findSlip(citizenId: number, slipNumber: string): Promise<StoredSlip | undefined> {
    type Row = Omit<StoredSlip, 'lines' | 'bankName'>
    const row = await selectRow<Row>(
      this.db,
      `select ${SLIP}, bank_code as bankCode, account_number as accountNumber
      from payslips where slip_number = ? and citizen_id = ?`,
      [slipNumber, citizenId],
    )
    if (!row) return undefined
    const lines = await selectRows<PaySlipLine>(
      this.db,
      `select block, item, title, amount, remaining from payslip_lines
      where slip_number = ? order by seq`,
      [slipNumber],
    )
    const bankName = row.bankCode === null ? null : (findBank(row.bankCode)?.name ?? null)
    return { ...row, bankName, lines: [...lines] }
  }

  async listDecrees(pensionNumber: string): Promise<readonly StoredDecree[]> {
    const decrees = await selectRows<Omit<StoredDecree, 'lines'>>(
      this.db,
      `select decree_number as decreeNumber, year, month, kind, issued_on as issuedOn,
        effective_on as effectiveOn, total_before as totalBefore, total_after as totalAfter, basis
      from decrees where pension_number = ?
      order by year desc, month desc, issued_on desc, decree_number`,
      [pensionNumber],
    )
    const lines = await selectRows<StoredDecreeLine & { decreeNumber: string }>(
      this.db,
      `select l.decree_number as decreeNumber, l.item, l.title, l.amount_before as amountBefore,
        l.amount_after as amountAfter
      from decrees d cross join decree_lines l on l.decree_number = d.decree_number
      where d.pension_number = ? order by l.decree_number, l.seq`,
      [pensionNumber],
    )
    const ofDecree = new Map(decrees.map((one) => [one.decreeNumber, [] as StoredDecreeLine[]]))
    for (const { decreeNumber, ...line } of lines) ofDecree.get(decreeNumber)?.push(line)
    return decrees.map((one) => ({ ...one, lines: ofDecree.get(one.decreeNumber) ?? [] }))
  }

  listHeirs(pensionNumber: string): Promise<readonly PensionHeir[]> {
    return selectRows(
      this.db,
      `select s.citizen_id as citizenId, c.first_name || ' ' || c.last_name as fullName,
        c.birth_date as birthDate, c.death_date as deathDate, s.relation, s.share_bp as shareBp,
        s.amount, s.status as shareStatus, s.from_date as fromDate, s.to_date as toDate
      from pension_shares s join citizens c on c.citizen_id = s.citizen_id
      where s.pension_number = ?
      order by s.share_bp desc, c.birth_date, s.citizen_id`,
      [pensionNumber],
    )
  }

  findOwner(pensionNumber: string): Promise<PensionOwner | undefined> {
    return selectRow(
      this.db,
      `select c.citizen_id as citizenId, c.sex
      from pensions p join citizens c on c.citizen_id = p.owner_citizen_id
      where p.pension_number = ?`,
      [pensionNumber],
    )
  }
}
