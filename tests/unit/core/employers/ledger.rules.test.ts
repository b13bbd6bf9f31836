import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  DebtDocument,
  DebtNotice,
  DebtStage,
  DebtStatus,
  type DebtStep,
} from '#core/employers/debt.model.ts'
import { debtTotals, isOpenDebt } from '#core/employers/debts.rules.ts'
import type { StoredDebt, StoredDebtDocument } from '#core/employers/employers.ports.ts'
import { ledgerLines, type LedgerClock } from '#core/employers/ledger-lines.rules.ts'
import { byTime, debtSteps, ledgerNotices, runningBalance } from '#core/employers/ledger.rules.ts'
import { DebtLedger } from '#core/employers/workshop.model.ts'
import { addDays, formatJalali, type Day } from '#core/kernel/day.ts'
import { addRial, rial } from '#core/kernel/rial.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'

const asOf = jalali('1405/08/30')
const clock: LedgerClock = {
  days: { assessment: 30, primary: 20 },
  today: jalali('1405/09/02'),
  asOf,
}

const aDebt: StoredDebt = {
  debtNumber: '100',
  contractRow: '000',
  reason: null,
  stage: 'DEFINITIVE',
  status: 'OPEN',
  fromYear: 1403,
  fromMonth: 1,
  toYear: 1403,
  toMonth: 6,
  amount: rial(100),
  remaining: rial(70),
  premium: rial(90),
  unemployment: rial(9),
  other: rial(1),
  installmentEligible: false,
  installmentNumber: null,
  calculationDay: null,
  noticeDay: null,
  primaryVoteNumber: null,
  primaryVoteServedOn: null,
  appealVoteDay: null,
  executionNoticeDay: null,
}

const dayOrNull = (text: string): Day | null => (text === '' ? null : jalali(text))

/** `TYPE:STAGE:day`, with `!CANCELLED` behind it where it was taken back. */
function documentOf(text: string, at: number): DebtDocument {
  const [written = '', status = 'SERVED'] = text.split('!')
  const [type, stage, day = ''] = written.split(':')
  const parts = { seq: at + 1, documentNumber: null, day: jalali(day), type, stage, status }
  return DebtDocument.parse({ ...parts, description: null })
}

const MARKS: Readonly<Record<DebtStep['state'], string>> = {
  PASSED: '+',
  PRESENT: '*',
  AHEAD: '>',
  SKIPPED: 'x',
}
const written = (steps: readonly DebtStep[]) =>
  steps.map(({ state, day }) => MARKS[state] + (day ? formatJalali(day) : '')).join(' ')

describe('the steps of a debt, table of law', () => {
  const columns = [
    ...(['stage', 'status', 'calculation', 'notice', 'documents', 'vote', 'appeal'] as const),
    ...(['execution', 'steps', 'notices', 'source'] as const),
  ]

  it.each(lawTable('debt-steps', columns))('$stage $status: $source', (row) => {
    const debt: StoredDebt = {
      ...aDebt,
      stage: DebtStage.parse(row.stage),
      status: DebtStatus.parse(row.status),
      calculationDay: dayOrNull(row.calculation),
      noticeDay: dayOrNull(row.notice),
      primaryVoteServedOn: dayOrNull(row.vote),
      appealVoteDay: dayOrNull(row.appeal),
      executionNoticeDay: dayOrNull(row.execution),
    }
    const documents = row.documents === '' ? [] : row.documents.split(';').map(documentOf)
    const steps = debtSteps(debt, documents)
    expect(written(steps)).toBe(row.steps)
    expect(ledgerNotices(debt, steps, asOf).join(';')).toBe(row.notices)
  })
})

test('a period that ends before it begins is named, and every other fault with it', () => {
  const odd = {
    ...aDebt,
    ...{ toYear: 1402, toMonth: 12, other: rial(2), remaining: rial(1000) },
    ...{ calculationDay: jalali('1404/01/02'), noticeDay: jalali('1404/01/01') },
  }
  expect(ledgerNotices(odd, debtSteps(odd, []), asOf)).toEqual(DebtNotice.options)
  const month = { ...aDebt, toYear: 1403, toMonth: 1 }
  expect(ledgerNotices(month, debtSteps(month, []), asOf)).toEqual([])
})

describe('the order of time', () => {
  it('is the beginning, then the calculation or the notice, then the number; what lacks one is last', () => {
    const sorted = [
      { ...aDebt, debtNumber: '9' },
      { ...aDebt, debtNumber: '8', calculationDay: jalali('1404/02/01') },
      { ...aDebt, debtNumber: '7', noticeDay: jalali('1404/01/01') },
      { ...aDebt, debtNumber: '6', fromYear: null, fromMonth: null },
      { ...aDebt, debtNumber: '5', fromYear: 1402, fromMonth: 12 },
      { ...aDebt, debtNumber: '4', calculationDay: jalali('1404/02/01') },
    ].toSorted(byTime)
    expect(sorted.map(({ debtNumber }) => debtNumber)).toEqual(['5', '7', '4', '8', '9', '6'])
  })
})

const someDay = fc.option(
  fc.integer({ min: -2000, max: 10 }).map((n) => addDays(asOf, n)),
  { nil: null },
)
const someYear = fc.option(fc.integer({ min: 1395, max: 1405 }), { nil: null })
const someMonth = fc.option(fc.integer({ min: 1, max: 12 }), { nil: null })
const amount = fc.nat(10_000_000_000).map(rial)
const someDebt: fc.Arbitrary<StoredDebt> = fc.record({
  debtNumber: fc.stringMatching(/^\d{9}$/),
  contractRow: fc.constantFrom('000', '001'),
  reason: fc.constant(null),
  stage: fc.constantFrom(...DebtStage.options),
  status: fc.constantFrom(...DebtStatus.options),
  fromYear: someYear,
  fromMonth: someMonth,
  toYear: someYear,
  toMonth: someMonth,
  amount,
  remaining: amount,
  premium: amount,
  unemployment: amount,
  other: amount,
  installmentEligible: fc.boolean(),
  installmentNumber: fc.constant(null),
  calculationDay: someDay,
  noticeDay: someDay,
  primaryVoteNumber: fc.constantFrom(null, 'R1'),
  primaryVoteServedOn: someDay,
  appealVoteDay: someDay,
  executionNoticeDay: someDay,
})
const someDebts = fc.uniqueArray(someDebt, { selector: (debt) => debt.debtNumber, maxLength: 12 })
const someDocument = fc.record({
  seq: fc.nat(20),
  documentNumber: fc.constant(null),
  day: fc.integer({ min: -2000, max: 10 }).map((n) => addDays(asOf, n)),
  type: fc.constantFrom(...DebtDocument.shape.type.options),
  stage: fc.constantFrom(...DebtStage.options),
  status: fc.constantFrom(...DebtDocument.shape.status.options),
  description: fc.constant(null),
})

describe('any ledger', () => {
  it('ends with the sum of what remains of the open debts; settled ones change nothing', () => {
    fc.assert(
      fc.property(someDebts, (debts) => {
        const lines = ledgerLines(debts, [], clock)
        const open = debts.filter(isOpenDebt)
        const { definitive, pending } = debtTotals(debts)
        const last = lines.at(-1)?.balance ?? 0
        expect(last).toBe(addRial(...open.map(({ remaining }) => remaining)))
        expect(last).toBe(definitive + pending)
        const openLines = lines.filter((line) => isOpenDebt(line))
        expect(runningBalance(openLines)).toEqual(openLines.map(({ balance }) => balance))
        const balances = lines.map(({ balance }) => Number(balance))
        expect(balances).toEqual(balances.toSorted((a, b) => a - b))
      }),
    )
  })

  it('is whole, in one order whatever the order of the rows, and every debt has its documents', () => {
    fc.assert(
      fc.property(someDebts, fc.array(someDocument), fc.nat(), (debts, papers, turn) => {
        const documents = papers.flatMap((paper, at): StoredDebtDocument[] => {
          const debt = debts[at % Math.max(1, debts.length)]
          return debt ? [{ ...paper, debtNumber: debt.debtNumber }] : []
        })
        const lines = ledgerLines(debts, documents, clock)
        const cut = turn % Math.max(1, debts.length)
        const turned = [...debts.slice(cut), ...debts.slice(0, cut)]
        expect(ledgerLines(turned, documents, clock)).toEqual(lines)
        expect(lines.flatMap((line) => line.documents)).toHaveLength(documents.length)
        expect(
          DebtLedger.safeParse({
            ...{ workshopCode: '9000161000', branchCode: '900', asOf, missingParameter: null },
            ...{ totals: debtTotals(debts), debts: lines },
          }).success,
        ).toBe(true)
      }),
    )
  })

  it('has steps that go one way: what is behind, one present, what is ahead', () => {
    fc.assert(
      fc.property(someDebt, fc.array(someDocument), (debt, documents) => {
        const steps = debtSteps(debt, documents)
        expect(steps.map(({ stage }) => stage)).toEqual(DebtStage.options)
        expect(written(steps).replace(/[\d/]/g, '')).toMatch(
          isOpenDebt(debt) ? /^(?:[+x] )*\*(?: >)*$/ : /^(?:[+x] )*\*(?: x)*$/,
        )
        if (ledgerNotices(debt, steps, asOf).includes('DATES_DISORDERED')) return
        const days = steps.flatMap(({ day }) => (day ? [day] : []))
        expect(days).toEqual(days.toSorted())
        expect(days.every((day) => day <= asOf)).toBe(true)
      }),
    )
  })

  it('never loses a notice: not by other debts, not by their order, not for want of a parameter', () => {
    fc.assert(
      fc.property(someDebts, (debts) => {
        const missing = { missing: 'OBJECTION_DAYS_PRIMARY' }
        for (const other of [clock, { ...clock, days: missing }])
          for (const line of ledgerLines(debts, [], other)) {
            const debt = debts.filter(({ debtNumber }) => debtNumber === line.debtNumber)
            expect(ledgerLines(debt, [], clock)[0]?.notices).toEqual(line.notices)
          }
        const odd = ledgerLines(debts, [], clock).filter(
          (line) =>
            isOpenDebt(line) &&
            line.notices.some((one) => one === 'PARTS_DIFFER' || one === 'REMAINING_EXCEEDS'),
        )
        expect(odd).toHaveLength(debtTotals(debts).odd)
      }),
    )
  })
})

describe('without the days of objection', () => {
  const missing: LedgerClock = { ...clock, days: { missing: 'OBJECTION_DAYS_ASSESSMENT' } }
  it.each([
    ['ASSESSED', 'OPEN', 'OBJECT_ASSESSMENT'],
    ['PRIMARY', 'OPEN', 'APPEAL_PRIMARY'],
    ['PRIMARY', 'UNDER_REVIEW', 'AWAIT_BOARD'],
    ['DEFINITIVE', 'OPEN', 'PAY'],
    ['ASSESSED', 'PAID', 'NOTHING'],
  ] as const)('%s %s: no deadline is told and no way is closed', (stage, status, step) => {
    const served = jalali('1390/01/01')
    const debt = { ...aDebt, stage, status, noticeDay: served, primaryVoteServedOn: served }
    expect(ledgerLines([debt], [], missing)[0]).toMatchObject({
      ...{ objectUntil: null, daysLeft: null, nextStep: step },
    })
  })
})
