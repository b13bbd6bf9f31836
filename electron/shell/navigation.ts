import type { App } from 'electron'
import { isPrintAddress } from './protocol.ts'

/**
 * No page of this program leaves its place: it navigates nowhere, opens no window and embeds no
 * other page. What a clerk sees comes from the program alone.
 */
export function forbidNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      // The browser's own viewer of a paper for the printer is made of frames.
      if (!isPrintAddress(contents.getURL())) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
