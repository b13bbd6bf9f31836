import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Reply } from '#core/kernel/reply.ts'
import { openRelay } from '../../../electron/shell/relay.ts'

type Handler = (event: unknown, method: unknown, input: unknown) => Promise<Reply<unknown>>

const electron = vi.hoisted(() => ({ handlers: new Map<string, unknown>() }))
vi.mock('electron', () => ({
  ipcMain: {
    handle: (channel: string, handler: unknown) => electron.handlers.set(channel, handler),
  },
  protocol: {},
  webContents: {},
}))

const ourWindow = 4
const call = vi.fn((window: number, method: unknown): Promise<Reply<unknown>> =>
  Promise.resolve({ ok: true, value: `${String(method)} by ${window}` }),
)

function handler(): Handler {
  return electron.handlers.get('app:call') as Handler
}

function from(frame: unknown, window = ourWindow): unknown {
  return { senderFrame: frame, sender: { id: window } }
}

const ownPage = { parent: null, origin: 'app://bajeh' }

beforeEach(() => {
  call.mockClear()
  electron.handlers.clear()
  openRelay({ isOurs: (window) => window === ourWindow, call })
})

describe('the relay', () => {
  it('is the only channel', () => {
    expect([...electron.handlers.keys()]).toEqual(['app:call'])
  })

  it('hands a call of our own window to the office', async () => {
    const reply = await handler()(from(ownPage), 'citizens.search', { text: 'x' })
    expect(reply).toEqual({ ok: true, value: 'citizens.search by 4' })
    expect(call).toHaveBeenCalledWith(ourWindow, 'citizens.search', { text: 'x' })
  })

  it.each([
    ['a frame that is gone', from(null)],
    ['a frame inside our page', from({ parent: ownPage, origin: 'app://bajeh' })],
    ['another origin', from({ parent: null, origin: 'https://bajeh.example' })],
    ['an origin that begins like ours', from({ parent: null, origin: 'app://bajeh.example' })],
    ['an opaque origin', from({ parent: null, origin: 'null' })],
    ['a window that is not ours', from(ownPage, 5)],
  ])('refuses %s without asking the office', async (_who, event) => {
    const reply = await handler()(event, 'citizens.search', {})
    expect(reply).toEqual({ ok: false, refusal: { code: 'forbidden', what: 'sender' } })
    expect(call).not.toHaveBeenCalled()
  })

  it.each([
    ['an input', 'x', 'a'.repeat(50_000_000)],
    ['a method', 'a'.repeat(50_000_000), null],
    ['bytes', 'x', new Uint8Array(9_000_000)],
  ])('refuses %s that is too large before it reaches the office', async (_what, method, input) => {
    const reply = await handler()(from(ownPage), method, input)
    expect(reply).toEqual({ ok: false, refusal: { code: 'invalid-input', fault: 'too_big' } })
    expect(call).not.toHaveBeenCalled()
  })

  it('answers even when asking the office fails', async () => {
    call.mockRejectedValueOnce(new Error('broken pipe'))
    const reply = await handler()(from(ownPage), 'x', null)
    expect(reply).toEqual({ ok: false, refusal: { code: 'unavailable', what: 'office' } })
  })
})
