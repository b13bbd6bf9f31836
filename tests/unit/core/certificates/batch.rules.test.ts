import { describe, expect, test } from 'vitest'
import { expandBatch, familyOf } from '#core/certificates/batch.rules.ts'
import type { BatchOrder } from '#core/certificates/batch.model.ts'
import type { PensionHeir } from '#core/pensions/pensions.ports.ts'
import type { FilePart, PresenceKind } from '#core/visits/visit.model.ts'
import { jalali } from '../../../support/counter.ts'
import { aPensionFile } from '../../../support/fake-papers.ts'
import { anIdentity } from '../../../support/stating.ts'

const today = jalali('1405/09/02')
const SPOUSE = 7

const heir = (citizenId: number, change: Partial<PensionHeir> = {}): PensionHeir => ({
  citizenId,
  fullName: `وارث ${citizenId}`,
  birthDate: jalali('1395/01/01'),
  deathDate: null,
  relation: 'SON',
  shareBp: 2500,
  amount: 50 as PensionHeir['amount'],
  shareStatus: 'ACTIVE',
  fromDate: jalali('1402/03/17'),
  toDate: null,
  ...change,
})

const heirs = [
  heir(SPOUSE, { relation: 'SPOUSE', birthDate: jalali('1360/01/01') }),
  heir(8, { birthDate: jalali('1387/09/03') }),
  heir(9, { birthDate: jalali('1387/09/02') }),
  heir(10, { relation: 'DAUGHTER' }),
  heir(11, { shareStatus: 'SUSPENDED' }),
  heir(12, { relation: 'MOTHER', birthDate: jalali('1330/01/01') }),
]
const file = aPensionFile({ pensionType: 'SURVIVORS', relation: 'SPOUSE' })
const family = (
  visit: { citizenId: number; presenceKind: PresenceKind },
  change: Partial<typeof file> = {},
) => familyOf(heirs, { ...file, ...change }, visit, today).map(({ citizenId }) => citizenId)

describe('whose papers one visitor may take', () => {
  test('the surviving parent takes his own and those of children under 18 that are paid', () => {
    expect(family({ citizenId: SPOUSE, presenceKind: 'SELF' })).toEqual([SPOUSE, 8, 10])
  })

  test('a guardian takes the papers of the child he stands here for, not of its siblings', () => {
    const guardian = { citizenId: 10, presenceKind: 'GUARDIAN' } as const
    expect(family(guardian, { relation: 'DAUGHTER' })).toEqual([10])
  })

  test('a brother or a mother of the deceased takes nothing but his own', () => {
    expect(family({ citizenId: 9, presenceKind: 'SELF' }, { relation: 'SON' })).toEqual([9])
    expect(family({ citizenId: 12, presenceKind: 'SELF' }, { relation: 'MOTHER' })).toEqual([12])
  })

  test('of a pension of his own, or one that is not paid, there is no family', () => {
    const visit = { citizenId: SPOUSE, presenceKind: 'SELF' } as const
    expect(family(visit, { pensionType: 'RETIREMENT' })).toEqual([SPOUSE])
    expect(family(visit, { status: 'SUSPENDED' })).toEqual([])
  })
})

type Needs = Parameters<typeof expandBatch>[2]

const slip = (slipNumber: string, year: number, month: number, paidOn: string | null = null) => ({
  ...{ slipNumber, year, month, paidOn, seq: 1, paymentType: 'MONTHLY' },
})

function needsOf(presenceKind: PresenceKind, scope: readonly FilePart[] = ['PENSION', 'EMPLOYER']) {
  const stake = (workshopCode: string, actsUntil: string | null) => ({
    ...{ workshopCode, branchCode: '900', name: 'کارگاه', role: 'OWNER', closedOn: null },
    ...{ actsFrom: jalali('1400/01/01'), actsUntil, scope: null, paper: null },
  })
  return {
    visits: {
      findOpen: () =>
        Promise.resolve({ clerkId: 'c', citizenId: SPOUSE, presenceKind, scope, power: null }),
    },
    actor: { clerkId: 'c' },
    today: () => today,
    citizens: { findIdentity: () => Promise.resolve(anIdentity) },
    pensions: {
      listFiles: () => Promise.resolve([file]),
      listHeirs: () => Promise.resolve(heirs),
      listSlips: (citizenId: number) =>
        Promise.resolve(
          citizenId === 10
            ? [slip('21', 1405, 7)]
            : [
                slip(`${citizenId}3`, 1405, 8),
                slip(`${citizenId}2`, 1405, 7, '2026-10-20'),
                slip(`${citizenId}1`, 1405, 7, '2026-10-10'),
                slip(`${citizenId}0`, 1404, 12),
              ],
        ),
    },
    employers: {
      listStakes: () =>
        Promise.resolve([stake('9000000001', null), stake('9000000002', jalali('1405/01/01'))]),
    },
  } as unknown as Needs
}

const batch = (order: BatchOrder, needs = needsOf('SELF')) => expandBatch(order, 'v', needs)
const pensionNumber = '8000101'

describe('the papers of a batch', () => {
  test('a year of slips is his own, oldest first, named by month and number', async () => {
    const papers = await batch({ of: 'year-of-slips', pensionNumber, year: 1405 })
    expect(papers.map(({ label }) => label)).toEqual([
      '1405/07 · 71',
      '1405/07 · 72',
      '1405/08 · 73',
    ])
    expect(papers[0]).toMatchObject({
      order: { kind: 'pension-slip', slipNumber: '71' },
      citizenId: SPOUSE,
      citizenName: 'فاطمه نمونه',
    })
    expect(await batch({ of: 'year-of-slips', pensionNumber, year: 1399 })).toEqual([])
  })

  test('slips of a family are those of the month, of each who has one', async () => {
    const papers = await batch({ of: 'family-slips', pensionNumber, year: 1405, month: 8 })
    expect(papers.map(({ citizenId }) => citizenId)).toEqual([SPOUSE, 8])
  })

  test('certificates of a family name each heir', async () => {
    const papers = await batch({
      of: 'family-certificates',
      pensionNumber,
      institutionCode: 'B013',
      recipientBranch: 'مرکزی',
    })
    expect(papers.map(({ label, order }) => `${order.kind} ${label}`)).toEqual([
      'salary-certificate وارث 7',
      'salary-certificate وارث 8',
      'salary-certificate وارث 10',
    ])
  })

  test('an employer gets one statement of each workshop he may act for today', async () => {
    const papers = await batch({ of: 'employer-statements', ledger: true })
    expect(papers.map(({ order }) => order)).toEqual([
      {
        kind: 'debt-statement',
        workshopCode: '9000000001',
        branchCode: '900',
        contractRow: null,
        ledger: true,
      },
    ])
  })

  test.each(['LAWYER', 'ATTORNEY', 'OPEN_REQUEST', 'OFFICIAL_ORDER', 'COMPANY_SIGNATORY'] as const)(
    'no family list goes to %s',
    (by) =>
      expect(
        batch({ of: 'family-slips', pensionNumber, year: 1405, month: 8 }, needsOf(by)),
      ).rejects.toMatchObject({ data: { code: 'forbidden' } }),
  )

  test('needs the part of the file that it is about, and a file of one’s own', async () => {
    await expect(
      batch({ of: 'employer-statements', ledger: false }, needsOf('SELF', ['PENSION'])),
    ).rejects.toMatchObject({ data: { what: 'outside-power' } })
    await expect(
      batch({ of: 'year-of-slips', pensionNumber: '9999999', year: 1405 }),
    ).rejects.toMatchObject({ data: { what: 'pension' } })
  })
})
