import { describe, expect, it, vi } from 'vitest'
import type { Desk } from '#core/kernel/desk.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { defaultDeskSettings } from '#core/kernel/settings.ts'
import { answerDesk, createDesk } from '../../../electron/shell/desk.ts'

const settings = {
  read: () => defaultDeskSettings,
  change: vi.fn((change: object) => ({ ...defaultDeskSettings, ...change })),
  officeFolder: () => undefined,
  windowPlace: () => undefined,
  rememberWindow: () => undefined,
}
const applyTheme = vi.fn()

function desk(parts: Partial<Desk> = {}): Desk {
  const whole = createDesk({
    keyStore: {
      kind: () => Promise.resolve({ name: 'dpapi', trusted: true }),
      seal: (plain) => Promise.resolve(plain),
      unseal: () => Promise.reject(new Refusal('unavailable', { what: 'key-store' })),
    },
    settings,
    printing: {
      list: () => Promise.resolve([{ name: 'office', isDefault: true, trays: [] }]),
      print: () => Promise.resolve({ printed: true, where: 'office' }),
    },
    dialogs: {
      chooseExtract: () => Promise.resolve(null),
      saveFile: () => Promise.reject(new Error('disk full at C:\\Users\\someone')),
      saveFiles: (files) => Promise.resolve(files.map(({ name }) => name).join()),
    },
    applyTheme,
  })
  return { ...whole, ...parts }
}

const job = {
  pdf: new Uint8Array([1]),
  title: 'receipt',
  printer: null,
  tray: null,
  copies: 1,
  duplex: 'simplex',
  fileAllowed: false,
}

describe('the desk', () => {
  it.each([
    ['sealKind', [], { name: 'dpapi', trusted: true }],
    ['seal', [new Uint8Array([1])], new Uint8Array([1])],
    ['readSettings', [], defaultDeskSettings],
    ['listPrinters', [], [{ name: 'office', isDefault: true, trays: [] }]],
    ['print', [job], { printed: true, where: 'office' }],
    ['chooseExtract', ['zip'], null],
    ['saveFiles', [[{ name: 'a.pdf', bytes: new Uint8Array([1]) }]], 'a.pdf'],
  ])('answers %s', async (verb, args, value) => {
    expect(await answerDesk(desk(), verb, args)).toEqual({ ok: true, value })
  })

  it('shows a new theme at once', async () => {
    const answer = await answerDesk(desk(), 'writeSettings', [{ theme: 'dark' }])
    expect(answer).toEqual({ ok: true, value: { ...defaultDeskSettings, theme: 'dark' } })
    expect(applyTheme).toHaveBeenCalledWith('dark')
  })

  it.each([
    ['seal', ['text']],
    ['print', [{ ...job, copies: 0 }]],
    ['print', [{}]],
    ['print', [{ ...job, duplex: 'both' }]],
    ['writeSettings', [{ theme: 'pink' }]],
    ['chooseExtract', ['disk']],
    ['saveFile', ['a.pdf', 'text']],
    ['saveFiles', [[{ name: '', bytes: new Uint8Array() }]]],
    ['saveFiles', [{ name: 'a.pdf', bytes: new Uint8Array() }]],
  ])('refuses %s with wrong arguments', async (verb, args) => {
    const answer = await answerDesk(desk(), verb, args)
    expect(answer).toEqual({ ok: false, value: { code: 'invalid-input' } })
  })

  it.each(['constructor', '__proto__', 'toString', '', 7, null])(
    'knows no verb %s',
    async (verb) => {
      const answer = await answerDesk(desk(), verb, [])
      expect(answer).toEqual({ ok: false, value: { code: 'not-found', what: 'desk' } })
    },
  )

  it('passes a refusal on, and of any other failure only that it failed', async () => {
    expect(await answerDesk(desk(), 'unseal', [new Uint8Array()])).toEqual({
      ok: false,
      value: { code: 'unavailable', what: 'key-store' },
    })
    expect(await answerDesk(desk(), 'saveFile', ['a.pdf', new Uint8Array()])).toEqual({
      ok: false,
      value: { code: 'unavailable', what: 'desk' },
    })
  })
})
