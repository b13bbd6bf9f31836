import { mkdir, mkdtemp } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { _electron } from 'playwright'
import type { FoundElectron } from './find-electron.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'out/tour')

/**
 * Shows the application without a display, on a fresh profile.
 *
 * @returns the files that it made, in order
 */
export async function runTour(found: FoundElectron): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const profile = await mkdtemp(path.join(os.tmpdir(), 'bajeh-tour-'))
  const app = await _electron.launch({
    executablePath: found.path,
    args: [root, `--user-data-dir=${profile}`],
    colorScheme: null,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForURL((url) => !['about:', 'data:'].includes(url.protocol))
    await page.waitForLoadState('load')
    const picture = path.join(folder, '01-first-window.png')
    await page.screenshot({ path: picture })
    return [picture]
  } finally {
    await app.close()
  }
}
