import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input, Output } from '#core/contract.ts'
import { ShareSlip } from '#core/vault/share-slip.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { aHeavyPng, aJpeg, aPdf, aPng } from '../../support/scans.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const key = randomBytes(32)
const today = jalali('1405/09/02')
const setting = { folder, key, papers: plainPapers, today }
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice(setting)
  await office.import(sampleExtract())
}, 120_000)
afterAll(async () => {
  await office.close()
  removeOffice(folder)
})
beforeEach(async () => {
  office.printer.jobs.length = 0
  office.printer.outcome = { printed: true, where: 'test printer' }
  office.printer.answer = () => Promise.resolve(office.printer.outcome)
  await office.signIn(1)
})

const WIDOW = '0000001104'
const SON = '0000001112'
type Presence = Input<'visits.begin'>['presence']
type Scope = Output<'visits.begin'>['visit']['scope']
const SELF: Presence = { kind: 'SELF', cardSeen: true }
const powerOver = (...scope: Scope): Presence => ({
  kind: 'ATTORNEY',
  power: {
    holderName: 'وکیل نمونه',
    holderId: '0000001384',
    issuer: 'دفتر نمونه',
    number: '12',
    issuedOn: '2020-01-01',
    expiresOn: null,
    scope,
  },
})

async function visitOf(personId = WIDOW, presence = SELF): Promise<string> {
  const { hits } = await office.get(1, 'citizens.search', { text: personId, limit: 1 })
  const { visit } = await office.get(1, 'visits.begin', {
    citizenId: hits[0]?.citizenId ?? 0,
    ...{ presence, purpose: 'OTHER', reason: null },
  })
  return visit.visitId
}

const issue = (visitId: string) =>
  office.get(1, 'certificates.issue', {
    visitId,
    order: {
      kind: 'salary-certificate',
      ...{ pensionNumber: '8000110', institutionCode: 'B013', recipientBranch: 'مرکزی' },
    },
    idempotencyKey: randomUUID(),
  })

type Paper = Input<'vault.addScan'>['paper']
const scanOf = (visitId: string, bytes: Uint8Array, paper: Paper = 'PHOTO') => ({
  ...{ visitId, paper, title: 'مدرک نمونه' },
  bytes: Buffer.from(bytes).toString('base64'),
})
const add = (visitId: string, bytes: Uint8Array, paper?: Paper) =>
  office.get(1, 'vault.addScan', scanOf(visitId, bytes, paper))
const refused = (visitId: string, bytes: Uint8Array, paper?: Paper) =>
  office.refusal(1, 'vault.addScan', scanOf(visitId, bytes, paper))

const rows = async <T>(text: ReturnType<typeof sql<T>>) =>
  (await text.execute(office.database.reader as never)).rows
const trail = (action: string) =>
  rows(
    sql<{ object: string | null; outcome: string }>`select object, outcome from audit
      where action = ${action} order by seq desc`,
  )

describe('a scan in the box', () => {
  test('comes back byte for byte, and stands in no file in the clear', async () => {
    const visitId = await visitOf()
    const marked = Buffer.concat([aPng(), Buffer.from(`mark ${'سند محرمانه '.repeat(20)}`)])
    const { documentId, ...added } = await add(visitId, marked, 'MARRIAGE_DEED')
    expect(added).toMatchObject({ paper: 'MARRIAGE_DEED', format: 'png', enclosed: false })
    const back = await office.get(1, 'vault.scan', { visitId, documentId })
    expect(Buffer.from(back.bytes, 'base64').equals(marked)).toBe(true)
    expect((await trail('vault.addScan'))[0]).toEqual({
      object: `scan ${documentId}`,
      outcome: 'done',
    })
    const files = readdirSync(folder).filter((name) => name.startsWith('office.db'))
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const raw = readFileSync(path.join(folder, name))
      expect(raw.includes(marked.subarray(-100))).toBe(false)
      expect(raw.includes(Buffer.from('IHDR'))).toBe(false)
    }
  })

  test('counts for every request at once, as what it proves', async () => {
    const visitId = await visitOf('0000001023')
    await add(visitId, aPdf('deed'), 'MARRIAGE_DEED')
    const { scans } = await office.get(1, 'vault.box', visitId)
    expect(scans).toMatchObject([{ paper: 'MARRIAGE_DEED', addedOn: today }])
  })

  test('is judged by its content and not by its name', async () => {
    const visitId = await visitOf()
    const program = Buffer.from(`MZ${'\0'.repeat(200)}This program cannot be run`, 'latin1')
    expect(await refused(visitId, program)).toMatchObject({ what: 'scan-not-a-picture' })
    expect(await refused(visitId, aPdf().subarray(0, 90))).toMatchObject({ what: 'scan-broken' })
  })

  test('of one byte too many is refused, and of far too many before it is read', async () => {
    const visitId = await visitOf()
    const limit = 2 * 1024 * 1024
    expect(await refused(visitId, aHeavyPng(limit + 1))).toMatchObject({ what: 'scan-too-big' })
    expect(await refused(visitId, aHeavyPng(limit + 4096))).toMatchObject({
      code: 'invalid-input',
      field: 'bytes',
    })
  })

  test('is not the same picture for two papers, and twice for one changes nothing', async () => {
    const visitId = await visitOf()
    const first = await add(visitId, aJpeg(), 'NATIONAL_CARD')
    expect(await add(visitId, aJpeg(), 'NATIONAL_CARD')).toEqual(first)
    expect(await refused(visitId, aJpeg(), 'SERVICE_CARD')).toMatchObject({
      code: 'rule',
      what: 'scan-same-picture',
      values: { paper: 'NATIONAL_CARD' },
    })
    const other = await visitOf(SON)
    expect((await add(other, aJpeg(), 'SERVICE_CARD')).documentId).not.toBe(first.documentId)
  })

  test('finds no room when the box is full, and finds it again when one is taken out', async () => {
    const visitId = await visitOf('0000001015')
    const size = 2 * 1024 * 1024
    for (const tone of [1, 2, 3, 4, 5]) await add(visitId, aHeavyPng(size, tone))
    const box = await office.get(1, 'vault.box', visitId)
    expect(box.usedBytes).toBe(box.quotaBytes)
    expect(await refused(visitId, aPng(6))).toMatchObject({ what: 'box-full', values: { free: 0 } })
    const [oldest] = box.scans?.slice(-1) ?? []
    await office.get(1, 'vault.removeScan', { visitId, documentId: oldest?.documentId ?? '' })
    expect((await add(visitId, aPng(6))).size).toBe(aPng(6).length)
  })

  test('taken out is gone with its bytes, and the deed is in the trail', async () => {
    const visitId = await visitOf()
    const { documentId } = await add(visitId, aPng(77))
    await office.get(1, 'vault.removeScan', { visitId, documentId })
    expect((await trail('vault.removeScan'))[0]).toMatchObject({ object: `scan ${documentId}` })
    const gone = { code: 'not-found', what: 'scan' }
    expect(await office.refusal(1, 'vault.scan', { visitId, documentId })).toMatchObject(gone)
    expect(await office.refusal(1, 'vault.removeScan', { visitId, documentId })).toMatchObject(gone)
    const left = await rows(sql`select 1 from vault_scans where document_id = ${documentId}`)
    expect(left).toEqual([])
  })

  test('on which a filed request rests stays, whatever is asked', async () => {
    const visitId = await visitOf('0000001031')
    const { documentId } = await add(visitId, aPng(99), 'BIRTH_CERTIFICATE_PAGE_2')
    await office.database.transaction(async (tx) => {
      const [visit] = await rows(
        sql<{ c: string }>`select clerk_id as c from visits where visit_id = ${visitId}`,
      )
      await sql`insert into requests (request_id, idempotency_key, tracking_code,
          citizen_id, person_id, role, kind, status, form, decision, branch_code, filed_at, filed_on,
          promised_on, filed_by, visit_id, version, reference_code)
        values ('r', 'k', '1', 1, '1', 'INSURED', 'MARRIAGE', '9', '{}',
        null, '900', 'x', 'x', null, ${visit?.c ?? ''}, ${visitId}, 1, null)`.execute(tx)
      await sql`insert into request_enclosures values ('r', ${documentId})`.execute(tx)
    })
    const { scans } = await office.get(1, 'vault.box', visitId)
    expect(scans?.find((scan) => scan.documentId === documentId)?.enclosed).toBe(true)
    expect(await office.refusal(1, 'vault.removeScan', { visitId, documentId })).toMatchObject({
      code: 'rule',
      what: 'scan-enclosed',
    })
    const byHand = sql`delete from vault_scans where document_id = ${documentId}`
    await expect(office.database.transaction((tx) => byHand.execute(tx))).rejects.toThrow(/FOREIGN/)
  })

  test('of another citizen is not there, and a power that does not cover requests sees none', async () => {
    const { documentId } = await add(await visitOf(), aPng(11))
    const other = await visitOf(SON)
    const asked = { visitId: other, documentId }
    expect(await office.refusal(1, 'vault.scan', asked)).toMatchObject({ code: 'not-found' })
    expect(await office.refusal(1, 'vault.removeScan', asked)).toMatchObject({ code: 'not-found' })
    const narrow = await visitOf(WIDOW, powerOver('PENSION'))
    expect((await office.get(1, 'vault.box', narrow)).scans).toBeNull()
    const outside = { code: 'forbidden', what: 'outside-power' }
    expect(await refused(narrow, aPng(12))).toMatchObject(outside)
    const seen = { visitId: narrow, documentId }
    expect(await office.refusal(1, 'vault.scan', seen)).toMatchObject(outside)
  })

  test('is never changed in its place', async () => {
    await add(await visitOf(), aPng(13))
    const change = sql`update vault_scans set title = 'x'`
    await expect(office.database.transaction((tx) => change.execute(tx))).rejects.toThrow(/never/)
  })
})

describe('an issued paper in the box', () => {
  test('lies there by itself, valid or revoked, for the visits that cover it', async () => {
    const visitId = await visitOf()
    const paper = await issue(visitId)
    const { papers } = await office.get(1, 'vault.box', visitId)
    expect(papers[0]).toMatchObject({
      ...{ documentId: paper.documentId, number: paper.number, standing: 'VALID', share: null },
      trackingCode: paper.trackingCode,
    })
    await office.database.transaction((tx) =>
      sql`insert into document_revocations values
        (${paper.documentId}, '2026-11-23T08:00:00.000Z',
        (select clerk_id from clerks limit 1), 'نادرست')`.execute(tx),
    )
    const after = await office.get(1, 'vault.box', visitId)
    expect(after.papers[0]).toMatchObject({ standing: 'REVOKED' })
    const share = { visitId, documentId: paper.documentId, term: 'DAY' } as const
    expect(await office.refusal(1, 'vault.share', share)).toMatchObject({ what: 'paper-revoked' })
    const narrow = await visitOf(WIDOW, powerOver('RECORDS'))
    expect((await office.get(1, 'vault.box', narrow)).papers).toEqual([])
  })

  test('past its last day is told as such, and not shared any more', async () => {
    const { documentId } = await issue(await visitOf())
    const later = await openBranchOffice({ ...setting, today: jalali('1406/09/02') })
    await later.signIn(1)
    const { hits } = await later.get(1, 'citizens.search', { text: WIDOW, limit: 1 })
    const { visit } = await later.get(1, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      ...{ presence: SELF, purpose: 'OTHER', reason: null },
    })
    const { visitId } = visit
    const { papers } = await later.get(1, 'vault.box', visitId)
    expect(papers.find((one) => one.documentId === documentId)?.standing).toBe('EXPIRED')
    const share = { visitId, documentId, term: 'DAY' } as const
    expect(await later.refusal(1, 'vault.share', share)).toMatchObject({ what: 'paper-expired' })
    await later.close()
  })
})

const slipOf = () =>
  ShareSlip.parse(JSON.parse(Buffer.from(office.printer.jobs.at(-1)?.pdf ?? []).toString()))

describe('leave for others to ask for a paper', () => {
  test('is printed for the citizen alone: the office keeps a slow hash', async () => {
    const visitId = await visitOf()
    const { documentId, number } = await issue(visitId)
    const shared = await office.get(1, 'vault.share', { visitId, documentId, term: 'WEEK' })
    const slip = slipOf()
    expect(slip).toMatchObject({ number, from: today, until: jalali('1405/09/09') })
    expect(shared.share).toMatchObject({ documentId, until: jalali('1405/09/09') })
    expect(JSON.stringify(shared)).not.toContain(slip.password)
    const plain = slip.password.replaceAll('-', '')
    const tables = await rows(sql<{ name: string }>`select name from sqlite_schema
      where type = 'table' and name not like 'sqlite_%'`)
    for (const { name } of tables) {
      const kept = JSON.stringify(await rows(sql`select * from ${sql.table(name)}`))
      expect(kept, name).not.toContain(plain)
      expect(kept, name).not.toContain(slip.password)
    }
    const [row] = await rows(sql<{ hash: string; salt: string }>`select hash, salt
      from document_shares where document_id = ${documentId}`)
    expect(Buffer.from(row?.hash ?? '', 'base64')).toHaveLength(32)
    expect(Buffer.from(row?.salt ?? '', 'base64')).toHaveLength(16)
    expect((await trail('vault.share'))[0]).toEqual({
      object: `document ${documentId}`,
      outcome: 'done',
    })
  })

  test('is given once at a time, is taken back, and given anew with another password', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    const ordered = { visitId, documentId, term: 'YEAR' } as const
    const { share } = await office.get(1, 'vault.share', ordered)
    const first = slipOf().password
    expect(await office.refusal(1, 'vault.share', ordered)).toMatchObject({
      code: 'conflict',
      what: 'share-in-force',
    })
    const shareId = share?.shareId ?? ''
    expect((await office.get(1, 'vault.box', visitId)).papers[0]?.share).toEqual(share)
    await office.get(1, 'vault.endShare', { visitId, shareId })
    await office.get(1, 'vault.endShare', { visitId, shareId })
    expect((await office.get(1, 'vault.box', visitId)).papers[0]?.share).toBeNull()
    await office.get(1, 'vault.share', ordered)
    expect(slipOf().password).not.toBe(first)
    const ends = await rows(sql<{ e: string | null }>`select ended_because as e
      from document_shares where document_id = ${documentId} order by rowid`)
    expect(ends.map(({ e }) => e)).toEqual(['REVOKED', null])
  })

  test('without a printed slip is taken back at once, and the clerk is told why', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    for (const answer of [
      () => Promise.resolve({ printed: false, reason: 'no-printer' } as const),
      () => Promise.reject(new Error('the printer burns')),
    ]) {
      office.printer.answer = answer
      const shared = await office.get(1, 'vault.share', { visitId, documentId, term: 'DAY' })
      expect(shared.share).toBeNull()
      expect(['no-printer', 'failed']).toContain(shared.fault)
    }
    expect((await office.get(1, 'vault.box', visitId)).papers[0]?.share).toBeNull()
    const ends = await rows(sql<{ e: string | null }>`select ended_because as e
      from document_shares where document_id = ${documentId}`)
    expect(ends.map(({ e }) => e)).toEqual(['NOT_PRINTED', 'NOT_PRINTED'])
  })

  test('that ran out makes room for another', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    await office.get(1, 'vault.share', { visitId, documentId, term: 'DAY' })
    await office.database.transaction((tx) =>
      sql`update document_shares set from_day = '2026-11-01', until_day = '2026-11-02'
        where document_id = ${documentId}`.execute(tx),
    )
    expect((await office.get(1, 'vault.box', visitId)).papers[0]?.share).toBeNull()
    await office.get(1, 'vault.share', { visitId, documentId, term: 'DAY' })
    const ends = await rows(sql<{ e: string | null }>`select ended_because as e
      from document_shares where document_id = ${documentId} order by rowid`)
    expect(ends.map(({ e }) => e)).toEqual(['RAN_OUT', null])
  })

  test('is for the hand of the person: not while he is away, nor by another citizen', async () => {
    const { documentId } = await issue(await visitOf())
    await office.signIn(1, { role: 'SUPERVISOR' })
    const away = await visitOf(WIDOW, { kind: 'OFFICIAL_ORDER', number: '7' })
    const term = 'DAY'
    expect(
      await office.refusal(1, 'vault.share', { visitId: away, documentId, term }),
    ).toMatchObject({ code: 'forbidden', what: 'not-by-this-presence' })
    const other = await visitOf(SON)
    expect(
      await office.refusal(1, 'vault.share', { visitId: other, documentId, term }),
    ).toMatchObject({ code: 'not-found' })
    const narrow = await visitOf(WIDOW, powerOver('BENEFITS'))
    expect(
      await office.refusal(1, 'vault.share', { visitId: narrow, documentId, term }),
    ).toMatchObject({ code: 'forbidden', what: 'outside-power' })
    expect(office.printer.jobs).toEqual([])
  })

  test('asked for twice at once is given once', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    const ordered = { visitId, documentId, term: 'DAY' } as const
    const replies = await Promise.all([
      office.ask(1, 'vault.share', ordered),
      office.ask(1, 'vault.share', ordered),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(office.printer.jobs).toHaveLength(1)
  })
})
