import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { noPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
  await office.signIn(1)
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

async function dependantsOf(personId: string) {
  const { visit } = await openFileOf(office, 1, personId)
  return office.get(1, 'insured.dependants', visit.visitId)
}

describe('dependants of an open file, from the encrypted office', () => {
  test('eight of one family, the nearest first, each with its answer', async () => {
    const { on, dependants } = await dependantsOf('0000001198')
    expect(on).toBe(jalali('1405/09/02'))
    expect(
      dependants.map(({ dependant: { personId, relation }, verdict }) => [
        personId,
        relation,
        verdict.age,
        verdict.decision.because.map(({ code }) => code).join(' '),
        verdict.until ?? verdict.ground,
      ]),
    ).toEqual([
      ['0000001201', 'SPOUSE', 43, '', 'MARRIAGE'],
      ['0000001244', 'DAUGHTER', 23, 'dependant-ended daughter-married', jalali('1403/12/30')],
      ['0000001236', 'SON', 23, '', 'DISABILITY'],
      ['0000001228', 'SON', 22, '', 'STUDIES'],
      ['0000001211', 'SON', 21, 'dependant-ended son-past-age', jalali('1404/01/04')],
      ['0000001260', 'SON', 19, '', jalali('1406/02/19')],
      ['0000001252', 'DAUGHTER', 14, '', 'NO_HUSBAND_NO_JOB'],
      ['0000001279', 'MOTHER', 70, '', 'MAINTENANCE'],
    ])
    expect(dependants.every(({ verdict }) => verdict.decision.articles[0] === 'SSA-58')).toBe(true)
  })

  test('the rule agrees with the coverage that the centre states', async () => {
    const stated = await office.database.reader
      .selectFrom('coverage')
      .innerJoin('citizens', 'citizens.citizen_id', 'coverage.citizen_id')
      .select(['citizens.person_id as personId', 'coverage.state'])
      .where('coverage.insurance_number', '=', '0090000119')
      .where('coverage.relation', '<>', 'SELF')
      .where('coverage.from_date', '<=', jalali('1405/09/02'))
      .where((row) =>
        row.or([
          row('coverage.to_date', 'is', null),
          row('coverage.to_date', '>=', jalali('1405/09/02')),
        ]),
      )
      .execute()
    const { dependants } = await dependantsOf('0000001198')
    expect(stated).toHaveLength(8)
    for (const { dependant, verdict } of dependants) {
      const row = stated.find(({ personId }) => personId === dependant.personId)
      expect([dependant.personId, verdict.decision.entitled]).toEqual([
        dependant.personId,
        row?.state === 'COVERED',
      ])
    }
  })

  test('nobody is an answer, and so is a person without an insurance number', async () => {
    for (const personId of ['0000001023', '0000001384'])
      expect(await dependantsOf(personId)).toMatchObject({ dependants: [] })
  })

  test('another clerk’s visit and a power without records are refused', async () => {
    const { visit } = await openFileOf(office, 1, '0000001198')
    await office.signIn(2)
    expect(await office.refusal(2, 'insured.dependants', visit.visitId)).toMatchObject({
      code: 'not-found',
    })
    const { hits } = await office.get(1, 'citizens.search', { text: '0000001198', limit: 1 })
    const file = await office.get(1, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      presence: {
        kind: 'ATTORNEY',
        power: {
          holderName: 'وکیل نمونه',
          holderId: '0000001384',
          issuer: 'دفتر نمونه',
          number: '۱۲۳',
          issuedOn: jalali('1405/01/01'),
          expiresOn: null,
          scope: ['PENSION'],
        },
      },
      purpose: 'INQUIRY',
      reason: null,
    })
    expect(await office.refusal(1, 'insured.dependants', file.visit.visitId)).toMatchObject({
      code: 'forbidden',
      what: 'outside-power',
    })
  })
})
