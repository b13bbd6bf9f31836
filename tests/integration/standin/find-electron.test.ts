import { mkdtemp, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findElectron } from '../../../electron/standin/find-electron.ts'
import { ensureSystemPackages } from '../../../electron/standin/system-packages.ts'

afterEach(() => vi.unstubAllEnvs())

test('an Electron in the chosen folder is used', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'electron-'))
  for (const name of ['electron', 'electron.exe']) await writeFile(path.join(folder, name), '')
  vi.stubEnv('STANDIN', '')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', folder)
  const found = findElectron()
  expect(found.kind).toBe('electron')
  expect(path.dirname(found.path)).toBe(folder)
})

test('without one the stand-in is used, and says why', async () => {
  vi.stubEnv('STANDIN', '')
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', await mkdtemp(path.join(os.tmpdir(), 'electron-')))
  const found = findElectron()
  expect(found.kind).toBe('standin')
  expect(path.basename(found.path)).toMatch(/^electron\.(sh|cmd)$/)
  expect(found.reason).toContain('not installed')
})

test('the stand-in can be asked for', () => {
  vi.stubEnv('STANDIN', '1')
  expect(findElectron().kind).toBe('standin')
})

test('what is missing is named where it cannot be installed', () => {
  vi.stubEnv('PATH', '')
  vi.spyOn(process, 'getuid').mockReturnValue(1000)
  expect(() => ensureSystemPackages(['qpdf', 'poppler-utils'])).toThrow(/qpdf.*poppler-utils/)
  vi.restoreAllMocks()
})
