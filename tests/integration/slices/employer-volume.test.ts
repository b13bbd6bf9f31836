import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import {
  CONTRACTOR,
  CONTRACTS,
  DEEP,
  DEEP_DEBTS,
  DOCUMENTS,
  employerExtract,
  madeDebts,
  WIDE,
  WORKSHOPS,
  type MadeDebt,
} from '../../support/employer-extract.ts'
import { noPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const made = madeDebts()
let office: BranchOffice
let visitId: string

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: jalali('1405/09/02') })
  await office.import(employerExtract())
  await office.signIn(1)
  visitId = (await openFileOf(office, 1, CONTRACTOR)).visit.visitId
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const isFinal = ({ stage }: MadeDebt) => stage === 'DEFINITIVE' || stage === 'EXECUTION'
const sum = (debts: readonly MadeDebt[]) =>
  debts.reduce((total, { remaining }) => total + remaining, 0)
const at = (code: string) => made.filter(({ workshopCode }) => workshopCode === code)

describe('a contractor of 2,000 workshops', () => {
  test('has every workshop once, with what it owes and its contract rows', async () => {
    const { workshops, totals } = await office.get(1, 'employers.workshops', visitId)
    expect(workshops).toHaveLength(WORKSHOPS)
    expect(new Set(workshops.map(({ workshopCode }) => workshopCode)).size).toBe(WORKSHOPS)
    const known = new Map(workshops.map((workshop) => [workshop.workshopCode, workshop]))
    for (const code of [WIDE, DEEP, '8000000003', '8000002000']) {
      const debts = at(code)
      expect(known.get(code)?.debts).toMatchObject({
        definitive: sum(debts.filter(isFinal)),
        pending: sum(debts.filter((debt) => !isFinal(debt))),
        open: debts.filter(({ status }) => status !== 'PAID' && status !== 'CANCELLED').length,
        odd: 0,
      })
    }
    expect(known.get(WIDE)?.contractRows).toBe(CONTRACTS)
    expect(known.get(DEEP)?.contractRows).toBe(0)
    expect(totals.definitive + totals.pending).toBe(sum(made))
  })

  test('has 999 contract rows at one workshop, each with what it owes', async () => {
    const of = { visitId, workshopCode: WIDE, branchCode: '900' }
    const { contracts, members } = await office.get(1, 'employers.workshop', of)
    expect(contracts.map(({ contractRow }) => contractRow)).toEqual(
      Array.from({ length: CONTRACTS }, (_, n) => String(n + 1).padStart(3, '0')),
    )
    const owed = contracts.map(({ debts }) => debts.definitive + debts.pending)
    expect(owed).toEqual(at(WIDE).map(({ remaining }) => remaining))
    expect(contracts[41]).toMatchObject({ contractNumber: 'P-42', contractAmount: 1_000_000_041 })
    expect(members).toMatchObject([{ role: 'OWNER', own: true }])
  })

  test('has a ledger of 300 debts with 20 documents each, in the order of time', async () => {
    const of = { visitId, workshopCode: DEEP, branchCode: '900' }
    const { debts, totals } = await office.get(1, 'employers.ledger', of)
    const months = debts.map(({ from }) => (from ? from.year * 12 + from.month : Number.NaN))
    expect(months).toEqual(months.toSorted((a, b) => a - b))
    expect(debts.map(({ debtNumber }) => debtNumber).toSorted()).toEqual(
      at(DEEP).map(({ debtNumber }) => debtNumber),
    )
    expect(debts).toHaveLength(DEEP_DEBTS)
    for (const { debtNumber } of debts) {
      const documents = await office.get(1, 'employers.debtDocuments', { ...of, debtNumber })
      expect(documents.map(({ documentNumber }) => documentNumber)).toEqual(
        Array.from({ length: DOCUMENTS }, (_, n) => `${debtNumber}-${n + 1}`),
      )
    }
    expect(debts.at(-1)?.balance).toBe(sum(at(DEEP)))
    expect(totals.definitive + totals.pending).toBe(sum(at(DEEP)))
  })
})
