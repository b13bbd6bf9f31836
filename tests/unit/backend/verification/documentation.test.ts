import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { jalaliOf } from '#core/kernel/day.ts'
import { figureNames, kindNames } from '#core/verification/seal-names.rules.ts'
import { readSealText } from '#core/verification/seal-text.rules.ts'
import { isSignedBy } from '../../../../electron/backend/verification/ed25519.ts'

const document = readFileSync(
  path.join(import.meta.dirname, '../../../../docs/verification.md'),
  'utf8',
)

test('the example that banks are given is genuine under the key they are given with it', () => {
  const [digits = ''] = /^\d{200,}$/m.exec(document) ?? []
  const [, key = ''] = /"x": "([\w-]+)"/.exec(document) ?? []
  const seal = readSealText(digits)
  expect(seal).toBeDefined()
  if (!seal) return
  const { facts, keyId, body, signature } = seal
  expect(isSignedBy(key, body, signature)).toBe(true)
  expect(keyId).toBe('21fe31df')
  expect(facts).toMatchObject({ kind: 'salary-certificate', number: '900-1405-1-000001' })
  expect(jalaliOf(facts.day)).toEqual({ year: 1405, month: 9, day: 2 })
  const [, written = ''] = /^(01 21fe31df .*)$/m.exec(document) ?? []
  const filled = written.replace(/[^\da-f]/g, '').padEnd(100, 'f')
  expect(filled).toBe(Buffer.from(body).toString('hex'))
})

test('every number of a kind and a figure stands in the document', () => {
  const words = document.replace(/\s+/g, ' ')
  for (const names of [kindNames, figureNames])
    for (let code = 1; names.codeOf(names.nameOf(code)) !== undefined; code++)
      expect(words).toContain(`${code} ${names.nameOf(code)}`)
})
