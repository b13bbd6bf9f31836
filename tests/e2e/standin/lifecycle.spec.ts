import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { found, launchApp } from '../../support/launch.ts'
import { application, expect, test } from './fixture.ts'

test('a second start tells the first and ends', async ({ launched, page }) => {
  const words = ['--no-sandbox', application, `--user-data-dir=${launched.userDataDir}`, '--extra']
  const second = spawnSync(found.path, words, {
    encoding: 'utf8',
    timeout: 20_000,
    shell: process.platform === 'win32',
  })
  expect(second.stdout).toContain('SECOND INSTANCE')
  expect(second.status).toBe(3)
  await expect
    .poll(async () => (await page.evaluate(() => window.api.state()))['secondInstance'])
    .toContain('--extra')
})

test('the application ends when its last window is closed', async () => {
  const { app } = await launchApp({ application })
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => {
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close())
  })
  await ended
})

test('the application starts again with other words', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'relaunch-'))
  const marker = path.join(folder, 'marker.json')
  const { app } = await launchApp({ application })
  const ended = app.waitForEvent('close')
  await app.evaluate(
    ({ app: running }, words) => {
      running.relaunch({ args: words })
      setTimeout(() => running.exit(0))
    },
    ['--no-sandbox', application, `--user-data-dir=${folder}`, `--write-marker=${marker}`],
  )
  await ended
  await expect.poll(() => readFile(marker, 'utf8').catch(() => '')).toContain('--write-marker')
})

test('a killed application starts again on the same profile', async () => {
  const first = await launchApp({ application })
  const ended = first.app.waitForEvent('close')
  first.app.process().kill('SIGKILL')
  await ended
  const second = await launchApp({ application, userDataDir: first.userDataDir })
  await expect(second.page.getByRole('heading')).toHaveText('Two hosts')
  await second.app.close()
})
