import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt } from '#core/kernel/instant.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { CodeMessage, Delivery } from '#core/messages/messages.ports.ts'
import type { LiveCode, OneTimeCodeBook } from '#core/messages/one-time-codes.ports.ts'
import { sendCode, takeCode } from '#core/messages/one-time-codes.rules.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import bundled from '../../../../resources/parameters.json' with { type: 'json' }
import { jalali } from '../../../support/counter.ts'

const rows = ParameterFile.parse(bundled)
const SUBJECT = 'citizen 7'
const MOBILES = ['09700000001', '09700000002']

interface Kept extends Omit<LiveCode, 'tries' | 'delivery'> {
  tries: number
  delivery: LiveCode['delivery']
  ended: string | null
}

/** The codes of one office in memory, with a clock that is moved by hand. */
function office() {
  let now = Date.UTC(2026, 10, 23, 8)
  let drawn = 0
  const kept: Kept[] = []
  const gateway = {
    channel: 'SMS' as const,
    delivery: { delivered: true } as Delivery,
    sent: [] as CodeMessage[],
    send(message: Parameters<typeof String>[0]) {
      if (gateway.delivery.delivered) gateway.sent.push(message as CodeMessage)
      return Promise.resolve(gateway.delivery)
    },
  }
  const live = (codeId: string) => kept.find((one) => one.codeId === codeId && one.ended === null)
  const codes: OneTimeCodeBook = {
    findLive: (purpose, subject) =>
      Promise.resolve(
        kept.find(
          (one) => one.purpose === purpose && one.subject === subject && one.ended === null,
        ),
      ),
    listDrawnSince: ({ subject, mobile }, since) =>
      Promise.resolve(
        kept
          .filter((one) => one.subject === subject || one.mobile === mobile)
          .filter((one) => one.drawnAt > since && one.ended !== 'NOT_SENT')
          .map((one) => one.drawnAt),
      ),
    draw(code) {
      for (const one of kept)
        if (one.purpose === code.purpose && one.subject === code.subject) one.ended ??= 'REPLACED'
      kept.push({ ...code, tries: 0, delivery: null, ended: null })
      return Promise.resolve()
    },
    deliver(codeId, channel, at) {
      const one = live(codeId)
      if (one) one.delivery = { at, channel }
      return Promise.resolve(one !== undefined)
    },
    end(codeId, because) {
      const one = live(codeId)
      if (one) one.ended = because
      return Promise.resolve()
    },
    countTry(codeId) {
      const one = live(codeId)
      if (!one) return
      one.tries += 1
      if (one.tries >= one.mostTries) one.ended = 'TRIES'
    },
  }
  const codeMaker = {
    newCode: (digits: number) =>
      String(++drawn * 7919)
        .padStart(digits, '0')
        .slice(-digits),
    newSalt: () => `salt ${drawn}`,
    hash: (code: string, salt: string) => Promise.resolve(`${salt} of ${code}`),
  }
  const clock = { now: () => instantAt(now), today: () => jalali('1405/09/02') }
  const needs = {
    ...{ gateway, codeMaker, codes, ...clock, newId: () => `code ${kept.length}` },
    messageWordings: {
      code: (_: string, code: string) => code,
      notice: () => '',
      test: () => '',
    },
    writing: <T>(
      work: (inside: {
        readonly codes: OneTimeCodeBook
        readonly parameters: { readonly list: () => Promise<typeof rows> }
      }) => Promise<T>,
    ) => work({ codes, parameters: { list: () => Promise.resolve(rows) } }),
  }
  return {
    ...{ gateway, kept, needs },
    pass: (seconds: number) => void (now += seconds * 1000),
    send: (mobile: string) =>
      sendCode({ purpose: 'MOBILE_CHANGE', subject: SUBJECT, mobile }, needs),
    take: (mobile: string, code: string) =>
      takeCode({ purpose: 'MOBILE_CHANGE', subject: SUBJECT, mobile, code }, needs),
  }
}

const whatOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'done'
  } catch (cause) {
    if (cause instanceof Refusal) return cause.data.what ?? cause.data.code
    throw cause
  }
}

const Step = fc.oneof(
  fc.record({ do: fc.constant('send' as const), mobile: fc.constantFrom(...MOBILES) }),
  fc.record({ do: fc.constant('fail' as const), mobile: fc.constantFrom(...MOBILES) }),
  fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 400 }) }),
  fc.record({
    do: fc.constant('take' as const),
    mobile: fc.constantFrom(...MOBILES),
    back: fc.integer({ min: 0, max: 3 }),
    wrong: fc.boolean(),
  }),
)

describe('codes', () => {
  it('whatever happens: never two that could be used, none used twice, late, elsewhere or after five wrong tries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(Step, { maxLength: 40 }), async (steps) => {
        const it = office()
        const used = new Set<string>()
        for (const step of steps) {
          if (step.do === 'pass') it.pass(step.seconds)
          else if (step.do === 'take') {
            const message = it.gateway.sent.at(-1 - step.back)
            const code = step.wrong ? '000000' : (message?.code ?? '111111')
            if ((await whatOf(it.take(step.mobile, code))) === 'done') {
              expect(message?.mobile).toBe(step.mobile)
              expect(used.has(code)).toBe(false)
              expect(it.needs.now() < (message?.expiresAt ?? '')).toBe(true)
              expect(step.back).toBe(0)
              used.add(code)
            }
          } else {
            it.gateway.delivery =
              step.do === 'send'
                ? { delivered: true }
                : { delivered: false, reason: 'NO_CONNECTION' }
            await whatOf(it.send(step.mobile))
          }
          expect(it.kept.filter(({ ended }) => ended === null).length).toBeLessThanOrEqual(1)
          expect(it.kept.every(({ tries }) => tries <= 5)).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('cannot be used while nobody knows whether it was sent, and such a one counts as sent', async () => {
    const it = office()
    it.gateway.delivery = { delivered: false, reason: 'TIMEOUT' }
    expect(await whatOf(it.send('09700000001'))).toBe('code-not-sent')
    expect(it.kept.at(-1)?.ended).toBe('UNCERTAIN')
    it.gateway.delivery = { delivered: true }
    expect(await whatOf(it.send('09700000001'))).toBe('code-too-soon')
    it.pass(60)
    expect(await whatOf(it.send('09700000001'))).toBe('done')
  })

  it('one that was drawn while another was on its way ends that one', async () => {
    const it = office()
    const slow = { go: (): void => undefined }
    it.gateway.send = (message) =>
      new Promise((resolve) => {
        slow.go = () => {
          it.gateway.sent.push(message as CodeMessage)
          resolve({ delivered: true })
        }
      })
    const first = whatOf(it.send('09700000001'))
    await new Promise((resolve) => setImmediate(resolve))
    const finish = slow.go
    it.pass(61)
    const second = whatOf(it.send('09700000001'))
    await new Promise((resolve) => setImmediate(resolve))
    finish()
    slow.go()
    expect([await first, await second]).toEqual(['code-replaced', 'done'])
  })
})
