import { extractLayout } from '#core/extracts/extract-layout.model.ts'
import { type NoteCode, noteReason } from '#core/extracts/faults.ts'
import type { FileCount, ImportProgress, Note } from '#core/extracts/extract.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Connection, DataKey } from '../database/engines/connection.ts'
import { CarryOver } from './carry-over.ts'
import { checkFiles, headerNames, stopAtFirst } from './check-files.ts'
import { CitizenNumbers, keepRegistered } from './citizen-numbers.ts'
import { CsvReader } from './csv-reader.ts'
import { ExtractBuild } from './extract-build.ts'
import { readHeader } from './extract-header.ts'
import type { ExtractSource } from './extract-source.ts'
import { ImportCancelled, type ExtractFault, ImportStop } from './import-stop.ts'
import { type ExtractManifest, readManifest } from './manifest.ts'
import { References } from './references.ts'
import { openSource } from './open-source.ts'
import { RejectsBook } from './rejects-book.ts'
import { fillSearchTables } from './search-tables.ts'
import { TableLoader } from './table-loader.ts'
import { noteTables } from './table-notes.ts'

/** What one import is to do. Plain values, since it crosses to a thread. */
export interface ImportTask {
  readonly importId: string
  readonly source: string
  readonly key: DataKey
  /** Path of the new extract file. */
  readonly file: string
  /** Path of the extract file in use. */
  readonly former: string
  readonly force: boolean
}

/** What the office has imported before, as far as it bears on this import. */
export interface FormerImport {
  readonly importId: string
  readonly manifestSha256: string
  readonly asOf: Day
  readonly branchCodes: readonly string[]
}

/** What came of the work of an import; it is up to the caller to commit a `ready` one. */
export type ImportOutcome =
  | { readonly state: 'already-imported'; readonly importId: string }
  | { readonly state: 'cancelled' }
  | {
      readonly state: 'refused'
      readonly fault: ExtractFault
      readonly also: readonly ExtractFault[]
      readonly manifest: ManifestFacts | undefined
    }
  | {
      readonly state: 'ready'
      readonly manifest: ManifestFacts
      readonly files: readonly FileCount[]
      readonly notes: readonly Note[]
    }

export interface ManifestFacts {
  readonly sha256: string
  readonly asOf: Day
  readonly branchCodes: readonly string[]
}

/** How the work talks to its surroundings. `isCancelled` is asked between pieces of work. */
export interface ImportSurroundings {
  /** A connection to `office.db` of the caller's own. */
  readonly office: Connection
  /** Imports done before, the latest last. */
  readonly formerImports: readonly FormerImport[]
  onProgress(progress: ImportProgress): void
  isCancelled(): boolean
}

/** Milliseconds between two reports of progress. */
const REPORT_EVERY = 100
/** Shares of the whole that checking and loading take, in percent. */
const CHECKING_SHARE = 10
const LOADING_SHARE = 80

/**
 * Checks an extract and builds the file that is to replace the one in use. Changes nothing that anyone
 * reads, except for rejects that are kept under the import's name.
 */
export async function runImport(
  task: ImportTask,
  surroundings: ImportSurroundings,
): Promise<ImportOutcome> {
  let source: ExtractSource | undefined
  let manifest: ExtractManifest | undefined
  try {
    source = await openSource(task.source)
    manifest = await readManifest(source)
    const former = alreadyImported(manifest, surroundings.formerImports)
    if (former) return { state: 'already-imported', importId: former.importId }
    return await new ImportWork(task, surroundings, source, manifest).run()
  } catch (cause) {
    if (cause instanceof ImportCancelled) return { state: 'cancelled' }
    if (!(cause instanceof ImportStop)) throw cause
    const fault = { code: cause.code, place: cause.place }
    return { state: 'refused', fault, also: cause.also, manifest: manifest && factsOf(manifest) }
  } finally {
    await source?.close()
  }
}

function factsOf({ sha256, asOf, branchCodes }: ExtractManifest): ManifestFacts {
  return { sha256, asOf, branchCodes }
}

function overlaps(a: { branchCodes: readonly string[] }, b: { branchCodes: readonly string[] }) {
  return a.branchCodes.some((code) => b.branchCodes.includes(code))
}

/** The import whose very data is in use for all branches of the manifest, if there is one. */
function alreadyImported(
  manifest: ExtractManifest,
  formerImports: readonly FormerImport[],
): FormerImport | undefined {
  const latest = formerImports.findLast((former) => overlaps(former, manifest))
  return latest?.manifestSha256 === manifest.sha256 ? latest : undefined
}

/** Whether data of one of the branches is newer than the extract. */
function isOlder(manifest: ExtractManifest, formerImports: readonly FormerImport[]): boolean {
  return manifest.branchCodes.some((code) => {
    const inUse = formerImports.findLast(({ branchCodes }) => branchCodes.includes(code))
    return inUse !== undefined && manifest.asOf < inUse.asOf
  })
}

class ImportWork {
  private readonly task: ImportTask
  private readonly surroundings: ImportSurroundings
  private readonly source: ExtractSource
  private readonly manifest: ExtractManifest
  private readonly files: { file: string; rows: number; accepted: number; rejected: number }[]
  private readonly notes = new Map<
    string,
    Omit<Note, 'reason'> & { code: NoteCode; count: number }
  >()
  private readonly rowsTotal: number
  private phase: ImportProgress['phase'] = 'CHECKING'
  private file: string | null = null
  private rowsDone = 0
  private stepsDone = 0
  private reportedAt = Number.NEGATIVE_INFINITY

  constructor(
    task: ImportTask,
    surroundings: ImportSurroundings,
    source: ExtractSource,
    manifest: ExtractManifest,
  ) {
    this.task = task
    this.surroundings = surroundings
    this.source = source
    this.manifest = manifest
    this.files = extractLayout.map(({ name }) => ({
      file: name,
      rows: manifest.files.get(name)?.rows ?? 0,
      accepted: 0,
      rejected: 0,
    }))
    this.rowsTotal = this.files.reduce((sum, { rows }) => sum + rows, 0)
  }

  async run(): Promise<ImportOutcome> {
    for (const file of this.manifest.unknownFiles) this.note('W_FILE', file, '', 1)
    await this.check()
    const build = new ExtractBuild(this.task.file, this.task.key)
    try {
      await this.load(build)
      this.index(build)
      build.finish()
    } catch (cause) {
      build.discard()
      throw cause
    }
    const notes = [...this.notes.values()].map((note) => ({
      ...note,
      reason: noteReason(note.code),
    }))
    return { state: 'ready', manifest: factsOf(this.manifest), files: this.files, notes }
  }

  private async check(): Promise<void> {
    let before = 0
    let current = ''
    await checkFiles(this.source, this.manifest, (file, rows) => {
      if (file !== current) {
        before += this.files.find((one) => one.file === current)?.rows ?? 0
        current = file
      }
      this.file = file
      this.rowsDone = Math.min(this.rowsTotal, before + rows)
      this.step()
    })
    if (!this.task.force && isOlder(this.manifest, this.surroundings.formerImports))
      stopAtFirst([{ code: 'F_OLDER', place: {} }])
  }

  private async load(build: ExtractBuild): Promise<void> {
    this.enter('LOADING')
    build.attachFormer(this.task.former, this.task.key)
    const carryOver = new CarryOver(build, this.manifest.branchCodes)
    carryOver.copy(() => {
      this.step()
    })
    keepRegistered(this.surroundings.office, build.connection)
    const rejects = new RejectsBook(this.surroundings.office, this.task.importId)
    const citizens = new CitizenNumbers(build.connection)
    const references = new References(build.connection)
    for (const [fileOrder, layout] of extractLayout.entries()) {
      const counts = this.files[fileOrder]
      const reader = new CsvReader()
      let loader: TableLoader | undefined
      const onRecord = (): void => {
        if (loader) loader.row(reader)
        else {
          const { header } = readHeader(headerNames(reader), layout)
          for (const column of header.unknown) this.note('W_COLUMN', layout.name, column, 1)
          loader = new TableLoader(layout, header, {
            asOf: this.manifest.asOf,
            build,
            carryOver,
            citizens,
            references,
            reject: (order, line, file, column, code) => {
              rejects.add({ fileOrder: order, line, file, column, code })
            },
            note: (code, file, column) => {
              this.note(code, file, column, 1)
            },
          })
        }
      }
      const before = this.rowsDone
      const tell = (): void => {
        if (!loader || !counts) return
        counts.accepted = loader.accepted
        counts.rejected = loader.rejected
        this.rowsDone = before + loader.accepted + loader.rejected
      }
      this.file = layout.name
      for await (const piece of this.source.read(layout.name)) {
        reader.feed(piece, onRecord)
        tell()
        this.step()
      }
      reader.end(onRecord)
      loader?.finish()
      tell()
    }
    rejects.flush()
  }

  private index(build: ExtractBuild): void {
    this.enter('INDEXING')
    const step = (): void => {
      this.stepsDone++
      this.step()
    }
    fillSearchTables(build, step)
    noteTables(
      build.connection,
      (code, file, column, count) => {
        this.note(code, file, column, count)
      },
      step,
    )
    build.note('as_of', this.manifest.asOf)
    build.note('import_id', this.task.importId)
    // A look at a few rows of each index is enough for the planner, and quick at any size.
    build.connection.exec('commit; pragma analysis_limit=400; analyze main; begin')
  }

  private note(code: NoteCode, file: string, column: string, count: number): void {
    const name = `${code}/${file}/${column}`
    const known = this.notes.get(name)
    if (known) known.count += count
    else this.notes.set(name, { code, file, column, count })
  }

  /** Begins a phase and reports it, however short it is. */
  private enter(phase: ImportProgress['phase']): void {
    this.phase = phase
    this.file = null
    if (phase === 'LOADING') this.rowsDone = 0
    this.reportedAt = Number.NEGATIVE_INFINITY
    this.step()
  }

  /** Between two pieces of work: stops a cancelled import, reports now and then. */
  private step(): void {
    if (this.surroundings.isCancelled()) throw new ImportCancelled()
    const now = performance.now()
    if (now - this.reportedAt < REPORT_EVERY) return
    this.reportedAt = now
    this.surroundings.onProgress(this.progress())
  }

  private progress(): ImportProgress {
    const share = this.rowsTotal === 0 ? 1 : this.rowsDone / this.rowsTotal
    const percent = {
      CHECKING: share * CHECKING_SHARE,
      LOADING: CHECKING_SHARE + share * LOADING_SHARE,
      INDEXING: Math.min(99, CHECKING_SHARE + LOADING_SHARE + this.stepsDone / 4),
      COMMITTING: 99,
    }[this.phase]
    return {
      importId: this.task.importId,
      phase: this.phase,
      file: this.file,
      rowsDone: this.rowsDone,
      rowsTotal: this.rowsTotal,
      accepted: this.files.reduce((sum, { accepted }) => sum + accepted, 0),
      rejected: this.files.reduce((sum, { rejected }) => sum + rejected, 0),
      percent: Math.round(percent * 10) / 10,
      files: this.files.map((file) => ({ ...file })),
    }
  }
}
