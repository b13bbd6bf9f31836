import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BatchOrder } from '#core/certificates/batch.model.ts'
import {
  PaperStatement,
  type OrderOf,
  type PaperKind,
  type StatementOf,
} from '#core/certificates/paper.model.ts'
import { figuresOf } from '#core/certificates/state-paper.rules.ts'
import { monthLength } from '#core/kernel/day.ts'
import { rial } from '#core/kernel/rial.ts'
import { selectRow, selectRows } from '../../../electron/backend/database/rows.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** The day of the sample, on which its deadlines hang. */
const today = jalali('1405/08/30')
const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today })
  await office.import(sampleExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  await office.signIn(1)
})

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

/** What the preview of an ordered paper states. */
async function stated<K extends PaperKind>(
  personId: string,
  order: OrderOf<K>,
): Promise<StatementOf<K>> {
  const visitId = await visitOf(personId)
  const { pdf } = await office.get(1, 'certificates.preview', { visitId, order })
  const paper = PaperStatement.parse(JSON.parse(Buffer.from(pdf, 'base64').toString('utf8')))
  return paper as StatementOf<K>
}

const refused = async (personId: string, order: OrderOf<PaperKind>) =>
  office.refusal(1, 'certificates.preview', { visitId: await visitOf(personId), order })

/** One row of the database, by the text of a select. */
const row = async <Row>(text: string, values: readonly (string | number)[]): Promise<Row> => {
  const found = await selectRow<Row>(office.database.reader, text, values)
  if (found === undefined) throw new Error(`nothing found: ${text}`)
  return found
}

const figure = (paper: PaperStatement, name: string) =>
  figuresOf(paper).find((each) => each.name === name)?.value

describe('the deduction certificate', () => {
  const order: OrderOf<'deduction-certificate'> = {
    kind: 'deduction-certificate',
    pensionNumber: '8000134',
    institutionCode: 'B013',
    recipientBranch: 'مرکزی',
    borrower: null,
    loan: rial(600_000_000),
    instalment: rial(20_000_000),
    count: 36,
    guarantee: rial(720_000_000),
    firstDue: { year: 1405, month: 9 },
  }

  test('states the worked example and the newest slip as the database has them', async () => {
    const paper = await stated('0000001341', order)
    expect(paper).toMatchObject({
      repayment: 720_000_000,
      lastDue: { year: 1408, month: 8 },
      issue: { validUntil: jalali('1405/09/30'), seal: null },
    })
    const slip = await row<{ payments: number; net: number }>(
      `select total_payments as payments, net from payslips p
      join citizens c on c.citizen_id = p.citizen_id
      where pension_number = '8000134' and c.person_id = ? and payment_type = 'MONTHLY'
      order by year desc, month desc, seq limit 1`,
      ['0000001341'],
    )
    expect({ payments: paper.gross, net: paper.net }).toEqual(slip)
    expect(figuresOf(paper).map(({ value }) => value)).toEqual([
      ...['0000001341', '8000134', '20000000', '36', '720000000', '720000000'],
    ])
  })

  test('refuses what is beyond the limits of the extract’s parameters', async () => {
    expect(await refused('0000001341', { ...order, instalment: rial(499_999) })).toMatchObject({
      code: 'rule',
      field: 'loan',
    })
    const small = { ...order, loan: rial(1), instalment: rial(499_999) }
    expect(await refused('0000001341', small)).toMatchObject({
      what: 'instalment-too-low',
      values: { amount: 500_000 },
    })
    expect(await refused('0000001341', { ...order, guarantee: rial(719_999_999) })).toMatchObject({
      what: 'guarantee-below-repayment',
    })
  })
})

describe('the decree', () => {
  const order = {
    kind: 'decree',
    pensionNumber: '8000109',
    decreeNumber: '1405-8000109-1',
  } as const

  test('of survivors is the file’s, with one’s own amount only', async () => {
    const paper = await stated('0000001104', order)
    expect(paper).toMatchObject({ totalBefore: 299_141_251, totalAfter: 459_593_682 })
    const lines = await selectRows<{ title: string; before: number; after: number }>(
      office.database.reader,
      `select title, amount_before as before, amount_after as after from decree_lines
      where decree_number = ? order by seq`,
      [order.decreeNumber],
    )
    expect(paper.lines).toEqual(lines)
    expect(paper.heirs.map(({ relation, shareBp, amount }) => [relation, shareBp, amount])).toEqual(
      [
        ['SPOUSE', 4168, 191_558_644],
        ['DAUGHTER', 2083, null],
        ['SON', 2083, null],
        ['MOTHER', 1666, null],
      ],
    )
    expect(paper.payable).toBe(191_558_644)
    expect(figure(paper, 'decreeNumber')).toBe('140580001091')
  })

  test('of one’s own file names no heirs; of a stranger’s there is none', async () => {
    const own = { ...order, pensionNumber: '8000101', decreeNumber: '1405-8000101-1' }
    expect(await stated('0000001015', own)).toMatchObject({ heirs: [], owner: null })
    expect(await refused('0000001015', order)).toMatchObject({ what: 'pension' })
    expect(await refused('0000001104', { ...order, decreeNumber: '1' })).toMatchObject({
      code: 'not-found',
      what: 'decree',
    })
  })
})

describe('the papers of records', () => {
  test('a long career is stated row by row, and its totals are the screen’s', async () => {
    const visitId = await visitOf('0000001351')
    const { history, dataAsOf } = await office.get(1, 'insured.contributions', visitId)
    const paper = await stated('0000001351', { kind: 'record-statement', scope: 'COMBINED' })
    expect(paper.rows).toHaveLength(140)
    expect(paper.totals).toMatchObject({
      asOf: dataAsOf,
      totalDays: history.totalDays,
      span: history.span,
      lastMonth: history.lastPaidMonth,
    })
    const wages = Array.from(
      { length: 12 },
      (_, i) => `coalesce(w${String(i + 1).padStart(2, '0')}, 0)`,
    )
    const { total } = await row<{ total: number }>(
      `select sum(${wages.join('+')}) as total from contributions where year >= 1386
      and insurance_number in (select insurance_number from insured i
        join citizens c on c.citizen_id = i.citizen_id where c.person_id = ?)`,
      ['0000001351'],
    )
    expect(paper.totals.totalWage).toBe(total)
    expect(figure(paper, 'totalWage')).toBe(String(total))
    expect(figure(paper, 'rows')).toBe('140')
    const years = paper.rows.map(({ year }) => year)
    expect(years).toEqual(years.toSorted((a, b) => a - b))
  })

  test('two employers at once: days capped at the month, wages added', async () => {
    const paper = await stated('0000001171', { kind: 'record-statement', scope: 'WAGES' })
    const both = paper.rows.filter(({ year }) => year === 1403)
    expect(both).toHaveLength(2)
    const recorded = paper.rows.reduce((sum, { yearDays }) => sum + yearDays, 0)
    expect(paper.totals.totalDays).toBeLessThan(recorded)
    for (const { days, year } of paper.rows)
      days.forEach((each, i) => expect(each).toBeLessThanOrEqual(monthLength(year, i + 1)))
  })

  test('the certificate declares the same totals to one institution', async () => {
    const visitId = await visitOf('0000001015')
    const { history } = await office.get(1, 'insured.contributions', visitId)
    const paper = await stated('0000001015', {
      kind: 'record-certificate',
      scope: 'ALL',
      institutionCode: 'B013',
      recipientBranch: 'مرکزی',
      accepted: true,
    })
    expect(paper.totals).toMatchObject({ totalDays: history.totalDays, totalWage: null })
    expect(paper.lastWorkshop?.month).toEqual(history.lastPaidMonth)
    expect(paper.issue.validUntil).toBe(jalali('1405/11/30'))
  })

  test('without records there is none', async () => {
    expect(await refused('0000001384', { kind: 'record-statement', scope: 'ALL' })).toMatchObject({
      code: 'rule',
      what: 'no-records',
    })
  })
})

describe('the debt statement', () => {
  const order: OrderOf<'debt-statement'> = {
    kind: 'debt-statement',
    workshopCode: '9000011003',
    branchCode: '900',
    contractRow: null,
    ledger: false,
  }

  test('counts the days of objection to the last', async () => {
    const paper = await stated('0000001376', order)
    const steps = new Map(paper.debts.map((debt) => [debt.debtNumber, debt]))
    expect(
      ['305', '306', '307', '308', '309', '310', '311', '312'].map((end) => {
        const debt = steps.get(`100000${end}`)
        return `${debt?.nextStep ?? ''} ${debt?.objectUntil ?? ''}`
      }),
    ).toEqual([
      `OBJECT_ASSESSMENT ${jalali('1405/09/30')}`,
      `OBJECT_ASSESSMENT ${jalali('1405/09/01')}`,
      `OBJECT_ASSESSMENT ${jalali('1405/08/30')}`,
      `PAY ${jalali('1405/08/29')}`,
      `APPEAL_PRIMARY ${jalali('1405/09/20')}`,
      `APPEAL_PRIMARY ${jalali('1405/09/01')}`,
      `APPEAL_PRIMARY ${jalali('1405/08/30')}`,
      `PAY ${jalali('1405/08/29')}`,
    ])
    expect(paper.issue.validUntil).toBe(today)
  })

  test('of a contractor with 300 debts agrees with the screen and the database', async () => {
    const visitId = await visitOf('0000001147')
    const { workshops } = await office.get(1, 'employers.workshops', visitId)
    const big = workshops.reduce((a, b) => (a.debts.open > b.debts.open ? a : b))
    const of = { ...order, workshopCode: big.workshopCode, branchCode: big.branchCode }
    const open = await stated('0000001147', of)
    const { definitive, installmentPayable, notPayable, pending } = big.debts
    expect(open).toMatchObject({ definitive, installmentPayable, notPayable, pending })
    expect(open.debts).toHaveLength(big.debts.open)
    const ledger = await stated('0000001147', { ...of, ledger: true })
    const { debts, documents } = await row<{ debts: number; documents: number }>(
      `select count(distinct b.debt_number) as debts, count(d.seq) as documents from debts b
      left join debt_documents d on d.debt_number = b.debt_number and d.branch_code = b.branch_code
      where b.workshop_code = ? and b.branch_code = ?`,
      [big.workshopCode, big.branchCode],
    )
    expect(ledger.debts).toHaveLength(debts)
    expect(debts).toBeGreaterThanOrEqual(300)
    expect(ledger.debts.reduce((sum, debt) => sum + debt.documents.length, 0)).toBe(documents)
    expect(ledger.total).toBe(open.total)
    expect(figure(ledger, 'total')).toBe(String(definitive + pending))
  })

  test('one contract row is stated alone; a workshop of somebody else is not found', async () => {
    const of = { ...order, workshopCode: '9000161000' }
    const whole = await stated('0000001015', of)
    const part = await stated('0000001015', { ...of, contractRow: '003' })
    expect(part.debts).toEqual(whole.debts.filter(({ contractRow }) => contractRow === '003'))
    expect(part.debts.length).toBeGreaterThan(0)
    expect(await refused('0000001015', { ...of, contractRow: '999' })).toMatchObject({
      what: 'contract-row',
    })
    expect(await refused('0000001376', of)).toMatchObject({ code: 'not-found', what: 'workshop' })
  })
})

describe('the sheet of who saw a file', () => {
  test('tells what was done, by whom and by what right, the newest first', async () => {
    const person = '0000001392'
    const clerk = await office.signIn(2)
    const { visit } = await openFileOf(office, 2, person)
    const { visitId } = visit
    await office.get(2, 'citizens.reveal', { visitId, field: 'MOBILE' })
    const paper = await office.get(2, 'certificates.issue', {
      visitId,
      order: { kind: 'record-statement', scope: 'ALL' },
      idempotencyKey: randomUUID(),
    })
    await office.get(2, 'visits.end', visitId)
    const other = await office.signIn(3)
    const { citizenId } = visit
    await office.refusal(3, 'visits.begin', {
      citizenId,
      presence: { kind: 'OFFICIAL_ORDER', number: '1' },
      purpose: 'INQUIRY',
      reason: null,
    })
    const sheet = await stated(person, { kind: 'access-sheet', since: null })
    const [opened, ...rows] = sheet.rows
    expect(opened).toMatchObject({ deed: 'OPENED', presence: 'SELF', workstation: 'desk-1' })
    expect(rows.map(({ deed, clerkCode, object }) => [deed, clerkCode, object])).toEqual([
      ['REFUSED', other.clerkCode, null],
      ['ENDED', clerk.clerkCode, null],
      ['PAPER_ISSUED', clerk.clerkCode, paper.number],
      ['REVEALED', clerk.clerkCode, 'MOBILE'],
      ['OPENED', clerk.clerkCode, null],
    ])
    expect(JSON.stringify(sheet)).not.toContain(clerk.fullName)
    expect(figure(sheet, 'rows')).toBe('6')
    const later = jalali('1405/09/01')
    expect((await stated(person, { kind: 'access-sheet', since: later })).rows).toEqual([])
  })

  test('goes to the person and his representatives, not by an open request', async () => {
    const { hits } = await office.get(1, 'citizens.search', { text: '0000001058', limit: 1 })
    const request = await row<{ code: string }>(
      `select tracking_code as code from central_requests r
      join citizens c on c.citizen_id = r.citizen_id where c.person_id = ? and r.status = '21'`,
      ['0000001058'],
    )
    const { visit } = await office.get(1, 'visits.begin', {
      citizenId: hits[0]?.citizenId ?? 0,
      presence: { kind: 'OPEN_REQUEST', trackingCode: request.code },
      purpose: 'FOLLOW_UP',
      reason: null,
    })
    expect(
      await office.refusal(1, 'certificates.preview', {
        visitId: visit.visitId,
        order: { kind: 'access-sheet', since: null },
      }),
    ).toMatchObject({ code: 'forbidden', what: 'not-by-this-presence' })
  })
})

describe('the papers of a batch', () => {
  const items = async (personId: string, batch: BatchOrder) =>
    office.get(1, 'certificates.batchItems', { visitId: await visitOf(personId), batch })

  test('a widow gets her own and her son’s who is under 18, not her adult daughter’s', async () => {
    const batch = {
      of: 'family-slips',
      pensionNumber: '8000109',
      year: 1405,
      month: 8,
    } as const
    const names = (await items('0000001104', batch)).map(({ citizenName }) => citizenName)
    expect(names).toEqual(['سیده فاطمه دومستمری نمونه', 'آرش درگذشته نمونه'])
    expect(await items('0000001120', batch)).toMatchObject([{ kind: 'pension-slip' }])
    expect(await items('0000001139', batch)).toHaveLength(1)
  })

  test('a year of slips is every slip of that year, oldest first', async () => {
    const { slips } = await row<{ slips: number }>(
      `select count(*) as slips from payslips p join citizens c on c.citizen_id = p.citizen_id
      where p.pension_number = '8000101' and p.year = 1405 and c.person_id = ?`,
      ['0000001015'],
    )
    const batch = { of: 'year-of-slips', pensionNumber: '8000101', year: 1405 } as const
    const labels = (await items('0000001015', batch)).map(({ label }) => label)
    expect(labels).toHaveLength(slips)
    expect(labels[0]).toMatch(/^1405\/01/)
  })

  test('an employer gets a statement of each of his workshops', async () => {
    const statements = await items('0000001376', { of: 'employer-statements', ledger: false })
    expect(statements).toHaveLength(3)
    expect(statements[0]).toMatchObject({ kind: 'debt-statement' })
  })
})
