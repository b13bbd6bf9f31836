import { closeSync, fsyncSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { attach, connect, type Connection, type DataKey } from '../database/engines/connection.ts'
import { createExtractTables } from '../database/engines/encrypted-sqlite.ts'

/** Rows written between two commits of the new file: it bounds what a statement's undo may need. */
const ROWS_A_TRANSACTION = 50_000

/**
 * A new extract file while it is being filled. Nobody else reads it yet and it is thrown away after a
 * fault, so it is written without a log and without waiting for the disk; `finish` then makes all of it
 * durable before anyone is told of it. Its lock tells other processes that it is still being made.
 */
export class ExtractBuild {
  readonly connection: Connection
  private readonly file: string
  private rows = 0

  constructor(file: string, key: DataKey) {
    this.file = file
    removeExtract(file)
    this.connection = connect(file, key)
    this.connection.pragma('main.locking_mode=EXCLUSIVE')
    this.connection.pragma('journal_mode=MEMORY')
    this.connection.pragma('synchronous=OFF')
    this.connection.pragma('temp_store=MEMORY')
    this.connection.pragma('cache_size=-131072')
    this.connection.exec('begin')
    createExtractTables(this.connection)
  }

  /** Attaches the extract in use as schema `former`, to carry rows over from it. */
  attachFormer(file: string, key: DataKey): void {
    this.connection.exec('commit')
    attach(this.connection, file, 'former', key)
    this.connection.exec('begin')
  }

  /** Counts written rows and commits now and then. */
  wrote(rows: number): void {
    this.rows += rows
    if (this.rows >= ROWS_A_TRANSACTION) this.commit()
  }

  commit(): void {
    this.rows = 0
    this.connection.exec('commit; begin')
  }

  /** Notes a fact about the file in `extract_info`. */
  note(key: string, value: string): void {
    this.connection.prepare('insert into extract_info (key, value) values (?, ?)').run(key, value)
  }

  /** Completes the file and waits until the disk has it, the name in its folder included. */
  finish(): void {
    this.connection.exec('commit')
    // Without a WAL the office's commits would wait for whoever reads this file, though they never write to it.
    this.connection.pragma('journal_mode=WAL')
    this.connection.close()
    syncToDisk(this.file, 'r+')
    // Windows has no such thing as a folder that can be synced.
    if (process.platform !== 'win32') syncToDisk(path.dirname(this.file), 'r')
  }

  /** Throws the unfinished file away. */
  discard(): void {
    this.connection.close()
    removeExtract(this.file)
  }
}

function syncToDisk(place: string, flags: 'r' | 'r+'): void {
  const descriptor = openSync(place, flags)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

/** Deletes an extract file with its side files; one that is not there is fine. */
export function removeExtract(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true })
}

/** Whether another connection, in this process or another, is making this file right now. */
export function isBeingBuilt(file: string, key: DataKey): boolean {
  let connection: Connection | undefined
  try {
    connection = connect(file, key, { fileMustExist: true, timeout: 0 })
    connection.exec('begin exclusive; rollback')
    return false
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_BUSY'
  } finally {
    connection?.close()
  }
}
