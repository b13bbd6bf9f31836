import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import { instantAt } from '#core/kernel/instant.ts'
import type { HttpSettings, SmppSettings } from '#core/messages/messages.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali } from '../../support/counter.ts'
import {
  messageCentre,
  messageService,
  type MessageCentre,
  type MessageService,
} from '../../support/message-centre.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { selfSignedCertificate } from '../../../electron/backend/verification/office-certificate.ts'
import { pemOf } from '../../../electron/backend/verification/pem.ts'
import { SIGNING_ALGORITHM } from '../../../electron/backend/verification/pki.ts'
import { smppGateway } from '../../../electron/backend/messages/smpp-gateway.ts'
import { httpGateway } from '../../../electron/backend/messages/http-gateway.ts'

const folder = temporaryFolder()
const SECRET = 'rahaa-9f2c-SECRET'
const NUMBER = '09700000099'
const ADMIN = 3
let office: BranchOffice
let centre: MessageCentre
let service: MessageService

beforeAll(async () => {
  office = await openBranchOffice({
    folder,
    key: randomBytes(32),
    papers: plainPapers,
    today: jalali('1405/09/02'),
  })
})
afterAll(async () => {
  await office.close()
  removeOffice(folder)
})
beforeEach(async () => {
  centre = await messageCentre()
  service = await messageService()
  await office.signIn(ADMIN, { role: 'ADMINISTRATOR' })
  await set({ kind: 'DESK' }, null)
  return async () => {
    await set({ kind: 'DESK' }, null)
    await office.get(ADMIN, 'messages.test', { mobile: NUMBER })
    await centre.close()
    await service.close()
  }
})

type Change = Input<'messages.setGateway'>
type Settings = Change['settings']
const bySmpp = (change: Partial<SmppSettings> = {}): SmppSettings => ({
  kind: 'SMPP',
  ...{ host: '127.0.0.1', port: centre.port, tls: false, systemId: 'bajeh' },
  ...{ sender: '3000', timeoutSeconds: 1, ...change },
})
const byHttp = (change: Partial<HttpSettings> = {}): HttpSettings => ({
  kind: 'HTTP',
  ...{ address: service.address, tokenHeader: 'X-Token' },
  ...{ mobileField: 'to', textField: 'message', senderField: null, sender: null },
  ...{ timeoutSeconds: 1, ...change },
})

async function changeTo(settings: Settings, secret: string | null): Promise<Change> {
  const { gateway } = await office.get(ADMIN, 'messages.office', null)
  return { version: gateway.version, settings, secret }
}
const set = async (settings: Settings, secret: string | null = SECRET) =>
  office.get(ADMIN, 'messages.setGateway', await changeTo(settings, secret))
const refusedSetting = async (settings: Settings, secret: string | null = SECRET) =>
  office.refusal(ADMIN, 'messages.setGateway', await changeTo(settings, secret))
const tryIt = () => office.get(ADMIN, 'messages.test', { mobile: NUMBER })

const LONG = 'سلام؛ شمارهٔ همراه پروندهٔ شما در «شعبهٔ ۱۲ تهران» تغییر کرد. '.repeat(6) + '😀 پایان'

describe('SMPP', () => {
  test('binds as a transceiver and delivers, joined and in Persian, what is longer than one message', async () => {
    const gateway = smppGateway(bySmpp({ sender: 'Tamin' }), SECRET)
    const sent = await gateway.send({ kind: 'NOTICE', mobile: NUMBER, text: LONG })
    expect(sent).toEqual({ delivered: true })
    await gateway.send({ kind: 'NOTICE', mobile: NUMBER, text: 'کوتاه' })
    expect(gateway.isConnected()).toBe(true)
    expect(centre.binds).toEqual([{ systemId: 'bajeh', password: SECRET }])
    expect(centre.parts.length).toBeGreaterThan(4)
    expect(centre.texts()).toEqual([LONG, 'کوتاه'])
    for (const part of centre.parts)
      expect(part).toMatchObject({ to: '989700000099', from: 'Tamin', dataCoding: 8 })
    expect(await centre.enquire()).toBe(1)
    await gateway.close()
    expect(gateway.isConnected()).toBe(false)
    const late = await gateway.send({ kind: 'NOTICE', mobile: NUMBER, text: 'دیر' })
    expect(late).toEqual({ delivered: false, reason: 'NO_CONNECTION' })
  })

  test('a line that broke is bound anew', async () => {
    await set(bySmpp())
    expect(await tryIt()).toEqual({ delivered: true, reason: null })
    const { state } = await office.get(ADMIN, 'messages.office', null)
    expect(state).toMatchObject({ connected: true, lastFault: null })
    centre.hangUp()
    await expect
      .poll(async () => (await office.get(ADMIN, 'messages.office', null)).state.connected)
      .toBe(false)
    expect(await tryIt()).toEqual({ delivered: true, reason: null })
    expect(centre.binds).toHaveLength(2)
  })

  test('says why nothing left: refused bind, refused message, silence, nobody there', async () => {
    await set(bySmpp())
    centre.bindStatus = 0x0e
    expect(await tryIt()).toEqual({ delivered: false, reason: 'SIGN_IN' })
    centre.bindStatus = null
    expect(await tryIt()).toEqual({ delivered: false, reason: 'NO_CONNECTION' })
    centre.bindStatus = 0
    centre.submitStatus = 0x0b
    expect(await tryIt()).toEqual({ delivered: false, reason: 'REFUSED' })
    centre.submitStatus = null
    expect(await tryIt()).toEqual({ delivered: false, reason: 'TIMEOUT' })
    await set(bySmpp({ port: 1 }))
    expect(await tryIt()).toEqual({ delivered: false, reason: 'NO_CONNECTION' })
    const { state } = await office.get(ADMIN, 'messages.office', null)
    expect(state.lastFault).toMatchObject({ reason: 'NO_CONNECTION' })
  })

  test('with TLS asked for, a centre that does not speak it gets neither name nor password', async () => {
    await set(bySmpp({ tls: true }))
    expect(await tryIt()).toEqual({ delivered: false, reason: 'NO_CONNECTION' })
    expect(centre.binds).toEqual([])
  })
})

/** A key and a certificate that nobody vouches for. */
async function unvouched(): Promise<{ readonly key: string; readonly cert: string }> {
  const keys = await webcrypto.subtle.generateKey(SIGNING_ALGORITHM, true, ['sign', 'verify'])
  const subject = { organisation: 'centre', branchCode: '0', name: 'localhost' }
  const [from, until] = [instantAt(Date.now() - 86_400_000), instantAt(Date.now() + 86_400_000)]
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  return {
    key: createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
      .export({ format: 'pem', type: 'pkcs8' })
      .toString(),
    cert: pemOf(await selfSignedCertificate(keys, subject, from, until)),
  }
}

test('with TLS, a centre whose certificate nobody vouches for gets neither name nor password', async () => {
  const stranger = await messageCentre(await unvouched())
  await set(bySmpp({ tls: true, port: stranger.port }))
  expect(await tryIt()).toEqual({ delivered: false, reason: 'NO_CONNECTION' })
  expect(stranger.binds).toEqual([])
  await stranger.close()
})

describe('HTTP', () => {
  test('posts JSON with the token in its header, and nothing more', async () => {
    const settings = byHttp({ senderField: 'line', sender: '3000' })
    const gateway = httpGateway(settings, SECRET)
    expect(await gateway.send({ kind: 'NOTICE', mobile: NUMBER, text: LONG })).toEqual({
      delivered: true,
    })
    const [post] = service.posts
    expect(post).toMatchObject({ method: 'POST', path: '/send' })
    expect(post?.headers).toMatchObject({
      'x-token': SECRET,
      'content-type': 'application/json; charset=utf-8',
    })
    expect(JSON.parse(post?.body ?? '')).toEqual({ to: NUMBER, message: LONG, line: '3000' })
  })

  test('says why nothing left, and follows nobody elsewhere', async () => {
    await set(byHttp())
    for (const [status, reason] of [
      [401, 'SIGN_IN'],
      [422, 'REFUSED'],
      [503, 'BROKEN'],
      [null, 'TIMEOUT'],
    ] as const) {
      service.status = status
      expect(await tryIt()).toEqual({ delivered: false, reason })
    }
    const elsewhere = await messageService()
    service.status = 307
    service.location = elsewhere.address
    expect(await tryIt()).toEqual({ delivered: false, reason: 'BROKEN' })
    expect(elsewhere.posts).toEqual([])
    await elsewhere.close()
    await set(byHttp({ address: 'http://127.0.0.1:1/send' }))
    expect(await tryIt()).toEqual({ delivered: false, reason: 'NO_CONNECTION' })
  })

  test.each([
    'http://sms.example/send',
    'http://localhost.example/send',
    'http://127.0.0.1@sms.example/',
    'https://name:secret@sms.example/',
    'ftp://127.0.0.1/send',
    'https://',
    'file:///etc/passwd',
    'https://sms.example:99999/',
    'https://sms.example\\@127.0.0.1/',
  ])('refuses the address %s', async (address) => {
    expect(await refusedSetting(byHttp({ address }))).toMatchObject({
      code: 'invalid-input',
      field: 'settings.address',
      fault: 'https',
    })
  })
})

describe('the settings of the gateway', () => {
  test('keep the secret sealed: no answer, no trail and no file tells it', async () => {
    await set(byHttp())
    const told = JSON.stringify(await office.get(ADMIN, 'messages.office', null))
    expect(told).not.toContain(SECRET)
    const kept = await sql<{ text: string }>`select settings || coalesce(secret, '') as text
      from message_gateways union all
      select action || coalesce(object, '') from audit`.execute(office.database.reader as never)
    expect(JSON.stringify(kept.rows)).not.toContain(SECRET)
    for (const name of readdirSync(folder))
      expect(readFileSync(path.join(folder, name)).includes(SECRET)).toBe(false)
  })

  test('keep a secret for the same address only, and ask for it otherwise', async () => {
    await set(byHttp())
    await set(byHttp({ timeoutSeconds: 2, textField: 'body' }), null)
    expect(await tryIt()).toEqual({ delivered: true, reason: null })
    expect(service.posts.at(-1)?.headers).toMatchObject({ 'x-token': SECRET })
    const elsewhere = byHttp({ address: 'https://elsewhere.example/send' })
    const again = { code: 'invalid-input', field: 'secret', fault: 'secret-again' }
    expect(await refusedSetting(elsewhere, null)).toMatchObject(again)
    expect(await refusedSetting(byHttp({ tokenHeader: 'Cookie' }), null)).toMatchObject(again)
    expect(await refusedSetting(bySmpp(), null)).toMatchObject(again)
    await set({ kind: 'DESK' }, null)
    expect(await refusedSetting(byHttp(), null)).toMatchObject({ fault: 'required' })
  })

  test('are not overwritten by who looked at older ones', async () => {
    const stale = await changeTo(byHttp(), SECRET)
    await set(bySmpp())
    const refusal = await office.refusal(ADMIN, 'messages.setGateway', stale)
    expect(refusal).toMatchObject({ code: 'conflict', what: 'gateway-changed' })
  })

  test.each([
    ['settings.host', 'host', () => bySmpp({ host: 'http://sms.example' })],
    ['settings.tokenHeader', 'field-name', () => byHttp({ tokenHeader: 'Content-Length' })],
    ['settings.tokenHeader', 'field-name', () => byHttp({ tokenHeader: 'X\r\nHost' })],
    ['settings.textField', 'field-twice', () => byHttp({ textField: 'to' })],
  ])('refuse a %s that is %s', async (field, fault, settings) => {
    expect(await refusedSetting(settings())).toMatchObject({ field, fault })
  })

  test('the desk tells honestly that it sends nothing', async () => {
    expect(await tryIt()).toEqual({ delivered: false, reason: 'NO_GATEWAY' })
  })
})

describe('the outbox', () => {
  test('keeps waiting at the desk and leaves once a gateway is there', async () => {
    await office.database.transaction((tx) =>
      sql`insert into messages (message_id, kind, mobile, text, queued_at, next_try_at)
        values ('m1', 'REQUEST_STATUS', ${NUMBER}, ${LONG}, '2026-11-23T05:00:00.000Z',
          '2026-11-23T05:00:00.000Z')`.execute(tx),
    )
    const waiting = await office.get(ADMIN, 'messages.retry', null)
    expect(waiting.counts).toEqual({ waiting: 1, sent: 0, failed: 0 })
    expect(waiting.unsent).toMatchObject([
      { state: 'WAITING', tries: 0, mobileMasked: '0970***0099' },
    ])
    await set(byHttp({ address: 'http://127.0.0.1:1/send' }))
    const failing = await office.get(ADMIN, 'messages.retry', null)
    expect(failing.unsent).toMatchObject([{ state: 'WAITING', tries: 1, fault: 'NO_CONNECTION' }])
    await set(byHttp())
    const sent = await office.get(ADMIN, 'messages.retry', null)
    expect(sent.counts).toEqual({ waiting: 0, sent: 1, failed: 0 })
    expect(sent.unsent).toEqual([])
    expect(JSON.parse(service.posts[0]?.body ?? '')).toEqual({ to: NUMBER, message: LONG })
    await office.get(ADMIN, 'messages.retry', null)
    expect(service.posts).toHaveLength(1)
  })
})
