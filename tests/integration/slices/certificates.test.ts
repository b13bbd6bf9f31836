import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import { PaperStatement } from '#core/certificates/paper.model.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { plainPapers } from '../../support/papers.ts'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  office.printer.jobs.length = 0
  office.printer.outcome = { printed: true, where: 'test printer' }
  await office.signIn(1)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

type Order = Input<'certificates.issue'>['order']

const salary = (pensionNumber: string): Order => ({
  kind: 'salary-certificate',
  pensionNumber,
  institutionCode: 'B013',
  recipientBranch: 'مرکزی',
})

const issue = (visitId: string, order: Order, idempotencyKey = randomUUID()) =>
  office.get(1, 'certificates.issue', { visitId, order, idempotencyKey })

/** What a PDF of the plain test papers states. */
const stated = ({ pdf }: { readonly pdf: string }) =>
  PaperStatement.parse(JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')))

const pdf = async (visitId: string, documentId: string) =>
  stated(await office.get(1, 'certificates.pdf', { visitId, documentId }))

describe('the salary certificate', () => {
  test('a preview has no number and takes none', async () => {
    const visitId = await visitOf('0000001104')
    const paper = stated(
      await office.get(1, 'certificates.preview', { visitId, order: salary('8000110') }),
    )
    expect(paper).toMatchObject({
      issue: { number: null, officeKind: 'test', day: jalali('1405/09/02') },
      recipient: { branchName: 'مرکزی' },
      gross: 342_226_660,
      deductions: 7_050_000,
      net: 335_176_660,
      period: { year: 1405, month: 8 },
    })
    expect(await office.get(1, 'certificates.ofCitizen', visitId)).toEqual([])
  })

  test('is issued once for a key, with the next number, its bytes’ hash and its last day', async () => {
    const visitId = await visitOf('0000001104')
    const key = randomUUID()
    const first = await issue(visitId, salary('8000110'), key)
    expect(first).toMatchObject({
      kind: 'salary-certificate',
      number: expect.stringMatching(/^900-1405-1-\d{6}$/) as string,
      printState: 'WAITING',
      prints: 0,
      citizenName: 'سیده فاطمه دومستمری نمونه',
    })
    expect(await issue(visitId, salary('8000110'), key)).toEqual(first)
    const second = await issue(visitId, salary('8000109'))
    expect(Number(second.number.slice(-6))).toBe(Number(first.number.slice(-6)) + 1)
    expect(await pdf(visitId, second.documentId)).toMatchObject({
      issue: { number: second.number, validUntil: jalali('1405/10/02') },
      pensionType: 'SURVIVORS',
      gross: 191_558_644,
      deductions: 48_000_000,
      net: 143_558_644,
    })
    const papers = await office.get(1, 'certificates.ofCitizen', visitId)
    expect(papers.map(({ documentId }) => documentId).sort()).toEqual(
      [first.documentId, second.documentId].sort(),
    )
  })

  test('ten at once take ten numbers', async () => {
    const visitId = await visitOf('0000001104')
    const papers = await Promise.all(
      Array.from({ length: 4 }, () => issue(visitId, salary('8000110'))),
    )
    expect(new Set(papers.map(({ number }) => number)).size).toBe(4)
  })

  test('one key pressed twice at the same moment issues once', async () => {
    const visitId = await visitOf('0000001104')
    const key = randomUUID()
    const [a, b] = await Promise.all([
      issue(visitId, salary('8000110'), key),
      issue(visitId, salary('8000110'), key),
    ])
    expect(a.documentId).toBe(b.documentId)
  })

  test('a file of somebody else, or an unknown recipient, is not found', async () => {
    const visitId = await visitOf('0000001104')
    const refused = (order: Order) =>
      office.refusal(1, 'certificates.issue', { visitId, order, idempotencyKey: randomUUID() })
    expect(await refused(salary('8000101'))).toMatchObject({ code: 'not-found', what: 'pension' })
    expect(await refused({ ...salary('8000110'), institutionCode: 'B010' } as Order)).toMatchObject(
      { code: 'not-found', what: 'institution' },
    )
  })

  test('a pension that is not paid has none', async () => {
    const row = await office.database.reader
      .selectFrom('pension_shares')
      .innerJoin('pensions', 'pensions.pension_number', 'pension_shares.pension_number')
      .innerJoin('citizens', 'citizens.citizen_id', 'pension_shares.citizen_id')
      .where('pensions.status', '=', 'SUSPENDED')
      .select(['citizens.person_id', 'pensions.pension_number'])
      .executeTakeFirstOrThrow()
    const visitId = await visitOf(row.person_id)
    expect(
      await office.refusal(1, 'certificates.preview', {
        visitId,
        order: salary(row.pension_number),
      }),
    ).toMatchObject({ code: 'rule', what: 'pension-inactive' })
  })

  test('recipients are the active institutions, by a part of their name', async () => {
    const all = await office.get(1, 'certificates.recipients', { text: '' })
    expect(all.some(({ institutionCode }) => institutionCode === 'B010')).toBe(false)
    const refah = await office.get(1, 'certificates.recipients', { text: 'رفاه ' })
    expect(refah).toMatchObject([{ bankCode: '013' }])
  })
})

describe('the pension slip', () => {
  test('states the slip’s own figures, the account masked', async () => {
    const visitId = await visitOf('0000001341')
    const { documentId, number } = await issue(visitId, {
      kind: 'pension-slip',
      slipNumber: '1048400184',
    })
    expect(number).toMatch(/^900-1405-2-/)
    expect(await pdf(visitId, documentId)).toMatchObject({
      net: 224_325_550,
      totalPayments: 254_125_550,
      totalDeductions: 4_800_000,
      totalLoans: 25_000_000,
      maskedAccount: '*****0033',
      period: { year: 1405, month: 2 },
    })
  })
})

describe('the receipt of a request', () => {
  const form = {
    marriageDate: jalali('1404/07/24'),
    permanent: true,
    registered: true,
    firstMarriage: true,
    employedOnWeddingDay: true,
    spouseId: '0010000011',
    spouseName: 'همسر نمونه',
    deedNumber: '1',
    registryOffice: 'دفتر ۱',
    papers: ['MARRIAGE_DEED' as const, 'BIRTH_CERTIFICATE_PAGE_2' as const],
    note: '',
  }

  test('carries the tracking code, what was received and by what power, once', async () => {
    const { hits } = await office.get(1, 'citizens.search', { text: '9181593996', limit: 1 })
    const { visit } = await office.get(1, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      presence: {
        kind: 'LAWYER',
        power: {
          holderName: 'وکیل نمونه',
          holderId: '0000001384',
          issuer: 'دفتر نمونه',
          number: '55/1',
          issuedOn: jalali('1405/01/01'),
          expiresOn: null,
          scope: ['BENEFITS'],
        },
      },
      purpose: 'REQUEST',
      reason: null,
    })
    const { visitId } = visit
    const { trackingCode } = await office.get(1, 'requests.file', {
      visitId,
      idempotencyKey: randomUUID(),
      request: { kind: 'MARRIAGE', form },
    })
    const receipt = await issue(visitId, { kind: 'request-receipt', trackingCode })
    expect(receipt.number).toBe(trackingCode)
    expect(await issue(visitId, { kind: 'request-receipt', trackingCode })).toEqual(receipt)
    expect(await pdf(visitId, receipt.documentId)).toMatchObject({
      trackingCode,
      maskedNationalId: '918****996',
      representative: { kind: 'LAWYER', name: 'وکیل نمونه', powerNumber: '55/1' },
      papers: [{ form: 'ORIGINAL' }, { form: 'ORIGINAL' }],
      deadline: { day: jalali('1405/09/17') },
    })
  })

  test('is only for a request of the open citizen that was filed here', async () => {
    const visitId = await visitOf('0000001015')
    expect(
      await office.refusal(1, 'certificates.issue', {
        visitId,
        order: { kind: 'request-receipt', trackingCode: '1048400019' },
        idempotencyKey: randomUUID(),
      }),
    ).toMatchObject({ code: 'not-found', what: 'request' })
  })
})

describe('printing', () => {
  const print = (documentId: string, reason: string | null = null) =>
    office.get(1, 'certificates.print', { documentId, reason })

  test('a failed print leaves the paper in the queue; a good one takes it out', async () => {
    const visitId = await visitOf('0000001104')
    const { documentId, number } = await issue(visitId, salary('8000110'))
    office.printer.outcome = { printed: false, reason: 'no-printer' }
    expect(await print(documentId)).toMatchObject({
      printed: false,
      reason: 'no-printer',
      paper: { printState: 'FAILED', prints: 0 },
    })
    expect(await office.get(1, 'certificates.queue', null)).toMatchObject([
      { documentId, printState: 'FAILED' },
    ])
    office.printer.outcome = { printed: true, where: 'test printer' }
    expect(await print(documentId)).toMatchObject({
      printed: true,
      where: 'test printer',
      paper: { printState: 'PRINTED', prints: 1 },
    })
    expect(await office.get(1, 'certificates.queue', null)).toEqual([])
    expect(office.printer.jobs.at(-1)).toMatchObject({ fileAllowed: true, copies: 1 })
    expect(office.printer.jobs.at(-1)?.title).toContain(number)
  })

  test('a reprint needs a reason and is marked with its count and the first number', async () => {
    const visitId = await visitOf('0000001104')
    const { documentId, number } = await issue(visitId, salary('8000110'))
    await print(documentId)
    expect(
      await office.refusal(1, 'certificates.print', { documentId, reason: null }),
    ).toMatchObject({ code: 'rule', what: 'reprint-reason', values: { prints: 1 } })
    await print(documentId, 'کاغذ مچاله شد')
    const { paper } = await print(documentId, 'باز هم')
    expect(paper.prints).toBe(3)
    const [first, second, third] = office.printer.jobs.map(
      ({ pdf: bytes }) =>
        PaperStatement.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))).issue.reprint,
    )
    expect(first).toBeNull()
    expect(second).toEqual({ firstNumber: number, count: 1, reason: 'کاغذ مچاله شد' })
    expect(third).toMatchObject({ count: 2 })
  })

  test('the paper of another clerk is closed unless its citizen stands here', async () => {
    const visitId = await visitOf('0000001104')
    const { documentId } = await issue(visitId, salary('8000110'))
    await office.signIn(2)
    const order = { documentId, reason: null }
    expect(await office.refusal(2, 'certificates.print', order)).toMatchObject({
      code: 'forbidden',
      what: 'paper-of-another-clerk',
    })
    await openFileOf(office, 2, '0000001104')
    expect(await office.get(2, 'certificates.print', order)).toMatchObject({ printed: true })
  })

  test('the bytes of an issued paper stay within its citizen’s file', async () => {
    const visitId = await visitOf('0000001104')
    const { documentId } = await issue(visitId, salary('8000110'))
    const other = await visitOf('0000001015')
    expect(
      await office.refusal(1, 'certificates.pdf', { visitId: other, documentId }),
    ).toMatchObject({ code: 'not-found', what: 'paper' })
  })

  test('a power for other parts of the file opens none of its papers', async () => {
    const { documentId } = await issue(await visitOf('0000001104'), salary('8000110'))
    await office.signIn(2)
    const { hits } = await office.get(2, 'citizens.search', { text: '0000001104', limit: 1 })
    const { visit } = await office.get(2, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      presence: {
        kind: 'LAWYER',
        power: {
          ...{
            holderName: 'وکیل نمونه',
            holderId: '0000001384',
            issuer: 'دفتر نمونه',
            number: '55/2',
            expiresOn: null,
          },
          ...{ issuedOn: jalali('1405/01/01'), scope: ['RECORDS'] },
        },
      },
      purpose: 'INQUIRY',
      reason: null,
    })
    const { visitId } = visit
    const outside = { code: 'forbidden', what: 'outside-power' }
    const documentIds = [documentId]
    expect(await office.get(2, 'certificates.ofCitizen', visitId)).toEqual([])
    expect(await office.refusal(2, 'certificates.pdf', { visitId, documentId })).toMatchObject(
      outside,
    )
    expect(
      await office.refusal(2, 'certificates.save', { visitId, documentIds, as: 'many' }),
    ).toMatchObject(outside)
    expect(
      await office.refusal(2, 'certificates.print', { documentId, reason: null }),
    ).toMatchObject({ code: 'forbidden', what: 'paper-of-another-clerk' })
  })
})
