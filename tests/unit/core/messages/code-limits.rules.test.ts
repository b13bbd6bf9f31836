import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantAt, type Instant } from '#core/kernel/instant.ts'
import {
  codeLimits,
  expiryOf,
  faultOfCode,
  resendFrom,
  secondsToWait,
} from '#core/messages/code-limits.rules.ts'
import type { LiveCode } from '#core/messages/one-time-codes.ports.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import bundled from '../../../../resources/parameters.json' with { type: 'json' }
import { jalali } from '../../../support/counter.ts'

const rows = ParameterFile.parse(bundled)
const day = jalali('1405/09/02')
const limits = codeLimits(rows, day)
const START = Date.UTC(2026, 10, 23, 8)
const at = (seconds: number): Instant => instantAt(START + seconds * 1000)

describe('the limits', () => {
  it('are those of the parameters', () => {
    expect(limits).toEqual({ digits: 6, minutes: 10, tries: 5, waitSeconds: 60, perHour: 5 })
    expect(expiryOf(at(0), limits)).toBe(at(600))
    expect(resendFrom(at(0), limits)).toBe(at(60))
  })

  it.each([
    ['ONE_TIME_CODE_DIGITS', '3'],
    ['ONE_TIME_CODE_TRIES', '1000'],
    ['ONE_TIME_CODE_MINUTES', '0'],
    ['ONE_TIME_CODE_PER_HOUR', '100'],
  ])('are refused where %s is %s: none is guessed', (code, value) => {
    const changed = rows.map((row) => (row.code === code ? { ...row, value } : row))
    expect(() => codeLimits(changed, day)).toThrow(/code-limit-missing/)
    expect(() =>
      codeLimits(
        rows.filter((row) => row.code !== code),
        day,
      ),
    ).toThrow(/code-limit-missing/)
  })
})

describe('the wait', () => {
  it.each([
    [[], 0, 0],
    [[0], 0, 60],
    [[0], 59, 1],
    [[0], 60, 0],
    [[0, 100, 200, 300, 400], 500, 3100],
    [[0, 100, 200, 300, 400], 3600, 0],
    // A clock set back.
    [[0], -5000, 60],
  ])('after codes at %j, at second %d, is %d seconds', (drawn, now, seconds) => {
    expect(secondsToWait(drawn.map(at), at(now), limits)).toBe(seconds)
  })

  it('lets no more than the limit of an hour pass, whoever asks as soon as he may', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 60 }), (pauses) => {
        const drawn: number[] = []
        let now = 0
        for (const pause of pauses) {
          now += pause
          const recent = drawn.filter((one) => one > now - 3600).map(at)
          if (secondsToWait(recent, at(now), limits) === 0) drawn.push(now)
        }
        for (const one of drawn)
          expect(
            drawn.filter((other) => other > one - 3600 && other <= one).length,
          ).toBeLessThanOrEqual(limits.perHour)
        for (const [n, one] of drawn.slice(1).entries())
          expect(one - (drawn[n] ?? 0)).toBeGreaterThanOrEqual(limits.waitSeconds)
      }),
    )
  })
})

describe('a code', () => {
  const live: LiveCode = {
    ...{ codeId: 'c', purpose: 'MOBILE_CHANGE', subject: 'citizen 7', mobile: '09700000001' },
    ...{ salt: '', hash: '', drawnAt: at(0), expiresAt: at(600), mostTries: 5, tries: 0 },
    delivery: { at: at(1), channel: 'SMS' },
  }
  it.each([
    ['none', undefined, 1, 'code-none'],
    ['not delivered', { ...live, delivery: null }, 1, 'code-none'],
    ['of another number', { ...live, mobile: '09700000002' }, 1, 'code-other-mobile'],
    ['in its last moment', live, 599.999, undefined],
    ['over', live, 600, 'code-expired'],
    ['typed too often', { ...live, tries: 5 }, 1, 'code-tries'],
  ])('that is %s', (_, code, now, fault) => {
    expect(faultOfCode(code, '09700000001', at(now))).toBe(fault)
  })
})
