import { describe, expect, test } from 'vitest'
import { DebtStatement, DebtStatementOrder } from '#core/certificates/debt-statement.model.ts'
import { debtStatement, debtStatementPaper } from '#core/certificates/debt-statement.paper.ts'
import type { OrderOf } from '#core/certificates/paper.model.ts'
import type { PaperSources } from '#core/certificates/paper-sources.ports.ts'
import type { Stake, StoredDebt } from '#core/employers/employers.ports.ts'
import { rial } from '#core/kernel/rial.ts'
import { jalali } from '../../../support/counter.ts'
import { stating } from '../../../support/stating.ts'

const today = jalali('1405/09/02')
const order: OrderOf<'debt-statement'> = {
  kind: 'debt-statement',
  workshopCode: '9000161000',
  branchCode: '900',
  contractRow: null,
  ledger: false,
}
const stake: Stake = {
  workshopCode: '9000161000',
  branchCode: '900',
  branchName: 'شعبه تهران',
  name: 'کارگاه نمونه',
  employerKind: 'LEGAL',
  legalEntityId: '99000000013',
  activity: 'تراش‌کاری',
  status: 'ACTIVE',
  role: 'SIGNATORY',
  actsFrom: jalali('1400/01/01'),
  actsUntil: null,
  scope: null,
  paper: null,
  closedOn: null,
  contractRows: 3,
}
const debt = (debtNumber: string, change: Partial<StoredDebt> = {}): StoredDebt => ({
  debtNumber,
  contractRow: '000',
  reason: null,
  stage: 'DEFINITIVE',
  status: 'OPEN',
  fromYear: 1404,
  fromMonth: 1,
  toYear: 1404,
  toMonth: 2,
  amount: rial(100),
  remaining: rial(70),
  premium: rial(90),
  unemployment: rial(9),
  other: rial(1),
  installmentEligible: false,
  noticeDay: jalali('1404/05/01'),
  primaryVoteServedOn: null,
  installmentNumber: null,
  calculationDay: null,
  primaryVoteNumber: null,
  appealVoteDay: null,
  executionNoticeDay: null,
  ...change,
})
const undated = { fromYear: null, fromMonth: null, toYear: null, toMonth: null }
const debts = [
  debt('4', { status: 'PAID', remaining: rial(0) }),
  debt('3', { ...undated, installmentEligible: true }),
  debt('2', { contractRow: '001', stage: 'OBJECTED', status: 'UNDER_REVIEW' }),
  debt('1', { fromYear: 1403, other: rial(2) }),
]
const document = {
  debtNumber: '1',
  seq: 1,
  documentNumber: '1-1',
  day: jalali('1404/05/01'),
  type: 'NOTICE',
  stage: 'ASSESSED',
  status: 'SERVED',
  description: null,
} as const
const facts = { stake, employer: undefined, debts, documents: [document], asOf: today }
const stated = (change: Partial<typeof order> = {}): DebtStatement =>
  debtStatement(stating({ ...order, ...change }), facts)

describe('the debt statement', () => {
  test('lists what is open, oldest period first, and sums it', () => {
    const paper = stated()
    expect(paper.debts.map(({ debtNumber }) => debtNumber)).toEqual(['1', '2', '3'])
    expect(paper).toMatchObject({
      definitive: 140,
      installmentPayable: 70,
      notPayable: 70,
      pending: 70,
      total: 210,
      employer: { kind: 'LEGAL', name: 'کارگاه نمونه', id: '99000000013' },
      requestedBy: { fullName: 'فاطمه نمونه', role: 'SIGNATORY' },
    })
    expect(paper.debts[0]).toMatchObject({ odd: true, nextStep: 'PAY', documents: [] })
    expect(paper.debts[1]).toMatchObject({ odd: false, nextStep: 'AWAIT_BOARD' })
    expect(paper.debts[2]).toMatchObject({ from: null, nextStep: 'PAY_OR_INSTALMENTS' })
  })

  test('the ledger adds what is settled, in no total, and each debt’s steps and documents', () => {
    const paper = stated({ ledger: true })
    expect(paper.debts.map(({ debtNumber }) => debtNumber)).toEqual(['1', '2', '4', '3'])
    expect(paper.debts.map(({ balance }) => balance)).toEqual([70, 140, 140, 210])
    expect(paper.total).toBe(210)
    expect(paper.debts[0]?.documents).toEqual([{ ...document, debtNumber: undefined }])
    expect(paper.debts[2]).toMatchObject({ nextStep: 'NOTHING', documents: [] })
    expect(paper.debts[1]?.steps.map(({ state }) => state)).toEqual([
      ...['PASSED', 'PRESENT', 'AHEAD', 'AHEAD', 'AHEAD', 'AHEAD'],
    ])
  })

  test('a fault of a debt is named, in the plain statement too', () => {
    const early = { calculationDay: jalali('1404/05/02') }
    const odd = debt('9', { remaining: rial(101), other: rial(2), toYear: 1403, ...early })
    const paper = debtStatement(stating(order), { ...facts, debts: [odd] })
    expect(paper.debts[0]).toMatchObject({
      odd: true,
      notices: ['PARTS_DIFFER', 'REMAINING_EXCEEDS', 'PERIOD_REVERSED', 'DATES_DISORDERED'],
      ...{ balance: null, steps: [], primaryVoteNumber: null },
    })
  })

  test('of some stages and months holds those alone, sums them and says so', () => {
    const since = { year: 1404, month: 2 }
    const paper = stated({ ledger: true, from: since })
    expect(paper.debts.map(({ debtNumber }) => debtNumber)).toEqual(['1', '2', '4'])
    expect(paper).toMatchObject({ total: 140, scope: { stages: [], from: since, undated: 1 } })
    expect(paper.debts.at(-1)?.balance).toBe(140)
    const objected = stated({ stages: ['OBJECTED'], state: 'SETTLED' })
    expect(objected).toMatchObject({
      ...{ definitive: 0, pending: 70, total: 70, debts: [{ debtNumber: '2' }] },
      scope: { stages: ['OBJECTED'], state: null, from: null, to: null, undated: 0 },
    })
    expect(stated({ ledger: true, state: 'SETTLED' })).toMatchObject({
      ...{ total: 0, scope: { state: 'SETTLED' }, debts: [{ debtNumber: '4' }] },
    })
  })

  test('an order and a paper of before are still read', () => {
    expect(DebtStatementOrder.parse(order)).toEqual(order)
    const { scope: _, ...paper } = stated()
    const debts = paper.debts.map(
      ({ balance: _1, steps: _2, primaryVoteNumber: _3, notices: _4, ...row }) => row,
    )
    const read = DebtStatement.parse({ ...paper, debts })
    expect(read.scope).toEqual({ stages: [], state: null, from: null, to: null, undated: 0 })
    expect(read.debts[0]).toMatchObject({ odd: true, notices: [], balance: null })
  })

  test('of one contract row holds that row alone', () => {
    expect(stated({ contractRow: '001' })).toMatchObject({
      total: 70,
      debts: [{ debtNumber: '2' }],
    })
  })

  test('no debt is a statement too', () => {
    const paper = debtStatement(stating(order), { ...facts, debts: [] })
    expect(paper).toMatchObject({ total: 0, definitive: 0, debts: [] })
  })

  test('a natural employer is named by person', () => {
    const employer = { fullName: 'علی نمونه', personId: '0010000011' }
    expect(debtStatement(stating(order), { ...facts, employer }).employer).toMatchObject({
      name: 'علی نمونه',
      id: '0010000011',
    })
  })

  test('without the days of objection nothing is stated', () => {
    const blind = { ...stating(order), parameters: [] }
    expect(() => debtStatement(blind, facts)).toThrow('objection-days-missing')
  })

  test('counts on its day of issue only', () => {
    expect(debtStatementPaper.validUntil(today, [])).toBe(today)
  })
})

describe('who may have it', () => {
  const sources = (stakes: readonly Stake[]) =>
    ({
      today: () => today,
      insured: { findDataDay: () => Promise.resolve(today) },
      employers: {
        listStakes: () => Promise.resolve(stakes),
        listContractRows: () => Promise.resolve(['000', '001']),
        findEmployer: () => Promise.resolve(undefined),
        listWorkshopDebts: () => Promise.resolve(debts),
        listDebtDocuments: () => Promise.resolve([document]),
      },
    }) as unknown as PaperSources

  test('those who may act for the workshop today, by their strongest role', async () => {
    const part = { ...stake, role: 'REPRESENTATIVE' } as const
    const paper = await debtStatementPaper.state(stating(order), sources([part, stake]))
    expect(paper.requestedBy.role).toBe('SIGNATORY')
    const ended = { ...part, actsUntil: jalali('1405/09/01') }
    for (const stakes of [[], [ended], [{ ...stake, branchCode: '901' }]])
      await expect(debtStatementPaper.state(stating(order), sources(stakes))).rejects.toMatchObject(
        {
          data: { code: 'not-found', what: 'workshop' },
        },
      )
  })

  test('a contract row must be one of the workshop’s', async () => {
    const row = (contractRow: string) =>
      debtStatementPaper.state(stating({ ...order, contractRow }), sources([stake]))
    expect((await row('001')).workshop.contractRow).toBe('001')
    await expect(row('002')).rejects.toMatchObject({ data: { what: 'contract-row' } })
  })
})
