// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import type { SurvivorCondition as Condition, Survivors } from '#core/pensions/survivor.model.ts'
import SurvivorCondition from '../../../../renderer/pensions/SurvivorCondition.vue'
import SurvivorShares from '../../../../renderer/pensions/SurvivorShares.vue'
import { t } from '../../../../renderer/locales/texts.ts'
import { jalali } from '../../../support/counter.ts'

vi.mock('../../../../renderer/ui/AppIcon.vue', () => ({ default: { render: () => null } }))

beforeEach(() => {
  setActivePinia(createPinia())
})

const row = { until: null, amount: null, since: null, shareStatus: 'ACTIVE', own: false } as const
const survivors: Survivors = {
  pensionNumber: '8000109',
  on: jalali('1405/09/02'),
  rows: [
    {
      ...row,
      ...{ fullName: 'فاطمه نمونه', relation: 'SPOUSE', own: true, shareBp: 8000, lawfulBp: 5000 },
      ...{ amount: rial(191_558_644), since: jalali('1402/03/17') },
    },
    { ...row, fullName: 'آرش نمونه', relation: 'SON', shareBp: 2500, lawfulBp: null },
  ],
  sumBp: 10_500,
  lawfulSumBp: 5000,
  otherParent: 'ALIVE',
  rates: [],
  missing: [],
  condition: null,
  notices: [
    { code: 'SHARES_ABOVE_WHOLE', name: null, day: null, sentBp: 10_500, lawfulBp: null },
    { code: 'SHARE_DIFFERS', name: 'فاطمه نمونه', day: null, sentBp: 8000, lawfulBp: 5000 },
    {
      code: 'HEIR_DECEASED',
      name: 'آرش نمونه',
      day: jalali('1405/01/01'),
      sentBp: null,
      lawfulBp: null,
    },
  ],
}

describe('shares that do not add up', () => {
  it('stand in the table and are told in words', () => {
    const text = mount(SurvivorShares, { props: { survivors } }).text()
    for (const part of [
      'جمع سهم‌های برقرار ۱۰۵ درصد است',
      'سهم فاطمه نمونه ۸۰ درصد است؛ طبق قاعده ۵۰ درصد می‌شود',
      'آرش نمونه در ۱۴۰۵/۰۱/۰۱ درگذشته است',
      '۱۹۱٬۵۵۸٬۶۴۴',
      '۲۵ درصد',
    ])
      expect(text).toContain(part)
  })

  it('have no rule beside them where a parameter is missing', () => {
    const without: Survivors = {
      ...survivors,
      lawfulSumBp: null,
      notices: [],
      missing: ['SHARE_PARENT'],
      otherParent: 'UNKNOWN',
    }
    const text = mount(SurvivorShares, { props: { survivors: without } }).text()
    expect(text).toContain(t('rules.parameter.SHARE_PARENT'))
    expect(text).toContain(t('pensions.survivors.otherParent.UNKNOWN'))
    expect(text).not.toContain(t('rules.article.SSA-83'))
  })
})

describe('the condition of a share', () => {
  const plain: Condition = {
    decision: {
      entitled: false,
      because: [{ code: 'daughter-married', values: {} }],
      figures: [],
      articles: ['SSA-81'],
    },
    until: null,
    ground: null,
    checks: [],
    advice: 'MAY_SUSPEND',
    since: jalali('1404/02/10'),
  }
  const textOf = (change: Partial<Condition>) =>
    mount(SurvivorCondition, { props: { condition: { ...plain, ...change } } }).text()

  it('advises from when a share may be suspended, and leaves it to the branch', () => {
    expect(textOf({})).toContain(t('rules.reason.daughter-married'))
    expect(textOf({})).toContain(t('pensions.condition.MAY_SUSPEND_SINCE', { day: '۱۴۰۴/۰۲/۱۰' }))
    expect(textOf({ since: null })).toContain(t('pensions.condition.MAY_SUSPEND'))
  })

  it('says what keeps it, until when, and what the clerk looks at', () => {
    const decision = { ...plain.decision, entitled: true, because: [] }
    const kept = { decision, advice: 'NONE', since: null } as const
    const studies = textOf({ ...kept, ground: 'STUDIES', checks: ['STUDY_CERTIFICATE'] })
    expect(studies).toContain(t('pensions.condition.ground.STUDIES'))
    expect(studies).toContain(t('pensions.condition.checks.STUDY_CERTIFICATE'))
    expect(textOf({ ...kept, until: jalali('1408/02/27') })).toContain(
      t('pensions.condition.until', { day: '۱۴۰۸/۰۲/۲۷' }),
    )
  })
})
