import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Attempts } from '../../../../electron/backend/access/attempts.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

test('the fifth attempt waits, and only for the name that failed', () => {
  const attempts = new Attempts()
  for (let n = 0; n < 4; n++) attempts.begin('narges')
  expect(() => attempts.begin('narges')).toThrow(
    expect.objectContaining({
      data: { code: 'not-signed-in', what: 'too-many-attempts', values: { seconds: 2 } },
    }),
  )
  attempts.begin('bahram')
  vi.advanceTimersByTime(2000)
  attempts.begin('narges')
  expect(attempts.of('narges')?.count).toBe(5)
})

test('an attempt made while waiting does not count', () => {
  const attempts = new Attempts()
  for (let n = 0; n < 4; n++) attempts.begin('narges')
  for (let n = 0; n < 10; n++) expect(() => attempts.begin('narges')).toThrow()
  expect(attempts.of('narges')?.count).toBe(4)
})

test('the right secret makes all good', () => {
  const attempts = new Attempts()
  for (let n = 0; n < 4; n++) attempts.begin('narges')
  attempts.succeed('narges')
  expect(attempts.of('narges')).toBeUndefined()
  attempts.begin('narges')
})

test('what the database kept counts again, and names at random do not fill the memory', () => {
  const attempts = new Attempts()
  attempts.recall(new Map([['narges', { count: 6, lastAt: Date.now() }]]))
  expect(() => attempts.begin('narges')).toThrow()
  attempts.recall(new Map([['narges', { count: 1, lastAt: 0 }]]))
  expect(attempts.of('narges')?.count).toBe(6)
  for (let n = 0; n < 1200; n++) attempts.begin(`name ${n}`)
  expect(attempts.of('name 0')).toBeUndefined()
  expect(attempts.of('name 1199')?.count).toBe(1)
})
