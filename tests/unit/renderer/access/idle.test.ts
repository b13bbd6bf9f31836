import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useIdle } from '../../../../renderer/access/idle.ts'

let desk: EventTarget
beforeEach(() => {
  vi.useFakeTimers()
  desk = new EventTarget()
  vi.stubGlobal('window', desk)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function watch(minutes: () => number, active = () => true) {
  const lock = vi.fn()
  const scope = effectScope()
  const left = scope.run(() => useIdle(minutes, active, lock))
  return { lock, left, stop: () => scope.stop() }
}

it('counts the last twenty seconds, then locks once', () => {
  const { lock, left, stop } = watch(() => 3)
  vi.advanceTimersByTime(159_000)
  expect(left?.value).toBeNull()
  vi.advanceTimersByTime(2000)
  expect(left?.value).toBe(19)
  vi.advanceTimersByTime(19_000)
  expect(lock).toHaveBeenCalledOnce()
  stop()
})

it('starts afresh at any key, and takes a changed setting at once', () => {
  let minutes = 3
  const { lock, left, stop } = watch(() => minutes)
  vi.advanceTimersByTime(170_000)
  expect(left?.value).toBe(10)
  desk.dispatchEvent(new Event('keydown'))
  expect(left?.value).toBeNull()
  minutes = 1
  vi.advanceTimersByTime(60_000)
  expect(lock).toHaveBeenCalledOnce()
  stop()
})

it('does not count while the desk is locked, nor after it is gone', () => {
  const { lock, stop } = watch(
    () => 1,
    () => false,
  )
  vi.advanceTimersByTime(600_000)
  stop()
  vi.advanceTimersByTime(600_000)
  expect(lock).not.toHaveBeenCalled()
})
