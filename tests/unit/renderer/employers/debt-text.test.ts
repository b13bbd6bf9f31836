import { expect, it } from 'vitest'
import type { LedgerDebt } from '#core/employers/debt.model.ts'
import {
  countdownOf,
  nextSteps,
  periodText,
  whyNot,
  type DebtRequest,
} from '../../../../renderer/employers/debt-text.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { day } from '../../../support/fake-office.ts'
import { aDebt } from '../../../support/ledgers.ts'

it.each([
  [30, 'info', t('employers.left.days', { n: 30 })],
  [5, 'warning', '۵ روز مانده'],
  [2, 'warning', '۲ روز مانده'],
  [1, 'error', 'آخرین روز: امروز'],
  [0, 'neutral', 'مهلت گذشت'],
  [-40, 'neutral', 'مهلت گذشت'],
])(
  'with %i days left the clerk reads it, and every tone has its own icon',
  (daysLeft, tone, text) => {
    expect(countdownOf({ daysLeft })).toMatchObject({ tone, text })
    const icons = [30, 5, 1, 0].map((left) => countdownOf({ daysLeft: left })?.icon)
    expect(new Set(icons).size).toBe(4)
  },
)

it('where no time runs nothing is said', () => {
  expect(countdownOf({ daysLeft: null })).toBeNull()
})

it.each([
  [{ from: { year: 1404, month: 1 }, to: { year: 1404, month: 6 } }, '۱۴۰۴/۰۱ تا ۱۴۰۴/۰۶'],
  [{ from: { year: 1404, month: 1 }, to: { year: 1404, month: 1 } }, '۱۴۰۴/۰۱'],
  [{ from: { year: 1404, month: 1 }, to: null }, '۱۴۰۴/۰۱'],
  [{ from: null, to: null }, '—'],
])('the period %j', (period, text) => {
  expect(periodText(period)).toBe(text)
})

const REASONS: readonly [string, Partial<LedgerDebt>, Record<DebtRequest, string | undefined>][] = [
  [
    'assessed and in time',
    { nextStep: 'OBJECT_ASSESSMENT', daysLeft: 3 },
    {
      DEBT_OBJECTION: undefined,
      DEBT_ARTICLE16: t('employers.actions.notDefinitive'),
      DEBT_INSTALMENT: t('employers.actions.notEligible'),
    },
  ],
  [
    'assessed and too late',
    {
      nextStep: 'PAY_OR_INSTALMENTS',
      installmentEligible: true,
      daysLeft: 0,
      objectUntil: day('1405/09/01'),
    },
    {
      DEBT_OBJECTION: t('employers.actions.over', { day: '۱۴۰۵/۰۹/۰۱' }),
      DEBT_ARTICLE16: t('employers.actions.notDefinitive'),
      DEBT_INSTALMENT: undefined,
    },
  ],
  [
    'before a board',
    { stage: 'OBJECTED', status: 'UNDER_REVIEW' },
    {
      DEBT_OBJECTION: t('employers.actions.board'),
      DEBT_ARTICLE16: t('employers.actions.board'),
      DEBT_INSTALMENT: t('employers.actions.notEligible'),
    },
  ],
  [
    'a vote that was not served',
    { stage: 'PRIMARY', installmentEligible: true },
    {
      DEBT_OBJECTION: t('employers.actions.notServed'),
      DEBT_ARTICLE16: t('employers.actions.notDefinitive'),
      DEBT_INSTALMENT: t('employers.actions.notDefinitive'),
    },
  ],
  [
    'definitive',
    { stage: 'DEFINITIVE', nextStep: 'PAY_OR_INSTALMENTS', installmentEligible: true },
    {
      DEBT_OBJECTION: t('employers.actions.definitive'),
      DEBT_ARTICLE16: undefined,
      DEBT_INSTALMENT: undefined,
    },
  ],
  [
    'in instalments',
    { stage: 'EXECUTION', status: 'INSTALLMENT', nextStep: 'PAY', installmentEligible: true },
    {
      DEBT_OBJECTION: t('employers.actions.instalments'),
      DEBT_ARTICLE16: undefined,
      DEBT_INSTALMENT: t('employers.actions.instalments'),
    },
  ],
  [
    'settled',
    { stage: 'DEFINITIVE', status: 'PAID', nextStep: 'NOTHING' },
    {
      DEBT_OBJECTION: t('employers.actions.settled'),
      DEBT_ARTICLE16: t('employers.actions.settled'),
      DEBT_INSTALMENT: t('employers.actions.settled'),
    },
  ],
]
it.each(REASONS)('%s: what can be filed, and why not', (_, change, reasons) => {
  const debt = aDebt('1', change)
  const said = Object.fromEntries(
    Object.keys(reasons).map((kind) => [kind, whyNot(kind as DebtRequest, debt)]),
  )
  expect(said).toEqual(reasons)
})

it('the next steps count debts, the most pressing first, with the nearest deadline', () => {
  const lines = nextSteps([
    aDebt('1', { nextStep: 'AWAIT_BOARD' }),
    aDebt('2', { nextStep: 'OBJECT_ASSESSMENT', daysLeft: 20 }),
    aDebt('3', { nextStep: 'OBJECT_ASSESSMENT', daysLeft: 1 }),
    aDebt('4', { nextStep: 'PAY', daysLeft: 0 }),
    aDebt('5', { nextStep: 'NOTHING', status: 'PAID' }),
  ])
  expect(lines.map(({ step, nearest }) => [step, nearest?.text])).toEqual([
    ['OBJECT_ASSESSMENT', 'آخرین روز: امروز'],
    ['PAY', undefined],
    ['AWAIT_BOARD', undefined],
  ])
  expect(lines[0]?.text).toContain('۲')
})
