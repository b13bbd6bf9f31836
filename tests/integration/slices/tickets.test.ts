import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CompiledQuery, sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Clerk } from '#core/access/access.ports.ts'
import type { Input, Output } from '#core/contract.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { TicketsRepository } from '../../../electron/backend/tickets/tickets.repository.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { aJpeg, aPdf, aPng } from '../../support/scans.ts'
import { aWav, anOgg } from '../../support/sounds.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const key = Buffer.alloc(32, 9)
const setting = { folder, key, papers: plainPapers }
const PERSON = '0000001015'
const OTHER = '0000001031'
/** Whose own file a clerk may not touch. */
const COLLEAGUE = '0000001023'

/** Windows by who is at them. */
const COUNTER = 1
const EXPERT = 2
const SUPERVISOR = 3

let office: BranchOffice
let clerk: Clerk
let expert: Clerk
let supervisor: Clerk
/** The same office on another day, to be closed. */
const others: BranchOffice[] = []

beforeAll(async () => {
  office = await openBranchOffice({ ...setting, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
}, 120_000)
afterAll(async () => {
  await office.close()
  removeOffice(folder)
})
beforeEach(async () => {
  clerk = await office.signIn(COUNTER)
  expert = await office.signIn(EXPERT, { duties: ['EXPERT'] })
  supervisor = await office.signIn(SUPERVISOR, { role: 'SUPERVISOR' })
})
afterEach(async () => {
  for (const other of others.splice(0)) await other.close()
})

type New = Input<'tickets.register'>
type Ticket = Output<'tickets.detail'>

function ticketOf(caller: New['caller'], more: Partial<New> = {}): New {
  return {
    ...{ idempotencyKey: randomUUID(), caller, channel: 'PHONE', role: null },
    ...{ subject: 'RECORD_MISSING', text: 'سابقهٔ سال ۱۳۸۹ من در سامانه نیست', aboutClerkId: null },
    ...{ voice: null },
    ...more,
  }
}
const STRANGER: New['caller'] = { by: 'STRANGER', name: 'خانم سپهری', number: '۰۹۷۱۲۳۴۵۶۷۸' }
const register = (ticket: New, window = COUNTER, at = office) =>
  at.get(window, 'tickets.register', ticket)
const visitOf = async (personId = PERSON, window = COUNTER, at = office) =>
  (await openFileOf(at, window, personId)).visit.visitId
const inPerson = async (more: Partial<New> = {}) =>
  register(
    ticketOf(
      { by: 'VISIT', visitId: await visitOf() },
      { channel: 'BRANCH', role: 'INSURED', ...more },
    ),
  )
const citizenId = async (personId: string) =>
  (await office.get(COUNTER, 'citizens.search', { text: personId, limit: 1 })).hits[0]?.citizenId ??
  0
const named = ({ ticketId, version }: Ticket) => ({ ticketId, version, visitId: null })
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')

/** Referred to the expert, taken and answered by him. */
async function answered(ticket: Ticket): Promise<Ticket> {
  const taken = await office.get(EXPERT, 'tickets.take', named(ticket))
  return office.get(EXPERT, 'tickets.answer', { ...named(taken), text: 'سابقه پیدا و ثبت شد.' })
}
async function onDay(text: string): Promise<BranchOffice> {
  const other = await openBranchOffice({ ...setting, today: jalali(text) })
  others.push(other)
  for (const window of [COUNTER, EXPERT, SUPERVISOR])
    await other.signIn(window, { role: window === COUNTER ? 'CLERK' : 'SUPERVISOR' })
  return other
}
const rows = async <T>(text: ReturnType<typeof sql<T>>) =>
  (await text.execute(office.database.reader as never)).rows

describe('a ticket in person', () => {
  test('has a code of its own, a promise of 72 hours, and stands in the file and in its trail', async () => {
    const ticket = await inPerson()
    expect(ticket).toMatchObject({
      ...{ channel: 'BRANCH', role: 'INSURED', status: 'REGISTERED', group: 'RECORDS', version: 1 },
      ...{ maskedId: '000****015', due: 'IN_TIME', age: 'TODAY', may: ['ATTACH'], answer: null },
    })
    expect(ticket.trackingCode).toMatch(/^[1-9]\d{9}$/)
    expect(Date.parse(ticket.dueAt ?? '') - Date.parse(ticket.registeredAt)).toBe(72 * 3_600_000)
    const list = await office.get(COUNTER, 'tickets.ofCitizen', await visitOf())
    expect(list[0]).toMatchObject({ ticketId: ticket.ticketId, caller: ticket.caller })

    const { hits } = await office.get(COUNTER, 'citizens.search', {
      ...{ text: ticket.trackingCode, limit: 5 },
    })
    expect(hits).toMatchObject([
      { kind: 'TICKET_CODE', target: ticket.trackingCode, role: 'INSURED', maskedId: '000****015' },
    ])
    const told = await rows(
      sql<{ action: string; outcome: string }>`select action, outcome from audit
        where object = ${`ticket ${ticket.ticketId}`}`,
    )
    expect(told).toEqual([{ action: 'tickets.register', outcome: 'done' }])
  })

  test('is registered once, however often the button is pressed', async () => {
    const visitId = await visitOf()
    const order = ticketOf({ by: 'VISIT', visitId }, { channel: 'BRANCH' })
    const [first, second] = await Promise.all([register(order), register(order)])
    expect(second.ticketId).toBe(first.ticketId)
    const again = await office.refusal(SUPERVISOR, 'tickets.register', {
      ...order,
      caller: STRANGER,
    })
    expect(again).toMatchObject({ code: 'conflict', what: 'idempotency-key' })
  })

  test('takes what is enclosed, once each, five at most, and nothing after the answer', async () => {
    const ticket = await inPerson()
    const { ticketId } = ticket
    const attach = (bytes: Uint8Array) => ({
      ...{ ticketId, visitId: null, title: 'نامه', bytes: base64(bytes) },
    })
    const first = await office.get(COUNTER, 'tickets.attach', attach(aPdf('letter')))
    expect(first).toMatchObject({ kind: 'ENCLOSURE', format: 'pdf', title: 'نامه' })
    expect(await office.get(COUNTER, 'tickets.attach', attach(aPdf('letter')))).toEqual(first)
    for (const bytes of [aJpeg(), aPng(1), aPng(2), aPng(3)])
      await office.get(COUNTER, 'tickets.attach', attach(bytes))
    expect(await office.refusal(COUNTER, 'tickets.attach', attach(aPng(4)))).toMatchObject({
      ...{ code: 'rule', what: 'ticket-enclosures-full' },
    })
    const program = Buffer.from(`MZ${'\0'.repeat(300)}`, 'latin1')
    expect(await office.refusal(COUNTER, 'tickets.attach', attach(program))).toMatchObject({
      what: 'scan-not-a-picture',
    })
    const seen = { ticketId, visitId: null, fileId: first.fileId }
    const back = await office.get(COUNTER, 'tickets.file', seen)
    expect(Buffer.from(back.bytes, 'base64').equals(aPdf('letter'))).toBe(true)
    await answered(await office.get(COUNTER, 'tickets.detail', { ticketId, visitId: null }))
    expect(await office.refusal(COUNTER, 'tickets.attach', attach(aPng(5)))).toMatchObject({
      what: 'ticket-not-now',
    })
  })
})

describe('a ticket without a visit', () => {
  test('of a caller who was found shows only the masked number, and opens nothing', async () => {
    const caller = { by: 'CITIZEN', citizenId: await citizenId(OTHER) } as const
    const ticket = await register(ticketOf(caller, { channel: 'SMS' }))
    expect(ticket).toMatchObject({ maskedId: '000****031', callerNumber: null })
    expect(JSON.stringify(ticket)).not.toContain(OTHER)
    expect(await office.get(COUNTER, 'visits.current', null)).toBeNull()
    const talk = ticketOf(caller, { channel: 'BRANCH' })
    expect(await office.refusal(COUNTER, 'tickets.register', talk)).toMatchObject({
      ...{ code: 'rule', what: 'ticket-needs-visit' },
    })
  })

  test('of a stranger keeps the name and number that were said', async () => {
    const ticket = await register(ticketOf(STRANGER))
    expect(ticket).toMatchObject({
      ...{ caller: 'خانم سپهری', callerNumber: '09712345678', citizenId: null, maskedId: null },
    })
    const { hits } = await office.get(COUNTER, 'citizens.search', {
      ...{ text: ticket.trackingCode, limit: 5 },
    })
    expect(hits).toEqual([])
    const wrong = ticketOf({ by: 'STRANGER', name: 'کسی', number: 'شماره' })
    expect(await office.refusal(COUNTER, 'tickets.register', wrong)).toMatchObject({
      ...{ code: 'invalid-input', fault: 'invalid_format' },
    })
  })

  test('a voice message comes back byte for byte, and lies in no file in the clear', async () => {
    const sound = Buffer.concat([aWav(2), Buffer.from('صدای محرمانه '.repeat(20))])
    const ticket = await register(ticketOf(STRANGER, { channel: 'VOICE', voice: base64(sound) }))
    const [file] = ticket.files
    expect(file).toMatchObject({ kind: 'VOICE', format: 'wav', seconds: 2 })
    const seen = { ticketId: ticket.ticketId, visitId: null, fileId: file?.fileId ?? '' }
    const back = await office.get(EXPERT, 'tickets.file', seen)
    expect(Buffer.from(back.bytes, 'base64').equals(sound)).toBe(true)
    const kept = readdirSync(folder).filter((name) => name.startsWith('office.db'))
    expect(kept.length).toBeGreaterThan(0)
    for (const name of kept) {
      const raw = readFileSync(path.join(folder, name))
      expect(raw.includes(sound.subarray(-100))).toBe(false)
      expect(raw.includes(Buffer.from('WAVEfmt'))).toBe(false)
    }
  })

  test.each([
    ['a renamed program', Buffer.from(`MZ${'\0'.repeat(400)}`, 'latin1'), 'voice-not-audio'],
    ['a cut sound', aWav(1).subarray(0, 200), 'voice-broken'],
    ['one that is too long', anOgg(400), 'voice-too-long'],
  ])('%s is no voice message, and registers nothing', async (_, bytes, what) => {
    const order = ticketOf(STRANGER, { channel: 'VOICE', voice: base64(bytes) })
    expect(await office.refusal(COUNTER, 'tickets.register', order)).toMatchObject({
      ...{ code: 'rule', what, field: 'voice' },
    })
    const [count] = await rows(
      sql<{ n: number }>`select count(*) as n from tickets
        where idempotency_key = ${order.idempotencyKey}`,
    )
    expect(count?.n).toBe(0)
  })

  test('a voice belongs to its channel, and that channel has one', async () => {
    const none = ticketOf(STRANGER, { channel: 'VOICE' })
    expect(await office.refusal(COUNTER, 'tickets.register', none)).toMatchObject({
      ...{ field: 'voice', fault: 'required' },
    })
    const other = ticketOf(STRANGER, { channel: 'WEB', voice: base64(aWav()) })
    expect(await office.refusal(COUNTER, 'tickets.register', other)).toMatchObject({
      ...{ field: 'voice', fault: 'choice' },
    })
  })
})

describe('from referral to closing', () => {
  test('leaves every step, with who and what', async () => {
    const ticket = await inPerson()
    const referred = await office.get(SUPERVISOR, 'tickets.refer', {
      ...named(ticket),
      ...{ to: { of: 'CLERK', clerkId: expert.clerkId }, note: 'بایگانی را ببینید' },
    })
    expect(referred).toMatchObject({ status: 'REFERRED', holder: expert.fullName, version: 2 })
    const done = await answered(referred)
    expect(done).toMatchObject({
      ...{ status: 'ANSWERED', due: 'ANSWERED' },
      answer: { text: 'سابقه پیدا و ثبت شد.', by: expert.fullName },
      reopenUntil: jalali('1405/09/12'),
    })
    const own = await office.refusal(EXPERT, 'tickets.rate', { ...named(done), score: 5, note: '' })
    expect(own).toMatchObject({ code: 'rule', what: 'ticket-own-answer' })
    const rated = await office.get(COUNTER, 'tickets.rate', {
      ...named(done),
      score: 4,
      note: 'خوب',
    })
    const twice = { ...named(rated), score: 1, note: '' }
    expect(await office.refusal(COUNTER, 'tickets.rate', twice)).toMatchObject({
      what: 'ticket-rated',
    })
    const closed = await office.get(COUNTER, 'tickets.close', named(rated))
    expect(closed).toMatchObject({ status: 'CLOSED', score: 4 })
    expect(closed.events.map(({ deed, actor, to }) => [deed, actor, to])).toEqual([
      ['REGISTER', clerk.fullName, null],
      ['REFER', supervisor.fullName, expert.fullName],
      ['TAKE', expert.fullName, null],
      ['ANSWER', expert.fullName, null],
      ['RATE', clerk.fullName, null],
      ['CLOSE', clerk.fullName, null],
    ])
  })

  test('somebody who comes second is told, and nothing is overwritten', async () => {
    const ticket = await register(ticketOf(STRANGER))
    await office.get(EXPERT, 'tickets.take', named(ticket))
    const late = { ...named(ticket), to: { of: 'UNIT', unit: 'INCOME' } as const, note: 'ارجاع' }
    expect(await office.refusal(SUPERVISOR, 'tickets.refer', late)).toMatchObject({
      ...{ code: 'conflict', what: 'ticket-changed' },
    })
    const seen = { ticketId: ticket.ticketId, visitId: null }
    const now = await office.get(SUPERVISOR, 'tickets.detail', seen)
    expect(now).toMatchObject({ status: 'IN_REVIEW', holder: expert.fullName, version: 2 })
    const other = { ...named(now), text: 'پاسخ دیگری' }
    expect(await office.refusal(SUPERVISOR, 'tickets.answer', other)).toMatchObject({
      what: 'ticket-not-in-your-review',
    })
    expect(await office.get(SUPERVISOR, 'tickets.take', named(now))).toMatchObject({
      holder: supervisor.fullName,
    })
  })

  test('the counter neither refers nor answers, and nobody is given what he may not answer', async () => {
    const ticket = await register(ticketOf(STRANGER))
    expect(await office.refusal(COUNTER, 'tickets.take', named(ticket))).toMatchObject({
      code: 'forbidden',
    })
    const to = (clerkId: string) => ({
      ...{ ...named(ticket), to: { of: 'CLERK', clerkId } as const, note: 'ارجاع' },
    })
    expect(await office.refusal(EXPERT, 'tickets.refer', to(clerk.clerkId))).toMatchObject({
      what: 'ticket-clerk-answers-not',
    })
    expect(await office.refusal(EXPERT, 'tickets.refer', to('x'))).toMatchObject({
      ...{ code: 'invalid-input', field: 'to.clerkId' },
    })
  })

  test('the citizen has it opened again within ten days, with a new promise, and not later', async () => {
    const done = await answered(await inPerson())
    const closed = await office.get(COUNTER, 'tickets.close', named(done))
    const order = { ...named(closed), reason: 'هنوز نیست' }
    const late = await onDay('1405/09/13')
    expect(await late.refusal(COUNTER, 'tickets.reopen', order)).toMatchObject({
      ...{ code: 'rule', what: 'ticket-reopen-late' },
    })
    const inTime = await onDay('1405/09/12')
    const again = await inTime.get(COUNTER, 'tickets.reopen', order)
    expect(again).toMatchObject({
      status: 'REGISTERED',
      due: 'IN_TIME',
      age: 'TODAY',
      holder: null,
    })
    expect(again.dueAt && again.dueAt > (done.dueAt ?? '')).toBe(true)
  })
})

describe('whose ticket it is, and whom it names', () => {
  test('nobody registers, sees or handles his own', async () => {
    const caller = { by: 'CITIZEN', citizenId: await citizenId(COLLEAGUE) } as const
    const ticket = await register(ticketOf(caller))
    await office.signIn(EXPERT, { duties: ['EXPERT'], personId: COLLEAGUE })
    const seen = { ticketId: ticket.ticketId, visitId: null }
    for (const refusal of [
      await office.refusal(EXPERT, 'tickets.detail', seen),
      await office.refusal(EXPERT, 'tickets.take', named(ticket)),
      await office.refusal(EXPERT, 'tickets.register', ticketOf(caller)),
    ])
      expect(refusal).toMatchObject({ code: 'forbidden', what: 'own-ticket' })
    const board = await office.get(EXPERT, 'tickets.board', boardOf({ text: ticket.trackingCode }))
    expect(board).toEqual({ items: [], cells: [], more: false })
  })

  test('whom a complaint names never sees it, nor is it given to him', async () => {
    const order = ticketOf(STRANGER, { subject: 'STAFF_COMPLAINT', aboutClerkId: expert.clerkId })
    const ticket = await register(order)
    expect(ticket.about).toBe(expert.fullName)
    const seen = { ticketId: ticket.ticketId, visitId: null }
    expect(await office.refusal(EXPERT, 'tickets.detail', seen)).toMatchObject({
      ...{ code: 'forbidden', what: 'ticket-about-you' },
    })
    expect(
      await office.refusal(EXPERT, 'tickets.register', { ...order, idempotencyKey: randomUUID() }),
    ).toMatchObject({ what: 'ticket-about-you' })
    const query = boardOf({ text: ticket.trackingCode })
    expect((await office.get(EXPERT, 'tickets.board', query)).items).toEqual([])
    expect((await office.get(SUPERVISOR, 'tickets.board', query)).items).toHaveLength(1)
    const given = {
      ...named(ticket),
      ...{ to: { of: 'CLERK', clerkId: expert.clerkId } as const, note: 'رسیدگی کنید' },
    }
    expect(await office.refusal(SUPERVISOR, 'tickets.refer', given)).toMatchObject({
      what: 'ticket-clerk-named',
    })
    // Past every rule, the database itself refuses.
    const written = office.database.transaction((tx) =>
      tx
        .insertInto('ticket_events')
        .values({
          ...{ ticket_id: ticket.ticketId, seq: 2, deed: 'TAKE', status: 'IN_REVIEW' },
          ...{ at: ticket.registeredAt, actor_id: expert.clerkId, visit_id: null, unit: null },
          ...{ to_clerk_id: null, note: null, score: null },
        })
        .execute(),
    )
    await expect(written).rejects.toThrow('nobody handles his own ticket')
  })

  test('a ticket of one citizen is not read through the file of another', async () => {
    const { ticketId } = await inPerson()
    const visitId = await visitOf(OTHER)
    expect(await office.refusal(COUNTER, 'tickets.detail', { ticketId, visitId })).toMatchObject({
      ...{ code: 'not-found', what: 'ticket' },
    })
  })

  test('a power that does not cover benefits opens no tickets', async () => {
    const { hits } = await office.get(COUNTER, 'citizens.search', { text: PERSON, limit: 1 })
    const { visit } = await office.get(COUNTER, 'visits.begin', {
      ...{ citizenId: hits[0]?.citizenId ?? 0, purpose: 'OTHER', reason: null },
      presence: {
        kind: 'ATTORNEY',
        power: {
          ...{ holderName: 'وکیل نمونه', holderId: '0000001384', issuer: 'دفتر نمونه' },
          ...{ number: '12', issuedOn: '2020-01-01', expiresOn: null, scope: ['RECORDS'] },
        },
      },
    })
    const { visitId } = visit
    expect(await office.refusal(COUNTER, 'tickets.ofCitizen', visitId)).toMatchObject({
      ...{ code: 'forbidden', what: 'outside-power' },
    })
  })

  test.each(['tickets', 'ticket_events', 'ticket_files'])(
    '%s is never rewritten',
    async (table) => {
      await register(ticketOf(STRANGER, { channel: 'VOICE', voice: base64(aWav(1)) }))
      const column = table === 'tickets' ? 'text' : table === 'ticket_events' ? 'note' : 'title'
      const run = (text: string) =>
        office.database.transaction((tx) => sql.raw(text).execute(tx as never))
      await expect(run(`update ${table} set ${column} = 'x'`)).rejects.toThrow('never changed')
      await expect(run(`delete from ${table}`)).rejects.toThrow('never deleted')
    },
  )
})

function boardOf(more: Partial<Input<'tickets.board'>> = {}): Input<'tickets.board'> {
  const wide = {
    view: 'BRANCH',
    closed: false,
    text: '',
    age: null,
    group: null,
    limit: 100,
  } as const
  return { ...wide, ...more }
}

describe('the board', () => {
  test('counts by age and subject, narrows, and says what is late', async () => {
    const ticket = await register(
      ticketOf(STRANGER, { subject: 'E_PRESCRIPTION', text: 'نسخهٔ کبوتر سفید باطل شد' }),
    )
    const search = { text: 'کبوتر سفید' }
    const today = await office.get(COUNTER, 'tickets.board', boardOf(search))
    expect(today.items.map(({ ticketId }) => ticketId)).toEqual([ticket.ticketId])
    expect(today.cells).toEqual([{ age: 'TODAY', group: 'CARE', count: 1, overdue: 0 }])
    const cut = { ...search, age: 'OVER', group: 'CARE' } as const
    expect((await office.get(COUNTER, 'tickets.board', boardOf(cut))).items).toEqual([])

    const later = await onDay('1405/09/07')
    const late = await later.get(COUNTER, 'tickets.board', boardOf(cut))
    expect(late.items).toMatchObject([{ due: 'OVERDUE', age: 'OVER' }])
    expect(late.cells).toEqual([{ age: 'OVER', group: 'CARE', count: 1, overdue: 1 }])
    const { overdue } = await later.get(COUNTER, 'tickets.alarms', null)
    expect(overdue).toBeGreaterThan(0)
    const soon = await (await onDay('1405/09/04')).get(COUNTER, 'tickets.alarms', null)
    expect(soon.nearly).toBeGreaterThan(0)
  })

  test('finds by tracking code, by the number and the name of who called', async () => {
    const ticket = await inPerson()
    for (const text of [ticket.trackingCode, PERSON, ticket.caller]) {
      const { items } = await office.get(COUNTER, 'tickets.board', boardOf({ text, limit: 500 }))
      expect(items.map(({ ticketId }) => ticketId)).toContain(ticket.ticketId)
    }
    const none = await office.get(COUNTER, 'tickets.board', boardOf({ text: 'هیچ‌جا نوشته نیست' }))
    expect(none.items).toEqual([])
  })

  test('mine is what I registered or have', async () => {
    const ticket = await register(ticketOf(STRANGER), SUPERVISOR)
    const mine = async (window: number) =>
      (await office.get(window, 'tickets.board', boardOf({ view: 'MINE' }))).items.map(
        ({ ticketId }) => ticketId,
      )
    expect(await mine(SUPERVISOR)).toEqual([ticket.ticketId])
    expect(await mine(EXPERT)).toEqual([])
    await office.get(EXPERT, 'tickets.take', named(ticket))
    expect(await mine(EXPERT)).toEqual([ticket.ticketId])
  })

  test('is read by indexes: no list walks through all tickets', async () => {
    const asked: { readonly sql: string; readonly parameters: readonly unknown[] }[] = []
    const listening = new Proxy(office.database.reader, {
      get(reader, name) {
        if (name !== 'executeQuery') return Reflect.get(reader, name) as unknown
        return (query: CompiledQuery) => {
          asked.push(query)
          return reader.executeQuery(query as never)
        }
      },
    })
    const tickets = new TicketsRepository(listening)
    const who = { clerkId: clerk.clerkId, personId: null, branchCode: '900' }
    const now = instantAt(Date.UTC(2026, 10, 23))
    const today = jalali('1405/09/02')
    const wide = { from: null, until: null, group: null }
    for (const view of ['MINE', 'BRANCH', 'ALL'] as const)
      for (const closed of [false, true])
        for (const key of [null, 'کبوتر']) {
          const scope = { ...who, view, closed, key, trackingCode: null, citizenIds: null }
          await tickets.listBoard(scope, wide, 100)
          await tickets.countBoard(scope, { today, few: today }, now)
        }
    await tickets.countAlarms(who, { now, soon: now })
    await tickets.listOfCitizen(7)
    await tickets.findByCode('1')
    await tickets.findByKey('x')
    const plans: string[] = []
    const walks: string[] = []
    for (const { sql: text, parameters } of asked) {
      const explained = CompiledQuery.raw(`explain query plan ${text}`, [...parameters])
      const { rows: steps } = await office.database.reader.executeQuery(explained as never)
      const plan = (steps as { detail: string }[]).map(({ detail }) => detail)
      plans.push(...plan)
      // The names beside the tickets are looked up for those chosen already, which are called t as well.
      const chosen = plan.filter((step) => /^(CO-ROUTINE|MATERIALIZE) t$/.test(step)).length
      if (plan.filter((step) => step === 'SCAN t').length > chosen) walks.push(text)
    }
    expect(walks).toEqual([])
    expect(plans.some((step) => step.includes('COVERING INDEX tickets_counted'))).toBe(true)
  })
})

describe('the receipt', () => {
  test('states code, promise and masked number; with the answer once there is one', async () => {
    const ticket = await inPerson()
    const visitId = await visitOf()
    const order = { kind: 'ticket-receipt', trackingCode: ticket.trackingCode } as const
    const issue = () =>
      office.get(COUNTER, 'certificates.issue', { visitId, order, idempotencyKey: randomUUID() })
    const first = await issue()
    expect(first.number).toMatch(/^900-1405-13-\d{6}$/)
    expect(first.trackingCode).toBe(ticket.trackingCode)
    const statementOf = async (documentId: string) => {
      const [row] = await rows(
        sql<{
          statement: string
        }>`select statement from documents where document_id = ${documentId}`,
      )
      return JSON.parse(row?.statement ?? '{}') as Record<string, unknown>
    }
    expect(await statementOf(first.documentId)).toMatchObject({
      ...{ subject: 'سابقه‌ای که ثبت نشده یا ناقص است', maskedNationalId: '000****015' },
      ...{ promised: ticket.dueAt, answer: null, status: 'REGISTERED' },
    })
    await answered(ticket)
    expect(await statementOf((await issue()).documentId)).toMatchObject({
      ...{ status: 'ANSWERED', answer: { text: 'سابقه پیدا و ثبت شد.' } },
    })
    const { papers } = await office.get(COUNTER, 'vault.box', visitId)
    expect(papers.filter(({ kind }) => kind === 'ticket-receipt').length).toBeGreaterThan(1)
  })

  test('of a ticket of somebody else is not there', async () => {
    const ticket = await register(ticketOf(STRANGER))
    const order = { kind: 'ticket-receipt', trackingCode: ticket.trackingCode } as const
    const visitId = await visitOf()
    const asked = { visitId, order, idempotencyKey: randomUUID() }
    expect(await office.refusal(COUNTER, 'certificates.issue', asked)).toMatchObject({
      ...{ code: 'not-found', what: 'ticket' },
    })
  })
})
