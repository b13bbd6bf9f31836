import { expect, it } from 'vitest'
import { figureLabel } from '../../../../renderer/decisions/decision-text.ts'
import { t } from '../../../../renderer/locales/texts.ts'

const label = (code: string) => figureLabel({ code, value: 1, unit: 'RIAL' })

it('a figure is called by its name, those of a row by their number', () => {
  expect(label('debt-remaining')).toBe(t('rules.figure.debt-remaining'))
  expect(label('debt-instalment-12')).toBe(t('rules.figure.debt-instalment', { n: '۱۲' }))
  expect(label('student-due-2')).toBe(t('rules.figure.student-due-2'))
})

it('a figure without a name keeps its code', () => {
  expect(label('of-another-version')).toBe('of-another-version')
  expect(label('of-another-version-3')).toBe('of-another-version-3')
})
