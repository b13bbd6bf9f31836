import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Clerk } from '#core/access/access.ports.ts'
import type { Input } from '#core/contract.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { APPLICANT, marriageForm } from '../../support/marriage-filing.ts'
import { plainPapers } from '../../support/papers.ts'
import { aPdf } from '../../support/scans.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const today = jalali('1405/09/02')

/** Windows by who is at them. */
const FILER = 1
const EXPERT = 2
const HEAD = 3
const OTHER_EXPERT = 4

let office: BranchOffice
let filer: Clerk
let expert: Clerk

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today })
  await office.import(sampleExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

/** Nothing takes decisions away but somebody who may drop what guards them. */
async function clearRequests(): Promise<void> {
  await office.database.transaction(async (tx) => {
    await tx.updateTable('clerks').set({ active: 0, person_id: null }).execute()
    const { rows } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
      where type = 'trigger' and (tbl_name like 'request%')`.execute(tx)
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(tx)
    const tables = [
      ...['request_enclosures', 'request_decisions', 'request_assignments'],
      ...['request_events', 'requests'],
    ]
    for (const table of tables) await sql`delete from ${sql.id(table)}`.execute(tx)
    for (const { sql: text } of rows) await sql.raw(text).execute(tx)
  })
}

beforeEach(async () => {
  await clearRequests()
  filer = await office.signIn(FILER)
  expert = await office.signIn(EXPERT, { duties: ['EXPERT'] })
  await office.signIn(HEAD, { role: 'SUPERVISOR' })
  await office.signIn(OTHER_EXPERT, { duties: ['EXPERT'] })
})

type Words = Input<'requests.decide'>['words']
const PROCESS: Words = { act: 'PROCESS', note: null, override: null }
const APPROVE: Words = { act: 'APPROVE', note: null, override: null }
const ASK: Words = { act: 'ASK', note: 'تاریخ عقد را با سند بسنجید' }
const RETURN: Words = { act: 'RETURN', papers: ['MARRIAGE_DEED'], note: 'صفحهٔ دوم ناخواناست' }
const REFUSE: Words = {
  act: 'REFUSE',
  reason: { code: 'not-registered', article: 'SSA-85' },
  note: 'ازدواج در دفتر رسمی ثبت نشده است.',
}

async function filed(window = FILER): Promise<string> {
  const { visitId } = (await openFileOf(office, window, APPLICANT)).visit
  const { trackingCode } = await office.get(window, 'requests.file', {
    visitId,
    idempotencyKey: randomUUID(),
    request: { kind: 'MARRIAGE', form: marriageForm() },
  })
  return trackingCode
}

const order = (trackingCode: string, version: number, words: Words) => ({
  ...{ trackingCode, version, words },
  idempotencyKey: randomUUID(),
})
const decide = (window: number, trackingCode: string, version: number, words: Words) =>
  office.get(window, 'requests.decide', order(trackingCode, version, words))
const refused = (window: number, trackingCode: string, version: number, words: Words) =>
  office.refusal(window, 'requests.decide', order(trackingCode, version, words))
const item = (window: number, trackingCode: string) =>
  office.get(window, 'requests.item', { trackingCode })

async function detailOf(trackingCode: string) {
  const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
  return office.get(FILER, 'requests.detail', { visitId, trackingCode })
}

describe('from filing to the last word', () => {
  test('returned, completed, processed, approved: each step with who, what and the figures', async () => {
    const code = await filed()
    const amount = (await item(EXPERT, code)).verdictNow?.estimate?.amount
    await decide(EXPERT, code, 1, RETURN)
    const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
    await office.get(FILER, 'requests.complete', {
      ...{ visitId, trackingCode: code, version: 2, papers: ['MARRIAGE_DEED'], note: 'آورد' },
    })
    await decide(EXPERT, code, 3, PROCESS)
    const approved = await decide(HEAD, code, 4, APPROVE)
    expect(approved).toMatchObject({ trackingCode: code, act: 'APPROVE', status: '18' })

    const { status, events } = await detailOf(code)
    expect(status).toBe('18')
    expect(events.map((event) => event.status)).toEqual([
      ...['DRAFT', '2', '9', '21', '9', '16', '18'],
    ])
    const [returned, , processed, granted] = events.slice(3)
    expect(returned).toMatchObject({
      ...{ actor: 'EXPERT', by: expert.fullName, note: 'صفحهٔ دوم ناخواناست' },
      decision: { act: 'RETURN', papers: ['MARRIAGE_DEED'], amount: null },
    })
    expect(amount).toBeGreaterThan(0)
    expect(processed?.decision?.amount).toBe(amount)
    expect((await detailOf(code)).assignments).toEqual([])
    expect(granted).toMatchObject({
      ...{ actor: 'HEAD', decision: { act: 'APPROVE', amount, override: null } },
    })
  })

  test('what the decider sees: form, both verdicts, figures, papers, history, what he may do', async () => {
    const code = await filed()
    const seen = await item(EXPERT, code)
    expect(seen).toMatchObject({
      request: { trackingCode: code, status: '9', version: 1, form: { deedNumber: '۱۲۳۴' } },
      citizen: { maskedId: '918****996' },
      filedBy: { fullName: filer.fullName, clerkCode: filer.clerkCode },
      owner: null,
      differences: [],
      needsOverride: false,
    })
    expect(seen.verdictNow).toEqual(seen.verdictFiled)
    expect(seen.papers.find((paper) => paper.code === 'MARRIAGE_DEED')).toMatchObject({
      ...{ required: true, received: true, scans: [] },
    })
    expect(seen.acts).toEqual([
      ...(['ASK', 'RETURN', 'PROCESS', 'REFUSE'] as const).map((act) => ({ act, bar: null })),
      { act: 'APPROVE', bar: 'other-step' },
    ])
    expect(JSON.stringify(seen)).not.toContain(APPLICANT)
    const trail = await office.database.read((db) =>
      db.selectFrom('audit').selectAll().where('action', '=', 'requests.item').execute(),
    )
    expect(trail.at(-1)).toMatchObject({ clerk_id: expert.clerkId, outcome: 'done' })
    expect(trail.at(-1)?.citizen_id).not.toBeNull()
  })

  test('papers are seen as they lie in the box, those of the request alone', async () => {
    const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
    const scan = async (paper: 'MARRIAGE_DEED' | 'PHOTO', bytes: Buffer) =>
      office.get(FILER, 'vault.addScan', {
        ...{ visitId, paper, title: 'مدرک نمونه', bytes: bytes.toString('base64') },
      })
    const deed = await scan('MARRIAGE_DEED', aPdf('deed'))
    const photo = await scan('PHOTO', aPdf('photo'))
    const code = await filed()
    const { papers } = await item(EXPERT, code)
    const shown = papers.find((paper) => paper.code === 'MARRIAGE_DEED')?.scans
    expect(shown?.map(({ documentId }) => documentId)).toEqual([deed.documentId])
    const look = { trackingCode: code, documentId: deed.documentId }
    const seen = await office.get(EXPERT, 'requests.itemScan', look)
    expect(seen.format).toBe('pdf')
    expect(Buffer.from(seen.bytes, 'base64').toString('latin1')).toContain('%PDF')
    const other = { trackingCode: code, documentId: photo.documentId }
    expect(await office.refusal(EXPERT, 'requests.itemScan', other)).toMatchObject({
      ...{ code: 'not-found', what: 'scan' },
    })
  })

  test('who decides what nobody took has it; what is processed waits for the head', async () => {
    const code = await filed()
    await decide(EXPERT, code, 1, ASK)
    expect((await item(EXPERT, code)).owner?.fullName).toBe(expert.fullName)
    const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
    await office.get(FILER, 'requests.complete', {
      ...{ visitId, trackingCode: code, version: 2, papers: [], note: 'تصحیح شد' },
    })
    expect(await refused(OTHER_EXPERT, code, 3, PROCESS)).toMatchObject({
      ...{ code: 'rule', what: 'decide-taken', values: { by: expert.fullName } },
    })
    await decide(EXPERT, code, 3, PROCESS)
    expect((await item(HEAD, code)).owner).toBeNull()
  })

  test('each decision is a visit by evidence of the open request, which leaves the file at the counter open', async () => {
    const code = await filed()
    const { visitId } = (await openFileOf(office, EXPERT, '0000001058')).visit
    await decide(EXPERT, code, 1, ASK)
    expect(await office.get(EXPERT, 'visits.current', null)).toMatchObject({ visit: { visitId } })
    const [visit] = await office.database.read((db) =>
      db
        .selectFrom('visits')
        .selectAll()
        .where('clerk_id', '=', expert.clerkId)
        .where('presence_kind', '=', 'OPEN_REQUEST')
        .execute(),
    )
    expect(visit).toBeDefined()
    expect(visit?.ended_at).toBe(visit?.began_at)
    expect(visit?.power).toContain(code)
  })
})

describe('who never decides', () => {
  test('who filed it, at no step and under no account', async () => {
    await office.signIn(FILER, { role: 'SUPERVISOR', personId: '0000001359' })
    const code = await filed()
    expect((await item(FILER, code)).acts.every(({ bar }) => bar === 'own-filing')).toBe(true)
    for (const words of [ASK, RETURN, PROCESS, REFUSE, APPROVE])
      expect(await refused(FILER, code, 1, words)).toMatchObject({
        ...{ code: 'forbidden', what: 'decide-own-filing' },
      })
    await office.signIn(HEAD, { role: 'SUPERVISOR', personId: '0000001359' })
    expect(await refused(HEAD, code, 1, PROCESS)).toMatchObject({ what: 'decide-own-filing' })
  })

  test('the applicant himself, who does not even see it', async () => {
    const code = await filed()
    await office.signIn(EXPERT, { duties: ['EXPERT'], personId: APPLICANT })
    expect(await office.refusal(EXPERT, 'requests.item', { trackingCode: code })).toMatchObject({
      ...{ code: 'forbidden', what: 'decide-own-request' },
    })
    expect(await refused(EXPERT, code, 1, PROCESS)).toMatchObject({ what: 'decide-own-request' })
  })

  test('whoever asked for it by a power, in the program and in the database', async () => {
    const { citizenId } = await openFileOf(office, FILER, APPLICANT)
    const power = {
      ...{ holderId: '0010000011', holderName: 'وکیل نمونه', number: '12', issuer: 'کانون' },
      ...{ issuedOn: today, expiresOn: null, scope: ['BENEFITS' as const] },
    }
    const { visit } = await office.get(FILER, 'visits.begin', {
      ...{ citizenId, presence: { kind: 'LAWYER', power }, purpose: 'REQUEST', reason: null },
    })
    const { trackingCode: code } = await office.get(FILER, 'requests.file', {
      ...{ visitId: visit.visitId, idempotencyKey: randomUUID() },
      request: { kind: 'MARRIAGE', form: marriageForm() },
    })
    const himself = await office.signIn(EXPERT, { duties: ['EXPERT'], personId: power.holderId })
    expect(await refused(EXPERT, code, 1, PROCESS)).toMatchObject({
      ...{ code: 'forbidden', what: 'decide-own-power' },
    })
    expect((await item(HEAD, code)).presence).toMatchObject({ kind: 'LAWYER' })
    const past = office.database.transaction(async (tx) => {
      const row = await tx.selectFrom('requests').selectAll().executeTakeFirstOrThrow()
      const step = { request_id: row.request_id, seq: 4 }
      await tx
        .insertInto('request_events')
        .values({
          ...{ ...step, status: '16', at: row.filed_at, note: null, papers: null },
          ...{ actor_kind: 'EXPERT', actor_id: himself.clerkId },
        })
        .execute()
      await tx
        .insertInto('request_decisions')
        .values({
          ...{ ...step, decision_id: randomUUID(), idempotency_key: randomUUID(), act: 'PROCESS' },
          ...{ status_before: '9', decided_at: row.filed_at, decided_by: himself.clerkId },
          ...{ papers: '[]', reason_code: null, article: null, override_note: null },
          ...{ verdict: null, amount: null, visit_id: row.visit_id },
        })
        .execute()
    })
    await expect(past).rejects.toThrow('who asked for somebody never decides it')
  })

  test('a counter clerk, another branch, and an expert in place of the head', async () => {
    const code = await filed()
    await office.signIn(5)
    expect(await refused(5, code, 1, PROCESS)).toMatchObject({ code: 'forbidden' })
    await office.signIn(6, { duties: ['EXPERT'], branchCode: '901' })
    expect(await refused(6, code, 1, PROCESS)).toMatchObject({ what: 'decide-other-branch' })
    await decide(EXPERT, code, 1, PROCESS)
    expect(await refused(OTHER_EXPERT, code, 2, APPROVE)).toMatchObject({
      ...{ code: 'forbidden', what: 'decide-not-approver' },
    })
  })

  test('the database refuses them whatever the program does', async () => {
    await office.signIn(FILER, { role: 'SUPERVISOR' })
    const code = await filed()
    const row = await office.database.read((db) =>
      db.selectFrom('requests').selectAll().executeTakeFirstOrThrow(),
    )
    const step = (actorId: string, status: '16' | '9') =>
      office.database.transaction((tx) =>
        tx
          .insertInto('request_events')
          .values({
            ...{ request_id: row.request_id, seq: 4, status, at: row.filed_at, note: null },
            ...{ actor_kind: 'HEAD', actor_id: actorId, papers: null },
          })
          .execute(),
      )
    await expect(step(row.filed_by, '16')).rejects.toThrow('who filed a request never decides it')
    await step(expert.clerkId, '16')
    const decision = (decidedBy: string, act: 'PROCESS' | 'APPROVE') =>
      office.database.transaction((tx) =>
        tx
          .insertInto('request_decisions')
          .values({
            ...{ decision_id: randomUUID(), idempotency_key: randomUUID(), seq: 4, act },
            ...{ request_id: row.request_id, status_before: '9', decided_at: row.filed_at },
            ...{ decided_by: decidedBy, papers: '[]', reason_code: null, article: null },
            ...{ override_note: null, verdict: null, amount: null, visit_id: row.visit_id },
          })
          .execute(),
      )
    await expect(decision(row.filed_by, 'PROCESS')).rejects.toThrow('never decides it')
    await expect(decision(expert.clerkId, 'APPROVE')).rejects.toThrow('the last word')
    const counter = await office.signIn(5)
    await expect(decision(counter.clerkId, 'PROCESS')).rejects.toThrow('an expert of the branch')
    const himself = await office.signIn(5, { duties: ['EXPERT'], personId: APPLICANT })
    await expect(decision(himself.clerkId, 'PROCESS')).rejects.toThrow('never decides it')
    await decision(expert.clerkId, 'PROCESS')
    for (const statement of [
      "update request_decisions set act = 'ASK'",
      'delete from request_decisions',
    ])
      await expect(
        office.database.transaction((tx) => sql.raw(statement).execute(tx)),
      ).rejects.toThrow('never')
    await expect(
      office.database.transaction(async (tx) => {
        await tx.updateTable('requests').set({ status: '19' }).execute()
        await tx.updateTable('requests').set({ status: '9' }).execute()
      }),
    ).rejects.toThrow('what is decided stays decided')
    expect(code).not.toBe('')
  })
})

describe('what is said with it', () => {
  test('a refusal names a reason that is one, with its article; a code of another law is none', async () => {
    const code = await filed()
    const odd: Words = { ...REFUSE, reason: { code: 'not-registered', article: 'SSA-76' } }
    expect(await refused(EXPERT, code, 1, odd)).toMatchObject({
      ...{ code: 'invalid-input', what: 'refusal-reason' },
    })
    await decide(EXPERT, code, 1, REFUSE)
    const { events, status } = await detailOf(code)
    expect(status).toBe('19')
    expect(events.at(-1)?.decision).toMatchObject({
      reason: { code: 'not-registered', article: 'SSA-85' },
    })
  })

  test('where the rule says no now, granting needs the head and his reason', async () => {
    const code = await filed()
    // The registry learnt of an earlier marriage after the filing.
    await office.database.transaction((tx) =>
      tx
        .updateTable('requests')
        .set({ form: JSON.stringify(marriageForm({ registered: false })) as never })
        .execute(),
    )
    const seen = await item(EXPERT, code)
    expect(seen.needsOverride).toBe(true)
    expect(seen.verdictFiled?.entitled).toBe(true)
    expect(seen.differences.map(({ of }) => of)).toEqual(
      expect.arrayContaining(['ENTITLED', 'REASON']),
    )
    expect(seen.reasons[0]).toMatchObject({ code: 'not-registered', from: 'RULE' })
    expect(await refused(EXPERT, code, 1, PROCESS)).toMatchObject({
      ...{ code: 'forbidden', what: 'decide-against-rule' },
    })
    expect(await refused(HEAD, code, 1, PROCESS)).toMatchObject({
      ...{ code: 'invalid-input', field: 'words.override' },
    })
    await decide(HEAD, code, 1, { ...PROCESS, override: 'سند رسمی دیده شد' })
    const { events } = await detailOf(code)
    expect(events.at(-1)?.decision).toMatchObject({ override: 'سند رسمی دیده شد', amount: null })
  })
})

describe('two clerks on one request', () => {
  test('the slower one is told who did what, and nothing is overwritten', async () => {
    const code = await filed()
    await decide(EXPERT, code, 1, RETURN)
    expect(await refused(OTHER_EXPERT, code, 1, REFUSE)).toMatchObject({
      code: 'conflict',
      what: 'decided-meanwhile',
      values: { by: expert.fullName, day: today, requestStatus: '21' },
    })
    expect((await detailOf(code)).events).toHaveLength(4)
  })

  test('at the same moment: one decides, the other hears of it', async () => {
    const code = await filed()
    const replies = await Promise.all([
      office.ask(EXPERT, 'requests.decide', order(code, 1, PROCESS)),
      office.ask(OTHER_EXPERT, 'requests.decide', order(code, 1, REFUSE)),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    const lost = replies.find(({ ok }) => !ok)
    expect(lost).toMatchObject({ refusal: { code: 'conflict', what: 'decided-meanwhile' } })
    expect((await detailOf(code)).events).toHaveLength(4)
  })

  test('the same click twice decides once', async () => {
    const code = await filed()
    const once = order(code, 1, PROCESS)
    const first = await office.get(EXPERT, 'requests.decide', once)
    expect(await office.get(EXPERT, 'requests.decide', once)).toEqual(first)
    expect((await detailOf(code)).events).toHaveLength(4)
    expect(await office.refusal(OTHER_EXPERT, 'requests.decide', once)).toMatchObject({
      ...{ code: 'conflict', what: 'idempotency-key' },
    })
  })

  test('withdrawn meanwhile is told as such, and stays withdrawn', async () => {
    const code = await filed()
    const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
    await office.get(FILER, 'requests.withdraw', {
      ...{ visitId, trackingCode: code, version: 1, reason: 'منصرف شدم' },
    })
    expect(await refused(EXPERT, code, 1, PROCESS)).toMatchObject({
      ...{ code: 'conflict', values: { requestStatus: 'CANCELLED' } },
    })
    expect(await refused(EXPERT, code, 2, PROCESS)).toMatchObject({
      ...{ code: 'rule', what: 'decide-withdrawn' },
    })
  })

  test('what is decided is not decided again', async () => {
    const code = await filed()
    await decide(EXPERT, code, 1, REFUSE)
    expect(await refused(HEAD, code, 2, APPROVE)).toMatchObject({
      ...{ code: 'rule', what: 'decide-decided' },
    })
  })
})

test('a request of the centre is decided at the centre; one that nobody knows is not found', async () => {
  const central = await office.database.read((db) =>
    db.selectFrom('central_requests').select('tracking_code').executeTakeFirstOrThrow(),
  )
  expect(
    await office.refusal(EXPERT, 'requests.item', { trackingCode: central.tracking_code }),
  ).toMatchObject({ code: 'rule', what: 'decide-at-centre' })
  expect(await refused(EXPERT, '1', 1, PROCESS)).toMatchObject({ code: 'not-found' })
})

describe('what the applicant is told', () => {
  const printedText = (at: number) => Buffer.from(office.printer.jobs.at(at)?.pdf ?? '').toString()

  test('the decider has the letter at once, without the citizen; it is issued once', async () => {
    const code = await filed()
    const { decisionId } = await decide(EXPERT, code, 1, REFUSE)
    const letter = await office.get(EXPERT, 'certificates.letter', { decisionId })
    expect(letter.paper).toMatchObject({ kind: 'decision-letter', trackingCode: code })
    expect(letter.paper.number).toMatch(/^900-1405-12-\d{6}$/)
    expect((await office.get(EXPERT, 'certificates.letter', { decisionId })).paper.number).toBe(
      letter.paper.number,
    )
    const { documentId } = letter.paper
    await office.get(EXPERT, 'certificates.print', { documentId, reason: null })
    expect(printedText(-1)).toContain('ازدواج در دفتر رسمی ثبت نشده است.')
    expect(await office.refusal(OTHER_EXPERT, 'certificates.letter', { decisionId })).toMatchObject(
      { code: 'not-found', what: 'decision' },
    )

    // At his next visit it lies in his box, and is the same letter.
    const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
    const box = await office.get(FILER, 'vault.box', visitId)
    expect(box.papers.map(({ number }) => number)).toContain(letter.paper.number)
    const again = await office.get(FILER, 'certificates.issue', {
      ...{ visitId, idempotencyKey: randomUUID(), order: { kind: 'decision-letter', decisionId } },
    })
    expect(again.documentId).toBe(documentId)
  })

  test('a letter is also issued at his next visit; nobody else has it', async () => {
    const code = await filed()
    const { decisionId } = await decide(EXPERT, code, 1, RETURN)
    const { visitId } = (await openFileOf(office, FILER, APPLICANT)).visit
    const order = { kind: 'decision-letter', decisionId } as const
    const idempotencyKey = randomUUID()
    const issued = await office.get(FILER, 'certificates.issue', { visitId, idempotencyKey, order })
    expect(issued.trackingCode).toBe(code)
    const other = (await openFileOf(office, FILER, '0000001058')).visit.visitId
    expect(
      await office.refusal(FILER, 'certificates.preview', { visitId: other, order }),
    ).toMatchObject({ code: 'not-found', what: 'decision' })
  })

  test('what passes between two desks is told to nobody', async () => {
    const code = await filed()
    const { decisionId } = await decide(EXPERT, code, 1, PROCESS)
    expect(await office.refusal(EXPERT, 'certificates.letter', { decisionId })).toMatchObject({
      ...{ code: 'rule', what: 'no-letter' },
    })
  })

  test('a message waits for him after every step that he should know of', async () => {
    const queued = () =>
      office.database.read((db) =>
        db.selectFrom('messages').selectAll().where('kind', '=', 'REQUEST_STATUS').execute(),
      )
    const before = (await queued()).length
    const code = await filed()
    await decide(EXPERT, code, 1, PROCESS)
    expect(await queued()).toHaveLength(before)
    await decide(HEAD, code, 2, APPROVE)
    const [last] = (await queued()).slice(-1)
    expect(await queued()).toHaveLength(before + 1)
    expect(last?.text).toContain(code)
    expect(last?.text).toContain('تأیید نهایی')
  })
})
