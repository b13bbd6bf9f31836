import type { PaperOrder } from '#core/certificates/paper.model.ts'
import type { Borrower } from '#core/certificates/deduction-certificate.model.ts'
import { RecordScope } from '#core/certificates/record-statement.model.ts'
import { parseJalali, type Day } from '#core/kernel/day.ts'
import { parseRial, type Rial } from '#core/kernel/rial.ts'
import { type ConsoleOptions, required, UsageFault } from './words.ts'

/** The words of the console for the kinds of papers. */
const KINDS: Readonly<Record<string, PaperOrder['kind']>> = {
  'salary-certificate': 'salary-certificate',
  'deduction-certificate': 'deduction-certificate',
  deduction: 'deduction-certificate',
  'pension-slip': 'pension-slip',
  slip: 'pension-slip',
  decree: 'decree',
  'record-statement': 'record-statement',
  records: 'record-statement',
  'record-certificate': 'record-certificate',
  'debt-statement': 'debt-statement',
  debts: 'debt-statement',
  'request-receipt': 'request-receipt',
  receipt: 'request-receipt',
  'access-sheet': 'access-sheet',
  access: 'access-sheet',
  'decision-letter': 'decision-letter',
  letter: 'decision-letter',
  'pension-status': 'pension-status',
  status: 'pension-status',
  'ticket-receipt': 'ticket-receipt',
  ticket: 'ticket-receipt',
  'care-statement': 'care-statement',
  care: 'care-statement',
}

const ORDERS: {
  readonly [K in PaperOrder['kind']]: (options: ConsoleOptions) => PaperOrder & { kind: K }
} = {
  'salary-certificate': (options) => ({
    kind: 'salary-certificate',
    pensionNumber: required(options, 'pension'),
    ...recipient(options),
  }),
  'deduction-certificate': (options) => ({
    kind: 'deduction-certificate',
    pensionNumber: required(options, 'pension'),
    ...recipient(options),
    borrower: borrower(options),
    loan: amount(options, 'loan'),
    instalment: amount(options, 'instalment'),
    count: Number(required(options, 'count')),
    guarantee: amount(options, 'guarantee'),
    firstDue: firstDue(options),
  }),
  'pension-slip': (options) => ({ kind: 'pension-slip', slipNumber: required(options, 'slip') }),
  decree: (options) => ({
    kind: 'decree',
    pensionNumber: required(options, 'pension'),
    decreeNumber: required(options, 'decree'),
  }),
  'record-statement': (options) => ({ kind: 'record-statement', scope: scope(options) }),
  'record-certificate': (options) => ({
    kind: 'record-certificate',
    scope: scope(options),
    ...recipient(options),
    accepted: true,
  }),
  'debt-statement': (options) => ({
    kind: 'debt-statement',
    workshopCode: required(options, 'workshop'),
    branchCode: required(options, 'branch-code'),
    contractRow: options['contract-row'] ?? null,
    ledger: options.ledger ?? false,
  }),
  'request-receipt': (options) => ({
    kind: 'request-receipt',
    trackingCode: required(options, 'request'),
  }),
  'access-sheet': (options) => ({
    kind: 'access-sheet',
    since: options.since === undefined ? null : day(options, 'since'),
  }),
  'pension-status': () => ({ kind: 'pension-status' }),
  'decision-letter': (options) => ({
    kind: 'decision-letter',
    decisionId: required(options, 'decision'),
  }),
  'ticket-receipt': (options) => ({
    kind: 'ticket-receipt',
    trackingCode: required(options, 'request'),
  }),
  'care-statement': (options) => ({ kind: 'care-statement', on: day(options, 'on') }),
}

/**
 * The order that the options of a `paper` command make.
 *
 * @refuses an unknown kind, a missing option, an amount or a date that cannot be read (UsageFault)
 */
export function paperOrder(word: string | undefined, options: ConsoleOptions): PaperOrder {
  const kind = word === undefined ? undefined : KINDS[word]
  if (kind === undefined)
    throw new UsageFault(`paper needs a kind: ${Object.keys(KINDS).join(', ')}`)
  return ORDERS[kind](options)
}

function recipient(options: ConsoleOptions) {
  return {
    institutionCode: required(options, 'recipient'),
    recipientBranch: required(options, 'recipient-branch'),
  }
}

function amount(options: ConsoleOptions, name: keyof ConsoleOptions): Rial {
  const value = parseRial(required(options, name))
  if (value === undefined) throw new UsageFault(`--${name} is no amount in rial`)
  return value
}

function day(options: ConsoleOptions, name: keyof ConsoleOptions): Day {
  const value = parseJalali(required(options, name))
  if (value === undefined) throw new UsageFault(`--${name} is no date YYYY/MM/DD`)
  return value
}

function scope(options: ConsoleOptions): RecordScope {
  const parsed = RecordScope.safeParse((options.scope ?? 'combined').toUpperCase())
  if (!parsed.success) throw new UsageFault('--scope is all, wages or combined')
  return parsed.data
}

function firstDue(options: ConsoleOptions): { year: number; month: number } {
  const parts = /^(\d{4})\/(\d{1,2})$/.exec(required(options, 'first-due'))
  if (!parts) throw new UsageFault('--first-due is no month YYYY/MM')
  return { year: Number(parts[1]), month: Number(parts[2]) }
}

/** Null for a loan of the pensioner himself. */
function borrower(options: ConsoleOptions): Borrower | null {
  if (options.borrower === undefined) return null
  return {
    nationalId: options.borrower,
    firstName: required(options, 'borrower-first-name'),
    lastName: required(options, 'borrower-last-name'),
    birthDay: day(options, 'borrower-birth'),
  }
}
