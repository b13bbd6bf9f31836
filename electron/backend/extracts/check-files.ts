import { createHash } from 'node:crypto'
import { EXTRACT_FAULTS } from '#core/extracts/faults.ts'
import { extractLayout, type FileLayout } from '#core/extracts/extract-layout.model.ts'
import { CsvFault, CsvReader, fieldText } from './csv-reader.ts'
import { readHeader } from './extract-header.ts'
import type { ExtractSource } from './extract-source.ts'
import { CsvScan, Utf8Scan } from './file-scan.ts'
import { type ExtractFault, ImportStop } from './import-stop.ts'
import type { ExtractManifest, ManifestFile } from './manifest.ts'

/**
 * Reads every file once, before anything is written: hash, encoding, quotes, header, count.
 *
 * Throws ImportStop with the first fault in the order of the format, the others beside it.
 */
export async function checkFiles(
  source: ExtractSource,
  manifest: ExtractManifest,
  onPiece: (file: string, rows: number) => void,
): Promise<void> {
  const faults: ExtractFault[] = []
  for (const layout of extractLayout) {
    const listed = manifest.files.get(layout.name)
    if (!listed || !source.names.has(layout.name))
      faults.push({ code: 'F_MISSING', place: { file: layout.name } })
    else faults.push(...(await checkFile(source, layout, listed, onPiece)))
  }
  stopAtFirst(faults)
}

/** Throws the first of the faults in the order of the format; returns when there is none. */
export function stopAtFirst(faults: readonly ExtractFault[]): void {
  const rank = ({ code }: ExtractFault): number => EXTRACT_FAULTS.findIndex((one) => one === code)
  const [first, ...others] = faults.toSorted((a, b) => rank(a) - rank(b))
  if (first) throw new ImportStop(first, others)
}

async function checkFile(
  source: ExtractSource,
  layout: FileLayout,
  listed: ManifestFile,
  onPiece: (file: string, rows: number) => void,
): Promise<ExtractFault[]> {
  const hash = createHash('sha256')
  const utf8 = new Utf8Scan()
  const csv = new CsvScan()
  const header = new HeaderScan()
  for await (const piece of source.read(layout.name)) {
    hash.update(piece)
    utf8.feed(piece)
    csv.feed(piece)
    header.feed(piece)
    onPiece(layout.name, csv.count())
  }
  const place = { file: layout.name }
  const faults: ExtractFault[] = []
  if (hash.digest('hex') !== listed.sha256) faults.push({ code: 'F_SHA', place })
  if (!utf8.isSound()) faults.push({ code: 'F_UTF8', place })
  const sound = csv.isSound()
  if (!sound) faults.push({ code: 'F_CSV', place })
  faults.push(...readHeader(header.names(), layout).faults)
  if (sound && csv.count() - 1 !== listed.rows) faults.push({ code: 'F_ROWS', place })
  return faults
}

/** Reads the first record of a file and no more. */
class HeaderScan {
  private readonly reader = new CsvReader()
  private found: readonly string[] | undefined

  feed(piece: Buffer): void {
    if (this.found) return
    this.attempt(() => {
      this.reader.feed(piece, () => {
        this.take()
      })
    })
  }

  /** Names of the columns; none when the file has no first record. */
  names(): readonly string[] {
    this.attempt(() => {
      this.reader.end(() => {
        this.take()
      })
    })
    return this.found ?? []
  }

  private attempt(work: () => void): void {
    try {
      work()
    } catch (cause) {
      if (!(cause instanceof CsvFault)) throw cause
      this.found ??= []
    }
  }

  private take(): void {
    this.found ??= headerNames(this.reader)
  }
}

/** The names in a record that is a header. */
export function headerNames(record: CsvReader): readonly string[] {
  return Array.from({ length: record.fields }, (_, i) => fieldText(record, i))
}
