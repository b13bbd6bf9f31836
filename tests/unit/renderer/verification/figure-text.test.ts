import { expect, it } from 'vitest'
import { figureNames } from '#core/verification/seal-names.rules.ts'
import { hasText } from '../../../../renderer/locales/texts.ts'
import { figureLabel, figureValue } from '../../../../renderer/verification/figure-text.ts'

it('has a Persian name for every figure that a seal can carry', () => {
  const names: string[] = []
  for (let code = 1; ; code++) {
    const name = figureNames.nameOf(code)
    if (name === `figure-${code}`) break
    names.push(name)
  }
  expect(names.length).toBeGreaterThan(40)
  expect(names.filter((name) => !hasText(`verification.field.${name}`))).toEqual([])
})

it('keeps the name of a figure of a newer program', () => {
  expect(figureLabel('figure-200')).toBe('figure-200')
})

it.each([
  ['net', '301461185', '۳۰۱٬۴۶۱٬۱۸۵ ریال'],
  ['net', '0', '۰ ریال'],
  ['total', '999999999999999999999999', '۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹ ریال'],
  ['nationalId', '0000001015', '۰۰۰۰۰۰۱۰۱۵'],
  ['maskedNationalId', '000****015', '۰۰۰****۰۱۵'],
  ['asOf', '14050830', '۱۴۰۵/۰۸/۳۰'],
  ['asOf', '14051399', '۱۴۰۵۱۳۹۹'],
  ['period', '140508', '۱۴۰۵/۰۸'],
  ['count', '36', '۳۶'],
  ['rows', '0', '۰'],
  ['borrowerId', '0', '—'],
])('shows %s %s as %s', (name, value, shown) => {
  expect(figureValue(name, value)).toBe(shown)
})
