import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import type { PrintOutcome } from '#core/kernel/desk.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const key = randomBytes(32)
const setting = { folder, key, papers: plainPapers, today: jalali('1405/09/02') }
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

const order: Input<'certificates.issue'>['order'] = {
  kind: 'salary-certificate',
  ...{ pensionNumber: '8000110', institutionCode: 'B013', recipientBranch: 'مرکزی' },
}
const PERSON = '0000001104'

const visitOf = async (window = 1, at = office) =>
  (await openFileOf(at, window, PERSON)).visit.visitId

const issue = (visitId: string, window = 1) =>
  office.get(window, 'certificates.issue', { visitId, order, idempotencyKey: randomUUID() })

const print = (documentId: string, reason: string | null = null) =>
  office.get(1, 'certificates.print', { documentId, reason })

const rows = async <T>(text: ReturnType<typeof sql<T>>) =>
  (await text.execute(office.database.reader as never)).rows

describe('an issued paper', () => {
  test('is what was issued: a newer program that draws otherwise changes nothing', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    const before = await office.get(1, 'certificates.pdf', { visitId, documentId })
    const newer = await openBranchOffice({
      ...setting,
      papers: { render: () => Promise.reject(new Error('drawn again')) },
    })
    const clerk = await newer.signIn(1)
    const again = await openFileOf(newer, 1, PERSON)
    const asked = { visitId: again.visit.visitId, documentId }
    expect(await newer.get(1, 'certificates.pdf', asked)).toEqual(before)
    expect(await newer.get(1, 'certificates.print', { documentId, reason: null })).toMatchObject({
      printed: true,
    })
    expect(Buffer.from(newer.printer.jobs[0]?.pdf ?? []).toString('base64')).toBe(before.pdf)
    expect(clerk.clerkId).not.toBe('')
    await newer.close()
  })

  test('whose bytes were changed in the file is neither shown nor printed', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    await office.database.transaction(async (tx) => {
      await sql`drop trigger document_files_are_never_changed`.execute(tx)
      await sql`update document_files set pdf = x'00' where document_id = ${documentId}`.execute(tx)
    })
    const differs = { code: 'conflict', what: 'paper-differs' }
    expect(await office.refusal(1, 'certificates.pdf', { visitId, documentId })).toEqual(differs)
    expect(await office.refusal(1, 'certificates.print', { documentId, reason: null })).toEqual(
      differs,
    )
    expect(office.printer.jobs).toEqual([])
  })
})

describe('numbers', () => {
  test('two windows issue twenty at once: none is lost, none given twice, none drawn for nothing', async () => {
    await office.signIn(2)
    const [here, there] = [await visitOf(), await visitOf(2)]
    const papers = await Promise.all(
      Array.from({ length: 20 }, (_, at) => (at % 2 === 0 ? issue(here) : issue(there, 2))),
    )
    const serials = papers.map(({ number }) => Number(number.slice(-6))).toSorted((a, b) => a - b)
    const first = serials[0] ?? 0
    expect(serials).toEqual(serials.map((_, at) => first + at))
  })

  test('another program on the same file takes the number first: the paper is drawn again', async () => {
    let drawn = 0
    const other = await openBranchOffice(setting)
    await other.signIn(1)
    const there = (await openFileOf(other, 1, PERSON)).visit.visitId
    const slow = await openBranchOffice({
      ...setting,
      papers: {
        render: async (statement) => {
          if (drawn++ === 0)
            await other.get(1, 'certificates.issue', {
              ...{ visitId: there, order, idempotencyKey: randomUUID() },
            })
          return plainPapers.render(statement)
        },
      },
    })
    await slow.signIn(1)
    const visitId = (await openFileOf(slow, 1, PERSON)).visit.visitId
    const input = { visitId, order, idempotencyKey: randomUUID() }
    const { number } = await slow.get(1, 'certificates.issue', input)
    expect(drawn).toBe(2)
    const [before] = await other
      .get(1, 'certificates.ofCitizen', there)
      .then((all) => all.filter((paper) => paper.number !== number))
    expect(Number(number.slice(-6))).toBe(Number(before?.number.slice(-6)) + 1)
    await slow.close()
    await other.close()
  })

  test('a paper that never came to its commit leaves neither a number nor bytes', async () => {
    const visitId = await visitOf()
    const { number } = await issue(visitId)
    const count = await rows(sql<{ n: number }>`select count(*) n from document_files`)
    const broken = await openBranchOffice({
      ...setting,
      signer: {
        seal: () => Promise.resolve('1'),
        sign: () => Promise.reject(new Error('the program dies here')),
      },
    })
    await broken.signIn(1)
    const input = { visitId: await visitOf(1, broken), order, idempotencyKey: randomUUID() }
    expect(await broken.refusal(1, 'certificates.issue', input)).toMatchObject({
      code: 'unexpected',
    })
    await broken.close()
    expect(await rows(sql<{ n: number }>`select count(*) n from document_files`)).toEqual(count)
    const next = await issue(visitId)
    expect(Number(next.number.slice(-6))).toBe(Number(number.slice(-6)) + 1)
  })
})

describe('the print queue', () => {
  test('a paper on its way when the program died is found so, and printed again', async () => {
    const visitId = await visitOf()
    const { documentId } = await issue(visitId)
    const asked = new Promise<void>((resolve) => {
      office.printer.answer = () => {
        resolve()
        return new Promise<PrintOutcome>(() => undefined)
      }
    })
    // Nobody will ever answer: this program is as good as dead.
    void office.ask(1, 'certificates.print', { documentId, reason: null })
    await asked
    expect(await office.refusal(1, 'certificates.print', { documentId, reason: null })).toEqual({
      code: 'conflict',
      what: 'print-under-way',
    })

    const after = await openBranchOffice(setting)
    await after.signIn(1)
    const papers = await after.get(1, 'certificates.ofCitizen', await visitOf(1, after))
    expect(papers.find((paper) => paper.documentId === documentId)).toMatchObject({
      ...{ printState: 'SENDING', prints: 0 },
    })
    expect(await after.get(1, 'certificates.print', { documentId, reason: null })).toMatchObject({
      printed: true,
      paper: { prints: 1 },
    })
    await after.close()
    expect(
      await rows(sql`select seq, copy, state from document_prints
        where document_id = ${documentId} order by seq`),
    ).toEqual([
      { seq: 1, copy: 0, state: 'SENDING' },
      { seq: 2, copy: 0, state: 'PRINTED' },
    ])
  })

  test('keeps the order of issue, says why, and lets go of what is dropped', async () => {
    const visitId = await visitOf()
    const [first, second, third] = [
      await issue(visitId),
      await issue(visitId),
      await issue(visitId),
    ]
    office.printer.outcome = { printed: false, reason: 'failed' }
    await print(first.documentId)
    const queue = () => office.get(1, 'certificates.queue', null)
    expect(await queue()).toMatchObject([
      { documentId: first.documentId, printState: 'FAILED', printFault: 'failed' },
      { documentId: second.documentId, printState: 'WAITING', printFault: null },
      { documentId: third.documentId, printState: 'WAITING' },
    ])
    const { documentId } = second
    expect(await office.get(1, 'certificates.dropPrint', { documentId })).toMatchObject({
      printState: 'DROPPED',
    })
    expect((await queue()).map((paper) => paper.documentId)).toEqual([
      first.documentId,
      third.documentId,
    ])
    const papers = await office.get(1, 'certificates.ofCitizen', visitId)
    expect(papers.map((paper) => paper.documentId)).toContain(documentId)
  })

  test('goes where the kind of paper goes', async () => {
    const slips = { printer: 'laser', tray: 'Tray2', copies: 2, duplex: 'longEdge' } as const
    office.desk.settings = { ...office.desk.settings, papers: { 'salary-certificate': slips } }
    await print((await issue(await visitOf())).documentId)
    expect(office.printer.jobs[0]).toMatchObject(slips)
  })

  test('each print and its end stand in the trail, of one paper alone', async () => {
    const { documentId } = await issue(await visitOf())
    await print(documentId)
    const trail = await rows(sql<{ action: string }>`select action, object from audit
      where object like ${`%${documentId}%`} order by seq`)
    const object = `document ${documentId}`
    expect(trail).toEqual([
      { action: 'certificates.issue', object },
      { action: 'certificates.print', object },
      { action: 'certificates.print', object },
    ])
  })
})
