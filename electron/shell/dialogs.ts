import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileNameOf } from './printing.ts'

/** Asks the clerk for an extract: a folder or a zip file. Null when he cancels. */
export async function chooseExtract(what: 'folder' | 'zip'): Promise<string | null> {
  const options: OpenDialogOptions =
    what === 'folder'
      ? { properties: ['openDirectory'] }
      : { properties: ['openFile'], filters: [{ name: 'ZIP', extensions: ['zip'] }] }
  const window = BrowserWindow.getFocusedWindow()
  const chosen = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
}

/** Asks the clerk where to save and writes there. Null when he cancels, else the path. */
export async function saveFile(suggestedName: string, bytes: Uint8Array): Promise<string | null> {
  const { name, ext } = path.parse(suggestedName)
  const options: SaveDialogOptions = { defaultPath: `${fileNameOf(name)}${ext}` }
  const window = BrowserWindow.getFocusedWindow()
  const chosen = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (chosen.canceled || chosen.filePath === '') return null
  await writeFile(chosen.filePath, bytes)
  return chosen.filePath
}
