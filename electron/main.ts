import { app, nativeTheme, session, type BrowserWindow } from 'electron'
import path from 'node:path'
import { BackendProcess } from './shell/backend-process.ts'
import { runConsole } from './shell/console.ts'
import { answerDesk, createDesk } from './shell/desk.ts'
import { chooseExtract, saveFile, saveFiles } from './shell/dialogs.ts'
import { createKeyStore } from './shell/key-store.ts'
import { readLaunch } from './shell/launch.ts'
import { openLog } from './shell/log.ts'
import { setKeys } from './shell/menu.ts'
import { forbidNavigation } from './shell/navigation.ts'
import { denyPermissions } from './shell/permissions.ts'
import { watchPower } from './shell/power.ts'
import { createPrinting } from './shell/printing.ts'
import { createPrintShelf, declareAppScheme, serveApp } from './shell/protocol.ts'
import { openRelay, tell } from './shell/relay.ts'
import { openSettings } from './shell/settings-store.ts'
import { openWindow } from './shell/window.ts'

const built = import.meta.dirname
const launch = readLaunch(process.argv, process.env, app.isPackaged)
const isConsole = launch.consoleWords !== undefined

declareAppScheme()
app.enableSandbox()
app.setAppUserModelId('ir.bajeh.desk')
forbidNavigation(app)

if (isConsole || app.requestSingleInstanceLock()) void app.whenReady().then(run)
else app.quit()

async function run(): Promise<void> {
  const userData = app.getPath('userData')
  const log = openLog(path.join(userData, 'logs'))
  const settings = openSettings(userData, log)
  const shelf = createPrintShelf()
  const applyTheme = (theme: typeof nativeTheme.themeSource): void => {
    nativeTheme.themeSource = theme
  }
  const desk = createDesk({
    keyStore: createKeyStore(),
    settings,
    printing: createPrinting(shelf, path.join(userData, 'prints')),
    dialogs: { chooseExtract, saveFile, saveFiles },
    applyTheme,
  })
  const backendParts = {
    entry: path.join(built, 'backend.js'),
    environment: {
      BAJEH_OFFICE: launch.officeFolder ?? settings.officeFolder() ?? path.join(userData, 'office'),
      BAJEH_RESOURCES: path.join(app.getAppPath(), 'resources'),
      BAJEH_VERSION: app.getVersion(),
      BAJEH_DEMONSTRATION: launch.demonstration ? '1' : '',
    },
    answerDesk: (verb: unknown, args: readonly unknown[]) => answerDesk(desk, verb, args),
  }

  serveApp(path.join(built, '../renderer'), shelf)
  denyPermissions(session.defaultSession)
  if (launch.consoleWords) {
    app.on('window-all-closed', () => undefined)
    app.exit(await runConsole({ ...backendParts, words: launch.consoleWords }))
    return
  }

  const ours = new Set<number>()
  const backend = new BackendProcess({
    ...backendParts,
    broadcast: (topic, payload) => tell(ours, topic, payload),
    log,
  })
  applyTheme(settings.read().theme)
  setKeys(app)
  openRelay({
    isOurs: (window) => ours.has(window),
    call: (window, method, input) => backend.call(window, method, input),
  })
  watchPower(() => backend.tell({ type: 'lock' }))
  backend.start()
  quitWith(backend)
  const window = openWindow({
    preload: path.join(built, '../preload/preload.cjs'),
    icon: path.join(app.getAppPath(), 'resources/icons/icon.png'),
    settings,
    closed: (id) => {
      ours.delete(id)
      backend.tell({ type: 'window-closed', window: id })
    },
  })
  ours.add(window.webContents.id)
  app.on('second-instance', () => showAgain(window))
  app.on('window-all-closed', () => app.quit())
}

/** A quit waits, for a bounded time, until the office has finished what it is writing. */
function quitWith(backend: BackendProcess): void {
  let stopped = false
  app.on('before-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void backend.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
}

function showAgain(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
