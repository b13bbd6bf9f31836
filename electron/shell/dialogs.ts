import { BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FileToSave } from '#core/kernel/desk.ts'
import { fileNameOf, writeBeside } from './new-file.ts'

/** Asks the clerk for an extract: a folder or a zip file. Null when he cancels. */
export async function chooseExtract(what: 'folder' | 'zip'): Promise<string | null> {
  return choose(
    what === 'folder'
      ? { properties: ['openDirectory'] }
      : { properties: ['openFile'], filters: [{ name: 'ZIP', extensions: ['zip'] }] },
  )
}

/**
 * Asks the clerk for a folder and writes the files there, none over another: a name that is taken gets a number. Null
 * when he cancels, else the folder.
 */
export async function saveFiles(files: readonly FileToSave[]): Promise<string | null> {
  const folder = await choose({ properties: ['openDirectory', 'createDirectory'] })
  if (folder === null) return null
  for (const { name, bytes } of files) await writeBeside(folder, name, bytes)
  return folder
}

async function choose(options: OpenDialogOptions): Promise<string | null> {
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
