import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import type { MandateScope } from '#core/employers/mandate.model.ts'
import type { Presence } from '#core/visits/visit.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import {
  COMPANY,
  companyExtract,
  NEWCOMER,
  OWNER,
  SIGNATORY,
} from '../../support/company-extract.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const key = Buffer.alloc(32, 7)
const today = jalali('1405/09/02')
const WORKSHOP = { workshopCode: '9000151002', branchCode: '900' }
const SECOND = { workshopCode: '9000151999', branchCode: '900' }
/** Of the natural employer. */
const SHOP = { workshopCode: '9000161000', branchCode: '900' }
const OTHER = '0000001392'
const ALL: MandateScope[] = ['DEBTS', 'PAPERS', 'REQUESTS']

/** Windows by who is at them. */
const CLERK = 1
const SUPERVISOR = 2

let office: BranchOffice
/** Offices of another day on the same data, to be closed. */
const others: BranchOffice[] = []

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today, key })
  await office.import(companyExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  await office.signIn(CLERK)
  await office.signIn(SUPERVISOR, { role: 'SUPERVISOR' })
})

/** Nothing takes entries away but somebody who may drop what guards them. */
afterEach(async () => {
  for (const other of others.splice(0)) await other.close()
  await office.database.transaction(async (tx) => {
    // Their files are those of other tests.
    await tx.updateTable('clerks').set({ active: 0 }).where('person_id', 'is not', null).execute()
    const { rows } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
      where type = 'trigger' and tbl_name like 'mandate%'`.execute(tx)
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(tx)
    for (const table of ['mandate_endings', 'mandate_decisions', 'mandates'])
      await sql`delete from ${sql.id(table)}`.execute(tx)
    for (const { sql: text } of rows) await sql.raw(text).execute(tx)
  })
})

type Entry = Input<'employers.enterMandate'>

const visitOf = async (personId: string, window = CLERK, at = office) =>
  (await openFileOf(at, window, personId)).visit.visitId

function gazette(visitId: string, more: Partial<Entry> = {}): Entry {
  return {
    ...{ visitId, personId: null, scope: ALL, from: today, until: jalali('1407/09/02') },
    target: { of: 'COMPANY', legalEntityId: COMPANY },
    paper: { kind: 'GAZETTE', number: '22801', day: jalali('1405/08/25'), position: 'مدیرعامل' },
    ...more,
  }
}

function letter(visitId: string, personId: string, more: Partial<Entry> = {}): Entry {
  return gazette(visitId, {
    ...{ personId, target: { of: 'WORKSHOP', ...WORKSHOP } },
    paper: { kind: 'LETTER', number: '140/ص', day: jalali('1405/08/30'), issuer: 'مدیرعامل' },
    ...more,
  })
}

const enter = async (entry: Entry) =>
  (await office.get(CLERK, 'employers.enterMandate', entry)).mandateId
const confirm = (mandateId: string, window = SUPERVISOR) =>
  office.get(window, 'employers.decideMandate', { outcome: 'CONFIRMED', mandateId, version: 1 })

/** A gazette that the newcomer brings himself, confirmed. */
async function appointed(more: Partial<Entry> = {}): Promise<string> {
  const mandateId = await enter(gazette(await visitOf(NEWCOMER), more))
  await confirm(mandateId)
  return mandateId
}

const workshopsOf = async (personId: string, at = office) =>
  (await at.get(CLERK, 'employers.workshops', await visitOf(personId, CLERK, at))).workshops
const codes = async (personId: string, at = office) =>
  (await workshopsOf(personId, at)).map(({ workshopCode }) => workshopCode)

/** The same office on another day. */
async function onDay(text: string): Promise<BranchOffice> {
  const other = await openBranchOffice({ folder, papers: plainPapers, today: jalali(text), key })
  others.push(other)
  await other.signIn(CLERK)
  await other.signIn(SUPERVISOR, { role: 'SUPERVISOR' })
  return other
}

async function entries(object: string) {
  const { rows } = await sql<{ action: string; outcome: string; citizenId: number | null }>`
    select action, outcome, citizen_id as citizenId from audit where object = ${object}
    order by seq`.execute(office.database.reader as never)
  return rows
}

describe('a signatory from the gazette', () => {
  test('opens every workshop of the company, once a second person confirmed it', async () => {
    const visitId = await visitOf(NEWCOMER)
    const mandateId = await enter(gazette(visitId))
    expect(await codes(NEWCOMER)).toEqual([])
    const own = await office.get(CLERK, 'employers.ownMandates', await visitOf(NEWCOMER))
    expect(own).toMatchObject([{ mandateId, state: 'WAITING', version: 1, own: true }])

    const [waiting] = await office.get(SUPERVISOR, 'employers.waitingMandates', null)
    expect(waiting).toMatchObject({ mandateId, holderId: NEWCOMER, mayDecide: true })
    await confirm(mandateId)
    expect(await office.get(SUPERVISOR, 'employers.waitingMandates', null)).toEqual([])

    const workshops = await workshopsOf(NEWCOMER)
    expect(workshops.map(({ workshopCode }) => workshopCode)).toEqual([
      WORKSHOP.workshopCode,
      SECOND.workshopCode,
    ])
    expect(workshops[0]).toMatchObject({
      ...{ role: 'SIGNATORY', legalEntityId: COMPANY, scope: ALL, actsFrom: today },
      ...{ actsUntil: jalali('1407/09/02') },
      paper: { kind: 'GAZETTE', number: '22801', day: jalali('1405/08/25') },
    })
    expect(workshops[0]?.debts.open).toBeGreaterThan(100)

    const { roles, alerts, citizenId } = await openFileOf(office, CLERK, NEWCOMER)
    expect(roles[1]).toMatchObject({
      ...{ role: 'EMPLOYER', held: true },
      numbers: [WORKSHOP.workshopCode, SECOND.workshopCode],
    })
    expect(alerts.map(({ code }) => code)).toContain('DEFINITIVE_DEBT')
    expect(await entries(`mandate ${mandateId}`)).toEqual([
      { action: 'employers.enterMandate', outcome: 'done', citizenId },
      { action: 'employers.decideMandate', outcome: 'done', citizenId },
    ])
  })

  test('is found by the legal ID and the code of the workshop, with the role of an employer', async () => {
    const hits = async (text: string) =>
      (await office.get(CLERK, 'citizens.search', { text, limit: 20 })).hits
    const before = await hits(COMPANY)
    expect(before).toHaveLength(1)
    expect(before[0]).toMatchObject({ kind: 'LEGAL_ID', role: 'EMPLOYER', target: COMPANY })
    const mandateId = await enter(gazette(await visitOf(NEWCOMER)))
    expect(await hits(COMPANY)).toEqual(before)
    await confirm(mandateId)
    for (const number of [COMPANY, WORKSHOP.workshopCode, SECOND.workshopCode])
      expect((await hits(number)).map(({ role, lastName }) => [role, lastName])).toContainEqual([
        'EMPLOYER',
        (await openFileOf(office, CLERK, NEWCOMER)).lastName,
      ])
  })

  test('counts on its last day and not on the day after', async () => {
    await appointed({ until: jalali('1405/12/29') })
    expect(await codes(NEWCOMER, await onDay('1405/12/29'))).toHaveLength(2)
    const after = await onDay('1406/01/01')
    expect(await codes(NEWCOMER, after)).toEqual([])
    const { roles } = await openFileOf(after, CLERK, NEWCOMER)
    expect(roles[1]).toMatchObject({ held: false, reason: 'NO_WORKSHOP' })
    const own = await after.get(CLERK, 'employers.ownMandates', await visitOf(NEWCOMER, 1, after))
    expect(own).toMatchObject([{ state: 'EXPIRED' }])
    const visitId = await visitOf(NEWCOMER, CLERK, after)
    expect(
      await after.refusal(CLERK, 'employers.workshopMandates', { visitId, ...WORKSHOP }),
    ).toMatchObject({ code: 'not-found', what: 'workshop' })
  })

  test('of tomorrow opens nothing today', async () => {
    await appointed({ from: jalali('1405/09/03') })
    expect(await codes(NEWCOMER)).toEqual([])
    expect(await codes(NEWCOMER, await onDay('1405/09/03'))).toHaveLength(2)
  })

  test('who is not named in a newer one sees a notice and keeps his workshops', async () => {
    await appointed()
    const visitId = await visitOf(SIGNATORY)
    const seen = await office.get(CLERK, 'employers.workshopMandates', { visitId, ...WORKSHOP })
    expect(seen).toMatchObject({
      ...{ legalEntityId: COMPANY, mayAppoint: true },
      newerGazette: { number: '22801' },
      members: [{ role: 'SIGNATORY', own: true, inForce: true }],
      mandates: [{ state: 'IN_FORCE', own: false, position: 'مدیرعامل' }],
      workshops: [
        { ...WORKSHOP, acts: true },
        { ...SECOND, acts: false },
      ],
    })
    expect(await codes(SIGNATORY)).toContain(WORKSHOP.workshopCode)
    // Named in it too, there is nothing to notice, and the second workshop opens.
    await confirm(await enter(gazette(await visitOf(SIGNATORY))))
    const again = await office.get(CLERK, 'employers.workshopMandates', {
      ...WORKSHOP,
      visitId: await visitOf(SIGNATORY),
    })
    expect(again.newerGazette).toBeNull()
    expect(await codes(SIGNATORY)).toContain(SECOND.workshopCode)
  })
})

describe('a representative by letter', () => {
  async function represent(scope: MandateScope[], more: Partial<Entry> = {}): Promise<string> {
    const mandateId = await enter(letter(await visitOf(SIGNATORY), NEWCOMER, { scope, ...more }))
    await confirm(mandateId)
    return mandateId
  }
  const statement = {
    kind: 'debt-statement',
    ...{ ...WORKSHOP, contractRow: null, ledger: false },
    ...{ stages: [], state: null, from: null, to: null },
  } as const
  const preview = async (order: Input<'certificates.preview'>['order'] = statement) =>
    office.ask(CLERK, 'certificates.preview', { visitId: await visitOf(NEWCOMER), order })

  test('acts for that workshop alone, within the scope', async () => {
    await represent(['DEBTS'])
    expect(await workshopsOf(NEWCOMER)).toMatchObject([
      { ...WORKSHOP, role: 'REPRESENTATIVE', scope: ['DEBTS'], paper: { kind: 'LETTER' } },
    ])
    expect(await preview()).toMatchObject({
      refusal: { code: 'rule', what: 'mandate-no-papers' },
    })
    const visitId = await visitOf(NEWCOMER)
    const batch = { of: 'employer-statements', ledger: false } as const
    expect(await office.get(CLERK, 'certificates.batchItems', { visitId, batch })).toEqual([])
    // Of the company he sees what he acts for.
    const seen = await office.get(CLERK, 'employers.workshopMandates', { visitId, ...WORKSHOP })
    expect(seen).toMatchObject({ mayAppoint: false, workshops: [{ ...WORKSHOP, acts: true }] })
  })

  test('with papers gets the statement', async () => {
    await represent(['DEBTS', 'PAPERS'])
    const reply = await preview()
    expect(reply).toMatchObject({ ok: true })
    const elsewhere = await preview({ ...statement, ...SECOND })
    expect(elsewhere).toMatchObject({ refusal: { code: 'not-found', what: 'workshop' } })
  })

  test('without requests files none, and is told why', async () => {
    await represent(['DEBTS', 'PAPERS'])
    const services = async () =>
      (await office.get(CLERK, 'requests.services', await visitOf(NEWCOMER))).filter(({ kind }) =>
        kind.startsWith('DEBT_'),
      )
    const closed = await services()
    expect(closed.length).toBeGreaterThan(2)
    expect(new Set(closed.map(({ state }) => state))).toEqual(new Set(['OUTSIDE_POWER']))
    const form = { debt: `${WORKSHOP.workshopCode}/900/1`, count: '6', firstMonth: '1405/10' }
    const refusal = { code: 'rule', what: 'mandate-no-requests' }
    const file = async () => ({
      ...{ visitId: await visitOf(NEWCOMER), idempotencyKey: randomUUID() },
      request: { kind: 'DEBT_INSTALMENT' as const, form: { ...form, papers: [], note: '' } },
    })
    expect(await office.refusal(CLERK, 'requests.file', await file())).toMatchObject(refusal)
    const asked = { visitId: await visitOf(NEWCOMER), kind: 'DEBT_INSTALMENT' as const, form: {} }
    expect(await office.refusal(CLERK, 'requests.assess', asked)).toMatchObject(refusal)
    // What covers requests opens them, and only the debts of that workshop.
    await confirm(
      await enter(
        letter(await visitOf(SIGNATORY), NEWCOMER, {
          paper: { kind: 'LETTER', number: '2', day: today, issuer: 'مدیرعامل' },
        }),
      ),
    )
    expect((await services()).map(({ state }) => state)).not.toContain('OUTSIDE_POWER')
    const opened = { ...asked, visitId: await visitOf(NEWCOMER) }
    const { choices } = await office.get(CLERK, 'requests.assess', opened)
    expect(choices['debt']?.length).toBeGreaterThan(0)
    expect(choices['debt']?.every(({ id }) => id.startsWith(WORKSHOP.workshopCode))).toBe(true)
  })

  test('is entered on the word of an owner or signatory, and gives no more than he holds', async () => {
    const stranger = letter(await visitOf(OWNER), NEWCOMER)
    expect(await office.refusal(CLERK, 'employers.enterMandate', stranger)).toMatchObject({
      ...{ code: 'rule', what: 'mandate-not-handed-on' },
    })
    // Nobody makes a letter out to himself.
    for (const personId of [null, SIGNATORY]) {
      const own = { ...letter(await visitOf(SIGNATORY), NEWCOMER), personId }
      expect(await office.refusal(CLERK, 'employers.enterMandate', own)).toMatchObject({
        what: 'mandate-not-handed-on',
      })
    }
    await represent(ALL)
    const byRepresentative = letter(await visitOf(NEWCOMER), OTHER)
    expect(await office.refusal(CLERK, 'employers.enterMandate', byRepresentative)).toMatchObject({
      what: 'mandate-not-handed-on',
    })
    // A natural employer sends somebody as well.
    const shop = { target: { of: 'WORKSHOP', ...SHOP } } as const
    await confirm(await enter(letter(await visitOf(OWNER), NEWCOMER, shop)))
    expect(await codes(NEWCOMER)).toEqual([WORKSHOP.workshopCode, SHOP.workshopCode])
  })

  test('a signatory by gazette with a narrow scope hands on no more', async () => {
    await appointed({ scope: ['DEBTS'] })
    const more = letter(await visitOf(NEWCOMER), OTHER, { scope: ['DEBTS', 'PAPERS'] })
    expect(await office.refusal(CLERK, 'employers.enterMandate', more)).toMatchObject({
      what: 'mandate-not-handed-on',
    })
    await enter(letter(more.visitId, OTHER, { scope: ['DEBTS'] }))
  })

  test('an ended one opens nothing, and stays in the register with its reason', async () => {
    const mandateId = await represent(ALL)
    const visitId = await visitOf(SIGNATORY)
    const ending = { visitId, mandateId, version: 2, reason: 'پایان قرارداد' }
    expect(
      await office.refusal(CLERK, 'employers.endMandate', { ...ending, version: 1 }),
    ).toMatchObject({ code: 'conflict', what: 'mandate-changed' })
    await office.get(CLERK, 'employers.endMandate', ending)
    expect(await codes(NEWCOMER)).toEqual([])
    expect(
      await office.refusal(CLERK, 'employers.endMandate', {
        ...ending,
        visitId: await visitOf(SIGNATORY),
        version: 3,
      }),
    ).toMatchObject({
      ...{ code: 'conflict', what: 'mandate-changed' },
    })
    const seen = await office.get(CLERK, 'employers.workshopMandates', {
      ...WORKSHOP,
      visitId: await visitOf(SIGNATORY),
    })
    expect(seen.mandates).toMatchObject([
      { state: 'ENDED', version: 3, endedOn: today, endReason: 'پایان قرارداد' },
    ])
    expect((await entries(`mandate ${mandateId}`)).map(({ action }) => action)).toEqual([
      'employers.enterMandate',
      'employers.decideMandate',
      'employers.endMandate',
    ])
  })

  test('its holder gives it up, another representative may not end it', async () => {
    const mandateId = await represent(ALL)
    await confirm(await enter(letter(await visitOf(SIGNATORY), OTHER)))
    const reason = 'به درخواست خود او'
    const by = async (personId: string) => ({
      ...{ visitId: await visitOf(personId), mandateId, version: 2, reason },
    })
    expect(await office.refusal(CLERK, 'employers.endMandate', await by(OTHER))).toMatchObject({
      ...{ code: 'rule', what: 'mandate-not-ended' },
    })
    expect(await office.refusal(CLERK, 'employers.endMandate', await by(OWNER))).toMatchObject({
      ...{ code: 'not-found', what: 'mandate' },
    })
    await office.get(CLERK, 'employers.endMandate', await by(NEWCOMER))
    expect(await codes(NEWCOMER)).toEqual([])
  })
})

describe('four eyes', () => {
  const decide = (mandateId: string, version = 1) =>
    ({ outcome: 'CONFIRMED', mandateId, version }) as const

  test('whoever entered it never confirms it, under any account', async () => {
    const personId = '0010000011'
    await office.signIn(CLERK, { role: 'SUPERVISOR', personId })
    const mandateId = await enter(gazette(await visitOf(NEWCOMER)))
    await office.signIn(3, { role: 'SUPERVISOR', personId })
    for (const window of [CLERK, 3])
      expect(
        await office.refusal(window, 'employers.decideMandate', decide(mandateId)),
      ).toMatchObject({ code: 'forbidden', what: 'own-mandate' })
    const [waiting] = await office.get(CLERK, 'employers.waitingMandates', null)
    expect(waiting?.mayDecide).toBe(false)
    expect(await entries(`mandate ${mandateId}`)).toMatchObject([
      { outcome: 'done' },
      { action: 'employers.decideMandate', outcome: 'forbidden' },
      { action: 'employers.decideMandate', outcome: 'forbidden' },
    ])
    expect(await codes(NEWCOMER)).toEqual([])
  })

  test('nobody confirms or enters his own', async () => {
    const mandateId = await enter(gazette(await visitOf(NEWCOMER)))
    await office.signIn(3, { role: 'SUPERVISOR', personId: NEWCOMER })
    expect(await office.refusal(3, 'employers.decideMandate', decide(mandateId))).toMatchObject({
      ...{ code: 'forbidden', what: 'own-mandate' },
    })
    await office.signIn(CLERK, { personId: OTHER })
    const own = letter(await visitOf(SIGNATORY), OTHER)
    expect(await office.refusal(CLERK, 'employers.enterMandate', own)).toMatchObject({
      ...{ code: 'forbidden', what: 'own-mandate' },
    })
  })

  test('a clerk never confirms, and what was decided is decided', async () => {
    const mandateId = await enter(gazette(await visitOf(NEWCOMER)))
    expect(await office.refusal(CLERK, 'employers.decideMandate', decide(mandateId))).toMatchObject(
      {
        code: 'forbidden',
      },
    )
    expect(
      await office.refusal(SUPERVISOR, 'employers.decideMandate', decide(mandateId, 2)),
    ).toMatchObject({ code: 'conflict', what: 'mandate-changed' })
    await office.get(SUPERVISOR, 'employers.decideMandate', {
      ...{ outcome: 'REFUSED', mandateId, version: 1, note: 'آگهی خوانا نیست' },
    })
    expect(await codes(NEWCOMER)).toEqual([])
    expect(
      await office.refusal(SUPERVISOR, 'employers.decideMandate', decide(mandateId)),
    ).toMatchObject({ code: 'conflict', what: 'mandate-changed' })
    // Refused, it may be entered again.
    await enter(gazette(await visitOf(NEWCOMER)))
  })

  test('of two that decide at once one is told that it changed', async () => {
    const mandateId = await enter(gazette(await visitOf(NEWCOMER)))
    await office.signIn(3, { role: 'SUPERVISOR' })
    const replies = await Promise.all(
      [SUPERVISOR, 3].map((window) =>
        office.ask(window, 'employers.decideMandate', decide(mandateId)),
      ),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'conflict', what: 'mandate-changed' },
    })
  })

  test('one whose last day passed while it waited is not confirmed', async () => {
    const mandateId = await enter(gazette(await visitOf(NEWCOMER), { until: today }))
    const after = await onDay('1405/09/03')
    expect(
      await after.refusal(SUPERVISOR, 'employers.decideMandate', decide(mandateId)),
    ).toMatchObject({ code: 'rule', what: 'mandate-over' })
  })
})

describe('what is refused at the counter', () => {
  test('a visit that is ended, another clerk’s, or opened without anybody', async () => {
    const visitId = await visitOf(NEWCOMER)
    await office.signIn(3)
    expect(await office.refusal(3, 'employers.enterMandate', gazette(visitId))).toMatchObject({
      ...{ code: 'not-found', what: 'visit' },
    })
    expect(
      await office.refusal(CLERK, 'employers.enterMandate', gazette(randomUUID())),
    ).toMatchObject({ code: 'not-found', what: 'visit' })
    const { citizenId } = await openFileOf(office, SUPERVISOR, NEWCOMER)
    const begin = (presence: Presence) =>
      office.get(SUPERVISOR, 'visits.begin', {
        ...{ citizenId, presence, purpose: 'INQUIRY', reason: null },
      })
    const { visit } = await begin({ kind: 'OFFICIAL_ORDER', number: '12' })
    expect(
      await office.refusal(SUPERVISOR, 'employers.enterMandate', gazette(visit.visitId)),
    ).toMatchObject({ code: 'forbidden', what: 'not-by-this-presence' })
    const attorney = await begin({
      kind: 'ATTORNEY',
      power: {
        ...{
          holderName: 'وکیل نمونه',
          holderId: '0000001023',
          issuer: 'دفتر نمونه',
          number: '7',
          issuedOn: jalali('1405/01/01'),
        },
        ...{ expiresOn: null, scope: ['PENSION'] },
      },
    })
    expect(
      await office.refusal(SUPERVISOR, 'employers.enterMandate', gazette(attorney.visit.visitId)),
    ).toMatchObject({ code: 'forbidden', what: 'outside-power' })
  })

  test.each<[string, (visitId: string) => Entry, object]>([
    [
      'a company that the data does not know',
      (id) => gazette(id, { target: { of: 'COMPANY', legalEntityId: '10380284790' } }),
      { code: 'not-found', what: 'company', field: 'target.legalEntityId' },
    ],
    [
      'a legal ID with a wrong check digit',
      (id) => gazette(id, { target: { of: 'COMPANY', legalEntityId: '10380284791' } }),
      { code: 'invalid-input', fault: 'checksum', field: 'target.legalEntityId' },
    ],
    [
      'a gazette about one workshop',
      (id) => gazette(id, { target: { of: 'WORKSHOP', ...WORKSHOP } }),
      { code: 'invalid-input', fault: 'mandate-company' },
    ],
    [
      'a paper of tomorrow',
      (id) =>
        gazette(id, {
          paper: { kind: 'GAZETTE', number: '1', day: jalali('1405/09/03'), position: 'عضو' },
        }),
      { code: 'invalid-input', field: 'paper.day', fault: 'future' },
    ],
    [
      'an end before its beginning',
      (id) => gazette(id, { from: jalali('1405/10/02'), until: jalali('1405/10/01') }),
      { code: 'invalid-input', field: 'until', fault: 'end-before-start' },
    ],
    [
      'one that is over',
      (id) => gazette(id, { from: jalali('1404/01/01'), until: jalali('1405/09/01') }),
      { code: 'invalid-input', field: 'until', fault: 'past' },
    ],
    [
      'somebody else’s name in a gazette, by a stranger',
      (id) => gazette(id, { personId: OTHER }),
      { code: 'rule', what: 'mandate-by-stranger' },
    ],
    [
      'a person that the data does not know',
      (id) => gazette(id, { personId: '0010000011' }),
      { code: 'not-found', what: 'mandate-holder', field: 'personId' },
    ],
    [
      'a person who died',
      (id) => gazette(id, { personId: '0000001090' }),
      { code: 'not-found', what: 'mandate-holder' },
    ],
    [
      'a scope without what is owed',
      (id) => gazette(id, { scope: ['PAPERS'] }),
      { code: 'invalid-input', field: 'scope' },
    ],
  ])('%s', async (_, entry, refusal) => {
    expect(
      await office.refusal(CLERK, 'employers.enterMandate', entry(await visitOf(NEWCOMER))),
    ).toMatchObject(refusal)
  })

  test('the same paper twice, while it waits or is in force', async () => {
    const mandateId = await enter(gazette(await visitOf(NEWCOMER)))
    const again = async () =>
      office.refusal(CLERK, 'employers.enterMandate', gazette(await visitOf(NEWCOMER)))
    expect(await again()).toMatchObject({ code: 'conflict', what: 'mandate-known' })
    await confirm(mandateId)
    expect(await again()).toMatchObject({ code: 'conflict', what: 'mandate-known' })
    const persian = { kind: 'GAZETTE', number: '۲۲۸۰۱', day: jalali('1405/08/25') } as const
    const paper = { ...persian, position: 'مدیرعامل' }
    const other = gazette(await visitOf(NEWCOMER), { paper })
    expect(await office.refusal(CLERK, 'employers.enterMandate', other)).toMatchObject({
      what: 'mandate-known',
    })
  })
})

describe('the tables themselves', () => {
  const attempt = (text: string) => office.database.transaction((tx) => sql.raw(text).execute(tx))

  test('refuse a change, a deletion and a decision by the wrong person', async () => {
    const mandateId = await appointed()
    await expect(attempt(`update mandates set scope = '[]'`)).rejects.toThrow('never changed')
    await expect(attempt('delete from mandate_decisions')).rejects.toThrow('never deleted')
    await expect(
      attempt(`insert or replace into mandates select * from mandates
        where mandate_id = '${mandateId}'`),
    ).rejects.toThrow('entered once')
    const waiting = await enter(gazette(await visitOf(OTHER)))
    const decide = (clerk: string) =>
      attempt(`insert into mandate_decisions
        select '${waiting}', 'CONFIRMED', entered_at, ${clerk}, null from mandates
        where mandate_id = '${waiting}'`)
    await expect(decide('entered_by')).rejects.toThrow('who entered')
    const clerk = await office.signIn(3)
    await expect(decide(`'${clerk.clerkId}'`)).rejects.toThrow('a supervisor decides')
    const holder = await office.signIn(3, { role: 'SUPERVISOR', personId: OTHER })
    await expect(decide(`'${holder.clerkId}'`)).rejects.toThrow('or holds')
  })
})
