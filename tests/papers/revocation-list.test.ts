import { expect, test } from 'vitest'
import { RevocationList } from '#core/verification/revocation-list.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { openedOf, sheetsOf, structureFaultsOf, textOf } from '../support/pdf-tools.ts'
import { renderPaper } from './renderer.ts'

const row = (serial: number, reason: string) => ({
  documentId: `d${serial}`,
  number: `900-1405-1-${String(serial).padStart(6, '0')}`,
  kind: 'salary-certificate',
  issuedOn: '2026-11-01',
  revokedAt: '2026-11-23T08:00:00.000Z',
  reason,
})

const listOf = (reasons: readonly string[], kind = 'real') =>
  RevocationList.parse({
    office: { kind, branchCode: '900', branchName: 'شعبه تهران', province: 'تهران' },
    day: '2026-11-23',
    at: '2026-11-23T08:00:00.000Z',
    revocations: reasons.map((reason, i) => row(i + 1, reason)),
  })

test('every paper with its number and reason, and nothing of it is interpreted', async () => {
  const reasons = ['مبلغ نادرست بود', '<script>alert(1)</script>', ') Tj /JS (x) Tj', '{{7*7}}']
  const pdf = await renderPaper(definitionOf(listOf(reasons)))
  const text = textOf(pdf).replace(/\s+/g, '')
  for (const reason of reasons.slice(0, 1)) expect(text).toContain(reason.replace(/\s+/g, ''))
  expect(text).toContain('۹۰۰-۱۴۰۵-۱-۰۰۰۰۰۱')
  expect(openedOf(pdf)).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction)\b/)
  expect(structureFaultsOf(pdf)).toBe('')
})

test('no paper at all is a list too; a thousand go over many pages', async () => {
  expect(textOf(await renderPaper(definitionOf(listOf([]))))).toContain('سندی باطل نشده است')
  const reasons = Array.from({ length: 1000 }, (_, i) => `دلیل ${i}`)
  const { pages } = sheetsOf(await renderPaper(definitionOf(listOf(reasons))))
  expect(pages).toBeGreaterThan(10)
})

test('a list of an office that does not count says so', async () => {
  const text = textOf(await renderPaper(definitionOf(listOf([], 'demonstration'))))
  expect(text).toContain('نمایشی')
  expect(textOf(await renderPaper(definitionOf(listOf([]))))).not.toContain('پیش‌نمایش')
})
