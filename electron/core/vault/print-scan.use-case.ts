import type { Desk, PrintOutcome } from '#core/kernel/desk.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { readScan } from './read-box.use-case.ts'
import type { PrintedScan } from './vault.model.ts'
import type { ScanFile, ScanReducer, Vault } from './vault.ports.ts'

interface Reading extends VisitNeeds {
  readonly vault: Vault
}

interface Noting extends VisitNeeds {
  readonly note: (about: {
    readonly citizenId: number
    readonly visitId: string
    readonly object: string
  }) => void
}

interface Needs {
  readonly reducer: Pick<ScanReducer, 'sheet'>
  readonly desk: Desk
  /** Whether a file may take the place of a printer, as in a demonstration. */
  readonly fileAllowed: boolean
  /** SHA-256 of bytes in lower-case hex. */
  readonly sha256: (bytes: Uint8Array) => string
  /** Reads one state of the data. */
  readonly reading: <T>(work: (needs: Reading) => Promise<T>) => Promise<T>
  /** Writes the audit entry. */
  readonly writing: <T>(work: (needs: Noting) => Promise<T>) => Promise<T>
}

interface Ordered {
  readonly visitId: string
  readonly documentId: string
}

/**
 * Prints a scan at the citizen's request: a PDF as it is, a picture on a sheet of A4. That it goes to the printer is in
 * the trail before it goes.
 *
 * @refuses as `readScan`
 */
export async function printScan(
  { visitId, documentId }: Ordered,
  needs: Needs,
): Promise<PrintedScan> {
  const { desk, fileAllowed, sha256 } = needs
  const file = await needs.reading((reading) =>
    readScan({ visitId, documentId }, { ...reading, sha256 }),
  )
  const pdf = await sheetOf(file, needs.reducer)
  await needs.writing(async (writing) => {
    const { citizenId } = await openVisit(writing, visitId, 'BENEFITS')
    writing.note({ citizenId, visitId, object: `scan ${documentId}` })
  })
  const { printer } = await desk.readSettings()
  const outcome = await sent(
    desk.print({
      ...{ pdf, printer, fileAllowed },
      ...{ title: `scan ${documentId}`, tray: null, copies: 1, duplex: 'simplex' },
    }),
  )
  return outcome.printed
    ? { printed: true, where: outcome.where, reason: null }
    : { printed: false, where: null, reason: outcome.reason }
}

function sheetOf(file: ScanFile, reducer: Needs['reducer']): Promise<Uint8Array> {
  return file.format === 'pdf' ? Promise.resolve(file.bytes) : reducer.sheet(file)
}

async function sent(printing: Promise<PrintOutcome>): Promise<PrintOutcome> {
  try {
    return await printing
  } catch {
    return { printed: false, reason: 'failed' }
  }
}
