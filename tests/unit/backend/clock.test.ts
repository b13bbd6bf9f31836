import { afterEach, describe, expect, test, vi } from 'vitest'
import { dayInTehran, tehranTime } from '#core/kernel/instant.ts'
import { clockOn, officeClock, realClock } from '../../../electron/backend/clock.ts'
import { jalali } from '../../support/counter.ts'

afterEach(() => vi.useRealTimers())

describe('a clock that stands on a day', () => {
  // 21:15 UTC of the day before is 00:45 in Tehran: the day of Tehran counts, not of UTC.
  test.each(['2026-11-22T21:15:00.123Z', '2026-11-23T10:00:00.000Z', '2026-11-23T20:29:59.999Z'])(
    'keeps the day and lets the time go on: %s',
    (real) => {
      vi.useFakeTimers({ now: new Date(real) })
      for (const day of ['1405/08/30', '1404/12/29', '1399/06/31', '1370/01/02'].map(jalali)) {
        const clock = clockOn(day)
        expect(clock.today()).toBe(day)
        expect(dayInTehran(clock.now())).toBe(day)
        expect(tehranTime(clock.now())).toBe(tehranTime(realClock.now()))
      }
    },
  )
})

test('a real office takes no notice of a day it was told', () => {
  let real = false
  const day = jalali('1400/01/01')
  const clock = officeClock(day, () => !real)
  expect(clock.today()).toBe(day)
  real = true
  expect(clock.today()).toBe(realClock.today())
  expect(officeClock(undefined, () => true)).toBe(realClock)
})
