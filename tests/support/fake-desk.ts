import type { Desk, PrintJob } from '#core/kernel/desk.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import { defaultDeskSettings, type DeskSettings } from '#core/kernel/settings.ts'

/** A desk in memory. Its key store seals by turning the bits of every byte around. */
export interface FakeDesk extends Desk {
  trusted: boolean
  /** What the next "choose an extract" answers. */
  extract: string | null
  readonly printed: PrintJob[]
  settings: DeskSettings
  readonly saved: { readonly name: string; readonly bytes: Uint8Array }[]
}

/** A desk whose key store keeps secrets, or only pretends to. */
export function fakeDesk({ trusted = true }: { readonly trusted?: boolean } = {}): FakeDesk {
  const turned = (bytes: Uint8Array): Promise<Uint8Array> =>
    Promise.resolve(Uint8Array.from(bytes, (byte) => byte ^ 0xff))
  const desk: FakeDesk = {
    trusted,
    extract: null,
    printed: [],
    settings: defaultDeskSettings,
    saved: [],
    sealKind: () =>
      Promise.resolve({ name: desk.trusted ? 'test' : 'basic_text', trusted: desk.trusted }),
    seal: turned,
    unseal: (sealed) =>
      desk.trusted ? turned(sealed) : Promise.reject(new Refusal('unavailable')),
    readSettings: () => Promise.resolve(desk.settings),
    writeSettings: () => Promise.resolve(desk.settings),
    listPrinters: () => Promise.resolve([{ name: 'test printer', isDefault: true, trays: [] }]),
    print(job) {
      desk.printed.push(job)
      return Promise.resolve({ printed: true, where: 'test printer' })
    },
    chooseExtract: () => Promise.resolve(desk.extract),
    saveFile(name, bytes) {
      desk.saved.push({ name, bytes })
      return Promise.resolve(name)
    },
    saveFiles(files) {
      desk.saved.push(...files)
      return Promise.resolve('folder')
    },
  }
  return desk
}
