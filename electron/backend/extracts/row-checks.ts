import type { Day } from '#core/kernel/day.ts'
import type { FileLayout } from '#core/extracts/extract-layout.model.ts'
import type { RowFaultCode } from '#core/extracts/faults.ts'
import type { Cell } from './column-reader.ts'

export interface RowFault {
  readonly code: RowFaultCode
  readonly column: string
}

/** Looks at the values of a row together; each in the place of its column in the layout. */
export type RowCheck = (values: readonly Cell[]) => RowFault | undefined

/** Pairs of columns in which the second must not be before the first. */
const spans: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'citizens.csv': ['birthDate', 'deathDate'],
  'insured.csv': ['militaryFrom', 'militaryTo'],
  'dependants.csv': ['fromDate', 'toDate'],
  'workshops.csv': ['openedOn', 'closedOn'],
  'workshop_members.csv': ['fromDate', 'toDate'],
  'pensions.csv': ['establishedOn', 'endedOn'],
  'pension_shares.csv': ['fromDate', 'toDate'],
  'bank_accounts.csv': ['fromDate', 'toDate'],
  'coverage.csv': ['fromDate', 'toDate'],
  'parameters.csv': ['validFrom', 'validTo'],
}

/** The checks of a file's rows (extract format §4.2, order 3), in their order. */
export function rowChecksOf(layout: FileLayout, asOf: Day): readonly RowCheck[] {
  const at = (name: string): number => layout.columns.findIndex((column) => column.name === name)
  const checks: RowCheck[] = []
  if (layout.name === 'workshops.csv') {
    checks.push(
      requiredFor(at('employerKind'), 'NATURAL', at('employerPersonId'), 'employerPersonId'),
      requiredFor(at('employerKind'), 'LEGAL', at('legalEntityId'), 'legalEntityId'),
    )
  }
  if (layout.name === 'citizens.csv') {
    const birth = at('birthDate')
    const fault: RowFault = { code: 'E_RANGE', column: 'birthDate' }
    checks.push((values) => (isBefore(asOf, values[birth]) ? fault : undefined))
  }
  const span = spans[layout.name]
  if (span) {
    const [from, to] = [at(span[0]), at(span[1])]
    const fault: RowFault = { code: 'E_RANGE', column: span[1] }
    checks.push((values) => (isBefore(values[to], values[from]) ? fault : undefined))
  }
  if (layout.name === 'debts.csv') {
    const [amount, remaining] = [at('amount'), at('remaining')]
    const parts = [at('premium'), at('unemployment'), at('other')]
    checks.push(
      (values) =>
        number(values[remaining]) > number(values[amount])
          ? { code: 'E_RANGE', column: 'remaining' }
          : undefined,
      (values) =>
        parts.reduce((sum, part) => sum + number(values[part]), 0) === number(values[amount])
          ? undefined
          : { code: 'E_SUM', column: 'amount' },
    )
  }
  if (layout.name === 'payslips.csv') {
    const [payments, deductions] = [at('totalPayments'), at('totalDeductions')]
    const [loans, net] = [at('totalLoans'), at('net')]
    checks.push((values) =>
      number(values[payments]) - number(values[deductions]) - number(values[loans]) ===
      number(values[net])
        ? undefined
        : { code: 'E_NET', column: 'net' },
    )
  }
  return checks
}

function requiredFor(kind: number, value: string, needed: number, column: string): RowCheck {
  return (values) =>
    values[kind] === value && values[needed] === null ? { code: 'E_REQUIRED', column } : undefined
}

/** Days are ISO texts, so text order is time order; an open end is before nothing. */
function isBefore(a: Cell | undefined, b: Cell | undefined): boolean {
  return typeof a === 'string' && typeof b === 'string' && a < b
}

function number(value: Cell | undefined): number {
  return typeof value === 'number' ? value : 0
}
