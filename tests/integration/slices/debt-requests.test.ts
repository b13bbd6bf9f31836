import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { noPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import type { Input } from '#core/contract.ts'
import type { FilePart } from '#core/visits/visit.model.ts'

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

const EMPLOYER = '0000001376'
const workshop = '9000011003/900'
const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

type Request = Input<'requests.file'>['request']

const file = (visitId: string, request: Request, idempotencyKey = randomUUID()) => ({
  ...{ visitId, idempotencyKey, request },
})

const objection = (debt: string, papers: Request['form']['papers']): Request => ({
  kind: 'DEBT_OBJECTION',
  form: {
    ...{ debt, ground: 'WAGES_OR_DAYS', statement: 'دستمزد مبنا درست نیست' },
    ...{ referenceCode: '', papers, note: '' },
  },
})

test('an objection is filed once for each debt, with the papers that were served', async () => {
  const visitId = await visitOf(EMPLOYER)
  const assessed = `${workshop}/100000305`
  const whole = objection(assessed, ['OBJECTION_LETTER', 'DEBT_NOTICE'])
  expect(
    await office.refusal(
      1,
      'requests.file',
      file(visitId, objection(assessed, ['OBJECTION_LETTER'])),
    ),
  ).toMatchObject({ what: 'papers-missing', values: { paper: 'DEBT_NOTICE' } })

  const key = randomUUID()
  const filed = await office.get(1, 'requests.file', file(visitId, whole, key))
  expect(filed).toMatchObject({ kind: 'DEBT_OBJECTION', promisedOn: jalali('1405/10/02') })
  expect(await office.get(1, 'requests.file', file(visitId, whole, key))).toEqual(filed)
  expect(await office.refusal(1, 'requests.file', file(visitId, whole))).toMatchObject({
    ...{ code: 'conflict', what: 'open-request', values: { trackingCode: filed.trackingCode } },
  })
  const appeal = objection(`${workshop}/100000309`, ['OBJECTION_LETTER', 'PRIMARY_VOTE'])
  const second = await office.get(1, 'requests.file', file(visitId, appeal))
  expect(second.trackingCode).not.toBe(filed.trackingCode)

  const { trackingCode } = filed
  const detail = await office.get(1, 'requests.detail', { visitId, trackingCode })
  expect(detail).toMatchObject({ role: 'EMPLOYER', status: '9', form: { debt: assessed } })

  const reason = 'بدهی پرداخت شد'
  const version = detail.version ?? 0
  await office.get(1, 'requests.withdraw', { visitId, trackingCode, version, reason })
  const anew = await office.get(1, 'requests.file', file(visitId, whole))
  expect(anew.trackingCode).not.toBe(trackingCode)
})

test('what came too late is refused with the day and the article, and so is what is not his', async () => {
  const visitId = await visitOf(EMPLOYER)
  const papers = ['OBJECTION_LETTER', 'DEBT_NOTICE', 'PRIMARY_VOTE'] as const
  const refusalOf = (debt: string) =>
    office.refusal(1, 'requests.file', file(visitId, objection(debt, [...papers])))
  expect(await refusalOf(`${workshop}/100000306`)).toMatchObject({
    ...{ code: 'rule', what: 'not-entitled' },
    values: { reason: 'objection-too-late', day: jalali('1405/09/01'), article: 'SSA-42, SSA-43' },
  })
  expect(await refusalOf(`${workshop}/100000310`)).toMatchObject({
    values: { reason: 'appeal-too-late', article: 'SSA-44' },
  })
  expect(await refusalOf('9000151004/900/100000315')).toMatchObject({
    values: { reason: 'objection-debt-in-execution' },
  })
  // A debt of the contractor, whose signatory is somebody else.
  expect(await refusalOf('9000151002/900/100000005')).toMatchObject({
    values: { reason: 'debt-not-open' },
  })
})

test('a definitive debt is reviewed and paid in instalments side by side', async () => {
  const visitId = await visitOf(EMPLOYER)
  const debt = '9000151004/900/100000315'
  const review = (papers: Request['form']['papers']): Request => ({
    kind: 'DEBT_ARTICLE16',
    form: {
      ...{ debt, defect: 'PAPERS_NOT_SEEN', defectNote: 'فهرست‌ها در هیئت دیده نشد' },
      ...{ referenceCode: '', papers, note: '' },
    },
  })
  expect(
    await office.refusal(1, 'requests.file', file(visitId, review(['REQUEST_FORM', 'FINAL_VOTE']))),
  ).toMatchObject({ field: 'request.form.papers', fault: 'evidence-missing' })
  const whole = review(['REQUEST_FORM', 'FINAL_VOTE', 'PREMIUM_LISTS'])
  await office.get(1, 'requests.file', file(visitId, whole))

  const instalments = (count: number): Request => ({
    kind: 'DEBT_INSTALMENT',
    form: { debt, count, firstMonth: '1405/10', papers: ['REQUEST_FORM'], note: '' },
  })
  expect(await office.refusal(1, 'requests.file', file(visitId, instalments(37)))).toMatchObject({
    ...{ field: 'request.form.count', fault: 'too-many-instalments', values: { most: 36 } },
  })
  const filed = await office.get(1, 'requests.file', file(visitId, instalments(36)))
  expect(filed.promisedOn).toBe(jalali('1405/09/17'))
})

test('a power without the workshops opens none of the three', async () => {
  const { hits } = await office.get(1, 'citizens.search', { text: '0000001147', limit: 1 })
  const citizenId = hits[0]?.citizenId ?? 0
  const scope: FilePart[] = ['BENEFITS', 'RECORDS']
  const power = {
    ...{
      holderName: 'سارا امضایی',
      holderId: '0000001384',
      issuer: 'دفتر نمونه',
      number: '1405/88',
    },
    ...{ issuedOn: jalali('1405/01/01'), expiresOn: jalali('1405/12/29'), scope },
  }
  const { visit } = await office.get(1, 'visits.begin', {
    ...{ citizenId, purpose: 'REQUEST', reason: null },
    presence: { kind: 'ATTORNEY', power },
  })
  const { visitId } = visit
  const states = await office.get(1, 'requests.services', visitId)
  for (const kind of ['DEBT_OBJECTION', 'DEBT_ARTICLE16', 'DEBT_INSTALMENT'] as const) {
    expect(states.find((one) => one.kind === kind)?.state).toBe('OUTSIDE_POWER')
    expect(await office.refusal(1, 'requests.assess', { visitId, kind, form: {} })).toMatchObject({
      ...{ code: 'forbidden', what: 'outside-power' },
    })
  }
})
