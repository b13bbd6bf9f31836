import { expect, test } from 'vitest'
import { missing, strict } from '../../../electron/standin/strict.ts'

test('what is not implemented throws by name, what is can be replaced', () => {
  const shell = strict('shell', { beep: () => 'beep' }) as unknown as Record<string, () => string>
  expect(() => shell['openPath']).toThrow('[standin] electron.shell.openPath is not implemented')
  shell['beep'] = () => 'scripted'
  expect(shell['beep']()).toBe('scripted')
})

test('a missing member throws however it is used', () => {
  const Tray = missing('Tray') as unknown as { new (): object; (): void; readonly icon: string }
  for (const use of [() => new Tray(), () => Tray(), () => Tray.icon]) {
    expect(use).toThrow('[standin] electron.Tray is not implemented')
  }
})
