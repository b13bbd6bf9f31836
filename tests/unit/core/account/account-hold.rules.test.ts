import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accountHold } from '#core/account/account-hold.rules.ts'
import { Instant, instantAt } from '#core/kernel/instant.ts'
import { jalali, officeParameters } from '../../../support/service-facts.ts'

const changed = Instant.parse('2026-11-23T08:00:00.000Z')
const HOUR = 3_600_000
const after = (milliseconds: number) => instantAt(Date.parse(changed) + milliseconds)

it.each([
  [0, true],
  [23 * HOUR, true],
  [24 * HOUR - 1, true],
  [24 * HOUR, false],
  [48 * HOUR, false],
])('%i ms after the change: held %s', (milliseconds, held) => {
  expect(accountHold(changed, officeParameters, after(milliseconds)) !== undefined).toBe(held)
})

it('tells from when it is possible, by the clock of Tehran', () => {
  expect(accountHold(changed, officeParameters, changed)).toEqual({
    until: after(24 * HOUR),
    because: {
      code: 'account-hold',
      values: { hours: 24, day: jalali('1405/09/03'), time: '۱۱:۳۰' },
    },
  })
})

it('holds nobody whose mobile was not changed, and everybody where the hours are not known', () => {
  expect(accountHold(null, officeParameters, changed)).toBeUndefined()
  expect(accountHold(changed, [], after(90 * HOUR))).toMatchObject({
    until: null,
    because: { code: 'parameter-missing', values: { parameter: 'ACCOUNT_HOLD_HOURS' } },
  })
})

it('ends exactly at the moment it tells', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 24 * HOUR - 1 }), (milliseconds) => {
      const until = accountHold(changed, officeParameters, after(milliseconds))?.until
      if (!until) throw new Error('not held')
      expect(accountHold(changed, officeParameters, until)).toBeUndefined()
      const before = instantAt(Date.parse(until) - 1)
      expect(accountHold(changed, officeParameters, before)?.until).toBe(until)
    }),
  )
})
