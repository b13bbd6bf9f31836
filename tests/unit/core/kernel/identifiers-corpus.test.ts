import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  checkCardNumber,
  checkIban,
  checkLegalEntityId,
  checkMobile,
  checkNationalId,
  type Checked,
} from '#core/kernel/identifiers.ts'
import { persianVectors } from '../../../support/persian-vectors.ts'

const read = (path: string) =>
  readFileSync(new URL(`../../../fixtures/corpus/${path}`, import.meta.url), 'utf8')

describe('corpus: national IDs of persian-tools', () => {
  /** Ours where it differs: 8 digits are never padded; the place of issue never refuses, lists are incomplete. */
  const decidedOtherwise = new Map([
    ['"68415941"', false],
    ['"0790419904", { checkPrefix: true }', true],
  ])
  const vectors = read('persian/national_id_vectors.tsv')
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const [args = '', valid] = line.split('\t')
      const id = /\d+/.exec(args)?.[0]
      return id ? [{ args, id, valid: valid === 'true' }] : []
    })

  it.each(vectors)('$args is $valid', ({ args, id, valid }) => {
    expect(checkNationalId(id).ok).toBe(decidedOtherwise.get(args) ?? valid)
  })
})

describe('vectors of persian-tools', () => {
  const checks: Readonly<Record<string, (raw: string) => Checked>> = {
    'verifyCardNumber.spec.ts': checkCardNumber,
    'verifyIranianLegalId.spec.ts': checkLegalEntityId,
    'sheba.spec.ts': checkIban,
    'phoneNumber.spec.ts': checkMobile,
  }
  /** A card of an unknown bank only warns; numbers are portable, so no operator's prefix refuses. */
  const decidedOtherwise = new Set([
    '4444333322221111',
    '2222444499996666',
    '4000000000000002',
    '5555555555554444',
    '09802002580',
  ])
  const vectors = Object.entries(checks).flatMap(([spec, check]) =>
    persianVectors(spec)
      .filter(({ fn, args: [id], matcher }) => {
        const judged = [
          'verifyCardNumber',
          'verifyIranianLegalId',
          'isShebaValid',
          'isPhoneNumberValid',
        ]
        const plain = typeof id === 'number' || (typeof id === 'string' && !id.startsWith('_'))
        return judged.includes(fn) && plain && matcher !== 'toBe'
      })
      .map(({ fn, args, matcher }) => ({
        fn,
        check,
        id: String(args[0]),
        ok: matcher === 'toBeTruthy',
      })),
  )

  it('are all here', () => {
    expect(vectors).toHaveLength(48)
  })

  it.each(vectors)('$fn $id is $ok', ({ check, id, ok }) => {
    expect(check(id).ok).toBe(decidedOtherwise.has(id) ? !ok : ok)
  })
})

describe('corpus: Shebas', () => {
  const Verdicts = z.array(z.object({ iban: z.string(), mod97: z.boolean() }))
  it('of other countries are none here, whatever their checksum', () => {
    const foreign = Verdicts.parse(JSON.parse(read('iban/commons_validator_ibans.json')))
    expect(foreign.length).toBeGreaterThan(100)
    for (const { iban } of foreign) expect(checkIban(iban).ok, iban).toBe(false)
  })

  it('of Iran pass, every single error of them fails', () => {
    const Lists = z.object({ valid: z.array(z.string()), invalid: z.array(z.string()) })
    const { valid, invalid } = Lists.parse(JSON.parse(read('iban/ir_valid_and_single_error.json')))
    for (const iban of valid) expect(checkIban(iban).ok, iban).toBe(true)
    for (const iban of invalid) expect(checkIban(iban).ok, iban).toBe(false)
  })
})
