import { expect, it } from 'vitest'
import type { BroughtFile, VaultScan } from '#core/vault/vault.model.ts'
import { measureText, reductionText } from '../../../../renderer/vault/size-text.ts'

const MEGABYTE = 1024 * 1024
const plain = (text: string | undefined) => text?.replace(/[\u2066-\u2069]/g, '')
const scan = (change: Partial<VaultScan>): VaultScan =>
  ({
    ...{ documentId: 's', title: 'عکس', papers: ['PHOTO'], requests: [], brought: null },
    ...{ format: 'jpg', size: 800 * 1024 },
    measure: { size: 800 * 1024, pages: 1, width: 2480, height: 3508 },
    ...change,
  }) as unknown as VaultScan
const brought: BroughtFile = {
  ...{ format: 'jpg', size: 12 * MEGABYTE, pages: 1, width: 3000, height: 4000 },
}

it('says what a scan is', () => {
  expect(plain(measureText(scan({})))).toBe('JPG، ۸۰۰ کیلوبایت، ۲۴۸۰×۳۵۰۸')
  const pages = { size: 1024, pages: 3, width: null, height: null }
  expect(plain(measureText(scan({ format: 'pdf', size: 1024, measure: pages })))).toBe(
    'PDF، ۱ کیلوبایت، ۳ صفحه',
  )
  expect(plain(measureText(scan({ format: 'png', measure: null })))).toBe('PNG، ۸۰۰ کیلوبایت')
})

it('says what was done to it, and nothing where nobody would see it', () => {
  expect(plain(reductionText(scan({ brought })))).toBe(
    'از ۱۲ مگابایت به ۸۰۰ کیلوبایت، ابعاد ۳۰۰۰×۴۰۰۰ به ۲۴۸۰×۳۵۰۸',
  )
  expect(plain(reductionText(scan({ brought: { ...brought, format: 'tiff' } })))).toMatch(
    /^TIFF به JPG، از/,
  )
  const same = { ...brought, size: 800 * 1024 + 3, width: 2480, height: 3508 }
  expect(reductionText(scan({ brought: same }))).toBeUndefined()
  expect(reductionText(scan({}))).toBeUndefined()
})
