import { describe, expect, test } from 'vitest'
import type { BatchProgress } from '#core/certificates/batch.model.ts'
import { issueBatch, listBatch } from '#core/certificates/issue-batch.use-case.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { batchItemKey } from '../../../../electron/backend/certificates/digests.ts'
import { issuingOffice } from '../../../support/issuing-office.ts'

const KEY = 'a8a93c7c-795e-4faa-af44-2f1dd5005339'
const batch = { of: 'year-of-slips', pensionNumber: '8000101', year: 1405 } as const
const ordered = { visitId: 'v', batch, idempotencyKey: KEY }

function aBatch(office = issuingOffice()) {
  const progress: BatchProgress[] = []
  const told: unknown[] = []
  const needs: Parameters<typeof issueBatch>[1] = {
    ...office.needs,
    keyOf: batchItemKey,
    isCancelled: () => false,
    onProgress: (now) => void progress.push(now),
    tell: (cause) => {
      told.push(cause)
      return { code: 'unexpected', incident: 'TEST' }
    },
  }
  return { ...office, needs, progress, told }
}

describe('a batch', () => {
  test('says what it would issue, in its order', async () => {
    const { reading } = aBatch()
    const items = await listBatch(ordered, reading)
    expect(items.map(({ label }) => label.slice(0, 7))).toEqual(['1405/06', '1405/07', '1405/08'])
    expect(items[0]).toMatchObject({ kind: 'pension-slip', citizenName: 'علی رضایی' })
  })

  test('issues each paper on its own and tells how far it is', async () => {
    const { needs, progress, documents } = aBatch()
    const { items, cancelled } = await issueBatch(ordered, needs)
    expect(items.map(({ outcome }) => outcome)).toEqual(['ISSUED', 'ISSUED', 'ISSUED'])
    expect(cancelled).toBe(false)
    expect(items.map(({ paper }) => paper?.number)).toEqual(
      [1, 2, 3].map((n) => `900-1405-2-00000${n}`),
    )
    expect(documents.papers).toHaveLength(3)
    expect(progress.map(({ done }) => done)).toEqual([0, 1, 2, 3])
    expect(progress.at(-1)).toEqual({ batchId: KEY, done: 3, total: 3, refused: 0 })
  })

  test('the same key again issues nothing twice, and what was missing', async () => {
    const { needs, documents } = aBatch()
    let papers = 0
    const first = await issueBatch(ordered, { ...needs, isCancelled: () => papers++ === 1 })
    expect(first).toMatchObject({ cancelled: true })
    expect(first.items.map(({ outcome }) => outcome)).toEqual(['ISSUED', 'CANCELLED', 'CANCELLED'])
    expect(documents.papers).toHaveLength(1)
    const again = await issueBatch(ordered, needs)
    expect(again.items.map(({ outcome }) => outcome)).toEqual(['ISSUED', 'ISSUED', 'ISSUED'])
    expect(again.items[0]?.paper).toEqual(first.items[0]?.paper)
    expect(documents.papers).toHaveLength(3)
    await issueBatch(ordered, needs)
    expect(documents.papers).toHaveLength(3)
  })

  test('a paper that is refused or fails does not keep the others', async () => {
    const { needs, documents, told } = aBatch()
    let drawn = 0
    const papers: typeof needs.papers = {
      render: (statement) => {
        drawn++
        if (drawn === 1) return Promise.reject(new Refusal('rule', { what: 'slip-differs' }))
        if (drawn === 2) return Promise.reject(new Error('no glyph'))
        return needs.papers.render(statement)
      },
    }
    const { items } = await issueBatch(ordered, { ...needs, papers })
    expect(items).toMatchObject([
      { outcome: 'REFUSED', paper: null, refusal: { code: 'rule', what: 'slip-differs' } },
      { outcome: 'REFUSED', paper: null, refusal: { code: 'unexpected', incident: 'TEST' } },
      { outcome: 'ISSUED', refusal: null },
    ])
    expect(told).toMatchObject([{ message: 'no glyph' }])
    expect(documents.papers).toMatchObject([{ number: '900-1405-2-000001' }])
  })

  test('after the visit has ended nothing more is issued', async () => {
    const office = issuingOffice()
    const { needs } = aBatch(office)
    const onProgress = ({ done }: BatchProgress): void => {
      if (done === 1) office.visit = null
    }
    const { items } = await issueBatch(ordered, { ...needs, onProgress })
    expect(items.map(({ outcome }) => outcome)).toEqual(['ISSUED', 'REFUSED', 'REFUSED'])
    expect(items[1]?.refusal).toEqual({ code: 'not-found', what: 'visit' })
  })
})

describe('the key of a paper of a batch', () => {
  test('is a UUID, the same for the same paper, another for any other', () => {
    const key = batchItemKey(KEY, 'a')
    expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(batchItemKey(KEY, 'a')).toBe(key)
    expect(batchItemKey(KEY, 'b')).not.toBe(key)
    expect(batchItemKey('b8a93c7c-795e-4faa-af44-2f1dd5005339', 'a')).not.toBe(key)
  })
})
