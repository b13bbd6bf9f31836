import { setTimeout as pause } from 'node:timers/promises'
import type { ImportProgress, ImportResult } from '#core/extracts/extract.model.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { ConsoleDesk } from './console-desk.ts'
import type { ConsoleIo } from './console-io.ts'
import type { Counter } from './counter.ts'

export interface ImportOrder {
  readonly path: string
  readonly force: boolean
  /** Where the rejected rows are listed as CSV; undefined when nobody wants them. */
  readonly rejects: string | undefined
}

/** Milliseconds between two looks at a running import. */
const LOOK = 50

/** Imports an extract as an administrator would in the window, and waits for what comes of it. */
export async function importExtract(
  { path, force, rejects }: ImportOrder,
  counter: Counter,
  desk: ConsoleDesk,
  io: ConsoleIo,
): Promise<ImportResult> {
  desk.chooses(path)
  const chosen = await counter.ask('extracts.choose', { what: kindOf(path) })
  if (!chosen) throw new Refusal('not-found', { what: 'chosen-extract' })
  const { importId } = await counter.ask('extracts.import', { token: chosen.token, force })
  const ignore = io.onBreak(() => void counter.reply('extracts.cancel', { importId }))
  const result = await finished(importId, counter, progressOn(io))
  ignore()
  if (rejects !== undefined && isLoaded(result)) {
    desk.saves(rejects)
    await counter.ask('extracts.saveRejects', { importId: result.importId })
  }
  return result
}

async function finished(
  importId: string,
  counter: Counter,
  tell: (progress: ImportProgress) => void,
): Promise<ImportResult> {
  for (;;) {
    const result = await counter.ask('extracts.result', { importId })
    if (result) return result
    const running = await counter.ask('extracts.running', null)
    if (running) tell(running)
    await pause(LOOK)
  }
}

function kindOf(path: string): 'folder' | 'zip' {
  return path.toLowerCase().endsWith('.zip') ? 'zip' : 'folder'
}

/** One line for each percent and phase, so that a log of a scheduled import stays readable. */
function progressOn(io: ConsoleIo): (progress: ImportProgress) => void {
  let last = ''
  return ({ phase, percent, accepted, rejected, rowsDone, rowsTotal }) => {
    const line = `${phase} ${Math.floor(percent)}%`
    if (line === last) return
    last = line
    io.error(`${line}  ${rowsDone}/${rowsTotal} rows, ${accepted} accepted, ${rejected} rejected\n`)
  }
}

/** Whether the extract's data is in the office now. */
export function isLoaded({ outcome }: ImportResult): boolean {
  return outcome === 'done' || outcome === 'already-imported'
}
