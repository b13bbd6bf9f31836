import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { toLatinDigits } from '#core/kernel/digits.ts'
import { textOf } from '../../support/pdf-tools.ts'
import {
  certificateOrder,
  verifyingOffice,
  type IssuedBytes,
  type VerifyingOffice,
} from '../../support/verifying-office.ts'

const PERSON = '0000001104'
const WRONG = { code: 'forbidden', what: 'share-check' }
let office: VerifyingOffice

beforeAll(async () => {
  office = await verifyingOffice()
}, 120_000)
afterAll(() => office.demolish())
// Only the hour: the office works in real time.
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

/** Long enough for any wait to be over. */
const laterOn = () => vi.setSystemTime(Date.now() + 400_000)

/** A paper and the password that its slip says. */
async function shared(
  term: 'DAY' | 'YEAR' = 'DAY',
): Promise<IssuedBytes & { shareId: string; password: string }> {
  const paper = await office.issued(certificateOrder)
  const { visitId, documentId } = paper
  const { share } = await office.get(1, 'vault.share', { visitId, documentId, term })
  const slip = textOf(Buffer.from(office.desk.printed.at(-1)?.pdf ?? []))
  const [password = ''] =
    /\d{5}-\d{5}-\d{5}/.exec(toLatinDigits(slip).replace(/[\u2066-\u2069]/g, '')) ?? []
  expect(password).not.toBe('')
  return { ...paper, password, shareId: share?.shareId ?? '' }
}

const ask = (password: string, personId = PERSON, window = 2) =>
  office.ask(window, 'verification.checkShare', { personId, password })

describe('what a third party is shown', () => {
  test('is the verdict and the very bytes, by the ID and the password of the printed slip', async () => {
    const { password, pdf, number } = await shared()
    for (const typed of [password, password.replaceAll('-', ''), ` ${password} `]) {
      const reply = await ask(typed)
      if (!reply.ok) throw new Error(JSON.stringify(reply.refusal))
      const { verdict, until } = reply.value
      expect(verdict).toMatchObject({ source: 'PDF', verdict: 'GENUINE', number })
      expect(Buffer.from(reply.value.pdf, 'base64').equals(pdf)).toBe(true)
      expect(until > office.today).toBe(true)
    }
    expect((await ask(password, PERSON, 3)).ok).toBe(true)
  })

  test('tells a revoked paper as such', async () => {
    const { password, number } = await shared()
    await office.get(2, 'verification.revoke', { number, reason: 'مبلغ نادرست بود' })
    expect(await ask(password)).toMatchObject({
      ok: true,
      value: { verdict: { verdict: 'REVOKED' } },
    })
  })

  test('ends with the leave', async () => {
    const { password, shareId, visitId } = await shared()
    await office.get(1, 'vault.endShare', { visitId, shareId })
    expect(await ask(password)).toMatchObject({ ok: false, refusal: WRONG })
    laterOn()
  })
})

describe('a wrong try', () => {
  test('is answered alike, whether the person or the password is wrong', async () => {
    const { password } = await shared()
    const turned = password.startsWith('1') ? `2${password.slice(1)}` : `1${password.slice(1)}`
    const replies = []
    for (const [typed, personId] of [
      [turned, PERSON],
      [password, '0000001015'],
      [password, '0000001112'],
      ['x', PERSON],
    ] as const) {
      laterOn()
      replies.push(await ask(typed, personId))
    }
    for (const reply of replies) expect(reply).toEqual({ ok: false, refusal: WRONG })
    laterOn()
    expect((await ask(password)).ok).toBe(true)
  })

  test('costs the desk a wait after the third, which the right password ends', async () => {
    const { password } = await shared()
    for (let wrong = 0; wrong < 4; wrong++) expect((await ask('11111-11111-11111')).ok).toBe(false)
    expect(await ask(password)).toEqual({
      ok: false,
      refusal: { code: 'rule', what: 'share-check-too-soon', values: { seconds: 2 } },
    })
    laterOn()
    expect((await ask(password)).ok).toBe(true)
    expect((await ask(password)).ok).toBe(true)
  })

  test('many at once gain nothing', async () => {
    laterOn()
    const { password } = await shared()
    const replies = await Promise.all(Array.from({ length: 12 }, () => ask('22222-22222-22222')))
    const looked = replies.filter((reply) => !reply.ok && reply.refusal.code === 'forbidden')
    expect(looked.length).toBeLessThanOrEqual(4)
    laterOn()
    expect((await ask(password)).ok).toBe(true)
  })

  test('is told to the person on the sheet of accesses, as is a right one', async () => {
    laterOn()
    const { password, visitId, number } = await shared()
    await ask('33333-33333-33333')
    laterOn()
    await ask(password)
    const order = { kind: 'access-sheet', since: null } as const
    const { pdf } = await office.get(1, 'certificates.preview', { visitId, order })
    const text = textOf(Buffer.from(pdf, 'base64'))
    expect(text).toContain('کار پذیرفته نشد')
    expect(text).toContain('با رمز استعلام')
    expect(toLatinDigits(text)).toContain(number)
  })
})
