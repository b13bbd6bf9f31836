/**
 * Numbers that stand for a kind of paper in a seal. A number is never given to another kind; a kind without one is
 * spelled out.
 */
const KINDS: ReadonlyMap<string, number> = new Map([
  ['salary-certificate', 1],
  ['pension-slip', 2],
  ['request-receipt', 3],
  ['deduction-certificate', 4],
  ['decree', 5],
  ['record-statement', 6],
  ['record-certificate', 7],
  ['debt-statement', 8],
  ['access-sheet', 9],
  ['pension-status', 10],
  ['decision-letter', 12],
  ['ticket-receipt', 13],
  ['care-statement', 11],
])

/** Numbers of the names of figures, likewise. The list only grows, at its end. */
const FIGURES: ReadonlyMap<string, number> = new Map(
  [
    'nationalId',
    'maskedNationalId',
    'insuranceNumber',
    'pensionNumber',
    'gross',
    'deductions',
    'net',
    'instalment',
    'count',
    'repayment',
    'guarantee',
    'loan',
    'firstDue',
    'lastDue',
    'borrowerId',
    'period',
    'totalPayments',
    'totalDeductions',
    'totalLoans',
    'decreeNumber',
    'effectiveOn',
    'totalBefore',
    'totalAfter',
    'payable',
    'asOf',
    'totalDays',
    'totalWage',
    'firstMonth',
    'lastMonth',
    'rows',
    'workshopCode',
    'contractRow',
    'definitive',
    'installmentPayable',
    'notPayable',
    'pending',
    'total',
    'debts',
    'trackingCode',
    'from',
    'entries',
    'employerId',
    'month',
    'year',
    'decidedOn',
    'acceptedOn',
    'paymentType',
    'slipNumber',
    'files',
    'paidFiles',
    'onDay',
    'people',
    'covered',
    'requestStatus',
    'amount',
  ].map((name, at) => [name, at + 1]),
)

/** A list of names that seals abbreviate, for writing and for reading. */
export interface SealNames {
  /** 1 to 255; undefined for a name that must be spelled out. */
  codeOf(name: string): number | undefined
  /** The name of a number; one that this program does not know yet is told by its number. */
  nameOf(code: number): string
}

function namesOf(codes: ReadonlyMap<string, number>, what: string): SealNames {
  const names = new Map([...codes].map(([name, code]) => [code, name]))
  return {
    codeOf: (name) => codes.get(name),
    nameOf: (code) => names.get(code) ?? `${what}-${code}`,
  }
}

export const kindNames = namesOf(KINDS, 'kind')
export const figureNames = namesOf(FIGURES, 'figure')
