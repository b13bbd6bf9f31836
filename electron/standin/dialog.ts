import type {
  Dialog,
  MessageBoxOptions,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import { spawn } from 'node:child_process'
import { host } from './host.ts'
import { strict } from './strict.ts'

/** Dialogs may be given the window they belong to; their options come last. */
type Args<T> = readonly unknown[] & { readonly 0?: T }

/** Electron's dialogs in a visible run, shown by zenity; a headless run must script them. */
export const dialog = strict('dialog', {
  showOpenDialog: (async (...args) => {
    const options = optionsOf('showOpenDialog', args) as OpenDialogOptions
    const has = (property: string): boolean =>
      options.properties?.some((each) => each === property) ?? false
    const files = await zenity([
      '--file-selection',
      '--separator=\n',
      ...(options.title ? ['--title', options.title] : []),
      ...(options.defaultPath ? ['--filename', options.defaultPath] : []),
      ...(has('multiSelections') ? ['--multiple'] : []),
      ...(has('openDirectory') ? ['--directory'] : []),
    ])
    return { canceled: files === undefined, filePaths: files ?? [] }
  }) satisfies (...args: Args<unknown>) => Promise<OpenDialogReturnValue>,
  showSaveDialog: (async (...args) => {
    const options = optionsOf('showSaveDialog', args) as SaveDialogOptions
    const files = await zenity([
      '--file-selection',
      '--save',
      '--separator=\n',
      ...(options.title ? ['--title', options.title] : []),
      ...(options.defaultPath ? ['--filename', options.defaultPath] : []),
    ])
    return { canceled: files === undefined, filePath: files?.[0] ?? '' }
  }) satisfies (...args: Args<unknown>) => Promise<SaveDialogReturnValue>,
  showMessageBox: (async (...args) => {
    const options = optionsOf('showMessageBox', args) as MessageBoxOptions
    const buttons = options.buttons?.length ? options.buttons : ['OK']
    const text = [options.message, options.detail ?? ''].join('\n\n').trim()
    const extra = buttons.flatMap((button) => ['--extra-button', button])
    const chosen = await zenity([
      '--info',
      '--no-markup',
      '--text',
      text,
      '--ok-label',
      '×',
      ...extra,
    ])
    const index = buttons.indexOf(chosen?.[0] ?? '')
    return { response: index < 0 ? (options.cancelId ?? 0) : index, checkboxChecked: false }
  }) satisfies (...args: Args<unknown>) => Promise<object>,
  showErrorBox: (title: string, content: string) => console.error(`[dialog] ${title}: ${content}`),
} satisfies Partial<Record<keyof Dialog, unknown>>)

function optionsOf(name: string, args: readonly unknown[]): object {
  const options = args.at(-1) ?? {}
  if (host.visible) return options
  throw new Error(
    `[standin] dialog.${name} was called in a headless run and no answer was scripted: ` +
      JSON.stringify(options),
  )
}

/** The chosen lines, or undefined when the clerk closed the dialog. */
async function zenity(args: readonly string[]): Promise<string[] | undefined> {
  return await new Promise((resolve, reject) => {
    const child = spawn('zenity', args, { stdio: ['ignore', 'pipe', 'ignore'] })
    let output = ''
    child.stdout.on('data', (piece: Buffer) => (output += piece.toString()))
    child.once('error', () =>
      reject(new Error('[standin] install zenity: the stand-in shows dialogs with it')),
    )
    child.once('close', () => {
      const lines = output.split('\n').filter((line) => line !== '')
      resolve(lines.length === 0 ? undefined : lines)
    })
  })
}
