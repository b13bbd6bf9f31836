import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, ref } from 'vue'
import {
  commands,
  runCommand,
  useCommands,
  whenDisabled,
} from '../../../../renderer/ui/commands.ts'
import {
  bindShortcut,
  blockShortcuts,
  comboLabel,
  comboOf,
  listenToKeys,
} from '../../../../renderer/ui/shortcuts.ts'

const desk = new EventTarget()
listenToKeys(desk as Window)
let release: (() => void)[] = []
beforeEach(() => (release = []))
afterEach(() => {
  for (const one of release) one()
})

function press(code: string, more: Partial<KeyboardEvent> = {}): Event {
  const keys = { code, key: '', ctrlKey: false, altKey: false, shiftKey: false, ...more }
  const event = Object.assign(new Event('keydown', { cancelable: true }), keys)
  desk.dispatchEvent(event)
  return event
}
function bind(combo: string, always = false) {
  const run = vi.fn(() => true)
  release.push(bindShortcut(combo, run, { always }))
  return run
}

it('knows a key by its place, whatever letter the layout gives it', () => {
  const run = bind('Ctrl+KeyK')
  const event = press('KeyK', { key: 'ن', ctrlKey: true })
  expect(run).toHaveBeenCalledOnce()
  expect(event.defaultPrevented).toBe(true)
})

it('counts the numeric pad as the main keys', () => {
  const event = { ctrlKey: true, altKey: false, shiftKey: false, code: 'NumpadEnter' }
  expect(comboOf(event as KeyboardEvent)).toBe('Ctrl+Enter')
  expect(comboOf({ ...event, ctrlKey: false, code: 'Numpad1' } as KeyboardEvent)).toBe('Digit1')
})

it('gives the key to the one bound last, and on when that one lets it pass', () => {
  const below = bind('Escape')
  const above = vi.fn(() => false)
  release.push(bindShortcut('Escape', above))
  press('Escape')
  expect(above).toHaveBeenCalledOnce()
  expect(below).toHaveBeenCalledOnce()
})

it('keeps keys from what lies behind a dialog, but not the lock', () => {
  const certificate = bind('F6')
  const lock = bind('Ctrl+Shift+KeyL', true)
  const open = blockShortcuts('dialog')
  press('F6')
  press('KeyL', { ctrlKey: true, shiftKey: true })
  expect(certificate).not.toHaveBeenCalled()
  expect(lock).toHaveBeenCalledOnce()
  open()
  press('F6')
  expect(certificate).toHaveBeenCalledOnce()
})

it('lets no key through a locked desk', () => {
  const lock = bind('Ctrl+Shift+KeyL', true)
  release.push(blockShortcuts('lock'))
  press('KeyL', { ctrlKey: true, shiftKey: true })
  expect(lock).not.toHaveBeenCalled()
})

it('names keys as they are printed', () => {
  expect(comboLabel('Ctrl+Shift+KeyT')).toBe('Ctrl+Shift+T')
  expect(comboLabel('Alt+ArrowDown')).toBe('Alt+↓')
})

it('binds the key of a command that a page offers, and tells why it cannot be done', () => {
  const run = vi.fn()
  const why = vi.fn()
  whenDisabled(why)
  const reason = ref<string | undefined>('not now')
  const scope = effectScope()
  const command = { id: 'x', label: 'X', group: 'desk', icon: '', keys: 'F7' } as const
  scope.run(() => {
    useCommands(() => [{ ...command, disabled: () => reason.value, run }])
  })
  press('F7')
  expect(why).toHaveBeenCalledOnce()
  expect(run).not.toHaveBeenCalled()
  reason.value = undefined
  press('F7')
  expect(run).toHaveBeenCalledOnce()
  expect(commands.value.map((one) => one.id)).toEqual(['x'])
  scope.stop()
  press('F7')
  expect(run).toHaveBeenCalledOnce()
  expect(commands.value).toEqual([])
})

it('lets a page say better what a key does, as long as it is there', () => {
  const desk = {
    id: 'slip',
    label: 'desk',
    group: 'desk',
    icon: '',
    keys: 'F7',
    run: vi.fn(),
  } as const
  const page = { ...desk, label: 'page', run: vi.fn() }
  const isThere = ref(true)
  const scope = effectScope()
  scope.run(() => {
    useCommands(() => [desk])
    useCommands(() => (isThere.value ? [page] : []))
  })
  press('F7')
  expect(page.run).toHaveBeenCalledOnce()
  isThere.value = false
  press('F7')
  expect(desk.run).toHaveBeenCalledOnce()
  scope.stop()
  runCommand(desk)
  expect(desk.run).toHaveBeenCalledTimes(2)
})
