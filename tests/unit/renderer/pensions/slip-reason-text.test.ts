import { expect, it } from 'vitest'
import { hasText } from '../../../../renderer/locales/texts.ts'
import { slipReasonText } from '../../../../renderer/pensions/slip-reason-text.ts'
import { LineChange, SlipReason } from '#core/pensions/slip-comparison.model.ts'
import { SlipMonthState } from '#core/pensions/slip-year.model.ts'
import { SlipNotice } from '#core/pensions/pension.model.ts'
import { day } from '../../../support/fake-office.ts'

it('has words for every reason, change, state and notice', () => {
  const keys = [
    ...SlipReason.options.flatMap((code) => [`slips.reason.${code}`, `slips.cause.${code}`]),
    ...LineChange.options.map((change) => `slips.compare.change.${change}`),
    ...SlipMonthState.options.map((state) => `slips.months.state.${state}`),
    ...SlipMonthState.exclude(['PAID']).options.map((state) => `slips.months.short.${state}`),
    ...SlipNotice.options.map((notice) => `enums.slipNotice.${notice}`),
  ]
  expect(keys.filter((key) => !hasText(key))).toEqual([])
})

it('tells a decree with its number, kind and days', () => {
  const values = {
    ...{ decree: '1405-8000101-1', kind: 'ANNUAL' },
    ...{ day: day('1405/01/01'), issued: day('1405/01/24') },
  }
  const text = slipReasonText({ code: 'decree-issued', values })
  for (const part of ['سالانه', '۱۴۰۵-۸۰۰۰۱۰۱-۱', '۱۴۰۵/۰۱/۲۴', '۱۴۰۵/۰۱/۰۱'])
    expect(text).toContain(part)
})

it('tells a loan with what is left of it, or that this is not known', () => {
  const loan = { title: 'قسط وام', amount: 12_000_000 }
  expect(slipReasonText({ code: 'loan-began', values: { ...loan, remaining: 35 } })).toBe(
    'قسط وام (۱۲٬۰۰۰٬۰۰۰ ریال) تازه آغاز شده است؛ ۳۵ قسط مانده.',
  )
  expect(slipReasonText({ code: 'loan-began', values: loan })).toContain('ثبت نشده')
  expect(slipReasonText({ code: 'loan-ended', values: loan })).toContain('به پایان رسیده')
})

it('tells kinds of payment and shares in words', () => {
  const types = { from: 'MONTHLY', to: 'EID_BONUS' }
  expect(slipReasonText({ code: 'payment-type', values: types })).toContain('ماهانه و عیدی')
  const share = { day: day('1405/06/20'), share: 2550 }
  expect(slipReasonText({ code: 'share-began', values: share })).toContain('(۲۵٫۵ درصد)')
})
