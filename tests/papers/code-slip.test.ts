import { expect, test } from 'vitest'
import { CodeSlip } from '#core/messages/code-slip.model.ts'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { openedOf, sheetsOf, structureFaultsOf, textOf } from '../support/pdf-tools.ts'
import { renderPaper } from './renderer.ts'

const slipOf = (change: Partial<Record<keyof CodeSlip, unknown>> = {}, kind = 'real') =>
  CodeSlip.parse({
    office: { kind, branchCode: '900', branchName: 'شعبه ۱ تهران', province: 'تهران' },
    at: '2026-11-23T08:00:00.000Z',
    clerkCode: 'C-1042',
    workstation: 'desk-3',
    purpose: 'MOBILE_CHANGE',
    maskedMobile: '0970***0001',
    code: '048207',
    expiresAt: '2026-11-23T08:10:00.000Z',
    ...change,
  })

const drawn = (slip: CodeSlip) => renderPaper(definitionOf(slip))
const bare = (text: string) => text.replace(/[\s\u200c\u2066-\u2069]+/g, '')

test('says plainly that no message was sent, what it is for, until when, and the code once', async () => {
  const pdf = await drawn(slipOf())
  const text = bare(textOf(pdf))
  for (const said of [
    'کد یک‌بارمصرف',
    'درگاه میز: پیامک فرستاده نشد',
    'تغییر شمارهٔ همراه',
    '۱۱:۴۰',
    'C-۱۰۴۲',
  ])
    expect(text).toContain(bare(said))
  expect(text.split('۰۴۸۲۰۷')).toHaveLength(2)
  expect(sheetsOf(pdf)).toMatchObject({ pages: 1 })
  expect(structureFaultsOf(pdf)).toBe('')
})

test('the code stands in nothing but the drawn page', async () => {
  const pdf = await drawn(slipOf({ purpose: 'REGISTRATION' }))
  expect(bare(textOf(pdf))).toContain(bare('ثبت‌نام'))
  expect(JSON.stringify(definitionOf(slipOf()).info)).not.toMatch(/048207|۰۴۸۲۰۷/)
  expect(openedOf(pdf)).not.toMatch(/\/(JavaScript|JS|Launch|URI|OpenAction)\b/)
})

test('a long place keeps to the sheet; an office that does not count says so', async () => {
  const office = {
    kind: 'demonstration',
    branchCode: '0900',
    branchName: 'شعبهٔ شهرک '.repeat(5),
    province: 'سیستان و بلوچستان',
  }
  const pdf = await drawn(slipOf({ office }))
  expect(sheetsOf(pdf).pages).toBe(1)
  expect(textOf(pdf)).toContain('نمایشی')
})
