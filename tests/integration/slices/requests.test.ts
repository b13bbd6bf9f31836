import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { APPLICANT, marriageForm, type FiledMarriage } from '../../support/marriage-filing.ts'
import { noPapers } from '../../support/papers.ts'

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

/** Each test has a clerk of its own at window 1. */
beforeEach(async () => {
  await office.signIn(1)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

const filing = (
  visitId: string,
  idempotencyKey = randomUUID(),
  more: Partial<FiledMarriage> = {},
) => ({
  visitId,
  idempotencyKey,
  request: { kind: 'MARRIAGE' as const, form: marriageForm(more) },
})

async function removeRequests(): Promise<void> {
  await office.database.transaction(async (tx) => {
    await tx.deleteFrom('request_events').execute()
    await tx.deleteFrom('requests').execute()
  })
}

describe('assessing a marriage allowance', () => {
  const assess = (visitId: string, typed: Input<'requests.assess'>['form'] = {}) =>
    office.get(1, 'requests.assess', { visitId, kind: 'MARRIAGE', form: typed })

  test('720 days are enough', async () => {
    const found = await assess(await visitOf('0000001023'))
    expect(found.decision).toMatchObject({ entitled: true, because: [], articles: ['SSA-85'] })
    expect(found.decision?.figures).toContainEqual(
      expect.objectContaining({ code: 'record-days', value: 720 }),
    )
    expect(found).toMatchObject({
      openRequest: { status: expect.any(String) as string, origin: 'CENTRE' },
      lacksAccount: false,
      prefilled: {
        marriageDate: jalali('1405/07/01'),
        permanent: true,
        employedOnWeddingDay: true,
      },
      papers: [
        { code: 'MARRIAGE_DEED', required: true },
        { code: 'BIRTH_CERTIFICATE_PAGE_2', required: true },
        { code: 'ACCOUNT_PROOF', required: false },
      ],
    })
  })

  test('719 days are not, and the answer says what lacks', async () => {
    const { decision } = await assess(await visitOf('0000001031'))
    expect(decision).toMatchObject({
      entitled: false,
      because: [
        { code: 'contribution-period-too-short', values: { days: 719, required: 720, lacking: 1 } },
      ],
    })
  })

  test('the worked example is 211,627,750 rial, granted once and not again', async () => {
    const { decision } = await assess(await visitOf('0000001041'))
    expect(decision).toMatchObject({
      entitled: false,
      because: [{ code: 'already-granted' }],
      estimate: { amount: 211_627_750 },
    })
  })

  test('there is no verdict before there is a wedding day', async () => {
    const visitId = await visitOf('0000001384')
    expect((await assess(visitId)).decision).toBeNull()
    expect((await assess(visitId, { marriageDate: jalali('1405/07/01') })).decision).toMatchObject({
      entitled: false,
    })
  })

  test('what is typed goes before what the file says', async () => {
    const { decision } = await assess(await visitOf('0000001023'), { permanent: false })
    expect(decision?.because).toMatchObject([{ code: 'not-permanent' }])
  })
})

describe('drafts', () => {
  test('are kept exactly as typed, for their clerk and citizen only', async () => {
    const visitId = await visitOf('0000001023')
    const typed = { marriageDate: '1405/13/99', spouseName: '  ', papers: ['MARRIAGE_DEED'] }
    const kind = 'MARRIAGE'
    await office.get(1, 'requests.saveDraft', { visitId, kind, form: { note: 'نخست' } })
    await office.get(1, 'requests.saveDraft', { visitId, kind, form: typed })
    expect(await office.get(1, 'requests.draft', { visitId, kind })).toMatchObject({ form: typed })
    const other = await visitOf('0000001031')
    expect(await office.get(1, 'requests.draft', { visitId: other, kind })).toBeNull()
    await office.signIn(2)
    const elsewhere = (await openFileOf(office, 2, '0000001023')).visit.visitId
    expect(await office.get(2, 'requests.draft', { visitId: elsewhere, kind })).toBeNull()
    const again = await visitOf('0000001023')
    await office.get(1, 'requests.discardDraft', { visitId: again, kind })
    expect(await office.get(1, 'requests.draft', { visitId: again, kind })).toBeNull()
  })
})

describe('filing', () => {
  beforeEach(removeRequests)

  test('is done once for a key, with its history, its promise and without its draft', async () => {
    const visitId = await visitOf(APPLICANT)
    await office.get(1, 'requests.saveDraft', { visitId, kind: 'MARRIAGE', form: { note: 'x' } })
    const order = filing(visitId)
    const filed = await office.get(1, 'requests.file', order)
    expect(filed).toMatchObject({ kind: 'MARRIAGE', status: '9', promisedOn: jalali('1405/09/17') })
    expect(filed.trackingCode).toMatch(/^[1-9]\d{9}$/)
    expect(await office.get(1, 'requests.file', order)).toEqual(filed)
    expect(await office.get(1, 'requests.draft', { visitId, kind: 'MARRIAGE' })).toBeNull()
    const { trackingCode } = filed
    const detail = await office.get(1, 'requests.detail', { visitId, trackingCode })
    expect(detail).toMatchObject({ origin: 'COUNTER', status: '9', role: 'INSURED' })
    expect(detail.events.map(({ status, actor }) => [status, actor])).toEqual([
      ['DRAFT', 'CLERK'],
      ['2', 'SYSTEM'],
      ['9', 'SYSTEM'],
    ])
    expect((await office.get(1, 'requests.ofCitizen', visitId))[0]).toMatchObject({ trackingCode })
    const { hits } = await office.get(1, 'citizens.search', { text: trackingCode })
    expect(hits).toMatchObject([{ kind: 'TRACKING_CODE', role: 'INSURED', target: trackingCode }])
  })

  test('a second one while the first is open is a conflict that names it', async () => {
    const visitId = await visitOf(APPLICANT)
    const { trackingCode } = await office.get(1, 'requests.file', filing(visitId))
    expect(await office.refusal(1, 'requests.file', filing(visitId))).toMatchObject({
      code: 'conflict',
      what: 'open-request',
      values: { trackingCode },
    })
    const found = await office.get(1, 'requests.assess', { visitId, kind: 'MARRIAGE', form: {} })
    expect(found.openRequest).toMatchObject({ trackingCode })
  })

  test('a key that filed for one citizen files for no other', async () => {
    const order = filing(await visitOf(APPLICANT))
    await office.get(1, 'requests.file', order)
    const visitId = await visitOf('0000001023')
    expect(await office.refusal(1, 'requests.file', { ...order, visitId })).toMatchObject({
      code: 'conflict',
      what: 'idempotency-key',
    })
  })

  test('who is not entitled hears the reason and the article; nothing is kept', async () => {
    const visitId = await visitOf('0000001384')
    expect(await office.refusal(1, 'requests.file', filing(visitId))).toMatchObject({
      code: 'rule',
      what: 'no-account',
    })
    const entitled = await visitOf(APPLICANT)
    const second = filing(entitled, randomUUID(), { firstMarriage: false })
    expect(await office.refusal(1, 'requests.file', second)).toMatchObject({
      code: 'rule',
      what: 'not-entitled',
      values: { reason: 'not-first-marriage', article: 'SSA-85' },
    })
    const { count } = await office.database.reader
      .selectFrom('requests')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(0)
  })

  test.each<[Partial<FiledMarriage>, object]>([
    [{ papers: ['MARRIAGE_DEED'] }, { what: 'papers-missing', field: 'request.form.papers' }],
    [{ spouseId: APPLICANT }, { field: 'request.form.spouseId', fault: 'same-person' }],
    [{ spouseId: '0010000012' }, { field: 'request.form.spouseId', fault: 'checksum' }],
  ])('a form with %o is marked at its field', async (more, refusal) => {
    const order = filing(await visitOf(APPLICANT), randomUUID(), more)
    expect(await office.refusal(1, 'requests.file', order)).toMatchObject({
      code: 'invalid-input',
      ...refusal,
    })
  })
})

describe('lists', () => {
  test('every state that the centre knows, newest change first', async () => {
    const visitId = await visitOf('0000001392')
    const requests = await office.get(1, 'requests.ofCitizen', visitId)
    expect(new Set(requests.map(({ status }) => status)).size).toBe(10)
    const days = requests.map(({ lastChangeOn }) => lastChangeOn)
    expect(days).toEqual(days.toSorted().toReversed())
    const returned = requests.find(({ status }) => status === '21')
    const detail = await office.get(1, 'requests.detail', {
      visitId,
      trackingCode: returned?.trackingCode ?? '',
    })
    expect(detail.events.at(-1)).toMatchObject({ status: '21' })
  })

  test('a request of somebody else is not found', async () => {
    const visitId = await visitOf('0000001384')
    expect(
      await office.refusal(1, 'requests.detail', { visitId, trackingCode: '1048400019' }),
    ).toMatchObject({ code: 'not-found', what: 'request' })
  })

  test('the worklist shows what this clerk filed, by code and by name', async () => {
    await removeRequests()
    const { trackingCode } = await office.get(1, 'requests.file', filing(await visitOf(APPLICANT)))
    const mine = (text: string) =>
      office.get(1, 'requests.worklist', { view: 'MINE', text, groups: [], limit: 20 })
    expect(await mine('')).toMatchObject({
      items: [
        { trackingCode, group: 'RUNNING', ageDays: 0, maskedId: '918****996', origin: 'COUNTER' },
      ],
      counts: { OVERDUE: 0, TODAY: 0, AWAITING_PAPERS: 0, RUNNING: 1, DONE: 0 },
      next: null,
    })
    expect((await mine(trackingCode)).items).toHaveLength(1)
    expect((await mine('قادری عبداله')).items).toHaveLength(1)
    expect((await mine('دوقلوی')).items).toHaveLength(0)
    await office.signIn(1)
    expect((await mine('')).items).toHaveLength(0)
  })

  test('the branch sees its undecided requests, follow-up those that wait for somebody', async () => {
    const list = (view: 'BRANCH' | 'FOLLOW_UP', limit = 20) =>
      office.get(1, 'requests.worklist', { view, text: '', groups: [], limit })
    const branch = await list('BRANCH')
    expect(branch.items).toHaveLength(20)
    expect(branch.next).not.toBeNull()
    const { open } = await office.database.reader
      .selectFrom('central_requests')
      .where('branch_code', '=', '900')
      .where('status', 'in', ['2', '6', '9', '14', '16', '21'])
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .executeTakeFirstOrThrow()
    const { AWAITING_PAPERS, RUNNING } = branch.counts
    expect(AWAITING_PAPERS + RUNNING).toBeGreaterThanOrEqual(open)
    const follow = await list('FOLLOW_UP', 200)
    expect(follow.items.length).toBeGreaterThan(0)
    expect(
      follow.items.every(
        ({ status, group }) => ['6', '14', '21'].includes(status) || group === 'OVERDUE',
      ),
    ).toBe(true)
  })
})
