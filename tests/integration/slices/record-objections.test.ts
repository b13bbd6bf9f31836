import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  await office.signIn(1)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

describe('findings', () => {
  test('two employers at once are a question, and everything a claim needs comes along', async () => {
    const found = await office.get(1, 'insured.findings', await visitOf('0000001171'))
    expect(found.findings).toMatchObject([{ code: 'OVERLAP', severity: 'LOW', missing: false }])
    expect(found.findings[0]?.months).toHaveLength(24)
    expect(found).toMatchObject({ today: jalali('1405/09/02'), lastEnd: jalali('1405/07/02') })
    expect(found.rows.length).toBeGreaterThan(20)
  })

  test('a person without records has none', async () => {
    const found = await office.get(1, 'insured.findings', await visitOf('0000001384'))
    expect(found).toMatchObject({ rows: [], findings: [] })
  })
})

describe('an objection', () => {
  test('is filed by what is recorded, and closes the way for another of either kind', async () => {
    const visitId = await visitOf('0000001041')
    const { rows } = await office.get(1, 'insured.findings', visitId)
    const row = rows.find(({ year }) => year === 1402)
    if (!row) throw new Error('no row of 1402')
    const { insuranceNumber, workshopCode, branchCode, contractRow, recordType } = row
    const line = {
      ...{ insuranceNumber, workshopCode, branchCode, contractRow, recordType },
      ...{ year: 1402, month: 3, workshopName: row.workshopName },
      ...{ recordedDays: row.days[2] ?? 0, recordedWage: row.wages[2] ?? 0 },
      ...{ claimedDays: '', claimedWage: '۹۵٬۰۰۰٬۰۰۰', claimedWorkshop: '' },
    }
    const filing = (change: object, papers: readonly 'PAY_SLIPS'[] = ['PAY_SLIPS']) => ({
      ...{ visitId, idempotencyKey: randomUUID() },
      request: {
        kind: 'RECORD_OBJECTION' as const,
        form: {
          lines: [{ ...line, ...change }],
          ...{ referenceCode: '', papers: [...papers], note: '' },
        },
      },
    })
    expect(await office.refusal(1, 'requests.file', filing({}, []))).toMatchObject({
      ...{ code: 'invalid-input', field: 'request.form.papers', fault: 'evidence-missing' },
    })
    expect(await office.refusal(1, 'requests.file', filing({ recordedDays: 1 }))).toMatchObject({
      ...{ field: 'request.form.lines.0.record', fault: 'record-changed' },
    })
    expect(await office.refusal(1, 'requests.file', filing({ claimedDays: '۳۲' }))).toMatchObject({
      ...{ field: 'request.form.lines.0.claimedDays', fault: 'claimed-days-beyond-month' },
    })
    const filed = await office.get(1, 'requests.file', filing({}))
    expect(filed).toMatchObject({ kind: 'RECORD_OBJECTION', promisedOn: jalali('1405/10/02') })
    for (const kind of ['RECORD_OBJECTION', 'RECORD_MISSING'] as const)
      expect(await office.get(1, 'requests.assess', { visitId, kind, form: {} })).toMatchObject({
        openRequest: { trackingCode: filed.trackingCode },
      })
    expect(await office.refusal(1, 'requests.file', filing({}))).toMatchObject({
      ...{ code: 'conflict', what: 'open-request' },
    })
  })

  test('is closed to who has no insurance number, before anything is typed', async () => {
    const visitId = await visitOf('0000001384')
    for (const kind of ['RECORD_OBJECTION', 'RECORD_MISSING'] as const)
      expect(await office.get(1, 'requests.assess', { visitId, kind, form: {} })).toMatchObject({
        decision: { entitled: false, because: [{ code: 'no-insurance-number' }] },
      })
  })

  test('offers the refused one that it may follow', async () => {
    const visitId = await visitOf('0000001392')
    const assessed = await office.get(1, 'requests.assess', {
      ...{ visitId, kind: 'RECORD_OBJECTION', form: {} },
    })
    expect(assessed.openRequest).not.toBeNull()
    expect(assessed.choices['referenceCode']?.at(-1)).toEqual({ id: 'NONE' })
    expect(assessed.prefilled['referenceCode']).toMatch(/^\d{10}$/)
  })
})
