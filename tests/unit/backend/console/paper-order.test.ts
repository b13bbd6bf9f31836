import { describe, expect, test } from 'vitest'
import { PaperKind, PaperOrder } from '#core/certificates/paper.model.ts'
import { jalali } from '../../../support/counter.ts'
import { paperOrder } from '../../../../electron/backend/console/paper-order.ts'
import { readOrder, UsageFault } from '../../../../electron/backend/console/words.ts'

/** The order that these words make. */
function ordered(words: string) {
  const { rest, options } = readOrder(['paper', ...words.split(' ')])
  return paperOrder(rest[0], options)
}

const bank = '--recipient B013 --recipient-branch مرکزی'
const loan = '--loan 600,000,000 --instalment ۲۰٬۰۰۰٬۰۰۰ --count 36 --guarantee 720000000'
const recipient = { institutionCode: 'B013', recipientBranch: 'مرکزی' }

const orders: readonly (readonly [string, object])[] = [
  [
    `salary-certificate --pension 8000134 ${bank}`,
    { kind: 'salary-certificate', pensionNumber: '8000134', ...recipient },
  ],
  [
    `deduction --pension 8000134 ${bank} ${loan} --first-due 1405/10`,
    {
      kind: 'deduction-certificate',
      pensionNumber: '8000134',
      ...recipient,
      borrower: null,
      loan: 600_000_000,
      instalment: 20_000_000,
      count: 36,
      guarantee: 720_000_000,
      firstDue: { year: 1405, month: 10 },
    },
  ],
  ['slip --slip 1048400184', { kind: 'pension-slip', slipNumber: '1048400184' }],
  [
    'decree --pension 8000109 --decree 1405-8000109-1',
    { kind: 'decree', pensionNumber: '8000109', decreeNumber: '1405-8000109-1' },
  ],
  ['records', { kind: 'record-statement', scope: 'COMBINED' }],
  ['record-statement --scope wages', { kind: 'record-statement', scope: 'WAGES' }],
  [
    `record-certificate --scope all ${bank}`,
    { kind: 'record-certificate', scope: 'ALL', ...recipient, accepted: true },
  ],
  [
    'debts --workshop 9000011003 --branch-code 900',
    {
      kind: 'debt-statement',
      workshopCode: '9000011003',
      branchCode: '900',
      contractRow: null,
      ledger: false,
    },
  ],
  [
    'debts --workshop 9000011003 --branch-code 900 --contract-row 003 --ledger',
    {
      kind: 'debt-statement',
      workshopCode: '9000011003',
      branchCode: '900',
      contractRow: '003',
      ledger: true,
    },
  ],
  ['receipt --request 1234567890', { kind: 'request-receipt', trackingCode: '1234567890' }],
  ['access', { kind: 'access-sheet', since: null }],
  ['status', { kind: 'pension-status' }],
  ['letter --decision d1', { kind: 'decision-letter', decisionId: 'd1' }],
  ['ticket --request 1234567890', { kind: 'ticket-receipt', trackingCode: '1234567890' }],
  ['care --on 1405/06/31', { kind: 'care-statement', on: jalali('1405/06/31') }],
  ['access --since 1405/08/01', { kind: 'access-sheet', since: jalali('1405/08/01') }],
]

describe('the words of a paper', () => {
  test.each(orders)('%s', (words, order) => {
    expect(ordered(words)).toEqual(order)
    expect(PaperOrder.safeParse(order).success).toBe(true)
  })

  test('there are words for every kind', () => {
    const kinds = new Set(orders.map(([words]) => ordered(words).kind))
    expect([...kinds].sort()).toEqual([...PaperKind.options].sort())
  })

  test('a borrower has a name and a birth date', () => {
    const words = `deduction --pension 8000134 ${bank} ${loan} --first-due 1405/10 --borrower 0010000011`
    const named = '--borrower-first-name علی --borrower-last-name نمونه --borrower-birth 1370/01/01'
    expect(ordered(`${words} ${named}`)).toMatchObject({
      borrower: { nationalId: '0010000011', firstName: 'علی', birthDay: jalali('1370/01/01') },
    })
    expect(() => ordered(words)).toThrow(UsageFault)
  })

  test.each([
    'poem',
    'decree --pension 8000109',
    'records --scope some',
    'access --since yesterday',
    `deduction --pension 8000134 ${bank} ${loan} --first-due 1405`,
    `deduction --pension 8000134 ${bank} --loan much --instalment 1 --count 1 --guarantee 1 --first-due 1405/10`,
  ])('%s is not understood', (words) => {
    expect(() => ordered(words)).toThrow(UsageFault)
  })
})
