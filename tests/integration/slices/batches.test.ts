import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BatchOrder } from '#core/certificates/batch.model.ts'
import type { Papers } from '#core/certificates/papers.ports.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
let office: BranchOffice
/** What happens before the n-th paper is drawn, from 1. */
let beforeDrawing: (n: number) => void | Promise<void> = () => undefined
let drawn = 0

const papers: Papers = {
  async render(statement) {
    await beforeDrawing(++drawn)
    return plainPapers.render(statement)
  },
}

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

beforeEach(async () => {
  drawn = 0
  beforeDrawing = () => undefined
  office.events.length = 0
  office.desk.saved.length = 0
  await office.signIn(1)
})

const WIDOW = '0000001104'
const YEAR: BatchOrder = { of: 'year-of-slips', pensionNumber: '8000101', year: 1405 }
const FAMILY: BatchOrder = {
  of: 'family-certificates',
  ...{ pensionNumber: '8000109', institutionCode: 'B013', recipientBranch: 'مرکزی' },
}

const visitOf = async (personId: string) => (await openFileOf(office, 1, personId)).visit.visitId

const run = (visitId: string, batch: BatchOrder, idempotencyKey = randomUUID()) =>
  office.get(1, 'certificates.issueBatch', { visitId, batch, idempotencyKey })

const outcomes = ({ items }: Awaited<ReturnType<typeof run>>) => items.map((one) => one.outcome)

const countPapers = async () => {
  const counted = sql<{ n: number }>`select count(*) n from documents`
  return (await counted.execute(office.database.reader as never)).rows[0]?.n ?? 0
}

describe('a batch of papers', () => {
  test('is what its list says; each paper is issued, told of and in the trail on its own', async () => {
    const visitId = await visitOf('0000001015')
    const list = await office.get(1, 'certificates.batchItems', { visitId, batch: YEAR })
    expect(list.length).toBeGreaterThan(3)
    const before = await countPapers()
    const result = await run(visitId, YEAR)
    expect(result.items.map(({ label }) => label)).toEqual(list.map(({ label }) => label))
    const issued = result.items.filter(({ outcome }) => outcome === 'ISSUED')
    expect(await countPapers()).toBe(before + issued.length)
    expect(office.events.at(-1)).toMatchObject({
      topic: 'certificates.batch',
      payload: { batchId: result.batchId, done: list.length, total: list.length },
    })
    for (const { paper } of issued) {
      const object = `document ${paper?.documentId ?? ''}`
      const entries = sql`select 1 from audit where action = 'certificates.issueBatch'
        and object = ${object}`
      expect((await entries.execute(office.database.reader as never)).rows).toHaveLength(1)
    }
  })

  test('asked again with the same key issues only what is missing', async () => {
    const visitId = await visitOf('0000001015')
    const key = randomUUID()
    beforeDrawing = (n) => {
      if (n === 3) throw new Error('the thread died')
    }
    const first = await run(visitId, YEAR, key)
    expect(outcomes(first)[2]).toBe('REFUSED')
    expect(first.items[2]?.refusal).toEqual({ code: 'unexpected', incident: 'TEST' })
    const before = await countPapers()
    beforeDrawing = () => undefined
    const second = await run(visitId, YEAR, key)
    expect(outcomes(second)[2]).toBe('ISSUED')
    expect(await countPapers()).toBe(before + 1)
    expect(second.items[0]?.paper?.documentId).toBe(first.items[0]?.paper?.documentId)
  })

  test.each([
    ['cancelled', (batchId: string) => office.ask(1, 'certificates.cancelBatch', { batchId })],
    [
      'left by its window',
      () => {
        office.batches.cancelOf(1)
        return Promise.resolve()
      },
    ],
  ])('is broken off between two papers when it is %s', async (_how, breakOff) => {
    const visitId = await visitOf('0000001015')
    const key = randomUUID()
    beforeDrawing = async (n) => {
      if (n === 2) await breakOff(key)
    }
    const result = await run(visitId, YEAR, key)
    expect(result.cancelled).toBe(true)
    expect(outcomes(result).slice(0, 3)).toEqual(['ISSUED', 'ISSUED', 'CANCELLED'])
  })

  test('is not cancelled by another clerk, nor run twice at once', async () => {
    const visitId = await visitOf('0000001015')
    await office.signIn(2)
    const key = randomUUID()
    beforeDrawing = async (n) => {
      if (n !== 1) return
      await office.get(2, 'certificates.cancelBatch', { batchId: key })
      const input = { visitId, batch: YEAR, idempotencyKey: key }
      expect(await office.refusal(1, 'certificates.issueBatch', input)).toEqual({
        ...{ code: 'conflict', what: 'batch-under-way' },
      })
    }
    expect((await run(visitId, YEAR, key)).cancelled).toBe(false)
  })

  test('a child’s paper stands in the child’s own trail, and opens in the visit it was issued in', async () => {
    const visitId = await visitOf(WIDOW)
    const { items } = await run(visitId, FAMILY)
    const own = (await openFileOf(office, 1, WIDOW)).citizenId
    const rows = await sql<{ id: string; citizen: number }>`select document_id id,
      citizen_id citizen from documents where visit_id = ${visitId}`.execute(
      office.database.reader as never,
    )
    const childs = rows.rows.find(({ citizen }) => citizen !== own)
    expect(items.length).toBeGreaterThan(1)
    const object = `document ${childs?.id ?? ''}`
    const entries = await sql<{ citizen_id: number }>`select citizen_id from audit
      where object = ${object}`.execute(office.database.reader as never)
    expect(entries.rows).toEqual([{ citizen_id: childs?.citizen }])
    // The next person's visit does not show it.
    const stranger = await visitOf('0000001015')
    expect(
      await office.refusal(1, 'certificates.pdf', {
        ...{ visitId: stranger, documentId: childs?.id ?? '' },
      }),
    ).toMatchObject({ code: 'not-found', what: 'paper' })
  })

  test('without a visit is refused as a whole', async () => {
    const input = { visitId: randomUUID(), batch: YEAR, idempotencyKey: randomUUID() }
    expect(await office.refusal(1, 'certificates.issueBatch', input)).toEqual({
      ...{ code: 'not-found', what: 'visit' },
    })
  })

  test('is saved as many files, each with its own bytes', async () => {
    const visitId = await visitOf('0000001015')
    const { items } = await run(visitId, YEAR)
    const documentIds = items.flatMap(({ paper }) => (paper ? [paper.documentId] : []))
    const as = 'many' as const
    expect(await office.get(1, 'certificates.save', { visitId, documentIds, as })).toBe('folder')
    expect(office.desk.saved.map(({ name }) => name)).toEqual(
      items.flatMap(({ paper }) => (paper ? [`pension-slip ${paper.number}.pdf`] : [])),
    )
  })
})
