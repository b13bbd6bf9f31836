import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PaperOrder } from '#core/certificates/paper.model.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { instantAt } from '#core/kernel/instant.ts'
import { rial } from '#core/kernel/rial.ts'
import type { OfficeSigner } from '#core/verification/verification.ports.ts'
import { createPapers } from '../../electron/backend/papers/papers.gateway.ts'
import { openOfficeKeys } from '../../electron/backend/verification/open-keys.ts'
import { createPdfSigning } from '../../electron/backend/verification/signing.gateway.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../support/branch-office.ts'
import { jalali, openFileOf } from '../support/counter.ts'
import { sampleExtract } from '../support/extracts.ts'
import { codesOf, structureFaultsOf, textOf } from '../support/pdf-tools.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { fontsFolder } from './renderer.ts'
import { numbersIn } from './stated-figures.ts'

const out = path.resolve(import.meta.dirname, '../../out/papers')
const backend = new URL('../../electron/backend/', import.meta.url)
const folder = temporaryFolder()
const today = jalali('1405/09/02')
const papers = createPapers({ workerFile: new URL('papers/paper-worker.ts', backend), fontsFolder })
const signing = createPdfSigning(new URL('verification/signing-worker.ts', backend))

let keys: OfficeSigner & { close(): Promise<void> }
let office: BranchOffice

beforeAll(async () => {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const signer: OfficeSigner = {
    seal: (facts) => keys.seal(facts),
    sign: (pdf, at) => keys.sign(pdf, at),
  }
  office = await openBranchOffice({ folder, papers, signer, today })
  keys = await openOfficeKeys({
    database: office.database,
    identity: { kind: 'test', branchCode: '900', branchName: 'شعبه تهران', province: 'تهران' },
    signing,
    now: () => instantAt(Date.now()),
    made: () => Promise.resolve(),
  })
  await office.import(sampleExtract())
  await office.signIn(1)
}, 240_000)

afterAll(async () => {
  await keys.close()
  await signing.close()
  await papers.close()
  await office.close()
  removeOffice(folder)
})

type Row = Readonly<Record<string, string>>

/** Rows of a file of the extract, read here without the product's importer. */
function rowsOf(file: string, accepts: (row: Row) => boolean): Row[] {
  const text = readFileSync(path.join(sampleExtract(), `${file}.csv`), 'utf8').replace(
    /^\ufeff/,
    '',
  )
  const [head = [], ...lines] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => [...line.trimEnd().matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)])
    .map((cells) => cells.map(([, cell = '']) => cell.replace(/^"|"$/g, '').replaceAll('""', '"')))
  return lines
    .map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])))
    .filter(accepts)
}

const grouped = (n: number): string =>
  toPersianDigits(String(rial(n)).replace(/\B(?=(\d{3})+$)/g, '٬'))
const plain = (text: string | undefined): string => toPersianDigits(text ?? '')
const amountOf = (row: Row | undefined, name: string): number => Number(row?.[name] ?? 0)
const amountsOf = (rows: readonly Row[], ...names: readonly string[]): string[] =>
  rows.flatMap((row) => names.map((name) => grouped(amountOf(row, name))))

/** The last monthly slip of a pension until today. */
function lastSlip(pensionNumber: string): Row | undefined {
  return rowsOf(
    'payslips',
    (row) => row['pensionNumber'] === pensionNumber && row['paymentType'] === 'MONTHLY',
  )
    .toSorted((a, b) => (a['paidOn'] ?? '').localeCompare(b['paidOn'] ?? ''))
    .at(-1)
}

function ofPension(pensionNumber: string): string[] {
  const slip = lastSlip(pensionNumber)
  const kept = amountOf(slip, 'totalDeductions') + amountOf(slip, 'totalLoans')
  return [...amountsOf(slip ? [slip] : [], 'totalPayments', 'net'), grouped(kept)]
}

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'))
const recipient = { institutionCode: 'B013', recipientBranch: 'میدان شهدا' }

function ofRecord(insuranceNumber: string): string[] {
  const rows = rowsOf('contributions', (row) => row['insuranceNumber'] === insuranceNumber)
  const parts = (row: Row, part: 'd' | 'w') => MONTHS.map((m) => amountOf(row, `${part}${m}`))
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  return rows.flatMap((row) => [
    plain(row['year']),
    ...parts(row, 'd').map((days) => plain(String(days))),
    ...parts(row, 'w').map(grouped),
    plain(String(sum(parts(row, 'd')))),
    grouped(sum(parts(row, 'w'))),
  ])
}

function ofRecordSorts(insuranceNumber: string): string[] {
  const days = new Map<string, number>()
  for (const row of rowsOf(
    'contributions',
    (each) => each['insuranceNumber'] === insuranceNumber,
  )) {
    const sum = MONTHS.reduce((total, m) => total + amountOf(row, `d${m}`), 0)
    days.set(row['recordType'] ?? '', (days.get(row['recordType'] ?? '') ?? 0) + sum)
  }
  return [...days.values()].filter((n) => n > 0).map(grouped)
}

interface SamplePaper {
  readonly name: string
  readonly person: string
  readonly order: PaperOrder
  /** Figures and codes as the extract has them; a zero is an empty place. */
  readonly figures: () => readonly string[]
}

const ofDebts = (workshopCode: string): string[] => {
  const debts = rowsOf('debts', (row) => row['workshopCode'] === workshopCode)
  const numbers = new Set(debts.map((row) => row['debtNumber']))
  const documents = rowsOf('debt_documents', (row) => numbers.has(row['debtNumber']))
  return [
    ...amountsOf(debts, 'premium', 'unemployment', 'other', 'amount', 'remaining'),
    ...debts.map((row) => plain(row['debtNumber'])),
    ...documents.map((row) => plain(row['documentNumber'])),
    grouped(debts.reduce((sum, row) => sum + amountOf(row, 'remaining'), 0)),
  ]
}

const samplePapers: readonly SamplePaper[] = [
  {
    name: 'salary-certificate',
    person: '0000001104',
    order: { kind: 'salary-certificate', pensionNumber: '8000110', ...recipient },
    figures: () => [...ofPension('8000110'), plain('8000110'), plain('0000001104')],
  },
  {
    name: 'deduction-certificate',
    person: '0000001104',
    order: {
      ...{ kind: 'deduction-certificate', pensionNumber: '8000110', ...recipient, borrower: null },
      ...{ loan: rial(500_000_000), instalment: rial(20_000_000), count: 36 },
      ...{ guarantee: rial(720_000_000), firstDue: { year: 1405, month: 10 } },
    },
    figures: () => [...ofPension('8000110'), ...[5e8, 2e7, 7.2e8].map(grouped), plain('36')],
  },
  {
    name: 'pension-slip',
    person: '0000001104',
    order: { kind: 'pension-slip', slipNumber: lastSlip('8000110')?.['slipNumber'] ?? '' },
    figures: () => {
      const slip = lastSlip('8000110')
      const isOwn = (row: Row) => row['slipNumber'] === slip?.['slipNumber']
      return [
        ...amountsOf(rowsOf('payslip_lines', isOwn), 'amount'),
        ...amountsOf(slip ? [slip] : [], 'totalPayments', 'totalDeductions', 'totalLoans', 'net'),
      ]
    },
  },
  {
    name: 'decree-of-an-heir',
    person: '9519462767',
    order: { kind: 'decree', pensionNumber: '9000127', decreeNumber: '1405-9000127-1' },
    figures: () => {
      const isOwn = (row: Row) => row['decreeNumber'] === '1405-9000127-1'
      return [
        ...amountsOf(rowsOf('decree_lines', isOwn), 'amountBefore', 'amountAfter'),
        ...amountsOf(rowsOf('decrees', isOwn), 'totalBefore', 'totalAfter'),
        ...amountsOf(
          rowsOf('pension_shares', (row) => row['personId'] === '9519462767'),
          'amount',
        ),
      ]
    },
  },
  {
    name: 'record-statement',
    person: '0000001351',
    order: { kind: 'record-statement', scope: 'COMBINED' },
    figures: () => ofRecord('90000135'),
  },
  {
    name: 'record-certificate',
    person: '0000001351',
    order: { kind: 'record-certificate', scope: 'COMBINED', ...recipient, accepted: true },
    figures: () => ofRecordSorts('90000135'),
  },
  {
    name: 'debt-statement',
    person: '0000001015',
    order: {
      ...{ kind: 'debt-statement', workshopCode: '9000161000', branchCode: '900' },
      ...{ contractRow: null, ledger: false },
    },
    figures: () => ofDebts('9000161000').filter((text) => !text.includes('-')),
  },
  {
    name: 'debt-ledger',
    person: '0000001147',
    order: {
      ...{ kind: 'debt-statement', workshopCode: '9000151002', branchCode: '900' },
      ...{ contractRow: null, ledger: true },
    },
    figures: () => ofDebts('9000151002'),
  },
]

const marriage = {
  marriageDate: jalali('1404/07/24'),
  ...{ permanent: true, registered: true, firstMarriage: true, employedOnWeddingDay: true },
  ...{ spouseId: '0010000011', spouseName: 'همسر نمونه' },
  ...{ deedNumber: '1', registryOffice: 'دفتر ۱', note: '' },
  papers: ['MARRIAGE_DEED' as const, 'BIRTH_CERTIFICATE_PAGE_2' as const],
}

/** Keeps a paper and its pages as pictures, for whoever wants to look. */
function keep(name: string, pdf: Uint8Array): void {
  const file = path.join(out, `${name}.pdf`)
  writeFileSync(file, pdf)
  execFileSync('pdftoppm', ['-r', '80', '-png', file, path.join(out, name)])
}

async function issued(visitId: string, order: PaperOrder): Promise<Buffer> {
  const asked = { visitId, order, idempotencyKey: randomUUID() }
  const { documentId } = await office.get(1, 'certificates.issue', asked)
  const { pdf } = await office.get(1, 'certificates.pdf', { visitId, documentId })
  return Buffer.from(pdf, 'base64')
}

/** The numbers of a page, those that hyphens join included. */
function numbersOn(text: string): Set<string> {
  const joined = text.match(/\p{Nd}+(?:-\p{Nd}+)+/gu) ?? []
  return new Set([...numbersIn(text), ...joined])
}

describe('papers of the sample extract', () => {
  it.each(samplePapers)(
    '$name says every figure that the extract has',
    { timeout: 120_000 },
    async ({ name, person, order, figures }) => {
      const { visit } = await openFileOf(office, 1, person)
      const pdf = await issued(visit.visitId, order)
      keep(name, pdf)
      const expected = figures().filter((text) => text !== '' && text !== '۰')
      expect(expected).not.toEqual([])
      const numbers = numbersOn(textOf(pdf))
      expect(expected.filter((text) => !numbers.has(text))).toEqual([])
      expect(codesOf(pdf)).toEqual([expect.stringMatching(/^\d{200,432}$/)])
      expect(structureFaultsOf(pdf)).toBe('')
    },
  )

  it('the receipt of a request says its tracking code and how to go on', async () => {
    const { visit } = await openFileOf(office, 1, '9181593996')
    const { visitId } = visit
    const { trackingCode } = await office.get(1, 'requests.file', {
      ...{ visitId, idempotencyKey: randomUUID() },
      request: { kind: 'MARRIAGE', form: marriage },
    })
    const pdf = await issued(visitId, { kind: 'request-receipt', trackingCode })
    keep('request-receipt', pdf)
    const text = textOf(pdf)
    const [citizen] = rowsOf('citizens', (row) => row['personId'] === '9181593996')
    for (const said of [plain(trackingCode), '۹۱۸', '۹۹۶', plain(citizen?.['lastName'])]) {
      expect(text).toContain(said)
    }
    expect(new Set(codesOf(pdf)).size).toBe(1)
  })

  it('the certificate of a status names both files of a widow, without amounts', async () => {
    const { visit } = await openFileOf(office, 1, '0000001104')
    const pdf = await issued(visit.visitId, { kind: 'pension-status' })
    keep('pension-status', pdf)
    const text = textOf(pdf)
    for (const row of rowsOf('pension_shares', (share) => share['personId'] === '0000001104')) {
      expect(text).toContain(plain(row['pensionNumber']))
      expect(text).not.toContain(grouped(amountOf(row, 'amount')))
    }
    expect(codesOf(pdf)).toHaveLength(1)
  })

  it('the statement of entitlement tells a family of nine on the day asked', async () => {
    const { visit } = await openFileOf(office, 1, '0000001198')
    const on = jalali('1405/06/31')
    const pdf = await issued(visit.visitId, { kind: 'care-statement', on })
    keep('care-statement', pdf)
    const text = textOf(pdf).replace(/\s+/g, ' ')
    for (const row of rowsOf('dependants', (one) => one['insuranceNumber'] === '90000119'))
      expect(text).toContain(plain(row['personId']))
    for (const said of ['۱۴۰۵/۰۶/۳۱', '۱۴۰۶/۰۲/۱۹', 'برخوردار', 'فاقد', 'پایان سن مجاز'])
      expect(text).toContain(said)
    for (const row of rowsOf('prescriptions', () => true).slice(0, 200))
      expect(text).not.toContain(plain(row['trackingCode']))
    expect(codesOf(pdf)).toHaveLength(1)
    expect(structureFaultsOf(pdf)).toBe('')
  })

  it('the sheet of a file says who has opened it, and for which paper', async () => {
    const { visit } = await openFileOf(office, 1, '0000001104')
    const pdf = await issued(visit.visitId, { kind: 'access-sheet', since: null })
    keep('access-sheet', pdf)
    const text = textOf(pdf)
    expect(text).toContain('پرونده باز شد')
    expect(text).toContain('سند صادر شد')
    expect(codesOf(pdf)).toHaveLength(1)
  })
})
