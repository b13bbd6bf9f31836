import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { noPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const today = jalali('1405/09/02')
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today })
  await office.import(sampleExtract())
  await office.signIn(1)
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

async function of(personId: string, workshopCode: string, branchCode = '900') {
  const { visit } = await openFileOf(office, 1, personId)
  return { visitId: visit.visitId, workshopCode, branchCode }
}

describe('the ledger of a workshop', () => {
  test('three contract rows, four debts, each with its documents and its line of steps', async () => {
    const input = await of('0000001015', '9000161000')
    const ledger = await office.get(1, 'employers.ledger', input)
    expect(ledger).toMatchObject({ asOf: jalali('1405/08/30'), missingParameter: null })
    expect(ledger.debts.map(({ debtNumber, balance }) => [debtNumber, balance])).toEqual([
      ['100000003', 33_035_826],
      ['100000001', 155_354_642],
      ['100000004', 257_060_622],
      ['100000002', 443_358_648],
    ])
    const { pending, definitive } = ledger.totals
    expect(pending + definitive).toBe(443_358_648)
    const appeal = ledger.debts.find(({ debtNumber }) => debtNumber === '100000001')
    const documents = await office.get(1, 'employers.debtDocuments', {
      ...input,
      debtNumber: '100000001',
    })
    expect(documents.map(({ type }) => type)).toEqual([
      'CALCULATION',
      'NOTICE',
      'OBJECTION',
      'PRIMARY_VOTE',
    ])
    expect(appeal).toMatchObject({
      steps: [
        { stage: 'ASSESSED', state: 'PASSED', day: jalali('1404/12/05') },
        { stage: 'OBJECTED', state: 'PASSED', day: jalali('1404/12/11') },
        { stage: 'PRIMARY', state: 'PASSED', day: jalali('1405/03/25') },
        { stage: 'APPEAL', state: 'PRESENT', day: null },
        { stage: 'DEFINITIVE', state: 'AHEAD', day: null },
        { stage: 'EXECUTION', state: 'AHEAD', day: null },
      ],
      nextStep: 'AWAIT_BOARD',
      notices: [],
    })
  })

  test('documents of a debt of another workshop are not there', async () => {
    const input = await of('0000001015', '9000161000')
    const other = { ...input, debtNumber: '100000310' }
    const refusal = await office.refusal(1, 'employers.debtDocuments', other)
    expect(refusal).toMatchObject({ code: 'not-found', what: 'debt' })
    const stranger = { ...other, workshopCode: '9000011003' }
    expect(await office.refusal(1, 'employers.debtDocuments', stranger)).toMatchObject({
      code: 'not-found',
      what: 'workshop',
    })
  })

  test('300 debts: the last line of the balance is what the totals say', async () => {
    const input = await of('0000001147', '9000151002')
    const { debts, totals } = await office.get(1, 'employers.ledger', input)
    expect(debts).toHaveLength(300)
    expect(debts.at(-1)?.balance).toBe(totals.definitive + totals.pending)
  })

  test('debts at the edges of their deadlines', async () => {
    const input = await of('0000001376', '9000011003')
    const { debts } = await office.get(1, 'employers.ledger', input)
    const left = debts.map((debt) => `${debt.stage} ${debt.daysLeft ?? '-'} ${debt.nextStep}`)
    // The data is two days older than the day on which deadlines are counted.
    expect(left.toSorted()).toEqual([
      'ASSESSED -1 PAY',
      'ASSESSED -2 PAY',
      'ASSESSED 0 PAY',
      'ASSESSED 29 OBJECT_ASSESSMENT',
      'PRIMARY -1 PAY',
      'PRIMARY -2 PAY',
      'PRIMARY 0 PAY',
      'PRIMARY 19 APPEAL_PRIMARY',
    ])
  })

  test('a workshop of somebody else, of another branch or of nobody is not found', async () => {
    for (const [code, branch] of [
      ['9000151002', '900'],
      ['9000161000', '9002'],
      ['1234567890', '900'],
    ] as const) {
      const input = await of('0000001015', code, branch)
      for (const method of ['employers.ledger', 'employers.workshop'] as const)
        expect(await office.refusal(1, method, input)).toEqual({
          code: 'not-found',
          what: 'workshop',
        })
    }
  })
})

describe('a workshop in detail', () => {
  test('where it is, who acts for it, and what each contract owes', async () => {
    const detail = await office.get(1, 'employers.workshop', await of('0000001015', '9000161000'))
    const member = { role: 'OWNER', from: jalali('1370/12/30'), until: null, own: true }
    expect(detail.members).toEqual([{ ...member, fullName: 'بهمن سه‌نقش نمونه' }])
    expect(detail.contracts.map(({ contractRow }) => contractRow)).toEqual(['001', '002', '003'])
    expect(detail.contracts[2]).toMatchObject({ debts: { pending: 33_035_826, open: 1 } })
    expect(detail).toMatchObject({ closedOn: null })
    expect(detail.address).toContain('پلاک')
  })
})
