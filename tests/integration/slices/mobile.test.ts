import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CodeSlip } from '#core/messages/code-slip.model.ts'
import type { Input, Output } from '#core/contract.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { messageService, type MessageService } from '../../support/message-centre.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const today = jalali('1405/09/02')
let office: BranchOffice
let service: MessageService

beforeAll(async () => {
  office = await openBranchOffice({ folder, key: randomBytes(32), papers: plainPapers, today })
  await office.import(sampleExtract())
  service = await messageService()
}, 120_000)
afterAll(async () => {
  await office.close()
  await service.close()
  removeOffice(folder)
})
beforeEach(async () => {
  office.printer.jobs.length = 0
  office.printer.outcome = { printed: true, where: 'test printer' }
  service.posts.length = 0
  service.status = 200
  await office.signIn(1)
  await office.signIn(2)
})

type Presence = Input<'visits.begin'>['presence']
type Scope = Output<'visits.begin'>['visit']['scope']
const SELF: Presence = { kind: 'SELF', cardSeen: true }
const powerOver = (...scope: Scope): Presence => ({
  kind: 'ATTORNEY',
  power: {
    ...{ holderName: 'وکیل نمونه', holderId: '0000001384', issuer: 'دفتر نمونه', number: '12' },
    ...{ issuedOn: '2020-01-01', expiresOn: null, scope },
  },
})

let next = 0
/** A number that nobody has yet. */
const freshNumber = () => `0970${String(8_000_000 + ++next)}`
/** Somebody of the extract who lives and has a mobile, each asked for once. */
async function somebody(): Promise<{ readonly personId: string; readonly mobile: string }> {
  const found = await sql<{
    personId: string
    mobile: string
  }>`select person_id as "personId", mobile
    from citizens where mobile is not null and death_date is null and length(person_id) = 10
      and birth_date < '1990-01-01'
      and citizen_id not in (select citizen_id from mobile_changes)
      and citizen_id not in (select citizen_id from visits)
    order by citizen_id limit 1`.execute(office.database.reader as never)
  const [person] = found.rows
  if (!person) throw new Error('nobody is left')
  return person
}
async function fileOf(personId: string, presence = SELF, window = 1) {
  const { hits } = await office.get(window, 'citizens.search', { text: personId, limit: 1 })
  return await office.get(window, 'visits.begin', {
    citizenId: hits[0]?.citizenId ?? 0,
    ...{ presence, purpose: 'OTHER', reason: null },
  })
}
async function visitOf(personId: string, presence = SELF, window = 1): Promise<string> {
  return (await fileOf(personId, presence, window)).visit.visitId
}
const slip = () =>
  CodeSlip.parse(JSON.parse(Buffer.from(office.printer.jobs.at(-1)?.pdf ?? []).toString()))
const send = (visitId: string, mobile: string) =>
  office.get(1, 'account.sendMobileCode', { visitId, mobile, cardSeen: true })
const refusedSending = (visitId: string, mobile: string) =>
  office.refusal(1, 'account.sendMobileCode', { visitId, mobile, cardSeen: true })
const change = (visitId: string, code: string) =>
  office.get(1, 'account.changeMobile', { visitId, code })
const refusedChange = (visitId: string, code: string) =>
  office.refusal(1, 'account.changeMobile', { visitId, code })
/** A code of the right length that is not this one. */
const wrong = (code: string, by = 1) =>
  String((Number(code) + by) % 1_000_000).padStart(code.length, '0')
/** Some minutes pass: what happened is moved into the past. */
async function minutesPass(minutes: number): Promise<void> {
  const by = `-${minutes} minutes`
  await office.database.transaction(async (tx) => {
    const trigger = await sql<{ text: string }>`select sql as text from sqlite_master
      where name = 'one_time_codes_only_end'`.execute(tx)
    await sql`drop trigger one_time_codes_only_end`.execute(tx)
    await sql`update one_time_codes set
      drawn_at = strftime('%Y-%m-%dT%H:%M:%fZ', drawn_at, ${by}),
      expires_at = strftime('%Y-%m-%dT%H:%M:%fZ', expires_at, ${by})`.execute(tx)
    await sql.raw(trigger.rows[0]?.text ?? '').execute(tx)
  })
}
const rows = async <T>(text: ReturnType<typeof sql<T>>) =>
  (await text.execute(office.database.reader as never)).rows

async function gateway(settings: Input<'messages.setGateway'>['settings'], secret: string | null) {
  await office.signIn(3, { role: 'ADMINISTRATOR' })
  const { gateway: present } = await office.get(3, 'messages.office', null)
  await office.get(3, 'messages.setGateway', { version: present.version, settings, secret })
}
const byHttp = () =>
  gateway(
    {
      ...{ kind: 'HTTP', address: service.address, tokenHeader: 'Authorization' },
      ...{ mobileField: 'to', textField: 'text', senderField: null, sender: null },
      timeoutSeconds: 1,
    },
    'Bearer test',
  )

describe('a mobile is changed', () => {
  test('with the slip of the desk: header, hidden value, search and history follow; the old number is told', async () => {
    const { personId, mobile: before } = await somebody()
    const visitId = await visitOf(personId)
    const mobile = freshNumber()
    const sent = await send(visitId, ` +98 ${mobile.slice(1, 4)}-${mobile.slice(4)} `)
    expect(sent).toMatchObject({ channel: 'DESK', triesLeft: 5 })
    expect(slip()).toMatchObject({ purpose: 'MOBILE_CHANGE', expiresAt: sent.expiresAt })
    expect(slip().maskedMobile).toBe(`0970***${mobile.slice(-4)}`)
    const { pending } = await office.get(1, 'account.mobile', visitId)
    expect(pending).toMatchObject({ masked: `0970***${mobile.slice(-4)}`, triesLeft: 5 })
    const { code } = slip()
    const done = await change(visitId, `${code.slice(0, 3)} ${code.slice(3)}`)
    expect(done).toMatchObject({ masked: `0970***${mobile.slice(-4)}`, pending: null })
    expect(done.changes).toMatchObject([{ verifiedBy: 'DESK', newMasked: done.masked }])
    expect(await office.get(1, 'citizens.reveal', { visitId, field: 'MOBILE' })).toBe(mobile)
    expect((await office.get(1, 'citizens.file', visitId)).mobileMasked).toBe(done.masked)
    const found = await office.get(1, 'citizens.search', { text: mobile, limit: 8 })
    expect(found.hits).toHaveLength(1)
    const old = await office.get(1, 'citizens.search', { text: before, limit: 8 })
    expect(old.hits.map(({ citizenId }) => citizenId)).not.toContain(found.hits[0]?.citizenId)
    const messages = await rows(
      sql<{ kind: string; state: string; text: string }>`select kind, state, text from messages
        where mobile = ${before}`,
    )
    expect(messages).toMatchObject([{ kind: 'MOBILE_CHANGED', state: 'WAITING' }])
    expect(messages[0]?.text).toContain('۱۴۰۵/۰۹/۰۲')
    expect(messages[0]?.text).not.toContain(mobile)
  })

  test('with a message: the code goes to the new number, and counts as proved by it', async () => {
    await byHttp()
    const { personId } = await somebody()
    const visitId = await visitOf(personId)
    const mobile = freshNumber()
    expect(await send(visitId, mobile)).toMatchObject({ channel: 'SMS' })
    expect(office.printer.jobs).toEqual([])
    const { to, text } = JSON.parse(service.posts[0]?.body ?? '') as { to: string; text: string }
    expect(to).toBe(mobile)
    const code = /\d{6}/.exec(text)?.[0] ?? ''
    const { changes } = await change(visitId, code)
    expect(changes).toMatchObject([{ verifiedBy: 'SMS' }])
    await gateway({ kind: 'DESK' }, null)
  })

  test('by an attorney whose power names the account, and by nobody else’s power', async () => {
    const { personId } = await somebody()
    const visitId = await visitOf(personId, powerOver('ACCOUNT'))
    await send(visitId, freshNumber())
    expect((await change(visitId, slip().code)).changes).toHaveLength(1)
    const other = await visitOf(personId, powerOver('RECORDS', 'BENEFITS'))
    expect(await refusedSending(other, freshNumber())).toMatchObject({ what: 'outside-power' })
    await office.signIn(1, { role: 'SUPERVISOR' })
    const order = await visitOf(personId, { kind: 'OFFICIAL_ORDER', number: '7' })
    expect(await refusedSending(order, freshNumber())).toMatchObject({
      code: 'forbidden',
      what: 'not-by-this-presence',
    })
  })

  test('after the visit was lost, as long as the code lives', async () => {
    const { personId } = await somebody()
    await send(await visitOf(personId), freshNumber())
    const { code } = slip()
    const visitId = await visitOf(personId)
    expect((await office.get(1, 'account.mobile', visitId)).pending).not.toBeNull()
    expect((await change(visitId, code)).changes).toHaveLength(1)
  })
})

test('an extract frozen after the change counts before it', async () => {
  const { personId, mobile: before } = await somebody()
  const { citizenId, visit } = await fileOf(personId)
  const { visitId } = visit
  await send(visitId, freshNumber())
  const { masked } = await change(visitId, slip().code)
  const present = () => office.get(1, 'citizens.reveal', { visitId, field: 'MOBILE' })
  expect(await present()).toMatch(new RegExp(`${masked?.slice(-4) ?? ''}$`))
  await office.database.transaction(async (tx) => {
    const name = 'mobile_changes_are_never_changed'
    const trigger = await sql<{ text: string }>`select sql as text from sqlite_master
      where name = ${name}`.execute(tx)
    await sql.raw(`drop trigger ${name}`).execute(tx)
    await sql`update mobile_changes set changed_at = '2020-01-01T08:00:00.000Z'
      where citizen_id = ${citizenId}`.execute(tx)
    await sql.raw(trigger.rows[0]?.text ?? '').execute(tx)
  })
  expect(await present()).toBe(before)
  const found = await office.get(1, 'citizens.search', { text: before, limit: 8 })
  expect(found.hits.map((hit) => hit.citizenId)).toContain(citizenId)
})

describe('a number is refused', () => {
  test('that the file has, that somebody else has in the data, or got at the counter', async () => {
    const first = await somebody()
    const visitId = await visitOf(first.personId)
    expect(await refusedSending(visitId, first.mobile)).toMatchObject({ what: 'mobile-same' })
    const second = await somebody()
    expect(await refusedSending(visitId, second.mobile)).toMatchObject({
      ...{ code: 'rule', what: 'mobile-of-other', field: 'mobile' },
    })
    const mine = freshNumber()
    await send(visitId, mine)
    await change(visitId, slip().code)
    const theirs = await visitOf(second.personId)
    expect(await refusedSending(theirs, mine)).toMatchObject({ what: 'mobile-of-other' })
    // The number that he gave up is free for the next one.
    expect(await send(theirs, first.mobile)).toMatchObject({ channel: 'DESK' })
  })

  test('that somebody else got while the code was on its way', async () => {
    const [one, mobile] = [await somebody(), freshNumber()]
    const visitId = await visitOf(one.personId)
    await send(visitId, mobile)
    const { code } = slip()
    const other = await visitOf((await somebody()).personId, SELF, 2)
    // The limit of the number counts for both.
    expect(
      await office.refusal(2, 'account.sendMobileCode', { visitId: other, mobile, cardSeen: true }),
    ).toMatchObject({ what: 'code-too-soon' })
    expect((await change(visitId, code)).changes).toHaveLength(1)
    expect(
      await office.refusal(2, 'account.sendMobileCode', { visitId: other, mobile, cardSeen: true }),
    ).toMatchObject({ what: 'mobile-of-other' })
  })

  test.each(['0912345678', '08123456789', '+1 9123456789', ''])('%j is none', async (mobile) => {
    const visitId = await visitOf((await somebody()).personId)
    expect(await refusedSending(visitId, mobile)).toMatchObject({ field: 'mobile' })
  })

  test('without the identity card', async () => {
    const visitId = await visitOf((await somebody()).personId)
    const order = { visitId, mobile: freshNumber(), cardSeen: false }
    const reply = await office.ask(1, 'account.sendMobileCode', order as never)
    expect(reply).toMatchObject({ ok: false, refusal: { field: 'cardSeen' } })
  })
})

describe('a code', () => {
  test('is counted wrong though the command is undone, and is over after five', async () => {
    const visitId = await visitOf((await somebody()).personId)
    await send(visitId, freshNumber())
    const { code } = slip()
    for (const left of [4, 3, 2, 1])
      expect(await refusedChange(visitId, wrong(code, left))).toMatchObject({
        ...{ code: 'invalid-input', what: 'code-wrong', values: { left } },
      })
    expect(await refusedChange(visitId, wrong(code))).toMatchObject({ what: 'code-tries' })
    expect(await refusedChange(visitId, code)).toMatchObject({ what: 'code-none' })
  })

  test('cannot be guessed by many at once', async () => {
    const visitId = await visitOf((await somebody()).personId)
    await send(visitId, freshNumber())
    const { code } = slip()
    const guesses = Array.from({ length: 12 }, (_, n) => refusedChange(visitId, wrong(code, n + 1)))
    const refusals = await Promise.all(guesses)
    expect(refusals.filter(({ what }) => what === 'code-wrong')).toHaveLength(4)
    expect(await refusedChange(visitId, code)).toMatchObject({ what: 'code-none' })
  })

  test('is used once, for one person, and its successor ends it', async () => {
    const [one, other] = [await somebody(), freshNumber()]
    const visitId = await visitOf(one.personId)
    await send(visitId, other)
    const first = slip().code
    expect(await refusedSending(visitId, freshNumber())).toMatchObject({
      ...{ code: 'rule', what: 'code-too-soon' },
    })
    await minutesPass(2)
    await send(visitId, freshNumber())
    const second = slip().code
    if (first !== second)
      expect(await refusedChange(visitId, first)).toMatchObject({ what: 'code-wrong' })
    const stranger = await visitOf((await somebody()).personId, SELF, 2)
    expect(
      await office.refusal(2, 'account.changeMobile', { visitId: stranger, code: second }),
    ).toMatchObject({ what: 'code-none' })
    await change(visitId, second)
    expect(await refusedChange(visitId, second)).toMatchObject({ what: 'code-none' })
  })

  test('is over after ten minutes, and five are all in an hour', async () => {
    const visitId = await visitOf((await somebody()).personId)
    await send(visitId, freshNumber())
    const { code } = slip()
    await minutesPass(11)
    expect((await office.get(1, 'account.mobile', visitId)).pending).toBeNull()
    expect(await refusedChange(visitId, code)).toMatchObject({ what: 'code-expired' })
    for (let n = 1; n < 5; n++) {
      await send(visitId, freshNumber())
      await minutesPass(2)
    }
    const refusal = await refusedSending(visitId, freshNumber())
    expect(refusal).toMatchObject({ what: 'code-too-soon' })
    expect(Number(refusal.values?.['seconds'])).toBeGreaterThan(60)
  })

  test('that nobody printed or sent cannot be used, and the next one need not wait', async () => {
    const visitId = await visitOf((await somebody()).personId)
    office.printer.outcome = { printed: false, reason: 'no-printer' }
    expect(await refusedSending(visitId, freshNumber())).toMatchObject({
      ...{ code: 'unavailable', what: 'code-not-sent', fault: 'NO_PRINTER' },
    })
    expect(await refusedChange(visitId, slip().code)).toMatchObject({ what: 'code-none' })
    office.printer.outcome = { printed: true, where: 'test printer' }
    expect(await send(visitId, freshNumber())).toMatchObject({ channel: 'DESK' })
  })

  test('stands in no table, no trail and no file', async () => {
    const visitId = await visitOf((await somebody()).personId)
    await send(visitId, freshNumber())
    const { code } = slip()
    const kept = await rows(
      sql<{ text: string }>`select salt || ' ' || hash || ' ' || coalesce(ended_because, '') as text
        from one_time_codes union all select text from messages union all
        select action || ' ' || coalesce(object, '') || ' ' || outcome from audit`,
    )
    expect(kept.length).toBeGreaterThan(3)
    expect(JSON.stringify(kept)).not.toMatch(new RegExp(`\\b${code}\\b`))
    await change(visitId, code)
    for (const name of readdirSync(folder).filter((one) => one.startsWith('office.db')))
      expect(readFileSync(path.join(folder, name)).includes(code)).toBe(false)
    const trail = await rows(
      sql<{ object: string }>`select object from audit where action = 'account.changeMobile'
        order by seq desc limit 1`,
    )
    expect(trail[0]?.object).toMatch(/^mobile change [\w-]+ DESK$/)
  })
})

test('changes are never changed nor deleted, and need the code that was used', async () => {
  const visitId = await visitOf((await somebody()).personId)
  await send(visitId, freshNumber())
  await change(visitId, slip().code)
  const write = (text: string) => office.database.transaction((tx) => sql.raw(text).execute(tx))
  await expect(write(`update mobile_changes set new_mobile = '09700000000'`)).rejects.toThrow(
    /never/,
  )
  await expect(write('delete from mobile_changes')).rejects.toThrow(/never/)
  await expect(
    write(`insert into mobile_changes select 'x', citizen_id, person_id, old_mobile, '09709999999',
      code_id || 'x', verified_by, visit_id, changed_at, changed_by from mobile_changes limit 1`),
  ).rejects.toThrow(/code/)
})
