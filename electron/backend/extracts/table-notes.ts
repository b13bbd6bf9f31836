import type { NoteCode } from '#core/extracts/faults.ts'
import type { Connection } from '../database/engines/connection.ts'

/** Sums and histories that do not agree with their header: odd, but nothing to reject a row for. */
const QUERIES: readonly {
  readonly code: NoteCode
  readonly file: string
  readonly column: string
  readonly count: string
}[] = [
  {
    code: 'W_SHARES',
    file: 'pension_shares.csv',
    column: 'shareBp',
    count: `select count(*) from (select 1 from pension_shares where status = 'ACTIVE'
      group by pension_number having sum(share_bp) > 10000)`,
  },
  {
    code: 'W_LINES',
    file: 'decree_lines.csv',
    column: 'amountAfter',
    count: `select count(*) from decrees d where (total_before, total_after) is not (
      select coalesce(sum(amount_before), 0), coalesce(sum(amount_after), 0) from decree_lines
      where decree_number = d.decree_number)`,
  },
  {
    code: 'W_LINES',
    file: 'payslip_lines.csv',
    column: 'amount',
    count: `select count(*) from payslips s where (total_payments, total_deductions, total_loans) is not (
      select coalesce(sum(amount) filter (where block = 'PAYMENT'), 0),
        coalesce(sum(amount) filter (where block = 'DEDUCTION'), 0),
        coalesce(sum(amount) filter (where block = 'LOAN'), 0)
      from payslip_lines where slip_number = s.slip_number)`,
  },
  {
    code: 'W_HISTORY',
    file: 'request_events.csv',
    column: 'status',
    count: `select count(*) from central_requests r where status <> (
      select status from central_request_events where tracking_code = r.tracking_code
      order by seq desc limit 1)`,
  },
]

/** Counts what does not add up across tables. `onStep` may throw to stop. */
export function noteTables(
  connection: Connection,
  note: (code: NoteCode, file: string, column: string, count: number) => void,
  onStep: () => void,
): void {
  for (const { code, file, column, count } of QUERIES) {
    const found = connection.prepare<[], number>(count).pluck().get() ?? 0
    if (found > 0) note(code, file, column, found)
    onStep()
  }
}
