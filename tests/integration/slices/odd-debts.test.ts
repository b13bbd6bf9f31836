import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import { connect } from '../../../electron/backend/database/engines/connection.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { addRows, type ExtractRow } from '../../support/extract-rows.ts'
import { copyOf, smallExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const key = new Uint8Array(32).fill(5)
const WORKSHOP = '9000161000'
const OWNER = '0000001015'
let office: BranchOffice
let of: { visitId: string; workshopCode: string; branchCode: string }

const textDebt = (debtNumber: string, premium: string, amount: string): ExtractRow => ({
  ...{ debtNumber, branchCode: '900', workshopCode: WORKSHOP, contractRow: '۳' },
  ...{ stage: 'DEFINITIVE', status: 'OPEN', premium, unemployment: '۱٬۰۰۰', other: 0 },
  ...{ amount, remaining: amount, installmentEligible: 1 },
})

/** The centre's amounts as text: every separator and every digit that the format allows. */
function extract(): string {
  const copy = copyOf(smallExtract())
  addRows(copy, 'debts.csv', [
    textDebt('T1', '۱۲٬۳۴۴٬۶۷۸', '۱۲٬۳۴۵٬۶۷۸'),
    textDebt('T2', '12,344,678', '12,345,678'),
    textDebt('T3', '١٢،٣٤٤،٦٧٨', '12 345 678'),
    { ...textDebt('BAD', '12,344,678', '12,345,679'), contractRow: '000' },
    { ...textDebt('TEXT', '12,344,678', 'دوازده میلیون'), contractRow: '000' },
  ])
  return copy
}

/** Debts that no import lets through, written into the database itself. */
function spoil({ database }: BranchOffice): void {
  const db = connect(database.pathOf(database.extractFile()), key)
  db.exec(`
    update debts set premium = premium + 5 where debt_number = 'T1';
    update debts set remaining = amount + 7 where debt_number = 'T2';
    update debts set from_year = 1404, from_month = 3, to_year = 1403, to_month = 12,
      calculation_date = '2026-05-10', notice_date = '2026-05-01' where debt_number = 'T3';
  `)
  db.close()
}

beforeAll(async () => {
  const today = jalali('1405/09/02')
  office = await openBranchOffice({ folder, papers: plainPapers, today, key })
  await office.import(extract())
  await office.signIn(1)
  const { visit } = await openFileOf(office, 1, OWNER)
  of = { visitId: visit.visitId, workshopCode: WORKSHOP, branchCode: '900' }
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const ledger = async () => {
  const { debts, totals } = await office.get(1, 'employers.ledger', of)
  return { totals, debts, known: new Map(debts.map((debt) => [debt.debtNumber, debt])) }
}

describe('debts as the centre sends them', () => {
  test('amounts as text with separators are one number; what does not add up is rejected', async () => {
    const { known } = await ledger()
    for (const number of ['T1', 'T2', 'T3'])
      expect(known.get(number)).toMatchObject({
        ...{ amount: 12_345_678, remaining: 12_345_678, premium: 12_344_678, unemployment: 1000 },
        ...{ contractRow: '003', notices: [] },
      })
    expect([known.has('BAD'), known.has('TEXT')]).toEqual([false, false])
    const rejected = await office.database.reader
      .selectFrom('import_rejects')
      .select(['column', 'code'])
      .execute()
    expect(rejected).toEqual([
      { column: 'amount', code: 'E_SUM' },
      { column: 'amount', code: 'E_TYPE' },
    ])
  })
})

describe('debts that are wrong in the database', () => {
  test('are shown as they are, each with its notice, and counted', async () => {
    const before = await ledger()
    spoil(office)
    const { known, totals, debts } = await ledger()
    expect(known.get('T1')).toMatchObject({ premium: 12_344_683, notices: ['PARTS_DIFFER'] })
    expect(known.get('T2')).toMatchObject({
      ...{ remaining: 12_345_685, notices: ['REMAINING_EXCEEDS'] },
    })
    expect(known.get('T3')?.notices).toEqual(['PERIOD_REVERSED', 'DATES_DISORDERED'])
    expect(debts).toHaveLength(before.debts.length)
    expect(totals.definitive).toBe(before.totals.definitive + 7)
    expect(totals.odd).toBe(before.totals.odd + 2)
    expect(debts.at(-1)?.balance).toBe(totals.definitive + totals.pending)
  })

  test('stand on the paper with the same figures and the same notices', async () => {
    const { known, totals } = await ledger()
    for (const withLedger of [false, true]) {
      const order = { kind: 'debt-statement' as const, contractRow: null, ledger: withLedger }
      const { workshopCode, branchCode, visitId } = of
      const { pdf } = await office.get(1, 'certificates.preview', {
        visitId,
        order: { ...order, workshopCode, branchCode },
      })
      const text = Buffer.from(pdf, 'base64').toString('utf8')
      const paper = PaperStatement.parse(JSON.parse(text))
      if (paper.kind !== 'debt-statement') throw new Error('another paper')
      expect(paper.total).toBe(totals.definitive + totals.pending)
      for (const row of paper.debts) {
        const { remaining, notices } = known.get(row.debtNumber) ?? {}
        expect(row).toMatchObject({ remaining, notices, odd: notices?.length !== 0 })
      }
      expect(paper.debts.filter(({ odd }) => odd).map(({ debtNumber }) => debtNumber)).toEqual(
        expect.arrayContaining(['T1', 'T2', 'T3']),
      )
    }
  })
})
