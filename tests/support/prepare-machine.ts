import { findElectron } from '../../electron/standin/find-electron.ts'
import { ensureSystemPackages } from '../../electron/standin/system-packages.ts'
import { prepareDemonstrationOffice } from './demonstration-office.ts'

/** Before any end-to-end test: the programs it needs, what drives the application, the office that desks copy. */
async function prepareMachine(): Promise<void> {
  const found = findElectron()
  console.log(`${found.kind}: ${found.reason}`)
  ensureSystemPackages([
    ...(found.kind === 'standin' ? (['chromium', 'cups', 'printer-driver-cups-pdf'] as const) : []),
    'openssl',
    'poppler-utils',
    'qpdf',
    'zbar-tools',
  ])
  await prepareDemonstrationOffice()
}

// Playwright takes the default export.
export { prepareMachine as default }
