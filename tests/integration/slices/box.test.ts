import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { PDFDocument } from 'pdf-lib'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input, Output } from '#core/contract.ts'
import { LARGEST_FILE } from '#core/kernel/file-carriers.ts'
import { LARGEST_SCAN } from '#core/vault/scan-file.rules.ts'
import { ShareSlip } from '#core/vault/share-slip.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { aPage, aPhotograph, aTiff, CAMERA } from '../../support/pictures.ts'
import { aHeavyPdf, aJpeg, aPdf, aPng } from '../../support/scans.ts'
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

const remove = (
  visitId: string,
  documentId: string,
  reason: Input<'vault.removeScan'>['reason'] = 'WRONG_FILE',
) => office.get(1, 'vault.removeScan', { visitId, documentId, reason })

/** Files of the office in which these bytes stand in the clear. */
function kept(text: string | Buffer): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
  expect(files.some((name) => name.endsWith('office.db'))).toBe(true)
  return files.filter((name) => readFileSync(name).includes(text))
}

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
    const marked = aPdf('a secret of the citizen')
    const { documentId, ...added } = await add(visitId, marked, 'MARRIAGE_DEED')
    expect(added).toMatchObject({ papers: ['MARRIAGE_DEED'], format: 'pdf', requests: [] })
    expect(added).toMatchObject({ measure: { pages: 1, size: marked.length }, brought: null })
    const back = await office.get(1, 'vault.scan', { visitId, documentId })
    expect(Buffer.from(back.bytes, 'base64').equals(marked)).toBe(true)
    expect((await trail('vault.addScan'))[0]).toEqual({
      object: `scan ${documentId}`,
      outcome: 'done',
    })
    expect(kept('a secret of the citizen')).toEqual([])
  })

  test('counts for every request at once, as what it proves', async () => {
    const visitId = await visitOf('0000001023')
    await add(visitId, aPdf('deed'), 'MARRIAGE_DEED')
    const { scans } = await office.get(1, 'vault.box', visitId)
    expect(scans).toMatchObject([{ papers: ['MARRIAGE_DEED'], addedOn: today }])
  })

  test('is judged by its content and not by its name', async () => {
    const visitId = await visitOf()
    const program = Buffer.from(`MZ${'\0'.repeat(200)}This program cannot be run`, 'latin1')
    expect(await refused(visitId, program)).toMatchObject({ what: 'scan-not-a-picture' })
    expect(await refused(visitId, aPdf().subarray(0, 90))).toMatchObject({ what: 'scan-broken' })
  })

  test('of one byte too many is refused, and of far too many before it is read', async () => {
    const visitId = await visitOf()
    const pdf = aHeavyPdf(LARGEST_FILE + 1)
    expect(await refused(visitId, pdf)).toMatchObject({
      ...{ what: 'box-file-too-big', values: { megabytes: 20 } },
    })
    expect(await refused(visitId, aHeavyPdf(LARGEST_FILE + 4096))).toMatchObject({
      code: 'invalid-input',
      field: 'bytes',
    })
  })

  test('that stays too large however it is reduced is refused in other words', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 90 } as const
    const grain = sharp({
      create: { width: 1200, height: 900, channels: 3, background: '#888888', noise },
    })
    const pdf = await PDFDocument.create()
    const picture = await pdf.embedPng(await grain.png().toBuffer())
    pdf.addPage().drawImage(picture)
    expect(await refused(await visitOf(), await pdf.save())).toMatchObject({
      ...{ what: 'scan-still-too-big', values: { megabytes: 2 } },
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
    for (const title of ['a', 'b', 'c', 'd', 'e'])
      await add(visitId, aHeavyPdf(LARGEST_SCAN, title))
    const box = await office.get(1, 'vault.box', visitId)
    expect(box.usedBytes).toBe(box.limits.quotaBytes)
    expect(await refused(visitId, aPng(6))).toMatchObject({
      ...{ what: 'box-full', values: { free: 0, size: 1 } },
    })
    const [oldest] = box.scans?.slice(-1) ?? []
    await remove(visitId, oldest?.documentId ?? '')
    expect((await add(visitId, aPng(6))).format).toBe('png')
  })

  test('taken out is gone with its bytes, and the deed is in the trail', async () => {
    const visitId = await visitOf()
    const { documentId } = await add(visitId, aPng(77))
    await remove(visitId, documentId, 'UNREADABLE')
    expect((await trail('vault.removeScan'))[0]).toMatchObject({ object: `scan ${documentId}` })
    const gone = { code: 'not-found', what: 'scan' }
    const asked = { visitId, documentId, reason: 'UNREADABLE' } as const
    expect(await office.refusal(1, 'vault.scan', { visitId, documentId })).toMatchObject(gone)
    expect(await office.refusal(1, 'vault.removeScan', asked)).toMatchObject(gone)
    expect(
      await rows(sql`select reason, papers from vault_removals where document_id = ${documentId}`),
    ).toEqual([{ reason: 'UNREADABLE', papers: '["PHOTO"]' }])
    const byHand = sql`delete from vault_removals`
    await expect(office.database.transaction((tx) => byHand.execute(tx))).rejects.toThrow(/never/)
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
    expect(scans?.find((scan) => scan.documentId === documentId)?.requests).toEqual(['1'])
    const reason = 'REPLACED'
    expect(
      await office.refusal(1, 'vault.removeScan', { visitId, documentId, reason }),
    ).toMatchObject({ code: 'rule', what: 'scan-enclosed', values: { trackingCode: '1' } })
    expect(
      await office.refusal(1, 'vault.labelScan', {
        ...{ visitId, documentId, title: 'مدرک', papers: ['PHOTO'] },
      }),
    ).toMatchObject({ code: 'rule', what: 'scan-tags-held', values: { trackingCode: '1' } })
    const byHand = sql`delete from vault_scans where document_id = ${documentId}`
    await expect(office.database.transaction((tx) => byHand.execute(tx))).rejects.toThrow(/FOREIGN/)
  })

  test('of another citizen is not there, and a power that does not cover requests sees none', async () => {
    const { documentId } = await add(await visitOf(), aPng(11))
    const other = await visitOf(SON)
    const asked = { visitId: other, documentId }
    expect(await office.refusal(1, 'vault.scan', asked)).toMatchObject({ code: 'not-found' })
    expect(
      await office.refusal(1, 'vault.removeScan', { ...asked, reason: 'WRONG_FILE' }),
    ).toMatchObject({ code: 'not-found' })
    expect(
      await office.refusal(1, 'vault.labelScan', { ...asked, title: 'مدرک', papers: ['PHOTO'] }),
    ).toMatchObject({ code: 'not-found' })
    expect(await office.refusal(1, 'vault.printScan', asked)).toMatchObject({ code: 'not-found' })
    const narrow = await visitOf(WIDOW, powerOver('PENSION'))
    expect((await office.get(1, 'vault.box', narrow)).scans).toBeNull()
    const outside = { code: 'forbidden', what: 'outside-power' }
    expect(await refused(narrow, aPng(12))).toMatchObject(outside)
    const seen = { visitId: narrow, documentId }
    expect(await office.refusal(1, 'vault.scan', seen)).toMatchObject(outside)
    expect(await office.refusal(1, 'vault.printScan', seen)).toMatchObject(outside)
  })

  test('is never changed in its place', async () => {
    await add(await visitOf(), aPng(13))
    const change = sql`update vault_scans set title = 'x'`
    await expect(office.database.transaction((tx) => change.execute(tx))).rejects.toThrow(/never/)
  })
})

describe('a file that is brought', () => {
  test('a photograph of a telephone stands upright, fits a sheet and says nothing of its place', async () => {
    const visitId = await visitOf('0000001023')
    const photograph = await aPhotograph()
    expect(photograph.length).toBeGreaterThan(2 * LARGEST_SCAN)
    const scan = await add(visitId, photograph, 'NATIONAL_CARD')
    expect(scan).toMatchObject({
      ...{ format: 'jpg', papers: ['NATIONAL_CARD'] },
      brought: { format: 'jpg', size: photograph.length, width: 3000, height: 4000, pages: 1 },
    })
    expect(scan.size).toBeLessThanOrEqual(LARGEST_SCAN)
    const { bytes } = await office.get(1, 'vault.scan', { visitId, documentId: scan.documentId })
    const back = Buffer.from(bytes, 'base64')
    const { width, height, exif, orientation } = await sharp(back).metadata()
    expect({ width, height }).toEqual({
      width: scan.measure?.width,
      height: scan.measure?.height,
    })
    expect(height).toBeGreaterThan(width)
    expect(Math.max(width / 2480, height / 3508)).toBeLessThanOrEqual(1)
    expect([exif, orientation]).toEqual([undefined, undefined])
    expect(photograph.includes(CAMERA)).toBe(true)
    expect(back.includes(CAMERA)).toBe(false)
    expect(kept(back.subarray(1000, 1100))).toEqual([])
  })

  test('a small JPEG with the place where it was taken loses it too', async () => {
    const small = await aPhotograph(400, 300)
    const visitId = await visitOf('0000001023')
    const { documentId, brought } = await add(visitId, small, 'PHOTO')
    expect(brought).toMatchObject({ size: small.length })
    const { bytes } = await office.get(1, 'vault.scan', { visitId, documentId })
    expect(Buffer.from(bytes, 'base64').includes(CAMERA)).toBe(false)
  })

  test('a TIFF of one page becomes a JPEG, of several a PDF with as many', async () => {
    const visitId = await visitOf('0000001023')
    const one = await add(visitId, await aTiff('one page'), 'DEBT_NOTICE')
    expect(one).toMatchObject({ format: 'jpg', brought: { format: 'tiff', pages: 1 } })
    const three = await add(visitId, await aTiff('first', 'second', 'third'), 'PAY_SLIPS')
    expect(three).toMatchObject({
      ...{ format: 'pdf', measure: { pages: 3 }, brought: { format: 'tiff', pages: 3 } },
    })
    const asked = { visitId, documentId: three.documentId }
    const { bytes } = await office.get(1, 'vault.scan', asked)
    const pdf = await PDFDocument.load(Buffer.from(bytes, 'base64'))
    expect(pdf.getPageCount()).toBe(3)
    expect(pdf.getPage(0).getWidth()).toBe(595)
  })

  test('a large PDF has its photographs reduced, and only them', async () => {
    const pdf = await PDFDocument.create()
    const jpeg = await pdf.embedJpg(await aPhotograph())
    pdf.addPage([595, 842]).drawImage(jpeg, { x: 0, y: 0, width: 595, height: 842 })
    pdf.addPage([595, 842])
    const bytes = await pdf.save()
    expect(bytes.length).toBeGreaterThan(LARGEST_SCAN)
    const scan = await add(await visitOf('0000001023'), bytes, 'EMPLOYMENT_CONTRACT')
    expect(scan).toMatchObject({ format: 'pdf', measure: { pages: 2 }, brought: { format: 'pdf' } })
    expect(scan.size).toBeLessThanOrEqual(LARGEST_SCAN)
  })

  test('of more pages than are allowed is refused with both numbers', async () => {
    const visitId = await visitOf('0000001023')
    expect(await refused(visitId, aPdf('many', 200))).toMatchObject({
      ...{ code: 'rule', what: 'scan-too-many-pages', values: { pages: 200, most: 20 } },
    })
    const leaf = await sharp(aPng(3)).png().toBuffer()
    const leaves = Array.from({ length: 21 }, () => leaf)
    const tiff = await sharp(leaves, { join: { animated: true } })
      .tiff()
      .toBuffer()
    expect(await refused(visitId, tiff)).toMatchObject({
      ...{ what: 'scan-too-many-pages', values: { pages: 21, most: 20 } },
    })
    expect((await add(visitId, aPdf('twenty', 20), 'PREMIUM_LISTS')).measure?.pages).toBe(20)
  })

  test('that runs something or holds other files is refused', async () => {
    const visitId = await visitOf('0000001023')
    const running = await PDFDocument.create()
    running.addPage()
    running.addJavaScript('hello', 'app.alert(1)')
    expect(await refused(visitId, await running.save())).toMatchObject({ what: 'scan-active' })
    const holding = await PDFDocument.create()
    holding.addPage()
    await holding.attach(Buffer.from('MZ'), 'program.exe')
    expect(await refused(visitId, await holding.save())).toMatchObject({ what: 'scan-active' })
  })

  test('that opens to far more than it is, is refused before it is drawn', async () => {
    const bomb = aPng(1, 120_001, 1000)
    expect(await refused(await visitOf(), bomb)).toMatchObject({ what: 'scan-too-many-pixels' })
    const page = sharp({
      create: { width: 12_500, height: 10_000, channels: 3, background: '#fff' },
    })
    const tiff = await page.tiff({ compression: 'lzw' }).toBuffer()
    expect(tiff.length).toBeLessThan(LARGEST_SCAN)
    expect(await refused(await visitOf(), tiff)).toMatchObject({ what: 'scan-too-many-pixels' })
  })

  test.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['a page of the web', '<!DOCTYPE html><html><script>alert(1)</script></html>'],
    ['a script', '#!/bin/sh\nrm -rf /'],
    ['a program', `MZ${'\0'.repeat(300)}`],
  ])('that is %s is refused', async (_what, text) => {
    expect(await refused(await visitOf(), Buffer.from(text, 'latin1'))).toMatchObject({
      code: 'rule',
      what: 'scan-not-a-picture',
    })
  })
})

describe('the same picture', () => {
  test('reduced, encoded anew or taken from the box proves no second paper', async () => {
    const visitId = await visitOf('0000001104')
    const page = aPage('birth certificate', 2480, 3508)
    const png = await page.clone().png().toBuffer()
    const first = await add(visitId, png, 'BIRTH_CERTIFICATE')
    const same = { code: 'rule', what: 'scan-same-picture', values: { paper: 'BIRTH_CERTIFICATE' } }
    const { bytes } = await office.get(1, 'vault.scan', { visitId, documentId: first.documentId })
    const others = {
      kept: Buffer.from(bytes, 'base64'),
      jpeg: await page.clone().jpeg({ quality: 60 }).toBuffer(),
      tiff: await page.clone().tiff({ compression: 'lzw' }).toBuffer(),
      larger: await sharp(await page.clone().png().toBuffer())
        .resize(3300)
        .png()
        .toBuffer(),
      smaller: await sharp(png).resize(1654).jpeg({ quality: 80 }).toBuffer(),
    }
    for (const [name, other] of Object.entries(others)) {
      expect(await refused(visitId, other, 'SERVICE_CARD'), name).toMatchObject(same)
      expect(await add(visitId, other, 'BIRTH_CERTIFICATE'), name).toEqual(first)
    }
  })

  test('is not one that differs in a single figure', async () => {
    const visitId = await visitOf('0000001104')
    await add(visitId, await aPage('slip of month 7').png().toBuffer(), 'PAY_SLIPS')
    const before = await aPage('slip').png().toBuffer()
    await add(visitId, before, 'STAMPED_INVOICE')
    const figure = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"><text y="40" font-size="39">8</text></svg>',
    )
    const changed = await sharp(before)
      .composite([{ input: figure, left: 800, top: 1100 }])
      .png()
      .toBuffer()
    const second = await add(visitId, changed, 'STAMPED_INVOICE')
    const { scans } = await office.get(1, 'vault.box', visitId)
    const invoices = scans?.filter(({ papers }) => papers.includes('STAMPED_INVOICE'))
    expect(invoices?.map(({ documentId }) => documentId)).toContain(second.documentId)
    expect(invoices).toHaveLength(2)
  })
})

describe('the label of a scan', () => {
  test('is corrected beside the scan: the bytes stay, the last one counts, the trail tells', async () => {
    const visitId = await visitOf('0000001031')
    const { documentId } = await add(visitId, aPdf('pages', 2), 'BIRTH_CERTIFICATE_PAGE_1')
    const papers = ['BIRTH_CERTIFICATE_PAGE_1', 'BIRTH_CERTIFICATE'] as const
    const label = { visitId, documentId, title: 'شناسنامه', papers: [...papers] }
    expect(await office.get(1, 'vault.labelScan', label)).toMatchObject({
      ...{ title: 'شناسنامه', papers },
    })
    await office.get(1, 'vault.labelScan', label)
    const labels = await rows(sql`select title from vault_scan_labels
      where document_id = ${documentId}`)
    expect(labels).toEqual([{ title: 'شناسنامه' }])
    expect((await trail('vault.labelScan'))[0]).toMatchObject({ object: `scan ${documentId}` })
    const { bytes } = await office.get(1, 'vault.scan', { visitId, documentId })
    expect(Buffer.from(bytes, 'base64').equals(aPdf('pages', 2))).toBe(true)
    const assessed = await office.get(1, 'vault.box', visitId)
    expect(assessed.scans?.[0]).toMatchObject({ papers })
    const change = sql`update vault_scan_labels set title = 'x'`
    await expect(office.database.transaction((tx) => change.execute(tx))).rejects.toThrow(/never/)
    await remove(visitId, documentId)
    expect(
      await rows(sql`select 1 from vault_scan_labels where document_id = ${documentId}`),
    ).toEqual([])
  })

  test('names no more papers than there are pages', async () => {
    const visitId = await visitOf('0000001031')
    const { documentId } = await add(visitId, aPng(41), 'PHOTO')
    expect(
      await office.refusal(1, 'vault.labelScan', {
        ...{ visitId, documentId, title: 'عکس', papers: ['PHOTO', 'NATIONAL_CARD'] },
      }),
    ).toMatchObject({ code: 'rule', what: 'scan-tags-over-pages', values: { pages: 1 } })
  })
})

describe('the print of a scan', () => {
  test('is a picture on a sheet of A4, a PDF as it is, and stands in the trail', async () => {
    const visitId = await visitOf('0000001031')
    const picture = await add(visitId, aPng(51, 600, 300), 'PHOTO')
    const asked = { visitId, documentId: picture.documentId }
    expect(await office.get(1, 'vault.printScan', asked)).toMatchObject({ printed: true })
    const sheet = await PDFDocument.load(office.printer.jobs.at(-1)?.pdf ?? new Uint8Array())
    expect(sheet.getPage(0).getSize()).toEqual({ width: 842, height: 595 })
    const pdf = await add(visitId, aPdf('printed'), 'DEBT_NOTICE')
    await office.get(1, 'vault.printScan', { visitId, documentId: pdf.documentId })
    expect(Buffer.from(office.printer.jobs.at(-1)?.pdf ?? []).equals(aPdf('printed'))).toBe(true)
    expect((await trail('vault.printScan')).slice(0, 2)).toEqual([
      { object: `scan ${pdf.documentId}`, outcome: 'done' },
      { object: `scan ${picture.documentId}`, outcome: 'done' },
    ])
  })

  test('that fails is told, whatever the printer does', async () => {
    const visitId = await visitOf('0000001031')
    const { documentId } = await add(visitId, aPng(52), 'PHOTO')
    office.printer.answer = () => Promise.reject(new Error('the printer burns'))
    expect(await office.get(1, 'vault.printScan', { visitId, documentId })).toEqual({
      ...{ printed: false, where: null, reason: 'failed' },
    })
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
