import { expect, it } from 'vitest'
import { definitionOf } from '../../electron/backend/papers/paper-templates.ts'
import { aCertificate, aReceipt, aSlip } from './statements.ts'

/** Head and foot as they stand on the first of two pages; layouts are functions and stay out. */
function shown(statement: Parameters<typeof definitionOf>[0]) {
  const { header, footer, ...rest } = definitionOf(statement)
  const whole = { ...rest, header: header?.(1, 2), footer: footer?.(1, 2) }
  return JSON.parse(JSON.stringify(whole)) as unknown
}

it.each([
  ['salary certificate', aCertificate()],
  ['pension slip', aSlip()],
  ['request receipt', aReceipt()],
] as const)('the definition of a %s', (_, statement) => {
  expect(shown(statement)).toMatchSnapshot()
})

it('is made afresh each time, because pdfmake writes into it', () => {
  const statement = aCertificate()
  expect(definitionOf(statement)).not.toBe(definitionOf(statement))
  expect(definitionOf(statement).content).not.toBe(definitionOf(statement).content)
})
