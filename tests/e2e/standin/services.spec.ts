import { chmod, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { found, launchApp } from '../../support/launch.ts'
import { application, expect, test } from './fixture.ts'

test('a dialog is answered by the test', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['chosen.txt'] })
  })
  expect(await page.evaluate(() => window.api.pick())).toEqual(['chosen.txt'])
})

test('the screen is locked by the test', async ({ app, page }) => {
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'))
  const { events } = await page.evaluate(() => window.api.state())
  expect(events).toContain('lock-screen')
})

test('a secret comes back, where secrets can be kept', async ({ page }) => {
  const answer = await page.evaluate(() => window.api.secret('hush'))
  expect(['hush', 'unavailable']).toContain(answer)
})

test('the page becomes a PDF file', async ({ page }) => {
  expect(await page.evaluate(() => window.api.pdf())).toBeGreaterThan(1000)
})

test('the application knows its name, version and folders', async ({ launched, page }) => {
  const state = await page.evaluate(() => window.api.state())
  expect(state).toMatchObject({
    name: 'standin-fixture',
    version: '1.2.3',
    packaged: false,
    appPath: application,
    userData: launched.userDataDir,
    menu: 2,
  })
})

test('a utility process is an ES module with its own environment', async ({ page }) => {
  expect(await page.evaluate(() => window.api.backend('describe'))).toEqual({
    early: ['early'],
    fixture: 'yes',
    argument: 'one',
    type: 'utility',
  })
})

test('bytes cross to a utility process and back as Uint8Array', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const answer = await window.api.backend('bytes', new Uint8Array([1, 2]))
    const { isBytes, doubled, buffer } = answer as Record<string, Uint8Array>
    return { isBytes, doubled: [...(doubled ?? [])], buffer: [...(buffer ?? [])] }
  })
  expect(seen).toEqual({ isBytes: true, doubled: [2, 4], buffer: [97, 98] })
})

test('the end of a utility process is told with its code, and another can be started', async ({
  page,
}) => {
  expect(await page.evaluate(() => window.api.backend('crash'))).toEqual({ exit: 7 })
  expect(await page.evaluate(() => window.api.backend('describe'))).toMatchObject({
    fixture: 'yes',
  })
})

/** Programs that stand for CUPS and write down what they are told. */
async function fakePrinter(): Promise<{ folder: string; env: Record<string, string> }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'printer-'))
  const lp = `#!/bin/sh
case "$*" in *Broken*) echo "lp: stopped" >&2; exit 1 ;; esac
case "$*" in *Nowhere*) echo "lp: The printer or class does not exist." >&2; exit 1 ;; esac
echo "$@" > "${folder}/words"
cat > "${folder}/paper.pdf"
`
  const lpstat = `#!/bin/sh
if [ "$1" = -d ]; then echo "system default destination: Counter"; else printf 'Broken\\nCounter\\n'; fi
`
  await writeFile(path.join(folder, 'lp'), lp)
  await writeFile(path.join(folder, 'lpstat'), lpstat)
  for (const program of ['lp', 'lpstat']) await chmod(path.join(folder, program), 0o755)
  return { folder, env: { PATH: `${folder}:${process.env['PATH'] ?? ''}` } }
}

// Electron itself speaks with CUPS, and with Windows, through libraries: nothing to stand for.
if (found.kind === 'standin' && process.platform !== 'win32') {
  test('a PDF document goes to the printer as it is, and failures have reasons', async () => {
    const { folder, env } = await fakePrinter()
    const { app, page } = await launchApp({ application, env })
    const print = (deviceName: string): Promise<object> =>
      page.evaluate(
        (name) => window.api.print({ silent: true, deviceName: name, copies: 2 }),
        deviceName,
      )
    expect(await page.evaluate(() => window.api.printers())).toEqual(['Counter', 'Broken'])
    expect(await print('Counter')).toEqual({ success: true, reason: '' })
    expect(await readFile(path.join(folder, 'words'), 'utf8')).toBe('-d Counter -n 2 -\n')
    const original = await readFile(path.join(application, 'paper.pdf'))
    expect(original.equals(await readFile(path.join(folder, 'paper.pdf')))).toBe(true)
    expect(await print('Broken')).toEqual({ success: false, reason: 'Print job failed' })
    expect(await print('Nowhere')).toEqual({
      success: false,
      reason: 'Invalid deviceName provided',
    })
    await app.close()
  })
}
