import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ShareTriesAtDesks } from '../../../../electron/backend/verification/share-tries.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

it('three wrong tries cost nothing, the next ones wait longer each time', () => {
  const tries = new ShareTriesAtDesks()
  for (const wait of [0, 0, 0, 2, 4, 8]) {
    tries.begin('desk-1')
    if (wait > 0)
      expect(() => tries.begin('desk-1')).toThrow(
        expect.objectContaining({
          data: { code: 'rule', what: 'share-check-too-soon', values: { seconds: wait } },
        }),
      )
    later(wait)
  }
})

it('the wait is of one desk, and a right try ends it', () => {
  const tries = new ShareTriesAtDesks()
  for (let wrong = 0; wrong < 4; wrong++) tries.begin('desk-1')
  expect(() => tries.begin('desk-1')).toThrow()
  tries.begin('desk-2')
  later(2)
  tries.begin('desk-1')
  tries.succeed('desk-1')
  for (let wrong = 0; wrong < 4; wrong++) tries.begin('desk-1')
})
