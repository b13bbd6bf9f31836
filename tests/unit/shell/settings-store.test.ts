import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultDeskSettings } from '#core/kernel/settings.ts'
import { openSettings } from '../../../electron/shell/settings-store.ts'

// electron-store is conf with Electron's folders; a folder is given here.
vi.mock('electron-store', async () => {
  const { default: Conf } = await import('conf')
  return {
    default: class extends Conf {
      constructor({ name, cwd }: { name: string; cwd: string }) {
        super({ configName: name, cwd })
      }
    },
  }
})

let folder = ''
const log = vi.fn()
const place = { x: 10, y: 20, width: 1000, height: 700, maximized: true }

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'settings-'))
  log.mockClear()
})

function write(text: string): void {
  writeFileSync(path.join(folder, 'settings.json'), text)
}

describe('settings of the desk', () => {
  it('begin with the defaults', () => {
    const settings = openSettings(folder, log)
    expect(settings.read()).toEqual(defaultDeskSettings)
    expect(settings.windowPlace()).toBeUndefined()
    expect(settings.officeFolder()).toBeUndefined()
    expect(log).not.toHaveBeenCalled()
  })

  it('are there after a new start', () => {
    const before = openSettings(folder, log)
    expect(before.change({ theme: 'dark' })).toEqual({ ...defaultDeskSettings, theme: 'dark' })
    before.change({ printer: 'office' })
    before.rememberWindow(place)
    const after = openSettings(folder, log)
    expect(after.read()).toEqual({
      ...defaultDeskSettings,
      theme: 'dark',
      printer: 'office',
    })
    expect(after.windowPlace()).toEqual(place)
  })

  it('ignore what a change leaves undefined', () => {
    const settings = openSettings(folder, log)
    settings.change({ theme: 'dark' })
    expect(settings.change({ theme: undefined, idleMinutes: 5 })).toEqual({
      ...defaultDeskSettings,
      theme: 'dark',
      idleMinutes: 5,
    })
  })

  it('keep what was said of each kind of paper until it is forgotten', () => {
    const settings = openSettings(folder, log)
    const slips = { printer: 'slips', tray: 'Tray2', copies: 2, duplex: 'simplex' } as const
    const decrees = { printer: null, tray: null, copies: 1, duplex: 'longEdge' } as const
    settings.change({ papers: { 'pension-slip': slips } })
    settings.change({ papers: { decree: decrees }, theme: 'dark' })
    expect(openSettings(folder, log).read().papers).toEqual({
      'pension-slip': slips,
      decree: decrees,
    })
    settings.change({ papers: { 'pension-slip': null } })
    expect(settings.read().papers).toEqual({ decree: decrees })
  })

  it('of an older program are completed', () => {
    write('{"desk":{"theme":"light"}}')
    expect(openSettings(folder, log).read()).toEqual({ ...defaultDeskSettings, theme: 'light' })
    expect(log).not.toHaveBeenCalled()
  })

  it.each([
    ['an empty file', ''],
    ['half a file', '{"desk":{"theme":"da'],
    ['a list', '[]'],
    ['another theme', '{"desk":{"theme":"pink"}}'],
    ['an endless idle time', '{"desk":{"idleMinutes":100000}}'],
    ['a window without a size', '{"window":{"x":1,"y":2}}'],
    ['bytes', '\u0000\u0001\ufffd'],
  ])('%s is set aside and the defaults are used', (_what, text) => {
    write(text)
    const settings = openSettings(folder, log)
    expect(settings.read()).toEqual(defaultDeskSettings)
    expect(readFileSync(path.join(folder, 'settings-damaged-1.json'), 'utf8')).toBe(text)
    expect(log).toHaveBeenCalledOnce()
    expect(settings.change({ idleMinutes: 9 }).idleMinutes).toBe(9)
    expect(openSettings(folder, log).read().idleMinutes).toBe(9)
  })

  it('set a second damaged file beside the first', () => {
    write('x')
    openSettings(folder, log)
    write('y')
    openSettings(folder, log)
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['settings-damaged-1.json', 'settings-damaged-2.json']),
    )
  })
})
