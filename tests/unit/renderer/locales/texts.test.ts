import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { RefusalCode } from '#core/kernel/refusal.ts'
import { hasText, t } from '../../../../renderer/locales/texts.ts'
import { refusalText } from '../../../../renderer/ui/refusal-text.ts'
import { day } from '../../../support/fake-office.ts'

const root = path.resolve(import.meta.dirname, '../../../..')

it('shows numbers in Persian digits and strings as they are', () => {
  expect(t('ui.span', { years: 18, months: 1, days: 3 })).toBe('۱۸ سال و ۱ ماه و ۳ روز')
  expect(t('ui.copied', { value: '12' })).toBe('12 رونوشت شد')
})

it('has words for every refusal of the office', () => {
  for (const code of RefusalCode.options) {
    expect(hasText(`refusals.title.${code}`)).toBe(true)
    expect(hasText(`refusals.code.${code}`)).toBe(true)
  }
})

it('has words for everything that the backend names in a refusal', () => {
  const folders = ['electron/core', 'electron/backend', 'electron/shell']
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(root, folder, name)),
  )
  const named = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return [...source.matchAll(/Refusal\([^;]*?what: '([a-z-]+)'/g)].map((found) => found[1] ?? '')
  })
  expect(named.length).toBeGreaterThan(20)
  expect([...new Set(named)].filter((what) => !hasText(`refusals.what.${what}`))).toEqual([])
})

it('says why in the words for the thing, else for the fault, else for the code', () => {
  expect(refusalText({ code: 'forbidden', what: 'own-file' })).toBe(t('refusals.what.own-file'))
  expect(refusalText({ code: 'invalid-input', fault: 'checksum' })).toBe(
    t('refusals.fault.checksum'),
  )
  expect(refusalText({ code: 'conflict', what: 'unheard-of' })).toBe(t('refusals.code.conflict'))
})

it('puts the values of a refusal into words: days in Jalali, codes by their label', () => {
  const expired = {
    code: 'rule',
    what: 'power-expired',
    values: { day: day('1405/01/31') },
  } as const
  expect(refusalText(expired)).toContain('۱۴۰۵/۰۱/۳۱')
  const outside = { code: 'forbidden', what: 'outside-power', values: { part: 'PENSION' } } as const
  expect(refusalText(outside)).toContain('مستمری')
})
