import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { FromBackend, ToBackend } from '#core/kernel/desk.ts'
import { BackendProcess } from '../../../electron/shell/backend-process.ts'

/** A utility process whose script is the test. */
class FakeChild extends EventEmitter {
  readonly heard: ToBackend[] = []
  killed = false

  postMessage(message: ToBackend): void {
    this.heard.push(message)
  }

  kill(): boolean {
    this.killed = true
    this.emit('exit', 0)
    return true
  }

  says(message: FromBackend): void {
    this.emit('message', message)
  }

  /** Answers the calls that came, in order, with their own method. */
  answers(): void {
    for (const message of this.heard.splice(0)) {
      if (message.type !== 'call') continue
      this.says({ type: 'reply', id: message.id, reply: { ok: true, value: message.method } })
    }
  }
}

const electron = vi.hoisted(() => ({ fork: vi.fn() }))
vi.mock('electron', () => ({ utilityProcess: { fork: electron.fork } }))

const children: FakeChild[] = []
const broadcast = vi.fn()
const answerDesk = vi.fn(() => Promise.resolve({ ok: true as const, value: 'sealed' }))
const refusedUnavailable = { ok: false, refusal: { code: 'unavailable', what: 'office' } }

function child(): FakeChild {
  const last = children.at(-1)
  if (!last) throw new Error('nothing was started')
  return last
}

function started(): BackendProcess {
  const backend = new BackendProcess({
    entry: 'backend.js',
    environment: { BAJEH_OFFICE: 'office' },
    answerDesk,
    broadcast,
    log: () => undefined,
  })
  backend.start()
  return backend
}

beforeEach(() => {
  vi.useFakeTimers()
  children.length = 0
  broadcast.mockClear()
  electron.fork.mockReset().mockImplementation(() => {
    const next = new FakeChild()
    children.push(next)
    return next
  })
})
afterEach(() => vi.useRealTimers())

/** Lets promises run without letting time pass. */
async function settled(): Promise<void> {
  await vi.advanceTimersByTimeAsync(0)
}

describe('the office’s process', () => {
  it('is started once, with its folder in the environment', () => {
    started()
    expect(electron.fork).toHaveBeenCalledOnce()
    expect(electron.fork.mock.calls[0]).toMatchObject([
      'backend.js',
      [],
      { serviceName: 'bajeh-backend', env: { BAJEH_OFFICE: 'office' } },
    ])
  })

  it('gets calls in order once it is ready, and answers each', async () => {
    const backend = started()
    const replies = ['a', 'b', 'c'].map((method) => backend.call(1, method, null))
    await settled()
    expect(child().heard).toEqual([])
    child().says({ type: 'ready' })
    await settled()
    child().answers()
    expect(await Promise.all(replies)).toEqual([
      { ok: true, value: 'a' },
      { ok: true, value: 'b' },
      { ok: true, value: 'c' },
    ])
    expect(broadcast).not.toHaveBeenCalled()
  })

  it('keeps nobody waiting for ever while it starts', async () => {
    const reply = started().call(1, 'a', null)
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await reply).toEqual(refusedUnavailable)
  })

  it('answers those who asked when it dies, says so, and comes back', async () => {
    const backend = started()
    child().says({ type: 'ready' })
    const lost = backend.call(1, 'a', null)
    await settled()
    child().emit('exit', 9)
    expect(await lost).toEqual(refusedUnavailable)
    expect(broadcast.mock.calls).toEqual([['backend.state', 'down']])

    const waiting = backend.call(1, 'b', null)
    await vi.advanceTimersByTimeAsync(200)
    expect(children).toHaveLength(2)
    child().says({ type: 'ready' })
    await settled()
    child().answers()
    expect(await waiting).toEqual({ ok: true, value: 'b' })
    expect(broadcast.mock.calls.at(-1)).toEqual(['backend.state', 'up'])
  })

  it('rests longer after each exit, gives up after five, and tries again when asked', async () => {
    const backend = started()
    for (const rest of [200, 400, 800, 1600]) {
      const before = children.length
      child().emit('exit', 1)
      await vi.advanceTimersByTimeAsync(rest - 1)
      expect(children).toHaveLength(before)
      await vi.advanceTimersByTimeAsync(1)
      expect(children).toHaveLength(before + 1)
    }
    const waiting = backend.call(1, 'a', null)
    child().emit('exit', 1)
    expect(await waiting).toEqual(refusedUnavailable)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children).toHaveLength(5)
    expect(broadcast.mock.calls).toEqual([['backend.state', 'down']])

    const again = backend.call(1, 'b', null)
    expect(children).toHaveLength(6)
    child().says({ type: 'ready' })
    await settled()
    child().answers()
    expect(await again).toEqual({ ok: true, value: 'b' })
  })

  it('does not hold old exits against it', async () => {
    started()
    for (let turn = 0; turn < 12; turn++) {
      child().emit('exit', 1)
      await vi.advanceTimersByTimeAsync(30_000)
    }
    expect(children).toHaveLength(13)
  })

  it('hears nothing from a process that is gone', async () => {
    const backend = started()
    const old = child()
    old.says({ type: 'ready' })
    old.emit('exit', 1)
    await vi.advanceTimersByTimeAsync(200)
    broadcast.mockClear()
    old.says({ type: 'event', topic: 'office.changed', payload: null })
    old.says({ type: 'ready' })
    expect(broadcast).not.toHaveBeenCalled()
    const reply = backend.call(1, 'a', null)
    await settled()
    expect(child().heard).toEqual([])
    await vi.advanceTimersByTimeAsync(30_000)
    expect(await reply).toEqual(refusedUnavailable)
  })

  it('passes its events on and answers what it asks of the desk', async () => {
    started()
    child().says({ type: 'event', topic: 'access.locked', payload: null })
    expect(broadcast).toHaveBeenCalledWith('access.locked', null)
    child().says({ type: 'desk-call', id: 7, verb: 'seal', args: [1] })
    await settled()
    expect(answerDesk).toHaveBeenCalledWith('seal', [1])
    expect(child().heard).toEqual([{ type: 'desk-reply', id: 7, ok: true, value: 'sealed' }])
  })

  it('is told about locks and windows only while it runs', async () => {
    const backend = started()
    backend.tell({ type: 'lock' })
    expect(child().heard).toEqual([])
    child().says({ type: 'ready' })
    backend.tell({ type: 'window-closed', window: 3 })
    expect(child().heard).toEqual([{ type: 'window-closed', window: 3 }])
    await settled()
  })

  it('may finish its work before it is stopped, and is not started again', async () => {
    const backend = started()
    child().says({ type: 'ready' })
    const lost = backend.call(1, 'a', null)
    await settled()
    const stopped = backend.stop()
    expect(await lost).toEqual(refusedUnavailable)
    expect(child().heard.at(-1)).toEqual({ type: 'stop' })
    child().says({ type: 'stopped' })
    await stopped
    expect(child().killed).toBe(true)
    expect(await backend.call(1, 'b', null)).toEqual(refusedUnavailable)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children).toHaveLength(1)
    expect(broadcast).not.toHaveBeenCalled()
  })

  it('is ended when it does not stop in time', async () => {
    const backend = started()
    child().says({ type: 'ready' })
    const stopped = backend.stop()
    await vi.advanceTimersByTimeAsync(5_000)
    await stopped
    expect(child().killed).toBe(true)
  })

  it('stops at once when it is down', async () => {
    const backend = started()
    child().emit('exit', 1)
    await backend.stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(children).toHaveLength(1)
  })
})
