import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { refused } from '#core/kernel/reply.ts'
import { defaultDeskSettings, type DeskSettings } from '#core/kernel/settings.ts'
import { useDesk } from '../../../../renderer/desk/desk.store.ts'
import { changedPrinting, usualPrinting } from '../../../../renderer/desk/paper-printing.ts'
import { usePrinters } from '../../../../renderer/desk/printers.store.ts'
import { createFakeApp, ok } from '../../../support/fake-app.ts'

const slip = { printer: 'slips', tray: 'A5', copies: 2, duplex: 'simplex' as const }

describe('what is kept of a kind of paper', () => {
  it('begins with the usual way', () => {
    expect(changedPrinting(undefined, { copies: 2 })).toEqual({ ...usualPrinting, copies: 2 })
  })
  it('is forgotten when nothing differs from the others', () => {
    expect(changedPrinting({ ...usualPrinting, copies: 2 }, { copies: 1 })).toBeNull()
  })
  it('loses the tray with its printer', () => {
    expect(changedPrinting(slip, { printer: 'office' })).toEqual({
      ...slip,
      printer: 'office',
      tray: null,
    })
    expect(changedPrinting(slip, { copies: 3 })).toEqual({ ...slip, copies: 3 })
  })
})

describe('the settings of the desk', () => {
  let kept: DeskSettings
  const install = () => {
    kept = { ...defaultDeskSettings, papers: { 'pension-slip': slip } }
    const app = createFakeApp({
      'desk.settings': () => ok(kept),
      'desk.change': () => refused({ code: 'unavailable' }),
      'desk.printers': () =>
        ok([
          { name: 'office', isDefault: true, trays: [] },
          { name: 'slips', isDefault: false, trays: ['A4', 'A5'] },
        ]),
    })
    vi.stubGlobal('window', { app: app.bridge })
    return app
  }
  beforeEach(() => {
    vi.useFakeTimers()
    setActivePinia(createPinia())
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('change one kind at once and leave the others', async () => {
    const app = install()
    const desk = useDesk()
    await desk.load()
    const decree = { ...usualPrinting, duplex: 'longEdge' as const }
    let answer: () => void = () => undefined
    app.answer('desk.change', () => {
      return new Promise((resolve) => {
        answer = () => resolve(ok({ ...kept, papers: { decree } }))
      })
    })
    const changing = desk.change({ papers: { decree, 'pension-slip': null } })
    expect(desk.settings.papers).toEqual({ decree })
    await vi.waitFor(() => expect(app.calls.at(-1)?.method).toBe('desk.change'))
    answer()
    await changing
    expect(desk.settings.papers).toEqual({ decree })
  })

  it('go back to what they were when they could not be kept', async () => {
    install()
    const desk = useDesk()
    await desk.load()
    await desk.change({ papers: { decree: slip } })
    expect(desk.settings).toEqual(kept)
  })

  it('say which printer a kind of paper goes to, and when it is gone', async () => {
    install()
    const desk = useDesk()
    const printers = usePrinters()
    await desk.load()
    expect(printers.printerOf('decree')).toBeUndefined()
    await printers.reload()
    expect(printers.printerOf('pension-slip')).toEqual({ name: 'slips', isGone: false })
    expect(printers.printerOf('decree')).toEqual({ name: 'office', isGone: false })
    desk.settings = { ...desk.settings, printer: 'sold' }
    expect(printers.printerOf('decree')).toEqual({ name: 'sold', isGone: true })
  })
})
