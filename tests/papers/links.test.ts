import { readFileSync } from 'node:fs'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { PaperNode } from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { fixedLink } from '../../electron/backend/papers/persian-text/paper-link.ts'
import { openedOf, placedWordsOf, structureFaultsOf } from '../support/pdf-tools.ts'
import { plainPaper, renderPaper } from './renderer.ts'

const SHEET = 841.89
const ACTIVE =
  /\/(JavaScript|JS|Launch|URI|GoTo|GoToR|SubmitForm|EmbeddedFile|AA|OpenAction|Annots)\b/

const read = (path: string): string =>
  readFileSync(new URL(`../fixtures/corpus/${path}`, import.meta.url), 'utf8')

function rectanglesOf(opened: string): number[][] {
  return [...opened.matchAll(/\/Rect \[([^\]]+)\]/g)].map(([, sides = '']) =>
    sides.trim().split(/\s+/).map(Number),
  )
}

describe('a link that a template states', () => {
  it('covers its words in a right-to-left line', async () => {
    const link = fixedLink('https://verify.example.ir/')
    const text = [
      'پیش ',
      { text: 'نشانی سنجش', link, decoration: 'underline' as const },
      ' و پس از آن',
    ]
    const pdf = await renderPaper(plainPaper([{ text }]))
    const opened = openedOf(pdf)
    const [[left = 0, low = 0, right = 0, high = 0] = [], ...others] = rectanglesOf(opened)
    const words = placedWordsOf(pdf)
    const first = words.find((word) => word.text === 'نشانی')
    const last = words.find((word) => word.text === 'سنجش')
    expect(others).toEqual([])
    expect(right).toBeCloseTo(first?.right ?? 0, 0)
    expect(left).toBeCloseTo(last?.left ?? 0, 0)
    expect(SHEET - high).toBeLessThan((first?.top ?? 0) + 4)
    expect(SHEET - low).toBeGreaterThan((first?.bottom ?? 0) - 6)
    expect(opened).toContain('/URI (https://verify.example.ir/)')
    expect(structureFaultsOf(pdf)).toBe('')
  })

  it('has a rectangle on each line that it runs over', async () => {
    const link = fixedLink('https://example.ir/help')
    const text = [{ text: 'راهنمای بلند '.repeat(25), link }]
    const pdf = await renderPaper(plainPaper([{ text }]))
    const lines = new Set(placedWordsOf(pdf).map(({ top }) => Math.round(top)))
    expect(lines.size).toBeGreaterThan(1)
    expect(rectanglesOf(openedOf(pdf))).toHaveLength(lines.size)
  })

  it('is refused unless it is plain https in its normal form', () => {
    expectTypeOf<Parameters<typeof fixedLink<string>>[0]>().toBeNever()
    expectTypeOf<Parameters<typeof fixedLink<`https://${string}`>>[0]>().toBeNever()
    expectTypeOf<Parameters<typeof fixedLink<'http://example.ir/'>>[0]>().toBeNever()
    const refusal = expect.objectContaining({ name: 'PaperFault' }) as unknown as Error
    expect(() => fixedLink('https://user:word@example.ir/')).toThrow(refusal)
    expect(() => fixedLink('https://EXAMPLE.ir/')).toThrow(refusal)
    expect(() => fixedLink('https://example.ir/) /S /JavaScript (')).toThrow(refusal)
  })
})

describe('nothing from data becomes a link', () => {
  it('an address as text stays text', async () => {
    const texts = [
      'https://evil.example/?a=1',
      'javascript:alert(1)',
      'file:///etc/hostname',
      'mailto:a@example.ir',
      '[click](https://evil.example) <a href="https://evil.example">x</a>',
      '/Annots [ << /Type /Annot /Subtype /Link /A << /S /URI /URI (https://evil.example) >> >> ]',
      ...(JSON.parse(read('xss/dompurify_payloads.json')) as { payload: string }[])
        .map(({ payload }) => payload)
        .filter((payload) => /^[\u0020-\u007e]{1,400}$/.test(payload)),
    ]
    expect(texts.length).toBeGreaterThan(100)
    const content = texts.map((text) => ({ text, direction: 'auto' as const, fontSize: 6 }))
    const opened = openedOf(await renderPaper(plainPaper(content)))
    expect(opened).not.toMatch(ACTIVE)
    expect(rectanglesOf(opened)).toEqual([])
  })

  it.each([
    ['a text', 'https://example.ir/'],
    ['an object that looks like a link', { address: 'https://example.ir/' }],
  ])('%s in the place of a link is refused', async (_, link) => {
    const node = { text: 'بزنید', link } as unknown as PaperNode
    const span = { text: [{ text: 'بزنید', link }] } as unknown as PaperNode
    const refusal = { detail: { fault: 'node', node: 'link' } }
    await expect(renderPaper(plainPaper([node]))).rejects.toMatchObject(refusal)
    await expect(renderPaper(plainPaper([span]))).rejects.toMatchObject(refusal)
  })

  it.each(['linkToPage', 'linkToDestination', 'outline', 'tocItem', 'pageReference', 'linkToFile'])(
    '%s is refused',
    async (name) => {
      const node = { text: 'متن', [name]: '1' } as unknown as PaperNode
      await expect(renderPaper(plainPaper([node]))).rejects.toMatchObject({
        detail: { fault: 'node', node: name },
      })
    },
  )
})
