import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { MOST_WRONG_A_DAY } from '#core/vault/share-tries.rules.ts'
import { lastDayOf } from '#core/vault/share-term.rules.ts'
import type { ShareTerm } from '#core/vault/vault.model.ts'
import { textOf } from '../../support/pdf-tools.ts'
import {
  certificateOrder,
  verifyingOffice,
  type VerifyingOffice,
} from '../../support/verifying-office.ts'

const PERSON = '0000001104'
const WRONG = { ok: false, refusal: { code: 'forbidden', what: 'share-check' } }
const around = mkdtempSync(path.join(os.tmpdir(), 'bajeh-tries-'))
const folder = path.join(around, 'office')
let office: VerifyingOffice

beforeAll(async () => {
  office = await verifyingOffice({ folder })
}, 120_000)
afterAll(async () => {
  await office.stop()
  rmSync(around, { recursive: true, force: true })
})
// Only the hour: the office works in real time.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const laterOn = (seconds = 400) => vi.setSystemTime(Date.now() + seconds * 1000)
const ask = (password: string, personId = PERSON) =>
  office.ask(2, 'verification.checkShare', { personId, password })

async function shared(term: ShareTerm) {
  const { visitId, documentId, number } = await office.issued(certificateOrder)
  const { share } = await office.get(1, 'vault.share', { visitId, documentId, term })
  const slip = toLatinDigits(textOf(Buffer.from(office.desk.printed.at(-1)?.pdf ?? [])))
  const [password = ''] = /\d{5}-\d{5}-\d{5}/.exec(slip.replace(/[\u2066-\u2069]/g, '')) ?? []
  return { visitId, number, password, share }
}

async function restart(): Promise<void> {
  await office.stop()
  office = await verifyingOffice({ folder })
}

describe('wrong tries', () => {
  test('are counted over a restart, and a right one ends them', async () => {
    const { password } = await shared('WEEK')
    for (let wrong = 0; wrong < 4; wrong++) expect(await ask('11111-11111-11111')).toEqual(WRONG)
    await restart()
    const soon = { code: 'rule', what: 'share-check-too-soon' }
    expect(await ask(password)).toMatchObject({ ok: false, refusal: soon })
    laterOn(3)
    expect((await ask(password)).ok).toBe(true)
    for (let wrong = 0; wrong < 3; wrong++) expect(await ask('11111-11111-11111')).toEqual(WRONG)
    expect((await ask(password)).ok).toBe(true)
  }, 60_000)

  test('at one person close his papers for the day, whoever he is, and only his', async () => {
    const { password } = await shared('WEEK')
    for (const personId of [PERSON, '0000009997']) {
      for (let wrong = 0; wrong < MOST_WRONG_A_DAY; wrong++) {
        laterOn()
        expect(await ask('22222-22222-22222', personId)).toEqual(WRONG)
      }
      laterOn()
      expect(await ask(password, personId)).toEqual({
        ...{ ok: false, refusal: { code: 'rule', what: 'share-check-locked' } },
      })
    }
    expect(await ask(password, '0000001015')).toEqual(WRONG)
    await restart()
    laterOn()
    expect(await ask(password)).toMatchObject({ refusal: { what: 'share-check-locked' } })
    laterOn(24 * 3600)
    expect((await ask(password)).ok).toBe(true)
  }, 120_000)

  test('are told to the person with the right ones, and nothing of the others', async () => {
    laterOn()
    const { password, visitId, number } = await shared('WEEK')
    const before = await office.get(1, 'vault.attempts', visitId)
    expect(await ask('33333-33333-33333')).toEqual(WRONG)
    expect((await ask(password)).ok).toBe(true)
    expect(await ask(password, '0000001015')).toEqual(WRONG)
    const [newest, second, ...others] = await office.get(1, 'vault.attempts', visitId)
    expect(newest).toMatchObject({ shown: { number }, workstation: 'desk-1' })
    expect(second?.shown).toBeNull()
    expect(others).toEqual(before)
  })
})

describe('leave that is not taken back', () => {
  const at = (day: string, time: string) => vi.setSystemTime(new Date(`${day}T${time}:00+03:30`))

  test.each(['DAY', 'WEEK', 'MONTH', 'YEAR'] as const)(
    'for a %s counts through its last day and then ends by itself',
    async (term) => {
      const isCertificateLonger = term !== 'YEAR'
      const { password, share } = await shared(term)
      const until = share?.until ?? ''
      expect(until).toBe(lastDayOf(term, share?.from ?? office.today))
      at(until, '23:55')
      const last = await ask(password)
      if (isCertificateLonger) expect(last).toMatchObject({ ok: true, value: { until } })
      else expect(last).toMatchObject({ value: { verdict: { verdict: 'EXPIRED' } } })
      laterOn(600)
      expect(await ask(password)).toEqual(WRONG)
    },
  )
})
