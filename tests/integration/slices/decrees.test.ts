import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { PaperStatement, type StatementOf } from '#core/certificates/paper.model.ts'
import { selectRows } from '../../../electron/backend/database/rows.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { BROKEN, PROPORTIONAL, RAISED, decreeExtract } from '../../support/decree-extract.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today: jalali('1405/09/02') })
  await office.import(decreeExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  await office.signIn(1)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

async function decreesOf(personId: string, pensionNumber: string) {
  const visitId = await visitOf(personId)
  return office.get(1, 'pensions.decrees', { visitId, pensionNumber })
}

describe('the decrees of a survivors’ file', () => {
  const widow = { personId: '0000001104', pensionNumber: '8000109' }
  const all = () => decreesOf(widow.personId, widow.pensionNumber)

  test('are those of the database, line by line', async () => {
    for (const decree of await all()) {
      const rows = await selectRows(
        office.database.reader,
        `select item, title, amount_before as amountBefore, amount_after as amountAfter
        from decree_lines where decree_number = ? order by seq`,
        [decree.decreeNumber],
      )
      expect(decree.lines).toMatchObject(rows)
      expect(decree.lines).toHaveLength(rows.length)
    }
  })

  test('name the one that counts in its year, and what the corrected one owes the widow', async () => {
    const decrees = await all()
    const of1404 = decrees.filter(({ year }) => year === 1404)
    expect(of1404).toMatchObject([
      {
        decreeNumber: '1404-8000109-2',
        kind: 'CORRECTED',
        counts: true,
        replaces: '1404-8000109-1',
      },
      { kind: 'PROVISIONAL', counts: false, replacedBy: '1404-8000109-2', arrears: null },
    ])
    expect(of1404[0]?.arrears).toMatchObject({
      steps: [{ monthly: 6_015_693, months: 5, from: 140_401, to: 140_405, sum: 30_078_465 }],
      ...{ own: 12_536_704, slips: [], paid: 0 },
    })
  })

  test('give her share what the centre says she is paid now', async () => {
    const [newest] = await all()
    const visitId = await visitOf(widow.personId)
    const files = await office.get(1, 'pensions.files', visitId)
    const file = files.find(({ pensionNumber }) => pensionNumber === widow.pensionNumber)
    expect(newest?.own).toMatchObject({ shareBp: file?.shareBp, after: file?.amount })
  })

  test('on paper as on the screen', async () => {
    const [, corrected] = await all()
    const visitId = await visitOf(widow.personId)
    const { pensionNumber } = widow
    const decreeNumber = corrected?.decreeNumber ?? ''
    const order = { kind: 'decree', pensionNumber, decreeNumber } as const
    const { pdf } = await office.get(1, 'certificates.preview', { visitId, order })
    const paper = PaperStatement.parse(JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')))
    const decree = paper as StatementOf<'decree'>
    expect(decree).toMatchObject({
      ...{ decreeKind: 'CORRECTED', replaces: corrected?.replaces, replacedBy: null },
      ...{ totalAfter: corrected?.totalAfter, ownAfter: corrected?.own.after },
      arrears: [{ monthly: 6_015_693, months: 5, sum: 30_078_465, overpaid: false }],
    })
    expect(decree.lines.map(({ after }) => after)).toEqual(
      corrected?.lines.map(({ amountAfter }) => amountAfter),
    )
  })
})

describe('broken decrees', () => {
  const person = '0000001015'
  const notices = async () =>
    new Map((await decreesOf(person, '8000101')).map((one) => [one.decreeNumber, one.notices]))

  test('are shown with what is wrong', async () => {
    const found = await notices()
    expect(found.get(BROKEN.withoutLines)).toEqual(['NO_LINES'])
    expect(found.get(BROKEN.oneRialMore)).toEqual(['AFTER_DIFFERS'])
    expect(found.get(BROKEN.corrected)).toEqual(['FORMER_DIFFERS'])
    expect(found.get(BROKEN.issuedEarly)).toEqual([
      ...['FORMER_DIFFERS', 'ISSUED_BEFORE_YEAR', 'EFFECTIVE_AFTER_ISSUED'],
    ])
  })

  test('are not printed without lines or where they do not add up; other doubts stand on them', async () => {
    const visitId = await visitOf(person)
    const order = (decreeNumber: string) =>
      ({ kind: 'decree', pensionNumber: '8000101', decreeNumber }) as const
    const refused = (decreeNumber: string) =>
      office.refusal(1, 'certificates.preview', { visitId, order: order(decreeNumber) })
    expect(await refused(BROKEN.withoutLines)).toMatchObject({ what: 'decree-without-lines' })
    expect(await refused(BROKEN.oneRialMore)).toMatchObject({ what: 'decree-figures-differ' })
    const { pdf } = await office.get(1, 'certificates.preview', {
      ...{ visitId, order: order(BROKEN.issuedEarly) },
    })
    const paper = JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')) as object
    expect(paper).toMatchObject({
      notices: ['FORMER_DIFFERS', 'ISSUED_BEFORE_YEAR', 'EFFECTIVE_AFTER_ISSUED'],
    })
  })

  test('arrears of the year stand beside those that were paid in it', async () => {
    const decrees = await decreesOf(person, '8000101')
    expect(decrees.find(({ year }) => year === 1405)?.arrears).toMatchObject({
      ...{ steps: [], own: 0 },
      slips: [{ year: 1405, month: 3 }],
    })
    expect(
      decrees.find(({ decreeNumber }) => decreeNumber === BROKEN.corrected)?.arrears,
    ).toMatchObject({ sum: 50_000_000, own: 50_000_000 })
  })
})

describe('where the lines come from', () => {
  const explain = async (personId: string, decreeNumber: string) => {
    const pensionNumber = decreeNumber.split('-')[1] ?? ''
    const input = { visitId: await visitOf(personId), pensionNumber, decreeNumber }
    return office.get(1, 'pensions.decreeExplanation', input)
  }

  test('art. 111 raises 160 million to the minimum wage of 1405', async () => {
    const { lines, absent } = await explain('0000001074', RAISED)
    expect(lines[1]).toMatchObject({
      ...{ item: 'MINIMUM_TOPUP', expected: 6_255_500, agrees: true, articles: ['SSA-111'] },
    })
    expect(lines[1]?.steps.find(({ code }) => code === 'minimum-wage')?.value).toBe(166_255_500)
    expect(absent).toEqual([])
  })

  test('a proportional pension is not raised', async () => {
    const { absent } = await explain('0000001082', PROPORTIONAL)
    expect(absent).toEqual([])
  })

  test('the increase of 1404 is recomputed, that of 1405 is not published', async () => {
    const year1404 = await explain('0000001104', '1404-8000109-2')
    const increase = (of: typeof year1404) =>
      of.lines.find(({ item }) => item === 'ANNUAL_INCREASE')
    // 32 % of 200,523,104 and 9,316,050; the invented data have another figure.
    expect(increase(year1404)).toMatchObject({
      ...{ expected: 73_483_443, agrees: false, estimated: true },
    })
    const year1405 = await explain('0000001104', '1405-8000109-1')
    expect(increase(year1405)).toMatchObject({ expected: null, agrees: null })
    expect(increase(year1405)?.because[0]).toMatchObject({ code: 'parameter-missing' })
  })

  test('of a decree or a file of somebody else is not told', async () => {
    const visitId = await visitOf('0000001074')
    const ask = (pensionNumber: string, decreeNumber: string) =>
      office.refusal(1, 'pensions.decreeExplanation', { visitId, pensionNumber, decreeNumber })
    expect(await ask('8000109', '1404-8000109-2')).toMatchObject({ what: 'pension' })
    expect(await ask('8000107', '1404-8000109-2')).toMatchObject({ what: 'decree' })
  })
})
