import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Desk } from '#core/kernel/desk.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { defaultDeskSettings } from '#core/kernel/settings.ts'

/** The desk of the console: nothing is chosen in dialogs, everything was said in the command. */
export interface ConsoleDesk {
  readonly desk: Desk
  /** What the next "choose an extract" answers. */
  chooses(path: string): void
  /** Where the next file to be saved goes; a folder where several are saved. */
  saves(path: string): void
}

/** Without the shell there is no key store, and the desk says so. */
const noKeyStore: Pick<Desk, 'sealKind' | 'seal' | 'unseal'> = {
  sealKind: () => Promise.resolve({ name: 'none', trusted: false }),
  seal: () => Promise.reject(new Refusal('unavailable', { what: 'key-store' })),
  unseal: () => Promise.reject(new Refusal('unavailable', { what: 'key-store' })),
}

/** The desk of a console; the shell's key store where there is a shell. */
export function consoleDesk(
  keyStore: Pick<Desk, 'sealKind' | 'seal' | 'unseal'> = noKeyStore,
): ConsoleDesk {
  let extract: string | null = null
  let target: string | null = null
  return {
    chooses: (chosen) => (extract = path.resolve(chosen)),
    saves: (chosen) => (target = path.resolve(chosen)),
    desk: {
      sealKind: () => keyStore.sealKind(),
      seal: (plain) => keyStore.seal(plain),
      unseal: (sealed) => keyStore.unseal(sealed),
      readSettings: () => Promise.resolve(defaultDeskSettings),
      writeSettings: () => Promise.reject(new Refusal('unavailable', { what: 'desk' })),
      listPrinters: () => Promise.resolve([]),
      print: () => Promise.resolve({ printed: false, reason: 'no-printer' }),
      chooseExtract: () => Promise.resolve(extract),
      async saveFile(_suggestedName, bytes) {
        if (target !== null) await writeFile(target, bytes)
        return target
      },
      async saveFiles(files) {
        if (target === null) return null
        await mkdir(target, { recursive: true })
        // Files of other batches may lie there: nothing is written over, the command fails instead.
        for (const { name, bytes } of files)
          await writeFile(path.join(target, path.basename(name)), bytes, { flag: 'wx' })
        return target
      },
    },
  }
}
