import { createHmac, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import Sqlite from 'better-sqlite3-multiple-ciphers'

export type Connection = Sqlite.Database

/** Why a database cannot be used; the codes are those the screen knows (`OfficeFault`). */
export type DatabaseFaultCode =
  'database-missing' | 'database-corrupt' | 'wrong-key' | 'newer-version' | 'database-exists'

/** A database file that must not be used, and never replaced silently. */
export class DatabaseFault extends Error {
  readonly code: DatabaseFaultCode

  constructor(code: DatabaseFaultCode, cause?: unknown) {
    super(code, { cause })
    this.name = 'DatabaseFault'
    this.code = code
  }
}

/** The data key: 32 random bytes, the same for every file of an office. */
export type DataKey = Uint8Array

/** The raw key as the cipher expects it in KEY; never in a log, never in SQL text. */
export function keyText(key: DataKey): string {
  if (key.length !== 32) throw new RangeError('a data key has 32 bytes')
  return `raw:${Buffer.from(key).toString('hex')}`
}

function keyCheckFile(file: string): string {
  return `${file}.keycheck`
}

function keyCheck(key: DataKey): Buffer {
  return createHmac('sha256', key).update('bajeh database key').digest()
}

/** Leaves beside a new database what tells a wrong key from a damaged file. It reveals nothing of the key. */
export function writeKeyCheck(file: string, key: DataKey): void {
  writeFileSync(keyCheckFile(file), keyCheck(key).toString('hex'), { mode: 0o600, flush: true })
}

/** Whether the key is the one the database was made with; undefined when that is not known any more. */
function isKeyOf(file: string, key: DataKey): boolean | undefined {
  if (!existsSync(keyCheckFile(file))) return undefined
  const expected = Buffer.from(readFileSync(keyCheckFile(file), 'latin1').trim(), 'hex')
  return expected.length === 32 ? timingSafeEqual(expected, keyCheck(key)) : undefined
}

/** Opens a file with its key and nothing else: no settings, no probe. A missing file comes into being. */
export function connect(file: string, key: DataKey, options: Sqlite.Options = {}): Connection {
  const connection = new Sqlite(file, options)
  // The cipher comes before the key, and both before anything touches the file.
  connection.pragma(`cipher='aegis'`)
  connection.pragma(`key='${keyText(key)}'`)
  return connection
}

/** How long a statement waits for another process's transaction, milliseconds. */
const BUSY_TIMEOUT = 5000

function configure(connection: Connection): void {
  connection.pragma(`busy_timeout=${BUSY_TIMEOUT}`)
  connection.pragma('synchronous=FULL')
  connection.pragma('foreign_keys=ON')
  connection.pragma('temp_store=MEMORY')
  connection.pragma('cache_size=-65536')
}

/**
 * Opens an existing database and reads from it, so that a wrong key shows at once.
 *
 * Throws DatabaseFault: `database-missing`, `wrong-key`, `database-corrupt`. Never creates a file.
 */
export function openExisting(
  file: string,
  key: DataKey,
  mode: 'writing' | 'reading' = 'writing',
): Connection {
  if (!existsSync(file) || statSync(file).size === 0) throw new DatabaseFault('database-missing')
  let connection: Connection | undefined
  try {
    connection = connect(file, key, { fileMustExist: true, readonly: mode === 'reading' })
    connection.prepare('select count(*) from sqlite_schema').get()
    if (mode === 'writing') connection.pragma('journal_mode=WAL')
    configure(connection)
    return connection
  } catch (cause) {
    connection?.close()
    throw faultOf(cause, isKeyOf(file, key))
  }
}

/** Creates a database where there is none; throws DatabaseFault `database-exists` otherwise. */
export function createNew(file: string, key: DataKey): Connection {
  if (existsSync(file)) throw new DatabaseFault('database-exists')
  const connection = connect(file, key)
  connection.pragma('journal_mode=WAL')
  configure(connection)
  writeKeyCheck(file, key)
  return connection
}

function faultOf(cause: unknown, keyFits: boolean | undefined): unknown {
  if (!(cause instanceof Sqlite.SqliteError)) return cause
  if (cause.code === 'SQLITE_NOTADB')
    return new DatabaseFault(keyFits === true ? 'database-corrupt' : 'wrong-key', cause)
  if (cause.code.startsWith('SQLITE_CORRUPT') || cause.code.startsWith('SQLITE_IOERR'))
    return new DatabaseFault(keyFits === false ? 'wrong-key' : 'database-corrupt', cause)
  return cause
}

/** Attaches another file of the office under a schema name, with the same key. */
export function attach(connection: Connection, file: string, schema: string, key: DataKey): void {
  if (!existsSync(file)) throw new DatabaseFault('database-missing')
  try {
    connection.prepare(`attach database ? as ${schema} key ?`).run(file, keyText(key))
    connection.prepare(`select count(*) from ${schema}.sqlite_schema`).get()
  } catch (cause) {
    throw faultOf(cause, undefined)
  }
}

/** Lets go of an attached file; a schema that is not attached is fine. */
export function detach(connection: Connection, schema: string): void {
  const attached = connection.pragma('database_list') as readonly { name: string }[]
  if (attached.some(({ name }) => name === schema)) connection.exec(`detach database ${schema}`)
}
