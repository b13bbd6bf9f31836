import { findElectron } from '../../electron/standin/find-electron.ts'
import { ensureSystemPackages } from '../../electron/standin/system-packages.ts'

/** Before any end-to-end test: the programs it needs, and a word on what drives the application. */
function prepareMachine(): void {
  const found = findElectron()
  console.log(`${found.kind}: ${found.reason}`)
  ensureSystemPackages([
    ...(found.kind === 'standin' ? (['chromium'] as const) : []),
    'poppler-utils',
    'qpdf',
    'zbar-tools',
  ])
}

// Playwright takes the default export.
export { prepareMachine as default }
