import { expect, test } from 'vitest'
import { ShareSlip } from '#core/vault/share-slip.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { openedOf, sheetsOf, structureFaultsOf, textOf } from '../support/pdf-tools.ts'
import { renderPaper } from './renderer.ts'

const slipOf = (change: Partial<Record<keyof ShareSlip, unknown>> = {}, kind = 'real') =>
  ShareSlip.parse({
    office: { kind, branchCode: '900', branchName: 'شعبه ۱ تهران', province: 'تهران' },
    at: '2026-11-23T08:00:00.000Z',
    clerkCode: 'C-1042',
    workstation: 'desk-3',
    fullName: 'سارا نمونه‌نژاد',
    maskedNationalId: '001****011',
    paper: 'record-certificate',
    number: '900-1405-7-000012',
    from: '2026-11-23',
    until: '2026-12-23',
    password: '48207-19356-70441',
    ...change,
  })

const drawn = (slip: ShareSlip) => renderPaper(definitionOf(slip))
const bare = (text: string) => text.replace(/[\s\u200c\u2066-\u2069]+/g, '')

test('says what it opens, until when, how it is asked for, and the password once', async () => {
  const pdf = await drawn(slipOf())
  const text = bare(textOf(pdf))
  for (const said of [
    'رمز استعلام سند',
    'گواهی سابقه',
    '۹۰۰-۱۴۰۵-۷-۰۰۰۰۱۲',
    'سارا نمونه‌نژاد',
    'تا پایان روز',
    'اصالت‌سنجی',
    'مجوز را لغو کنید',
  ])
    expect(text).toContain(bare(said))
  expect(text.split('۴۸۲۰۷-۱۹۳۵۶-۷۰۴۴۱')).toHaveLength(2)
  expect(sheetsOf(pdf)).toMatchObject({ pages: 1 })
  const { width, height } = sheetsOf(pdf)
  expect(width).toBeGreaterThan(height)
  expect(structureFaultsOf(pdf)).toBe('')
})

test('the password stands in nothing but the drawn page', async () => {
  const pdf = await drawn(slipOf())
  const { info } = definitionOf(slipOf())
  expect(JSON.stringify(info)).not.toMatch(/48207|۴۸۲۰۷/)
  expect(openedOf(pdf)).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction)\b/)
})

test('a long name and place keep to the sheet; an office that does not count says so', async () => {
  const fullName = 'سید محمد مهدی '.repeat(6).trim()
  const office = {
    kind: 'demonstration',
    branchCode: '0900',
    branchName: 'شعبهٔ شهرک '.repeat(5),
    province: 'سیستان و بلوچستان',
  }
  const pdf = await drawn(slipOf({ fullName, office }))
  expect(sheetsOf(pdf).pages).toBe(1)
  expect(textOf(pdf)).toContain('نمایشی')
})
