// The module `electron` of the main process. `register.ts` makes every import of it come here.
import { app as standinApp } from './app.ts'
import { StandinBrowserWindow } from './browser-window.ts'
import * as desktop from './desktop.ts'
import { dialog as standinDialog } from './dialog.ts'
import { ipcMain as standinIpcMain } from './ipc.ts'
import { StandinMenu, StandinMenuItem } from './menu.ts'
import { nativeImage as standinNativeImage } from './native-image.ts'
import { net as standinNet } from './net.ts'
import { safeStorage as standinSafeStorage } from './safe-storage.ts'
import { protocol as standinProtocol, session as standinSession } from './session.ts'
import { missing, strict } from './strict.ts'
import { utilityProcess as standinUtilityProcess } from './utility-process.ts'
import { webContents as standinWebContents } from './web-contents.ts'

type Members = Partial<Record<keyof typeof Electron.Main | keyof typeof Electron.Common, unknown>>

/** What the stand-in implements; what is not in it throws by name. */
export const implemented = {
  app: standinApp,
  BrowserWindow: strict('BrowserWindow', StandinBrowserWindow),
  clipboard: desktop.clipboard,
  dialog: standinDialog,
  ipcMain: strict('ipcMain', standinIpcMain),
  Menu: strict('Menu', StandinMenu),
  MenuItem: strict('MenuItem', StandinMenuItem),
  nativeImage: standinNativeImage,
  nativeTheme: desktop.nativeTheme,
  net: standinNet,
  Notification: strict('Notification', desktop.StandinNotification),
  powerMonitor: desktop.powerMonitor,
  powerSaveBlocker: desktop.powerSaveBlocker,
  protocol: standinProtocol,
  safeStorage: standinSafeStorage,
  screen: desktop.screen,
  session: standinSession,
  shell: desktop.shell,
  utilityProcess: standinUtilityProcess,
  webContents: standinWebContents,
} satisfies Members

// Named imports are checked before any code runs, so every name of Electron's has to be here.
export const {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  utilityProcess,
  webContents,
} = implemented
export const autoUpdater = missing('autoUpdater')
export const BaseWindow = missing('BaseWindow')
export const BrowserView = missing('BrowserView')
export const contentTracing = missing('contentTracing')
export const crashReporter = missing('crashReporter')
export const desktopCapturer = missing('desktopCapturer')
export const globalShortcut = missing('globalShortcut')
export const ImageView = missing('ImageView')
export const inAppPurchase = missing('inAppPurchase')
export const MessageChannelMain = missing('MessageChannelMain')
export const netLog = missing('netLog')
export const pushNotifications = missing('pushNotifications')
export const ClipboardItem = missing('ClipboardItem')
export const IpcMainServiceWorker = missing('IpcMainServiceWorker')
export const sharedTexture = missing('sharedTexture')
export const WebSocket = missing('WebSocket')
export const ShareMenu = missing('ShareMenu')
export const systemPreferences = missing('systemPreferences')
export const TouchBar = missing('TouchBar')
export const Tray = missing('Tray')
export const View = missing('View')
export const WebContentsView = missing('WebContentsView')
export const webFrameMain = missing('webFrameMain')

const electron = {
  ...implemented,
  autoUpdater,
  BaseWindow,
  BrowserView,
  contentTracing,
  crashReporter,
  desktopCapturer,
  globalShortcut,
  ImageView,
  inAppPurchase,
  MessageChannelMain,
  netLog,
  pushNotifications,
  ClipboardItem,
  IpcMainServiceWorker,
  sharedTexture,
  WebSocket,
  ShareMenu,
  systemPreferences,
  TouchBar,
  Tray,
  View,
  WebContentsView,
  webFrameMain,
} satisfies Members

// For `import electron from 'electron'` and for `require('electron')`.
export { electron as default, electron as 'module.exports' }
