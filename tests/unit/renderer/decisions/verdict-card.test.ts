// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { Decision, Figure } from '#core/kernel/decision.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import VerdictCard from '../../../../renderer/decisions/VerdictCard.vue'

const figure = (certainty?: Figure['certainty']): Figure => ({
  ...{ code: 'month-days', value: 30, unit: 'DAYS', source: 'مقدار پایه' },
  ...(certainty === undefined ? {} : { certainty }),
})
const rowOf = (one: Figure) => {
  const decision: Decision = { entitled: true, because: [], figures: [one], articles: [] }
  return mount(VerdictCard, { props: { of: 'filing.marriage', decision } }).get('dd')
}

it.each(['G', 'D'] as const)('a figure of certainty %s is marked in words', (certainty) => {
  const row = rowOf(figure(certainty))
  expect(row.text()).toContain(t('rules.uncertain'))
  expect(row.get('span').attributes('title')).toBe('مقدار پایه')
  expect(row.text()).toContain('مقدار پایه')
})

it.each(['L', 'S', 'A', 'C', undefined] as const)('one of certainty %s is not', (certainty) => {
  expect(rowOf(figure(certainty)).text()).not.toContain(t('rules.uncertain'))
})
