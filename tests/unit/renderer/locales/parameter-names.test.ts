import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { ParameterFile, ParameterUnit } from '#core/parameters/parameters.model.ts'
import { hasText } from '../../../../renderer/locales/texts.ts'
import { extractParameters } from '../../../support/contributions.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const bundled = ParameterFile.parse(
  JSON.parse(readFileSync(path.join(root, 'resources/parameters.json'), 'utf8')),
)
const unitOf = new Map([...extractParameters(), ...bundled].map(({ code, unit }) => [code, unit]))
/** A rule asks for it in case the organisation sends it; nobody has published a value. */
const UNPUBLISHED: readonly string[] = ['STUDENT_EARLY_CEILING']

/** What reads a parameter names its code and then its unit, in a call or in a table. */
const READS = new RegExp(
  `'([A-Z0-9]+(?:_[A-Z0-9]+)+)',\\s*'(${ParameterUnit.options.join('|')})'`,
  'g',
)

function read(): readonly { readonly code: string; readonly unit: string }[] {
  const folder = path.join(root, 'electron/core')
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(path.join(folder, name), 'utf8').matchAll(READS)])
    .map(([, code = '', unit = '']) => ({ code, unit }))
}

it('names every code of the extract and of the program', () => {
  expect([...unitOf.keys()].filter((code) => !hasText(`rules.parameter.${code}`))).toEqual([])
})

it('names no two codes alike', () => {
  const { parameter } = JSON.parse(
    readFileSync(path.join(root, 'renderer/locales/fa/rules.json'), 'utf8'),
  ) as { readonly parameter: Readonly<Record<string, string>> }
  const names = Object.values(parameter)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})

it('has a name, and a value in the same unit, for every code that a rule reads', () => {
  const codes = read()
  expect(codes.length).toBeGreaterThan(5)
  expect(codes.filter(({ code }) => !hasText(`rules.parameter.${code}`))).toEqual([])
  const published = codes.filter(({ code }) => !UNPUBLISHED.includes(code))
  expect(published.filter(({ code, unit }) => unitOf.get(code) !== unit)).toEqual([])
})
