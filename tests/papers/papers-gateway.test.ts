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
})
