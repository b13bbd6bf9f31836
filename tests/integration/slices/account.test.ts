import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { RequestBookRepository } from '../../../electron/backend/requests/requests.repository.ts'
import type { Input } from '#core/contract.ts'
import { addDays } from '#core/kernel/day.ts'
import { Instant, instantAt } from '#core/kernel/instant.ts'
import type { RequestStatus } from '#core/requests/request.model.ts'
import type { FilePart } from '#core/visits/visit.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { noPapers } from '../../support/papers.ts'
import { aPng } from '../../support/scans.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const TODAY = jalali('1405/09/02')
/** Insured, eight dependants, no account. */
const PERSON = '0000001198'
/** Has an account at Refah since 1403 and one that was closed. */
const HOLDER = '0000001015'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: TODAY })
  await office.import(sampleExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  await office.signIn(1)
  await office.database.transaction(async (tx) => {
    await tx.deleteFrom('request_enclosures').execute()
    await tx.deleteFrom('request_events').execute()
    await tx.deleteFrom('requests').execute()
  })
})

type Request = Input<'requests.file'>['request']
const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

const account = {
  bankCode: '013',
  accountType: 'QARZ',
  accountNumber: '۱۲۳۴۵۶۷۸۹',
  iban: 'ir06 0130 1234 5678 9012 3456 78',
  openedOn: jalali('1404/01/01'),
  papers: ['ACCOUNT_PROOF'],
  note: '',
} as const
type AccountForm = Extract<Request, { kind: 'BANK_ACCOUNT' }>['form']
const accountRequest = (others: Partial<AccountForm> = {}): Request => ({
  kind: 'BANK_ACCOUNT',
  form: { ...account, papers: [...account.papers], ...others },
})
const filing = (visitId: string, request: Request, idempotencyKey = randomUUID()) => ({
  ...{ visitId, idempotencyKey, request },
})

/** What the branch decides one day. */
async function decide(trackingCode: string, ...statuses: readonly RequestStatus[]): Promise<void> {
  const at = Instant.parse('2026-11-23T12:00:00.000Z')
  await office.database.transaction(async (tx) => {
    const book = new RequestBookRepository(office.database.reader, tx)
    const filed = await book.findFiledHere(trackingCode)
    if (!filed) throw new Error('not filed here')
    for (const status of statuses)
      await book.change(filed.requestId, {
        status,
        event: { status, at, actor: 'SYSTEM', actorId: null, note: null, papers: [] },
      })
  })
}

describe('an account that is filed', () => {
  test('waits for a second person, and is current everywhere once he has approved it', async () => {
    const { visit, alerts } = await openFileOf(office, 1, PERSON)
    const { visitId } = visit
    expect(alerts.map(({ code }) => code)).toContain('NO_ACCOUNT')
    expect(await office.get(1, 'account.accounts', visitId)).toEqual({
      accounts: [],
      heldUntil: null,
    })
    const key = randomUUID()
    const whole = filing(visitId, accountRequest(), key)
    const filed = await office.get(1, 'requests.file', whole)
    expect(filed).toMatchObject({ status: '9', promisedOn: jalali('1405/09/05') })
    // The same click twice is one request; another request waits for this one.
    expect(await office.get(1, 'requests.file', whole)).toEqual(filed)
    const { trackingCode } = filed
    const again = accountRequest({ accountNumber: '987654321' })
    expect(await office.refusal(1, 'requests.file', filing(visitId, again))).toMatchObject({
      ...{ code: 'conflict', what: 'open-request', values: { trackingCode } },
    })

    const line = { bankName: 'رفاه کارگران', masked: '*****6789', source: 'COUNTER', trackingCode }
    const review = await office.get(1, 'account.accounts', visitId)
    expect(review.accounts).toMatchObject([{ ...line, state: 'UNDER_REVIEW' }])
    const before = await office.get(1, 'citizens.file', visitId)
    expect([before.account, before.alerts.some(({ code }) => code === 'NO_ACCOUNT')]).toEqual([
      null,
      true,
    ])
    expect(await office.get(1, 'citizens.reveal', { visitId, field: 'ACCOUNT' })).toBeNull()
    const lacking = { visitId, kind: 'MARRIAGE', form: {} } as const
    expect((await office.get(1, 'requests.assess', lacking)).lacksAccount).toBe(true)

    await decide(trackingCode, '16', '18')
    const after = await office.get(1, 'citizens.file', visitId)
    expect(after.account).toEqual({
      ...{ bankCode: '013', bankName: 'رفاه کارگران', masked: '*****6789' },
    })
    expect(after.alerts.some(({ code }) => code === 'NO_ACCOUNT')).toBe(false)
    expect(await office.get(1, 'citizens.reveal', { visitId, field: 'ACCOUNT' })).toBe('123456789')
    expect(await office.get(1, 'citizens.reveal', { visitId, field: 'IBAN' })).toBe(
      'IR060130123456789012345678',
    )
    expect((await office.get(1, 'requests.assess', lacking)).lacksAccount).toBe(false)
    const { accounts } = await office.get(1, 'account.accounts', visitId)
    expect(accounts).toMatchObject([{ ...line, state: 'CURRENT', from: TODAY, until: null }])

    const same = await office.refusal(1, 'requests.file', filing(visitId, accountRequest()))
    expect(same).toMatchObject({ code: 'rule', values: { reason: 'account-already-current' } })
  })

  test('takes the place of the one before, which stays in the history', async () => {
    const visitId = await visitOf(HOLDER)
    const before = await office.get(1, 'account.accounts', visitId)
    expect(before.accounts.map(({ state, source }) => `${state} ${source}`)).toEqual([
      'CURRENT CENTRE',
      'FORMER CENTRE',
    ])
    const { trackingCode } = await office.get(1, 'requests.file', filing(visitId, accountRequest()))
    await decide(trackingCode, '16', '18')
    const { accounts } = await office.get(1, 'account.accounts', visitId)
    expect(accounts.map(({ state, source, until }) => [state, source, until])).toEqual([
      ['CURRENT', 'COUNTER', null],
      ['FORMER', 'CENTRE', addDays(TODAY, -1)],
      ['FORMER', 'CENTRE', jalali('1405/06/23')],
    ])
  })

  test.each([
    [['19'], 'REFUSED'],
    [['21'], 'UNDER_REVIEW'],
  ] as const)('in status %j counts for nothing: %s', async (statuses, state) => {
    const visitId = await visitOf(PERSON)
    const { trackingCode } = await office.get(1, 'requests.file', filing(visitId, accountRequest()))
    await decide(trackingCode, ...statuses)
    const { accounts } = await office.get(1, 'account.accounts', visitId)
    expect(accounts).toMatchObject([{ state }])
    expect((await office.get(1, 'citizens.file', visitId)).account).toBeNull()
  })

  test.each([
    [{ iban: 'IR060130123456789012345687' }, 'request.form.iban', 'checksum'],
    [{ iban: 'IR349990123456789012345678' }, 'request.form.iban', 'bank'],
    [{ iban: 'IR980170000000105874203006' }, 'request.form.iban', 'iban-other-bank'],
    [{ accountNumber: '12345678' }, 'request.form.accountNumber', 'account-digits'],
    [{ bankCode: '063' }, 'request.form.bankCode', 'bank-merged'],
    [{ openedOn: jalali('1405/09/03') }, 'request.form.openedOn', 'future'],
    [{ papers: [] }, 'request.form.papers', 'required'],
  ] as const)('%j is refused at its field', async (others, field, fault) => {
    const visitId = await visitOf(PERSON)
    const request = accountRequest(others as Partial<AccountForm>)
    expect(await office.refusal(1, 'requests.file', filing(visitId, request))).toMatchObject({
      ...{ code: 'invalid-input', field, fault },
    })
    expect(await office.get(1, 'requests.ofCitizen', visitId)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ kind: 'BANK_ACCOUNT' })]),
    )
  })

  test('is read back masked, and without the power not at all', async () => {
    const visitId = await visitOf(PERSON)
    const { trackingCode } = await office.get(1, 'requests.file', filing(visitId, accountRequest()))
    const detail = await office.get(1, 'requests.detail', { visitId, trackingCode })
    expect(detail.form).toMatchObject({ accountNumber: '*****6789', bankCode: '013' })
    expect(JSON.stringify(detail)).not.toContain('123456789')
    const other = await byPower(PERSON, ['BENEFITS', 'RECORDS'])
    const unseen = await office.get(1, 'requests.detail', { visitId: other, trackingCode })
    expect(unseen.form).toBeNull()
  })

  test('leaves no number in the trail', async () => {
    const visitId = await visitOf(PERSON)
    await office.get(1, 'requests.file', filing(visitId, accountRequest()))
    await office.refusal(1, 'requests.file', filing(visitId, accountRequest({ bankCode: '063' })))
    const trail = await office.database.read((db) => db.selectFrom('audit').selectAll().execute())
    expect(JSON.stringify(trail)).not.toContain('123456789')
  })
})

async function byPower(personId: string, scope: FilePart[]): Promise<string> {
  const { hits } = await office.get(1, 'citizens.search', { text: personId, limit: 1 })
  const { visit } = await office.get(1, 'visits.begin', {
    ...{ citizenId: hits[0]?.citizenId ?? 0, purpose: 'REQUEST', reason: null },
    presence: {
      kind: 'ATTORNEY',
      power: {
        ...{ holderId: '0000001023', holderName: 'وکیل نمونه', number: '1405/77' },
        ...{ issuer: 'دفتر ۱۲', issuedOn: jalali('1405/01/01') },
        ...{ expiresOn: jalali('1405/12/29'), scope },
      },
    },
  })
  return visit.visitId
}

describe('who may', () => {
  test('a power that names the account, and no other', async () => {
    const without = await byPower(PERSON, ['BENEFITS', 'RECORDS', 'PENSION'])
    const outside = { code: 'forbidden', what: 'outside-power', values: { part: 'ACCOUNT' } }
    const kind = 'BANK_ACCOUNT' as const
    for (const refusal of [
      await office.refusal(1, 'account.accounts', without),
      await office.refusal(1, 'requests.assess', { visitId: without, kind, form: {} }),
      await office.refusal(1, 'requests.saveDraft', { visitId: without, kind, form: {} }),
      await office.refusal(1, 'requests.file', filing(without, accountRequest())),
      await office.refusal(1, 'citizens.reveal', { visitId: without, field: 'IBAN' }),
    ])
      expect(refusal).toMatchObject(outside)
    const states = await office.get(1, 'requests.services', without)
    expect(states.find((one) => one.kind === kind)?.state).toBe('OUTSIDE_POWER')

    const named = await byPower(PERSON, ['BENEFITS', 'ACCOUNT'])
    expect(await office.get(1, 'requests.file', filing(named, accountRequest()))).toMatchObject({
      status: '9',
    })
    expect(await office.refusal(1, 'account.dependantRequests', named)).toMatchObject({
      ...{ what: 'outside-power', values: { part: 'RECORDS' } },
    })
  })

  test('an official order opens the file and changes no account', async () => {
    await office.signIn(2, { role: 'SUPERVISOR' })
    const { hits } = await office.get(2, 'citizens.search', { text: PERSON, limit: 1 })
    const { visit } = await office.get(2, 'visits.begin', {
      ...{ citizenId: hits[0]?.citizenId ?? 0, purpose: 'INQUIRY', reason: null },
      presence: { kind: 'OFFICIAL_ORDER', number: '12' },
    })
    expect(
      await office.refusal(2, 'requests.file', filing(visit.visitId, accountRequest())),
    ).toMatchObject({ code: 'rule', values: { reason: 'account-needs-person' } })
  })

  test('nobody for a day after a change of the mobile', async () => {
    const { visit, citizenId } = await openFileOf(office, 1, '0000001066')
    const { visitId } = visit
    const changedAt = instantAt(Date.parse(visit.beganAt) - 60_000)
    await changeMobile({ citizenId, personId: '0000001066', visitId, changedAt })
    const refusal = await office.refusal(1, 'requests.file', filing(visitId, accountRequest()))
    expect(refusal).toMatchObject({
      ...{ code: 'rule', what: 'not-entitled' },
      values: { reason: 'account-hold', hours: 24 },
    })
    const until = instantAt(Date.parse(changedAt) + 24 * 3_600_000)
    expect((await office.get(1, 'account.accounts', visitId)).heldUntil).toBe(until)
    const states = await office.get(1, 'requests.services', visitId)
    expect(states.find(({ kind }) => kind === 'BANK_ACCOUNT')).toMatchObject({
      ...{ state: 'NOT_ENTITLED', because: { code: 'account-hold' } },
    })
  })
})

/** A change of the mobile as it is kept, at a moment of the test's choice. */
async function changeMobile(change: {
  readonly citizenId: number
  readonly personId: string
  readonly visitId: string
  readonly changedAt: Instant
}): Promise<void> {
  const { changedAt, citizenId, personId, visitId } = change
  const [codeId, changeId] = [randomUUID(), randomUUID()]
  const drawnAt = instantAt(Date.parse(changedAt) - 60_000)
  const expiresAt = instantAt(Date.parse(changedAt) + 60_000)
  await office.database.transaction(async (tx) => {
    const { clerk_id: clerkId } = await tx
      .selectFrom('visits')
      .select('clerk_id')
      .where('visit_id', '=', visitId)
      .executeTakeFirstOrThrow()
    await sql`insert into one_time_codes (code_id, purpose, subject, mobile, salt, hash, drawn_at,
      expires_at, most_tries, delivered_at, channel, ended_at, ended_because)
      values (${codeId}, 'MOBILE_CHANGE', ${`citizen ${String(citizenId)}`}, '09700000077', 's', 'h', ${drawnAt},
      ${expiresAt}, 5, ${drawnAt}, 'DESK', ${changedAt}, 'USED')`.execute(tx)
    await sql`insert into mobile_changes (change_id, citizen_id, person_id, old_mobile, new_mobile,
      code_id, verified_by, visit_id, changed_at, changed_by)
      values (${changeId}, ${citizenId}, ${personId}, null, '09700000077', ${codeId}, 'DESK',
      ${visitId}, ${changedAt}, ${clerkId})`.execute(tx)
  })
}

describe('dependants as requests', () => {
  type AddForm = Extract<Request, { kind: 'DEPENDANT_ADD' }>['form']
  const child: AddForm = {
    relation: 'DAUGHTER',
    personId: '0000001384',
    fullName: 'بی‌نقش نمونه',
    birthDate: jalali('1379/12/29'),
    maritalStatus: 'SINGLE',
    insuranceNumber: '0090000119',
    ...{ studying: false, disabled: false, noJob: true, maintained: false },
    papers: ['DEPENDANT_BIRTH_CERTIFICATE', 'DAUGHTER_DECLARATION'],
    note: '',
  }
  const add = (others: Partial<AddForm> = {}): Request => ({
    kind: 'DEPENDANT_ADD',
    form: { ...child, ...others },
  })

  test('what the data knows of a person fills itself in, and has to stay', async () => {
    const visitId = await visitOf(PERSON)
    const form = { relation: 'DAUGHTER', personId: '۰۰۰۰۰۰۱۳۸۴' }
    const assessed = await office.get(1, 'requests.assess', {
      visitId,
      kind: 'DEPENDANT_ADD',
      form,
    })
    const fullName = z.string().parse(assessed.filled['fullName'])
    expect(assessed.filled).toMatchObject({
      birthDate: jalali('1379/12/29'),
      maritalStatus: 'SINGLE',
    })
    expect(assessed.papers.map(({ code }) => code)).toEqual(child.papers)
    const other = add({ fullName: 'کس دیگر' })
    expect(await office.refusal(1, 'requests.file', filing(visitId, other))).toMatchObject({
      ...{ field: 'request.form.fullName', fault: 'not-as-registered' },
    })
    const whole = filing(visitId, add({ fullName }))
    const { trackingCode } = await office.get(1, 'requests.file', whole)
    const pending = await office.get(1, 'account.dependantRequests', visitId)
    expect(pending).toEqual([
      {
        ...{ trackingCode, kind: 'DEPENDANT_ADD', status: '9', filedOn: TODAY },
        ...{ personId: '0000001384', fullName, relation: 'DAUGHTER' },
      },
    ])
    const twice = filing(visitId, add({ fullName }))
    expect(await office.refusal(1, 'requests.file', twice)).toMatchObject({ code: 'conflict' })
    await decide(trackingCode, '16', '18')
    expect(await office.get(1, 'account.dependantRequests', visitId)).toMatchObject([
      { status: '18' },
    ])
  })

  test.each([
    [{ personId: PERSON }, { field: 'request.form.personId', fault: 'same-person' }],
    [
      { personId: '0000001252', fullName: 'دختر عیالوار نمونه', birthDate: jalali('1390/11/12') },
      { values: { reason: 'dependant-already-here' } },
    ],
    [
      {
        ...{ relation: 'MOTHER', personId: '9837066857', fullName: 'شاه‌پری انزلی‌چی' },
        ...{ birthDate: jalali('1342/12/17'), maritalStatus: null },
        papers: ['DEPENDANT_BIRTH_CERTIFICATE', 'MAINTENANCE_PROOF'],
      },
      { values: { reason: 'dependant-of-another' } },
    ],
    [
      {
        ...{ relation: 'SON', personId: '0000000000', fullName: 'پسر نمونه' },
        birthDate: jalali('1380/01/01'),
      },
      { code: 'invalid-input' },
    ],
  ] as const)('%j is refused', async (others, expected) => {
    const visitId = await visitOf(PERSON)
    const request = add(others as Partial<AddForm>)
    expect(await office.refusal(1, 'requests.file', filing(visitId, request))).toMatchObject(
      expected,
    )
  })

  test('a paper in the box of another child proves nothing; one of this visit is enclosed', async () => {
    const visitId = await visitOf(PERSON)
    const kind = 'DEPENDANT_ADD' as const
    const form = { relation: 'SON' }
    const inBox = async (visit: string) => {
      const { papers } = await office.get(1, 'requests.assess', { visitId: visit, kind, form })
      return papers.find(({ code }) => code === 'DEPENDANT_BIRTH_CERTIFICATE')?.inBox?.documentId
    }
    expect(await inBox(visitId)).toBeUndefined()
    const scan = await office.get(1, 'vault.addScan', {
      ...{ visitId, paper: 'DEPENDANT_BIRTH_CERTIFICATE', title: 'شناسنامهٔ فرزند' },
      bytes: aPng().toString('base64'),
    })
    expect(await inBox(visitId)).toBe(scan.documentId)
    const son: Partial<AddForm> = {
      ...{ relation: 'SON', personId: '9000000017', fullName: 'پسر نمونه', maritalStatus: null },
      ...{ birthDate: jalali('1400/01/01'), noJob: false },
      papers: ['DEPENDANT_BIRTH_CERTIFICATE'],
    }
    await office.get(1, 'requests.file', filing(visitId, add(son)))
    const enclosed = await office.database.read((db) =>
      db.selectFrom('request_enclosures').select('document_id').execute(),
    )
    expect(enclosed).toEqual([{ document_id: scan.documentId }])
    expect(await inBox(visitId)).toBeUndefined()
    expect(await inBox(await visitOf(PERSON))).toBeUndefined()
  })

  test('an end names a present dependant, a reason of his relation and its day', async () => {
    const visitId = await visitOf(PERSON)
    const end = (dependant: string, reason: 'DIVORCE' | 'MARRIAGE', papers: string[]): Request =>
      ({
        kind: 'DEPENDANT_END',
        form: { dependant, reason, endedOn: TODAY, papers, note: '' },
      }) as Request
    const daughter = '0090000119/0000001252'
    const refused = async (request: Request) =>
      office.refusal(1, 'requests.file', filing(visitId, request))
    expect(await refused(end(daughter, 'DIVORCE', ['DIVORCE_DEED']))).toMatchObject({
      ...{ field: 'request.form.reason', fault: 'not-of-relation' },
    })
    expect(await refused(end('0090000119/0000001244', 'MARRIAGE', []))).toMatchObject({
      ...{ field: 'request.form.dependant', fault: 'not-offered' },
    })
    expect(await refused(end(daughter, 'MARRIAGE', []))).toMatchObject({ what: 'papers-missing' })
    const whole = end(daughter, 'MARRIAGE', ['MARRIAGE_DEED'])
    const { trackingCode } = await office.get(1, 'requests.file', filing(visitId, whole))
    expect(await refused(whole)).toMatchObject({ code: 'conflict' })
    expect(await office.get(1, 'account.dependantRequests', visitId)).toMatchObject([
      { trackingCode, kind: 'DEPENDANT_END', personId: '0000001252', relation: 'DAUGHTER' },
    ])
    const [decided] = await office.get(1, 'requests.ofCitizen', visitId)
    expect(decided).toMatchObject({ kind: 'DEPENDANT_END', promisedOn: jalali('1405/09/09') })
  })
})
