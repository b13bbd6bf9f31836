import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StatementOf } from '#core/certificates/paper.model.ts'
import { PensionStatusPaper } from '#core/certificates/pension-status.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
  await office.signIn(1)
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId
const survivorsOf = async (personId: string, pensionNumber = '8000109') =>
  office.get(1, 'pensions.survivors', { visitId: await visitOf(personId), pensionNumber })

describe('the four heirs of 8000109, from the encrypted office', () => {
  test('sum to the whole and agree with the rule', async () => {
    const { rows, ...file } = await survivorsOf('0000001104')
    expect(file).toMatchObject({
      on: jalali('1405/09/02'),
      sumBp: 10_000,
      lawfulSumBp: 9998,
      otherParent: 'ALIVE',
      missing: [],
      notices: [],
    })
    expect(rows.map(({ relation, shareBp, lawfulBp }) => [relation, shareBp, lawfulBp])).toEqual([
      ['SPOUSE', 4168, 4166],
      ['DAUGHTER', 2083, 2083],
      ['SON', 2083, 2083],
      ['MOTHER', 1666, 1666],
    ])
  })

  test.each([
    ['0000001104', 'SPOUSE', 191_558_644, 'NO_REMARRIAGE'],
    ['0000001112', 'SON', 95_733_362, jalali('1408/02/27')],
    ['0000001120', 'DAUGHTER', 95_733_362, 'NO_HUSBAND_NO_JOB'],
    ['0000001139', 'MOTHER', 76_568_305, 'MAINTENANCE'],
  ])('%s sees the own amount alone, and that the condition holds', async (id, own, amount, how) => {
    const { rows, condition } = await survivorsOf(id)
    expect(rows.filter((row) => row.amount !== null)).toMatchObject([
      { relation: own, own: true, amount, since: jalali('1402/03/17') },
    ])
    expect(condition).toMatchObject({
      decision: { entitled: true, because: [], articles: ['SSA-81'] },
      advice: 'NONE',
      since: null,
    })
    expect(condition?.until ?? condition?.ground).toBe(how)
  })

  test('are told only to who has a share, and only of a survivors’ file', async () => {
    const refusalOf = async (personId: string, pensionNumber: string) =>
      office.refusal(1, 'pensions.survivors', { visitId: await visitOf(personId), pensionNumber })
    expect(await refusalOf('0000001015', '8000109')).toMatchObject({
      code: 'not-found',
      what: 'pension',
    })
    expect(await refusalOf('0000001104', '8000110')).toMatchObject({
      code: 'rule',
      what: 'not-survivors',
    })
  })
})

describe('every survivors’ file of the branch', () => {
  test('is judged, and no active share is above what the rule gives without a word', async () => {
    const heirs = await office.database.reader
      .selectFrom('pension_shares')
      .innerJoin('pensions', 'pensions.pension_number', 'pension_shares.pension_number')
      .innerJoin('citizens', 'citizens.citizen_id', 'pension_shares.citizen_id')
      .where('pensions.pension_type', '=', 'SURVIVORS')
      .select(['citizens.person_id as personId', 'pensions.pension_number as pensionNumber'])
      .orderBy('pensions.pension_number')
      .limit(60)
      .execute()
    expect(heirs.length).toBeGreaterThan(20)
    const advices = new Set<string>()
    for (const { personId, pensionNumber } of heirs) {
      const { rows, sumBp, notices, condition } = await survivorsOf(personId, pensionNumber)
      expect(rows.filter(({ own }) => own)).toHaveLength(1)
      expect(sumBp).toBeLessThanOrEqual(10_000)
      const differs = rows.filter(
        ({ shareBp, lawfulBp }) => lawfulBp !== null && shareBp - lawfulBp > rows.length,
      )
      const named = notices.filter(({ code }) => code === 'SHARE_DIFFERS').map(({ name }) => name)
      expect(differs.filter(({ fullName }) => !named.includes(fullName))).toEqual([])
      if (condition) advices.add(condition.advice)
    }
    expect(advices).toContain('NONE')
  })
})

describe('the paper of the status', () => {
  const stated = async (personId: string): Promise<StatementOf<'pension-status'>> => {
    const { pdf } = await office.get(1, 'certificates.preview', {
      visitId: await visitOf(personId),
      order: { kind: 'pension-status' },
    })
    return PensionStatusPaper.parse(JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')))
  }

  test('states each file as the database has it', async () => {
    const { pensions, files, paid, asOf } = await stated('0000001104')
    expect([files, paid, asOf]).toEqual([2, 2, jalali('1405/08/30')])
    expect(pensions).toMatchObject([
      { pensionNumber: '8000110', relation: 'SELF', shareBp: 10_000, ownerName: null },
      {
        pensionNumber: '8000109',
        relation: 'SPOUSE',
        shareBp: 4168,
        ownerName: 'جمشید درگذشته نمونه',
        insuranceNumber: '0090000109',
        since: jalali('1402/03/17'),
      },
    ])
  })

  test('is there for a file that has no salary certificate, and for who has no file', async () => {
    const { personId, pensionNumber } = await office.database.reader
      .selectFrom('pension_shares')
      .innerJoin('pensions', 'pensions.pension_number', 'pension_shares.pension_number')
      .innerJoin('citizens', 'citizens.citizen_id', 'pension_shares.citizen_id')
      .where('pensions.status', '=', 'SUSPENDED')
      .select(['citizens.person_id as personId', 'pensions.pension_number as pensionNumber'])
      .executeTakeFirstOrThrow()
    const { pensions, paid } = await stated(personId)
    expect(pensions.find((one) => one.pensionNumber === pensionNumber)?.status).toBe('SUSPENDED')
    expect(paid).toBe(pensions.filter(({ status }) => status === 'ACTIVE').length)
    expect(await stated('0000001384')).toMatchObject({ pensions: [], files: 0, paid: 0 })
  })
})
