import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { RequestStatus } from '#core/requests/request.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { APPLICANT, marriageForm } from '../../support/marriage-filing.ts'
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
  await office.database.transaction(async (tx) => {
    await tx.deleteFrom('request_events').execute()
    await tx.deleteFrom('requests').execute()
  })
})

const form = marriageForm()

async function filed() {
  const { visitId } = (await openFileOf(office, 1, APPLICANT)).visit
  const { trackingCode } = await office.get(1, 'requests.file', {
    visitId,
    idempotencyKey: randomUUID(),
    request: { kind: 'MARRIAGE', form },
  })
  return { visitId, trackingCode, version: 1 }
}
/** What an expert of the branch will do one day. */
async function decided(status: RequestStatus): Promise<void> {
  await office.database.transaction((tx) => tx.updateTable('requests').set({ status }).execute())
}
/** The centre knows the request filed here as one of its own in this state. */
async function knownAs(status: RequestStatus): Promise<string> {
  const code = await office.database.transaction(async (tx) => {
    const { tracking_code: known } = await tx
      .selectFrom('central_requests')
      .select('tracking_code')
      .where('status', '=', status)
      .executeTakeFirstOrThrow()
    await sql`update requests set tracking_code = ${known}`.execute(tx)
    return known
  })
  return code
}

test('every service says how it stands before anything is typed', async () => {
  const { visitId } = (await openFileOf(office, 1, '0000001031')).visit
  const services = await office.get(1, 'requests.services', visitId)
  expect(services.find(({ kind }) => kind === 'MARRIAGE')).toMatchObject({
    state: 'OPEN_REQUEST',
    trackingCode: expect.stringMatching(/^\d+$/) as string,
  })
  const { visitId: dead } = (await openFileOf(office, 1, '0000001090')).visit
  for (const { state, because } of await office.get(1, 'requests.services', dead))
    expect([state, because?.code]).toEqual(['NOT_ENTITLED', 'citizen-deceased'])
})

test('a withdrawn request is kept with its reason, and another one may be filed', async () => {
  const named = await filed()
  const withdrawn = await office.get(1, 'requests.withdraw', { ...named, reason: 'منصرف شدم' })
  expect(withdrawn).toMatchObject({ status: 'CANCELLED', version: 2 })
  expect(withdrawn.events.at(-1)).toMatchObject({ note: 'منصرف شدم', actor: 'CLERK' })
  const trail = await office.database.read((db) =>
    db.selectFrom('audit').select('action').where('action', '=', 'requests.withdraw').execute(),
  )
  expect(trail).toHaveLength(1)
  expect((await filed()).trackingCode).not.toBe(named.trackingCode)
})

test('who was slower sees the change and decides again; what is decided stays', async () => {
  const named = await filed()
  await office.get(1, 'requests.withdraw', { ...named, reason: 'منصرف شدم' })
  const again = { ...named, reason: 'دوباره' }
  expect(await office.refusal(1, 'requests.withdraw', again)).toMatchObject({
    code: 'conflict',
    what: 'request-changed',
  })
  expect(await office.refusal(1, 'requests.withdraw', { ...again, version: 2 })).toMatchObject({
    code: 'rule',
    what: 'not-withdrawable',
  })
})

test('papers that were asked for come with a step of their own; the filed form stays', async () => {
  const named = await filed()
  const brought = { ...named, papers: ['ACCOUNT_PROOF' as const], note: 'گواهی حساب' }
  expect(await office.refusal(1, 'requests.complete', brought)).toMatchObject({
    code: 'rule',
    what: 'nothing-asked',
  })
  await decided('21')
  const done = await office.get(1, 'requests.complete', brought)
  expect(done).toMatchObject({ status: '9', version: 2, form: { papers: form.papers } })
  expect(done.events.at(-1)).toMatchObject({ papers: ['ACCOUNT_PROOF'], note: 'گواهی حساب' })
})

test('a request of the centre, of nobody here or of somebody else cannot be changed', async () => {
  const { visitId } = (await openFileOf(office, 1, '0000001058')).visit
  const [central] = await office.get(1, 'requests.ofCitizen', visitId)
  const { trackingCode } = await filed()
  const other = (await openFileOf(office, 1, '0000001058')).visit.visitId
  for (const code of [central?.trackingCode ?? '', '1', trackingCode])
    expect(
      await office.refusal(1, 'requests.withdraw', {
        ...{ visitId: other, trackingCode: code, version: 1, reason: 'انصراف' },
      }),
    ).toMatchObject({ code: 'not-found', what: 'request' })
})

test.each([
  ['9', 'CANCELLED'],
  ['18', '18'],
] as const)('withdrawn here, %s at the centre: the request is %s', async (central, shown) => {
  const named = await filed()
  await office.get(1, 'requests.withdraw', { ...named, reason: 'منصرف شدم' })
  const trackingCode = await knownAs(central)
  const found = await office.get(1, 'requests.detail', { visitId: named.visitId, trackingCode })
  expect(found.status).toBe(shown)
})

test('decided here, the request stays so though the centre has not heard of it', async () => {
  const named = await filed()
  await office.database.transaction((tx) =>
    tx.updateTable('requests').set({ status: '18', version: 2 }).execute(),
  )
  const trackingCode = await knownAs('9')
  const found = await office.get(1, 'requests.detail', { visitId: named.visitId, trackingCode })
  expect(found.status).toBe('18')
})

test('what was not touched here since has the state of the centre', async () => {
  const { visitId } = await filed()
  const trackingCode = await knownAs('21')
  const found = await office.get(1, 'requests.detail', { visitId, trackingCode })
  expect(found).toMatchObject({ status: '21', version: 1 })
  const done = await office.get(1, 'requests.complete', {
    ...{ visitId, trackingCode, version: 1, papers: [], note: 'تصحیح شد' },
  })
  // Done after the day on which the centre's data was frozen.
  expect(done.status).toBe('9')
})
