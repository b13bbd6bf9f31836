import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, jalaliOf } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import { PublishedList } from '#core/verification/published.model.ts'
import { readSealText, sealBody, sealText } from '#core/verification/seal-text.rules.ts'
import { derOf } from '../../../electron/backend/verification/pem.ts'
import { signatureIn } from '../../../electron/backend/verification/pdf-coverage.ts'
import { codesOf, openedOf, structureFaultsOf } from '../../support/pdf-tools.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import {
  certificateOrder,
  type IssuedBytes,
  verifyingOffice,
  type VerifyingOffice,
} from '../../support/verifying-office.ts'

const corpus = path.join(import.meta.dirname, '../../fixtures/corpus/pdfjs')

let office: VerifyingOffice
let other: VerifyingOffice
let paper: IssuedBytes
let second: IssuedBytes
let foreign: IssuedBytes

beforeAll(async () => {
  office = await verifyingOffice()
  other = await verifyingOffice()
  paper = await office.issued(certificateOrder)
  second = await office.issued(certificateOrder)
  foreign = await other.issued(certificateOrder)
}, 180_000)
afterAll(async () => {
  await other.demolish()
  await office.demolish()
})

/** The digits of the code on a paper, as a scan of its first page shows them. */
function sealOf({ pdf }: IssuedBytes): string {
  const [code] = codesOf(pdf)
  if (code === undefined) throw new Error('there is no code on the page')
  return code
}

/** The digits of a seal with one figure changed and the signature as it was. */
function forged(text: string, name: string, value: string): string {
  const seal = readSealText(text)
  if (!seal) throw new Error('no seal')
  const { facts, keyId, signature } = seal
  const figures = facts.figures.map((each) => (each.name === name ? { name, value } : each))
  return sealText(sealBody({ ...facts, figures }, keyId), signature)
}

async function publishedBy(from: VerifyingOffice): Promise<PublishedList> {
  await from.get(1, 'verification.publish', null)
  const file = from.desk.saved.at(-1)
  return PublishedList.parse(JSON.parse(Buffer.from(file?.bytes ?? []).toString('utf8')))
}

/** The page piece in which a paper carries its seal. */
function pieceOn(document: PDFDocument): PDFDict {
  const page = document.getPages()[0]?.node
  const piece = page?.lookup(PDFName.of('PieceInfo'), PDFDict).lookup(PDFName.of('Bajeh'), PDFDict)
  if (!piece) throw new Error('the page carries no seal')
  return piece
}

describe('a paper as it was handed out', () => {
  test('is genuine by its file, with the figures of its seal', async () => {
    expect(await office.checkFile(paper.pdf)).toMatchObject({
      verdict: 'GENUINE',
      source: 'PDF',
      kind: 'salary-certificate',
      number: paper.number,
      signature: 'VALID',
      issuedHere: true,
      figures: [
        { name: 'nationalId', sealed: '0000001104', agrees: true },
        { name: 'pensionNumber', sealed: '8000110' },
        { name: 'gross' },
        { name: 'deductions' },
        { name: 'net' },
      ],
    })
  })

  test('is genuine by the code on the page, through a scanner on a Persian layout', async () => {
    const typed = sealOf(paper).replace(/\d/g, (digit) =>
      String.fromCharCode(0x06f0 + Number(digit)),
    )
    expect(await office.checkText(`${typed}\r\n`)).toMatchObject({
      verdict: 'GENUINE',
      source: 'QR',
      number: paper.number,
      signature: null,
    })
  })

  test('by its number was issued here, and nothing of the citizen is told', async () => {
    const verdict = await office.checkText(paper.number.replaceAll('-', ' - '))
    expect(verdict).toMatchObject({ verdict: 'GENUINE', source: 'NUMBER', figures: [] })
    expect(await office.checkText(paper.number.replaceAll('-', ''))).toEqual(verdict)
    expect(await office.checkText('900-1405-1-999999')).toMatchObject({ verdict: 'NOT_FOUND' })
  })

  test('pdfsig and qpdf agree, and what makes it PDF/A stays', () => {
    const file = path.join(temporaryFolder(), 'paper.pdf')
    writeFileSync(file, paper.pdf)
    const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
    expect(said).toContain('Signature is Valid')
    expect(said).toContain('Total document signed')
    expect(said).toContain('ETSI.CAdES.detached')
    expect(said).toContain('شعبه تهران (900)')
    expect(structureFaultsOf(paper.pdf)).toBe('')
    const opened = openedOf(paper.pdf)
    for (const part of ['/OutputIntents', '<pdfaid:part>2', '/Lang']) expect(opened).toContain(part)
  })

  test('several in one file are genuine together, without one number', async () => {
    const { visitId } = paper
    const documentIds = [paper.documentId, second.documentId]
    await office.get(1, 'certificates.save', { visitId, documentIds, as: 'one' })
    const bound = office.desk.saved.at(-1)?.bytes ?? new Uint8Array()
    expect(await office.checkFile(bound)).toMatchObject({
      verdict: 'GENUINE',
      number: null,
      signature: 'VALID',
    })
    const file = path.join(temporaryFolder(), 'bound.pdf')
    writeFileSync(file, bound)
    const said = execFileSync('pdfsig', ['-nocert', file], { encoding: 'utf8' })
    expect(said.match(/Signature #/g)).toHaveLength(1)
    expect(said).toContain('Total document signed')
  })
})

describe('a file that somebody changed', () => {
  test('one flipped byte anywhere is caught', async () => {
    const [key] = (await publishedBy(office)).keys
    const known = key ? [{ keyId: key.keyId, certificate: derOf(key.certificate) }] : []
    expect(await signatureIn(paper.pdf, known)).toMatchObject({ signature: 'VALID' })
    const gap = paper.pdf.indexOf('/Contents <')
    const inGap = Array.from({ length: 150 }, (_, i) => gap + 11 + i * 20)
    const anywhere = Array.from({ length: 150 }, (_, i) => (i * 7919 * 31) % paper.pdf.length)
    const missed: number[] = []
    for (const [i, at] of [...inGap, ...anywhere].entries()) {
      const changed = Buffer.from(paper.pdf)
      changed[at] = (changed[at] ?? 0) ^ (1 << (i % 8))
      if ((await signatureIn(changed, known)).signature === 'VALID') missed.push(at)
    }
    expect(missed).toEqual([])
  })

  test('a digit of the container in capitals is caught', async () => {
    const gap = paper.pdf.indexOf('/Contents <') + 11
    const text = paper.pdf.toString('latin1')
    const at = gap + text.slice(gap).search(/[a-f]/)
    const changed = Buffer.from(
      text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1),
      'latin1',
    )
    expect(await office.checkFile(changed)).toMatchObject({
      verdict: 'ALTERED',
      signature: 'BROKEN',
      number: paper.number,
    })
  })

  test('something written behind it is caught', async () => {
    const more = Buffer.concat([paper.pdf, Buffer.from('\n%%EOF\n')])
    expect(await office.checkFile(more)).toMatchObject({ verdict: 'ALTERED', signature: 'PARTIAL' })
    const update = Buffer.from(
      `\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    )
    expect(await office.checkFile(Buffer.concat([paper.pdf, update]))).toMatchObject({
      verdict: 'ALTERED',
      signature: 'PARTIAL',
    })
  })

  test('saved anew it is no longer what was signed', async () => {
    const document = await PDFDocument.load(paper.pdf)
    expect(await office.checkFile(await document.save())).toMatchObject({
      verdict: 'ALTERED',
      number: paper.number,
    })
  })

  test('the seal of another paper does not make it that paper', async () => {
    const document = await PDFDocument.load(paper.pdf, { updateMetadata: false })
    pieceOn(document).set(PDFName.of('Private'), PDFString.of(sealOf(second)))
    const changed = await document.save({ useObjectStreams: false })
    expect(await office.checkFile(changed)).toMatchObject({ verdict: 'ALTERED' })
  })

  test('the figure that was changed is named, with what stands in its place', async () => {
    const document = await PDFDocument.create()
    const [page] = await document.copyPages(await PDFDocument.load(paper.pdf), [0])
    if (page) document.addPage(page)
    const seal = await forgedSeal()
    pieceOn(document).set(PDFName.of('Private'), PDFString.of(seal.text))
    const { verdict, figures } = await office.checkFile(await document.save())
    expect(verdict).toBe('ALTERED')
    expect(figures.filter(({ agrees }) => !agrees)).toEqual([
      { name: 'net', sealed: seal.net, found: seal.onPage, agrees: false },
    ])
  })

  /** A seal by the office's own key over other figures than the page says, as if the page had been changed. */
  async function forgedSeal() {
    const { kind, number, day, validUntil, figures } = await office.checkText(sealOf(paper))
    const onPage = figures.find(({ name }) => name === 'net')?.sealed ?? ''
    const net = `9${onPage.slice(1)}`
    const facts = figures.map(({ name, sealed }) => ({
      name,
      value: name === 'net' ? net : sealed,
    }))
    const text = await office.sealWith({
      kind: kind ?? '',
      number: number ?? '',
      day: day ?? office.today,
      validUntil,
      figures: facts,
    })
    return { text, net, onPage }
  }
})

describe('a code that somebody changed', () => {
  test('no other digit anywhere is genuine', async () => {
    const text = sealOf(paper)
    for (let at = 0; at < text.length; at += 9) {
      const digit = String((Number(text[at]) + 1 + (at % 8)) % 10)
      const { verdict } = await office.checkText(text.slice(0, at) + digit + text.slice(at + 1))
      expect([at, verdict]).not.toContain('GENUINE')
    }
  })

  test('which figure differs from the books is told, and not what the books say', async () => {
    const { figures, number } = await office.checkText(sealOf(paper))
    const verdict = await office.checkText(forged(sealOf(paper), 'net', '999999999'))
    expect(verdict).toMatchObject({ verdict: 'ALTERED', number, issuedHere: true })
    expect(verdict.figures.filter(({ agrees }) => !agrees)).toEqual([
      { name: 'net', sealed: '999999999', found: null, agrees: false },
    ])
    const net = figures.find(({ name }) => name === 'net')?.sealed ?? ''
    expect(JSON.stringify(verdict)).not.toContain(net)
  })
})

describe('papers of others', () => {
  test('another office signs with a key unknown here', async () => {
    expect(await office.checkFile(foreign.pdf)).toMatchObject({
      verdict: 'UNKNOWN_KEY',
      signature: 'UNKNOWN_CERTIFICATE',
      figures: [],
      issuedHere: null,
    })
    expect(await office.checkText(sealOf(foreign))).toMatchObject({ verdict: 'UNKNOWN_KEY' })
  })

  test.each(readdirSync(corpus).filter((name) => name.endsWith('.pdf')))(
    '%s does no harm and is nobody of ours',
    async (name) => {
      const { verdict } = await office.checkFile(readFileSync(path.join(corpus, name)))
      expect(['NOT_OURS', 'UNREADABLE']).toContain(verdict)
    },
  )

  test('what is no PDF is not read', async () => {
    expect(await office.checkFile(Buffer.from('hello'))).toMatchObject({ verdict: 'UNREADABLE' })
    expect(await office.checkText('۱'.repeat(300))).toMatchObject({ verdict: 'UNREADABLE' })
  })
})

describe('later', () => {
  test('a revoked paper is genuine no more to be relied on, and stays so', async () => {
    const { number } = second
    const reason = 'مبلغ نادرست'
    const refusal = await office.ask(1, 'verification.revoke', { number, reason })
    expect(refusal).toMatchObject({ ok: false, refusal: { code: 'forbidden' } })
    const revoked = await office.get(2, 'verification.revoke', { number, reason })
    expect(revoked).toMatchObject({ number, reason, kind: 'salary-certificate' })
    expect(await office.ask(2, 'verification.revoke', { number, reason })).toMatchObject({
      refusal: { code: 'conflict', what: 'paper-revoked' },
    })
    expect(await office.ask(2, 'verification.revoke', { number: 'x', reason })).toMatchObject({
      refusal: { code: 'not-found' },
    })
    for (const verdict of [
      await office.checkFile(second.pdf),
      await office.checkText(sealOf(second)),
      await office.checkText(number),
    ])
      expect(verdict).toMatchObject({ verdict: 'REVOKED', number, revocation: { reason } })
    const reason2 = 'گم شد'
    expect(
      await office.ask(1, 'certificates.print', { documentId: second.documentId, reason: reason2 }),
    ).toMatchObject({ refusal: { code: 'rule', what: 'paper-revoked' } })
    expect(await office.get(1, 'verification.revocations', null)).toEqual([revoked])
    expect((await publishedBy(office)).revocations).toMatchObject([{ number, reason }])
  })

  test('a certificate that its bank presented is said to be, by its file, its code and its number', async () => {
    const shown = await office.issued({
      kind: 'deduction-certificate',
      ...{ pensionNumber: '8000110', institutionCode: 'B013' },
      ...{ recipientBranch: 'مرکزی', borrower: null, loan: rial(6_000_000), count: 12 },
      ...{ instalment: rial(500_000), guarantee: rial(6_000_000) },
      firstDue: jalaliOf(addDays(office.today, 31)),
    })
    const { documentId, visitId, number } = shown
    expect(await office.checkText(number)).toMatchObject({ verdict: 'GENUINE', usedOn: null })
    const letter = { letterNumber: '12/345', letterOn: office.today }
    await office.get(1, 'certificates.recordUse', { visitId, documentId, ...letter })
    for (const verdict of [
      await office.checkFile(shown.pdf),
      await office.checkText(sealOf(shown)),
      await office.checkText(number),
    ])
      expect(verdict).toMatchObject({ verdict: 'GENUINE', number, usedOn: office.today })
  })

  test('a file with a revoked paper among others is not to be relied on', async () => {
    const bound = office.desk.saved.find(({ name }) => name.includes('+1'))
    expect(await office.checkFile(bound?.bytes ?? new Uint8Array())).toMatchObject({
      verdict: 'REVOKED',
      number: second.number,
      signature: 'VALID',
    })
  })

  test('the list is drawn and printed', async () => {
    const { pdf } = await office.get(1, 'verification.revocationSheet', null)
    expect(structureFaultsOf(Buffer.from(pdf, 'base64'))).toBe('')
    expect(await office.get(1, 'verification.printRevocations', null)).toMatchObject({
      printed: true,
    })
    expect(office.desk.printed.at(-1)?.title).toContain('revocations')
  })

  test('new keys: what the former ones signed stays genuine, here and for a bank', async () => {
    const [before] = await office.get(1, 'verification.keys', null)
    expect(await office.ask(1, 'verification.rotate', null)).toMatchObject({
      refusal: { code: 'forbidden' },
    })
    const fresh = await office.get(3, 'verification.rotate', null)
    expect(fresh.keyId).not.toBe(before?.keyId)
    const third = await office.issued(certificateOrder)
    expect(await office.checkFile(third.pdf)).toMatchObject({
      verdict: 'GENUINE',
      keyId: fresh.keyId,
    })
    expect(await office.checkFile(paper.pdf)).toMatchObject({
      verdict: 'GENUINE',
      keyId: before?.keyId,
    })
    expect(await office.get(1, 'verification.keys', null)).toMatchObject([
      { keyId: fresh.keyId, retiredAt: null },
      { keyId: before?.keyId, retiredAt: fresh.createdAt },
    ])
  })

  test('after its last day a paper has run out; the keys are those of before', async () => {
    const { validUntil } = await office.checkText(paper.number)
    const { folder } = office
    await office.stop()
    const today = addDays(validUntil ?? office.today, 1)
    office = await verifyingOffice({ folder, today })
    expect(await office.checkFile(paper.pdf)).toMatchObject({ verdict: 'EXPIRED', validUntil })
    expect(await office.checkText(sealOf(paper))).toMatchObject({ verdict: 'EXPIRED' })
    expect(await office.get(1, 'verification.keys', null)).toHaveLength(2)
  })
})
