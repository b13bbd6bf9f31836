import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract, type Method } from '#core/contract.ts'
import { RefusalData } from '#core/kernel/refusal.ts'
import type { Reply } from '#core/kernel/reply.ts'
import { newcomer, NEWCOMER_ID } from '../../support/newcomer.ts'
import { fakeDesk } from '../../support/fake-desk.ts'
import { demonstrationSignIn } from '../../support/demonstration-office.ts'
import { wholeOffice, type WholeOffice } from '../../support/whole-office.ts'

const methods = Object.keys(contract) as Method[]
/** The windows of the three roles; at the fourth nobody is signed in. */
const windows = [1, 2, 3, 4] as const
/** These end a session, so they are asked where there is none. */
const ENDING: readonly Method[] = ['access.signOut', 'access.lock']

let office: WholeOffice

beforeAll(async () => {
  office = await wholeOffice({ desk: fakeDesk({ trusted: false }) })
  await office.prepareDemonstration()
  for (const [at, role] of (['CLERK', 'SUPERVISOR', 'ADMINISTRATOR'] as const).entries()) {
    const { userName, secret } = demonstrationSignIn(role)
    await office.get(at + 1, 'access.signIn', { userName, secret })
  }
}, 120_000)
afterAll(() => office.demolish())

/** Asks, and holds the answer to what every answer must be. */
async function answered(window: number, method: unknown, input: unknown): Promise<Reply<unknown>> {
  const asked = ENDING.some((ending) => ending === method) ? 4 : window
  const reply = await office.call({ window: asked, method, input })
  expect(structuredClone(reply)).toEqual(reply)
  if (!reply.ok) {
    expect(RefusalData.parse(reply.refusal)).toEqual(reply.refusal)
    expect(reply.refusal).not.toMatchObject({ code: 'unexpected' })
  }
  return reply
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withSparseArray: true,
  withNullPrototype: true,
})

const person = { kind: 'SELF', cardSeen: true } as const
const visitId = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'
const slip = { kind: 'pension-slip', slipNumber: '1' } as const
const batch = { of: 'year-of-slips', pensionNumber: '8000101', year: 1405 } as const
const key = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'
const form = {
  marriageDate: '2026-09-23',
  permanent: true,
  registered: true,
  firstMarriage: true,
  employedOnWeddingDay: true,
  spouseId: '0000001031',
  spouseName: 'همسر نمونه',
  deedNumber: '12',
  registryOffice: '34',
  papers: [],
  note: '',
}

/** A sound input of each method: what it asks for is not there, but the question is well formed. */
const sound: Readonly<Record<Method, unknown>> = {
  'office.state': null,
  'office.setUp': {
    kind: 'test',
    branch: { code: '900', name: 'شعبه', province: 'تهران' },
    administrator: { userName: 'someone', fullName: 'کسی دیگر', secret: 'secret-12' },
  },
  'access.signIn': { userName: 'nobody', secret: 'x' },
  'access.session': null,
  'access.lock': null,
  'access.unlock': { secret: 'x' },
  'access.signOut': null,
  'access.changeSecret': { current: 'x', next: 'secret-12' },
  'access.clerks': null,
  'access.addClerk': {
    userName: 'motasaddi',
    fullName: 'نام تکراری',
    role: 'CLERK',
    secret: 'secret-12',
    nationalId: '0000001015',
  },
  'access.setActive': { clerkId: 'x', active: false },
  'access.setDuties': { clerkId: 'x', duties: ['EXPERT'] },
  'desk.settings': null,
  'desk.change': { theme: 'dark' },
  'desk.printers': null,
  'citizens.search': { text: 'نمونه', limit: 8 },
  'citizens.file': visitId,
  'citizens.reveal': { visitId, field: 'MOBILE' },
  'visits.begin': { citizenId: 7, presence: person, purpose: 'INQUIRY', reason: null },
  'visits.end': visitId,
  'visits.current': null,
  'visits.usablePowers': { citizenId: 7 },
  'visits.powers': visitId,
  'visits.endPower': { visitId, powerId: 'p', reason: 'پس گرفته شد' },
  'visits.attachPowerScan': { visitId, powerId: 'p', documentId: 'd' },
  'insured.contributions': visitId,
  'insured.dependants': visitId,
  'account.accounts': visitId,
  'account.dependantRequests': visitId,
  'account.mobile': visitId,
  'account.sendMobileCode': { visitId, mobile: '09700000001', cardSeen: true },
  'account.changeMobile': { visitId, code: '123456' },
  'insured.findings': visitId,
  'care.entitlement': { visitId, on: null },
  'care.openHealth': { visitId, reason: 'به درخواست خود او' },
  'employers.workshops': visitId,
  'employers.ledger': { visitId, workshopCode: '9000161000', branchCode: '900' },
  'employers.debtDocuments': {
    ...{ visitId, workshopCode: '9000161000', branchCode: '900' },
    debtNumber: '100000001',
  },
  'employers.workshop': { visitId, workshopCode: '9000161000', branchCode: '900' },
  'employers.workshopMandates': { visitId, workshopCode: '9000161000', branchCode: '900' },
  'employers.ownMandates': visitId,
  'employers.enterMandate': {
    ...{ visitId, personId: null, scope: ['DEBTS'], from: '2026-03-21', until: null },
    target: { of: 'COMPANY', legalEntityId: '10380284790' },
    paper: { kind: 'GAZETTE', number: '1', day: '2026-03-21', position: 'مدیرعامل' },
  },
  'registration.ages': null,
  'registration.ask': {
    ...{ personId: '', firstName: '', lastName: '', fatherName: '', birthDate: null, mobile: '' },
  },
  'registration.sendCode': { personId: NEWCOMER_ID, mobile: '09700005001' },
  'registration.register': newcomer(),
  'registration.draft': null,
  'registration.saveDraft': { form: {} },
  'registration.discardDraft': null,
  'employers.endMandate': { visitId, mandateId: 'x', version: 1, reason: 'پایان کار' },
  'employers.waitingMandates': null,
  'employers.decideMandate': { outcome: 'CONFIRMED', mandateId: 'x', version: 1 },
  'employers.premium': {
    from: { year: 1405, month: 7 },
    to: { year: 1405, month: 7 },
    pays: [{ persons: 1, days: null, pay: 223255500, hard: false }],
    listsInTime: true,
    paidOn: '2026-11-23',
  },
  'pensions.files': visitId,
  'pensions.slips': { visitId, pensionNumber: '8000107' },
  'pensions.slip': { visitId, slipNumber: '1' },
  'pensions.compareSlips': { visitId, from: '1', to: '2' },
  'pensions.slipYear': { visitId, pensionNumber: '8000107', year: 1405 },
  'pensions.decrees': { visitId, pensionNumber: '8000107' },
  'pensions.decreeExplanation': { visitId, pensionNumber: '8000107', decreeNumber: '1' },
  'pensions.survivors': { visitId, pensionNumber: '8000109' },
  'certificates.recipients': { text: '' },
  'certificates.preview': { visitId, order: slip },
  'certificates.issue': { visitId, order: slip, idempotencyKey: key },
  'certificates.pdf': { visitId, documentId: 'x' },
  'certificates.print': { documentId: 'x', reason: null },
  'certificates.queue': null,
  'certificates.ofCitizen': visitId,
  'certificates.deductionLimits': null,
  'certificates.deductionStanding': { visitId, pensionNumber: '8000101' },
  'certificates.ofPensions': visitId,
  'certificates.recordUse': {
    ...{ visitId, documentId: 'x', letterNumber: '1', letterOn: '2026-11-23' },
  },
  'certificates.dropPrint': { documentId: 'x' },
  'certificates.batchItems': { visitId, batch },
  'certificates.issueBatch': { visitId, batch, idempotencyKey: key },
  'certificates.cancelBatch': { batchId: key },
  'certificates.save': { visitId, documentIds: ['x'], as: 'many' },
  'verification.check': { by: 'text', text: '900-1405-1-000001' },
  'verification.checkShare': { personId: '0000001015', password: '12345-12345-12345' },
  'verification.keys': null,
  'verification.rotate': null,
  'verification.publish': null,
  'verification.revocations': null,
  'verification.revoke': { number: 'x', reason: 'به دلیلی' },
  'verification.revocationSheet': null,
  'verification.printRevocations': null,
  'requests.services': visitId,
  'requests.assess': { visitId, kind: 'MARRIAGE', form },
  'requests.draft': { visitId, kind: 'MARRIAGE' },
  'requests.saveDraft': { visitId, kind: 'MARRIAGE', form },
  'requests.discardDraft': { visitId, kind: 'MARRIAGE' },
  'requests.file': { visitId, idempotencyKey: key, request: { kind: 'MARRIAGE', form } },
  'requests.withdraw': { visitId, trackingCode: '1', version: 1, reason: 'انصراف' },
  'requests.complete': { visitId, trackingCode: '1', version: 1, papers: [], note: 'رسید' },
  'requests.item': { trackingCode: '1' },
  'requests.itemScan': { trackingCode: '1', documentId: 'd1' },
  'requests.decide': {
    ...{ trackingCode: '1', version: 1, idempotencyKey: key },
    words: { act: 'ASK', note: 'تاریخ' },
  },
  'certificates.letter': { decisionId: 'd1' },
  'requests.ofCitizen': visitId,
  'requests.detail': { visitId, trackingCode: '1' },
  'requests.assignees': null,
  'requests.take': { items: [{ trackingCode: '5000000001', version: 1 }] },
  'requests.release': { items: [{ trackingCode: '5000000001', version: 1 }] },
  'requests.assign': {
    items: [{ trackingCode: '5000000001', version: 1 }],
    clerkId: 'clerk',
    partly: false,
  },
  'notices.mine': null,
  'notices.look': { upTo: 0 },
  'reports.read': { from: '2026-11-23', to: '2026-11-23', whose: 'MINE' },
  'reports.sheet': { from: '2026-11-23', to: '2026-11-23', whose: 'MINE' },
  'reports.print': { from: '2026-11-23', to: '2026-11-23', whose: 'MINE' },
  'requests.worklist': { view: 'MINE', text: '', groups: [], limit: 20 },
  'tickets.choices': null,
  'tickets.board': {
    ...{ view: 'BRANCH', closed: false, text: 'سابقه', age: 'OVER', group: 'RECORDS', limit: 20 },
  },
  'tickets.alarms': null,
  'tickets.ofCitizen': visitId,
  'tickets.detail': { ticketId: 'x', visitId: null },
  'tickets.file': { ticketId: 'x', visitId: null, fileId: 'x' },
  'tickets.register': {
    ...{ idempotencyKey: key, channel: 'PHONE', role: null, subject: 'OTHER', text: 'پرسشی دارم' },
    ...{ caller: { by: 'CITIZEN', citizenId: 999_999_999 }, aboutClerkId: null, voice: null },
  },
  'tickets.attach': { ticketId: 'x', visitId: null, title: 'نامه', bytes: 'iVBORw==' },
  'tickets.refer': {
    ...{ ticketId: 'x', version: 1, visitId: null, note: 'بررسی شود' },
    to: { of: 'UNIT', unit: 'INCOME' },
  },
  'tickets.take': { ticketId: 'x', version: 1, visitId: null },
  'tickets.answer': { ticketId: 'x', version: 1, visitId: null, text: 'پاسخ داده شد' },
  'tickets.rate': { ticketId: 'x', version: 1, visitId: null, score: 5, note: '' },
  'tickets.close': { ticketId: 'x', version: 1, visitId: null },
  'tickets.reopen': { ticketId: 'x', version: 1, visitId: null, reason: 'کافی نبود' },
  'parameters.list': null,
  'parameters.propose': {
    code: 'MONTH_DAYS',
    value: '۳۱',
    validFrom: '2026-09-23',
    source: 'بخشنامهٔ نمونه',
    reason: 'به دلیلی',
  },
  'parameters.decide': { outcome: 'APPROVED', changeId: 'x' },
  'parameters.withdraw': { changeId: 'x' },
  'vault.box': visitId,
  'vault.addScan': { visitId, paper: 'PHOTO', title: 'عکس', bytes: 'iVBORw==' },
  'vault.scan': { visitId, documentId: 'x' },
  'vault.removeScan': { visitId, documentId: 'x', reason: 'WRONG_FILE' },
  'vault.labelScan': { visitId, documentId: 'x', title: 'عکس', papers: ['PHOTO'] },
  'vault.printScan': { visitId, documentId: 'x' },
  'vault.attempts': visitId,
  'vault.share': { visitId, documentId: 'x', term: 'DAY' },
  'vault.endShare': { visitId, shareId: 'x' },
  'messages.office': null,
  'messages.setGateway': { version: 0, settings: { kind: 'DESK' }, secret: null },
  'messages.test': { mobile: '09700000001' },
  'messages.retry': null,
  'extracts.choose': { what: 'zip' },
  'extracts.import': { token: 'x', force: true },
  'extracts.cancel': { importId: 'x' },
  'extracts.running': null,
  'extracts.result': { importId: 'x' },
  'extracts.history': null,
  'extracts.rejects': { importId: 'x', offset: 0, limit: 10 },
  'extracts.saveRejects': { importId: 'x' },
}

/** A sound input with one value of it, or the whole, replaced by anything. */
function spoilt(input: unknown): fc.Arbitrary<unknown> {
  return fc.tuple(fc.array(fc.nat(), { maxLength: 4 }), anything).map(([path, value]) => {
    const spoil = (at: unknown, [step, ...rest]: readonly number[]): unknown => {
      if (step === undefined || typeof at !== 'object' || at === null) return value
      const keys = Object.keys(at)
      const chosen = keys[step % Math.max(1, keys.length)]
      if (chosen === undefined) return value
      const inner = (at as Readonly<Record<string, unknown>>)[chosen]
      return { ...at, [chosen]: spoil(inner, rest) }
    }
    return spoil(input, path)
  })
}

describe('every method answers', () => {
  test.each(methods)('%s', async (method) => {
    for (const window of windows) await answered(window, method, sound[method])
    const input = fc.oneof(anything, spoilt(sound[method]))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...windows), input, async (window, given) => {
        await answered(window, method, given)
      }),
      { numRuns: 40 },
    )
  })

  test('something else than a method', async () => {
    const names = fc.oneof(
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'office', ''),
      anything,
    )
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(await answered(1, name, null)).toEqual({
          ok: false,
          refusal: { code: 'not-found', what: 'method' },
        })
      }),
    )
  })

  test('a call that is a trap itself', async () => {
    const call = new Proxy(
      { window: 1, method: 'office.state', input: null },
      {
        get: () => {
          throw new Error('trap')
        },
      },
    )
    expect(await office.call(call)).toMatchObject({ ok: false, refusal: { code: 'unexpected' } })
  })

  test('50 MB of text, of keys, of depth and of cycles', async () => {
    const text = 'ن'.repeat(25 * 1024 * 1024)
    const cycle: Record<string, unknown> = { text }
    cycle['self'] = cycle
    const deep = JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown
    const many = Object.fromEntries(Array.from({ length: 300_000 }, (_, n) => [`key ${n}`, n]))
    for (const input of [text, { text, limit: 8 }, cycle, deep, many, [text, text]])
      for (const method of ['citizens.search', 'access.signIn', 'requests.saveDraft'])
        expect(await answered(1, method, input)).toMatchObject({
          ok: false,
          refusal: { code: 'invalid-input', fault: 'too_big' },
        })
  })
})

test('what the renderer says of itself changes nothing', async () => {
  const input = { text: 'x', limit: 8, role: 'ADMINISTRATOR', window: 3, actor: { role: 'x' } }
  expect(await answered(4, 'citizens.search', input)).toMatchObject({
    refusal: { code: 'not-signed-in' },
  })
  expect(await answered(3, 'citizens.search', input)).toMatchObject({
    refusal: { code: 'forbidden' },
  })
})
