import { expect, test } from 'vitest'
import type { Decision } from '#core/kernel/decision.ts'
import { rial } from '#core/kernel/rial.ts'
import { refusalReasons } from '#core/requests/refusal-reasons.rules.ts'
import { verdictDifferences } from '#core/requests/verdict-difference.rules.ts'

const yes: Decision = {
  ...{ entitled: true, because: [], articles: ['SSA-85'] },
  figures: [{ code: 'days', value: 800, unit: 'DAYS' }],
  estimate: { amount: rial(200_000_000), steps: [] },
}
const no: Decision = {
  ...{ entitled: false, articles: ['SSA-85'] },
  because: [{ code: 'contribution-period-too-short', values: { days: 700 } }],
  figures: [{ code: 'days', value: 700, unit: 'DAYS' }],
}

test('the same verdict has no differences, and nothing is compared with nothing', () => {
  expect(verdictDifferences(yes, yes)).toEqual([])
  expect(verdictDifferences(yes, null)).toEqual([])
  expect(verdictDifferences(null, no)).toEqual([])
})

test('what the rule says, why, how much and by which figure: each by itself', () => {
  const found = verdictDifferences(yes, no)
  expect(found.map(({ of, code }) => `${of} ${code}`)).toEqual([
    'ENTITLED entitled',
    'REASON contribution-period-too-short',
    'AMOUNT amount',
    'FIGURE days',
  ])
  expect(found.at(-1)).toMatchObject({ filed: { value: 800 }, now: { value: 700 } })
  expect(found[2]).toMatchObject({ filed: { value: 200_000_000, unit: 'RIAL' }, now: null })
})

test('a refusal may rest on what the rule says first, each reason once and with its article', () => {
  const [first] = refusalReasons('MARRIAGE', no)
  expect(first).toEqual({
    ...{ code: 'contribution-period-too-short', values: { days: 700 } },
    ...{ article: 'SSA-85', from: 'RULE' },
  })
  const registered: Decision = { ...no, because: [{ code: 'not-registered', values: {} }] }
  const codes = refusalReasons('MARRIAGE', registered).map(({ code }) => code)
  expect(codes.filter((code) => code === 'not-registered')).toHaveLength(1)
  expect(codes.at(-1)).toBe('other-reason')
})

test('where the rule says yes only the stated conditions and what holds for any remain', () => {
  expect(refusalReasons('MARRIAGE', yes).map(({ from }) => from)).not.toContain('RULE')
  expect(refusalReasons('SALARY_CERTIFICATE', null).every(({ from }) => from === 'GENERAL')).toBe(
    true,
  )
})
