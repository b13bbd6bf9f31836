import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { type DialectAdapter, Kysely, SqliteAdapter, SqliteDialect, type Transaction } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { EXTRACT_TABLES, EXTRACT_VERSION } from '../extract-schema.ts'
import { officeMigrations } from '../migrations.ts'
import type { Reading, Tables, Writing } from '../schema.ts'
import { areLinesOf, renewLines } from '../worklist-lines.ts'
import {
  attach,
  connect,
  type Connection,
  createNew,
  DatabaseFault,
  type DataKey,
  detach,
  openExisting,
} from './connection.ts'
import { preparing, type SlowQueryLog } from './statements.ts'

/** The extract file of an office into which nothing was imported yet: all tables, no rows. */
const NO_EXTRACT = 'extract-none.db'

export interface OfficeDatabaseOptions {
  /** The migrations to know; only tests name others than the product's. */
  readonly migrations?: Readonly<Record<string, Migration>>
  readonly onSlowQuery?: SlowQueryLog
  /** Milliseconds after which a statement counts as slow. */
  readonly slowAfter?: number
}

/** The open database of an office: its own file and, beside it, the extract in use. */
export interface OfficeDatabase {
  readonly folder: string
  readonly key: DataKey
  /** For single queries that need no common state; see `read`. */
  readonly reader: Reading
  /** Runs queries that see one and the same state, whatever is filed or imported meanwhile. */
  read<T>(work: (db: Reading) => Promise<T>): Promise<T>
  /** Runs a change in one transaction, durable when the promise resolves; a throw undoes all of it. */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** The same with another extract put into use, and the worklists with what it says, all at once. */
  useExtract<T>(file: string, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>
  /** Name of the extract file in use, as `office_state` has it. */
  extractFile(): string
  /** Path of a file of the office's folder. */
  pathOf(file: string): string
  /** What SQLite's quick check finds wrong, both files; empty when sound. Slow: seconds a gigabyte. */
  findDamage(): readonly string[]
  close(): Promise<void>
}

class OfficeDialect extends SqliteDialect {
  override createAdapter(): DialectAdapter {
    return new OfficeAdapter()
  }
}

class OfficeAdapter extends SqliteAdapter {
  // SQLite does undo DDL; Kysely leaves it off, and half a migration would stay after a crash.
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

function officeFile(folder: string): string {
  return path.join(folder, 'office.db')
}

/** Whether the folder holds an office's database, sound or not. */
export function hasOfficeDatabase(folder: string): boolean {
  return existsSync(officeFile(folder))
}

/** Writes the tables of an extract file; `facts` go to `extract_info` beside the version. */
export function createExtractTables(connection: Connection): void {
  connection.exec(EXTRACT_TABLES)
  connection
    .prepare(`insert into extract_info (key, value) values ('version', ?)`)
    .run(String(EXTRACT_VERSION))
}

/** Makes the database of a new office; throws DatabaseFault `database-exists` where there is one. */
export async function createOfficeDatabase(
  folder: string,
  key: DataKey,
  options: OfficeDatabaseOptions = {},
): Promise<OfficeDatabase> {
  mkdirSync(folder, { recursive: true })
  const writing = createNew(officeFile(folder), key)
  try {
    createEmptyExtract(path.join(folder, NO_EXTRACT), key)
    await migrate(writing, options.migrations ?? officeMigrations)
    rememberExtract(writing, NO_EXTRACT)
  } catch (cause) {
    writing.close()
    throw cause
  }
  writing.close()
  return openOfficeDatabase(folder, key, options)
}

function createEmptyExtract(file: string, key: DataKey): void {
  rmSync(file, { force: true })
  const connection = connect(file, key)
  connection.pragma('journal_mode=WAL')
  connection.transaction(() => createExtractTables(connection)).immediate()
  connection.close()
}

function rememberExtract(connection: Connection, file: string): void {
  connection
    .prepare(
      `insert into office_state (key, value) values ('extract_file', json_quote(?))
       on conflict (key) do update set value = excluded.value`,
    )
    .run(file)
}

/**
 * Opens the database of an office, after bringing its tables up to date (a copy of the former state
 * stays beside it).
 *
 * Throws DatabaseFault and creates nothing when the file is missing, damaged, of another key, or
 * written by a newer program.
 */
export async function openOfficeDatabase(
  folder: string,
  key: DataKey,
  options: OfficeDatabaseOptions = {},
): Promise<OfficeDatabase> {
  const { onSlowQuery = () => undefined, slowAfter = 200 } = options
  const writing = openExisting(officeFile(folder), key)
  let reading: Connection | undefined
  try {
    await migrate(writing, options.migrations ?? officeMigrations, folder)
    reading = openExisting(officeFile(folder), key, 'reading')
    const office = new OpenOffice(folder, key, { writing, reading }, { onSlowQuery, slowAfter })
    await office.followLines()
    return office
  } catch (cause) {
    reading?.close()
    writing.close()
    throw cause
  }
}

interface Connections {
  readonly writing: Connection
  readonly reading: Connection
}

class OpenOffice implements OfficeDatabase {
  readonly folder: string
  readonly key: DataKey
  readonly reader: Reading
  private readonly readerDb: Kysely<Tables>
  private readonly writerDb: Kysely<Tables>
  private readonly connections: Connections
  private readonly attached = new Map<Connection, string>()

  constructor(
    folder: string,
    key: DataKey,
    connections: Connections,
    log: { readonly onSlowQuery: SlowQueryLog; readonly slowAfter: number },
  ) {
    this.folder = folder
    this.key = key
    this.connections = connections
    const watch = { slowAfter: log.slowAfter, onSlow: log.onSlowQuery }
    const { writing, reading } = connections
    this.writerDb = kyselyOn(writing, { begin: 'begin immediate', ...watch })
    this.readerDb = kyselyOn(reading, { begin: 'begin deferred', ...watch })
    this.reader = this.readerDb as unknown as Reading
    this.follow(writing)
    this.follow(reading)
  }

  read<T>(work: (db: Reading) => Promise<T>): Promise<T> {
    return this.readerDb.connection().execute(async (db) => {
      this.follow(this.connections.reading)
      return await db.transaction().execute((tx) => work(tx as unknown as Reading))
    })
  }

  async transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const value = await this.writerDb.connection().execute((db) => {
      this.follow(this.connections.writing)
      return db.transaction().execute(work)
    })
    // A transaction that changed the extract in use has both connections follow at once.
    if (this.extractFile() !== this.attached.get(this.connections.reading)) await this.followAll()
    return value
  }

  async useExtract<T>(file: string, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const { writing } = this.connections
    const value = await this.writerDb.connection().execute(async (db) => {
      this.follow(writing)
      attach(writing, this.pathOf(file), 'incoming', this.key)
      try {
        return await db.transaction().execute(async (tx) => {
          const done = await work(tx)
          await rememberUsed(tx, file)
          await renewLines(tx, 'incoming', file)
          return done
        })
      } finally {
        detach(writing, 'incoming')
      }
    })
    await this.followAll()
    return value
  }

  /** Lines of the worklists that another version of the program left behind are made anew. */
  async followLines(): Promise<void> {
    const file = this.extractFile()
    await this.transaction(async (tx) => {
      if (!(await areLinesOf(tx, file))) await renewLines(tx, 'extract', file)
    })
  }

  private async followAll(): Promise<void> {
    const { writing, reading } = this.connections
    for (const [db, connection] of [
      [this.writerDb, writing],
      [this.readerDb, reading],
    ] as const) {
      await db.connection().execute(() => {
        this.follow(connection)
        return Promise.resolve()
      })
    }
  }

  /** Attaches the extract that `office_state` names, which another process may have changed. */
  private follow(connection: Connection): void {
    const file = extractInUse(connection)
    if (this.attached.get(connection) === file) return
    detach(connection, 'extract')
    attach(connection, this.pathOf(file), 'extract', this.key)
    requireVersion(connection)
    this.attached.set(connection, file)
  }

  extractFile(): string {
    return extractInUse(this.connections.writing)
  }

  pathOf(file: string): string {
    return path.join(this.folder, file)
  }

  findDamage(): readonly string[] {
    const { reading } = this.connections
    const findings = ['main', 'extract'].flatMap((schema) => {
      try {
        return reading.pragma(`${schema}.quick_check`) as readonly { quick_check: string }[]
      } catch (cause) {
        return [{ quick_check: cause instanceof Error ? cause.message : String(cause) }]
      }
    })
    return findings.map(({ quick_check }) => quick_check).filter((finding) => finding !== 'ok')
  }

  async close(): Promise<void> {
    await this.readerDb.destroy()
    await this.writerDb.destroy()
    this.connections.reading.close()
    this.connections.writing.close()
  }
}

function kyselyOn(
  connection: Connection,
  options: Parameters<typeof preparing>[1],
): Kysely<Tables> {
  return new Kysely({ dialect: new OfficeDialect({ database: preparing(connection, options) }) })
}

function extractInUse(connection: Connection): string {
  const file = connection
    .prepare<[], string>(`select value ->> '$' from office_state where key = 'extract_file'`)
    .pluck()
    .get()
  if (file === undefined) throw new DatabaseFault('database-corrupt')
  return file
}

/** Refuses an extract file with other tables than these; `newer-version` also asks for a new import. */
function requireVersion(connection: Connection): void {
  const version = connection
    .prepare<[], string>(`select value from extract.extract_info where key = 'version'`)
    .pluck()
    .get()
  if (version !== String(EXTRACT_VERSION)) throw new DatabaseFault('newer-version')
}

async function rememberUsed(tx: Writing, file: string): Promise<void> {
  const value = JSON.stringify(file)
  await tx
    .insertInto('office_state')
    .values({ key: 'extract_file', value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute()
}

/** Names of the extract files lying in the office's folder, in use or not. */
export function listExtractFiles(folder: string): readonly string[] {
  return readdirSync(folder).filter((name) => /^extract-[\w-]+\.db$/.test(name))
}

async function migrate(
  connection: Connection,
  migrations: Readonly<Record<string, Migration>>,
  folder?: string,
): Promise<void> {
  const done = migrationsDone(connection)
  if (done.some((name) => !Object.hasOwn(migrations, name)))
    throw new DatabaseFault('newer-version')
  const missing = Object.keys(migrations).filter((name) => !done.includes(name))
  if (missing.length === 0) return
  if (folder !== undefined)
    keepCopy(connection, path.join(folder, `office-before-${missing[0] ?? ''}.db`))
  const database = preparing(connection, {
    begin: 'begin immediate',
    slowAfter: Number.POSITIVE_INFINITY,
    onSlow: () => undefined,
  })
  // Kysely is not destroyed here: that would close the connection.
  const db = new Kysely<unknown>({ dialect: new OfficeDialect({ database }) })
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  })
  const { error } = await migrator.migrateToLatest()
  if (error instanceof Error) throw error
  if (error !== undefined) throw new Error('migration failed', { cause: error })
}

function migrationsDone(connection: Connection): readonly string[] {
  const known = connection
    .prepare(`select 1 from sqlite_schema where name = 'kysely_migration'`)
    .get()
  if (known === undefined) return []
  return connection.prepare<[], string>('select name from kysely_migration').pluck().all()
}

/** A copy as it is now, with the same key; `backup()` of the driver refuses encrypted files. */
function keepCopy(connection: Connection, file: string): void {
  rmSync(file, { force: true })
  connection.prepare('vacuum into ?').run(file)
}
