import { expect, test } from 'vitest'
import { bindPapers } from '../../../electron/backend/certificates/bound-papers.gateway.ts'
import { createPaperRenderer } from '../../../electron/backend/papers/paper-renderer.ts'
import { sheetsOf, structureFaultsOf, textOf } from '../../support/pdf-tools.ts'

const render = createPaperRenderer({ fontsFolder: 'resources/fonts' })

const page = async (text: string, pageSize: 'A4' | 'A5') =>
  render({
    ...{ pageSize, pageMargins: [40, 40, 40, 40], style: {}, content: [{ text }] },
    info: { title: text, creationDate: new Date(0) },
  })

test('papers are bound in their order, each on a sheet of its own size, whole', async () => {
  const papers = [await page('گواهی نخست', 'A4'), await page('فیش دوم', 'A5')]
  const bound = await bindPapers(papers, 'salary-certificate 900-1405-1-000001 +1')
  expect(structureFaultsOf(bound)).toBe('')
  expect(sheetsOf(bound)).toMatchObject({ pages: 2 })
  const text = textOf(bound)
  expect(text.indexOf('گواهی نخست')).toBeGreaterThanOrEqual(0)
  expect(text.indexOf('فیش دوم')).toBeGreaterThan(text.indexOf('گواهی نخست'))
})
