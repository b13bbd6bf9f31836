import { createHash } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { PaperStatement } from '#core/certificates/paper.model.ts'
import { createPapers } from '../../electron/backend/papers/papers.gateway.ts'
import { fontsFolder, paperOf } from './renderer.ts'
import { aCertificate, aReceipt, aSlip } from './statements.ts'

const workerFile = new URL('../../electron/backend/papers/paper-worker.ts', import.meta.url)
const papers = createPapers({ workerFile, fontsFolder })
afterAll(() => papers.close())

describe('papers drawn in a worker', () => {
  it('are the bytes that the renderer gives, with their hash', async () => {
    const drawn = await papers.render(aCertificate())
    expect(Buffer.compare(drawn.bytes, await paperOf(aCertificate()))).toBe(0)
    expect(drawn.sha256).toBe(createHash('sha256').update(drawn.bytes).digest('hex'))
  })

  it('come back to whoever asked, whatever the order', async () => {
    const statements: PaperStatement[] = [aCertificate(), aSlip(), aReceipt(), aSlip()]
    const drawn = await Promise.all(statements.map((statement) => papers.render(statement)))
    expect(drawn[1]?.sha256).toBe(drawn[3]?.sha256)
    expect(new Set(drawn.map(({ sha256 }) => sha256)).size).toBe(3)
  })

  it('leave the thread of the caller free', async () => {
    let ticks = 0
    const timer = setInterval(() => ticks++, 1)
    await Promise.all(Array.from({ length: 10 }, () => papers.render(aCertificate())))
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(3)
  })

  it('refuse by character and field across the thread', async () => {
    const { person } = aCertificate()
    const refused = papers.render(aCertificate({ person: { ...person, fullName: 'علی 中' } }))
    await expect(refused).rejects.toMatchObject({
      name: 'PaperFault',
      detail: { codePoint: 'U+4E2D', field: 'person.fullName' },
    })
    await expect(papers.render(aSlip())).resolves.toHaveProperty('sha256')
  })

  it('refuse a statement that contradicts itself before it is drawn', async () => {
    const wrong = { ...aSlip(), net: 1 } as ReturnType<typeof aSlip>
    await expect(papers.render(wrong)).rejects.toThrow()
  })

  it('a thread that ends takes its papers with it, and the next paper starts another', async () => {
    const own = createPapers({ workerFile, fontsFolder })
    const lost = own.render(aCertificate())
    const closing = expect(lost).rejects.toThrow('closing')
    await own.close()
    await closing
    await expect(own.render(aCertificate())).resolves.toHaveProperty('sha256')
    await own.close()
  })

  it('a worker that cannot start rejects instead of waiting', async () => {
    const broken = createPapers({ workerFile, fontsFolder: '/nowhere' })
    await expect(broken.render(aCertificate())).rejects.toThrow('Vazirmatn')
    await broken.close()
  })

  it('draws a batch in two threads, each paper the same bytes as in one', async () => {
    const two = createPapers({ workerFile, fontsFolder, threads: 2 })
    const batch = Array.from({ length: 24 }, (_, i) =>
      aSlip({ pensionNumber: String(8000100 + i) }),
    )
    const drawn = await Promise.all(batch.map((slip) => two.render(slip)))
    const alone = await Promise.all(batch.map((slip) => papers.render(slip)))
    expect(drawn.map(({ sha256 }) => sha256)).toEqual(alone.map(({ sha256 }) => sha256))
    await two.close()
  })
})

describe('papers that wait', () => {
  const faultyFile = new URL('./faulty-worker.ts', import.meta.url)
  const waiting = () => createPapers({ workerFile: faultyFile, fontsFolder, threads: 1 })

  it('a thread that dies loses its own paper alone', async () => {
    const own = waiting()
    const outcomes = await Promise.allSettled(
      ['علی', 'خطا', 'رضا', 'خطا', 'مینا'].map((fullName) => own.render(aSlip({ fullName }))),
    )
    expect(outcomes.map(({ status }) => status)).toEqual([
      ...['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled'],
    ])
    await own.close()
  })

  it('are taken out by their signal, the others are drawn', async () => {
    const own = waiting()
    const stop = new AbortController()
    const { signal } = stop
    const first = own.render(aSlip())
    const others = [own.render(aSlip(), { signal }), own.render(aSlip(), { signal })]
    const last = own.render(aSlip())
    stop.abort(new Error('stopped'))
    for (const other of others) await expect(other).rejects.toThrow('stopped')
    await expect(own.render(aSlip(), { signal })).rejects.toThrow('stopped')
    expect((await Promise.all([first, last])).map(({ sha256 }) => sha256)).toEqual(['1', '2'])
    await own.close()
  })

  it('are not taken without end', async () => {
    const own = waiting()
    const slip = aSlip()
    const outcomes = Promise.allSettled(Array.from({ length: 5100 }, () => own.render(slip)))
    const refused = (await outcomes).filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThan(0)
    expect(refused.length).toBeLessThan(120)
    await own.close()
  })

  it('are rejected when the office closes', async () => {
    const own = waiting()
    const outcomes = Promise.allSettled([own.render(aSlip()), own.render(aSlip())])
    await own.close()
    const statuses = (await outcomes).map(({ status }) => status)
    expect(statuses).toEqual(['rejected', 'rejected'])
  })
})
