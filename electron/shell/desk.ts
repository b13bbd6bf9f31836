import { z } from 'zod'
import type { Desk } from '#core/kernel/desk.ts'
import { Refusal, type RefusalData } from '#core/kernel/refusal.ts'
import { DeskSettingsChange, type DeskSettings } from '#core/kernel/settings.ts'
import type { KeyStore } from './key-store.ts'
import type { Printing } from './printing.ts'
import type { SettingsStore } from './settings-store.ts'

/** With `ok` false the value is a `RefusalData`. */
export type DeskAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly value: RefusalData }

export interface DeskParts {
  readonly keyStore: KeyStore
  readonly settings: SettingsStore
  readonly printing: Printing
  readonly dialogs: Pick<Desk, 'chooseExtract' | 'saveFile' | 'saveFiles'>
  /** Shows the windows in the theme that was chosen. */
  readonly applyTheme: (theme: DeskSettings['theme']) => void
}

const Bytes = z.instanceof(Uint8Array)
const Job = z.object({
  pdf: Bytes,
  title: z.string(),
  printer: z.string().nullable(),
  tray: z.string().nullable(),
  copies: z.number().int().min(1).max(99),
  duplex: z.enum(['simplex', 'longEdge', 'shortEdge']),
  fileAllowed: z.boolean(),
})
const Files = z.array(z.object({ name: z.string().min(1), bytes: Bytes })).max(500)
const Place = z.enum(['folder', 'zip'])

/** The machine this program runs on, as the office sees it. */
export function createDesk({ keyStore, settings, printing, dialogs, applyTheme }: DeskParts): Desk {
  return {
    sealKind: () => keyStore.kind(),
    seal: (plain) => keyStore.seal(plain),
    unseal: (sealed) => keyStore.unseal(sealed),
    readSettings: () => promised(() => settings.read()),
    writeSettings: (change) =>
      promised(() => {
        const changed = settings.change(change)
        applyTheme(changed.theme)
        return changed
      }),
    listPrinters: () => printing.list(),
    print: (job) => printing.print(job),
    ...dialogs,
  }
}

/** Answers what the backend asks of the desk. Whatever goes wrong becomes a refusal. */
export async function answerDesk(
  desk: Desk,
  verb: unknown,
  args: readonly unknown[],
): Promise<DeskAnswer> {
  try {
    return { ok: true, value: await perform(desk, verb, args) }
  } catch (cause) {
    if (cause instanceof Refusal) return { ok: false, value: cause.data }
    if (cause instanceof z.ZodError) return { ok: false, value: { code: 'invalid-input' } }
    return { ok: false, value: { code: 'unavailable', what: 'desk' } }
  }
}

function perform(desk: Desk, verb: unknown, [first, second]: readonly unknown[]): unknown {
  switch (verb) {
    case 'sealKind':
      return desk.sealKind()
    case 'seal':
      return desk.seal(Bytes.parse(first))
    case 'unseal':
      return desk.unseal(Bytes.parse(first))
    case 'readSettings':
      return desk.readSettings()
    case 'writeSettings':
      return desk.writeSettings(DeskSettingsChange.parse(first))
    case 'listPrinters':
      return desk.listPrinters()
    case 'print':
      return desk.print(Job.parse(first))
    case 'chooseExtract':
      return desk.chooseExtract(Place.parse(first))
    case 'saveFile':
      return desk.saveFile(z.string().parse(first), Bytes.parse(second))
    case 'saveFiles':
      return desk.saveFiles(Files.parse(first))
    default:
      throw new Refusal('not-found', { what: 'desk' })
  }
}

function promised<T>(work: () => T): Promise<T> {
  return Promise.resolve().then(work)
}
