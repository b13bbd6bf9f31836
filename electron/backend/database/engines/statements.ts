import type { SqliteDatabase, SqliteStatement } from 'kysely'
import type { Connection } from './connection.ts'

/** Told when a statement took long: its text (never its values) and milliseconds. */
export type SlowQueryLog = (sql: string, milliseconds: number) => void

export interface StatementOptions {
  /** What Kysely's `begin` means here: a writer takes its place at once, a reader does not. */
  readonly begin: 'begin immediate' | 'begin deferred'
  readonly slowAfter: number
  readonly onSlow: SlowQueryLog
}

/** How many prepared statements stay ready; beyond it all are let go at once. */
const KEPT = 500

/** A connection as Kysely sees it: statements are prepared once, and the slow ones are told of. */
export function preparing(connection: Connection, options: StatementOptions): SqliteDatabase {
  const kept = new Map<string, SqliteStatement>()
  return {
    prepare: (sql) => {
      const text = sql === 'begin' ? options.begin : sql
      const ready = kept.get(text)
      if (ready) return ready
      if (kept.size >= KEPT) kept.clear()
      const statement = timed(connection, text, options)
      kept.set(text, statement)
      return statement
    },
    close: () => void connection.close(),
  }
}

function timed(
  connection: Connection,
  sql: string,
  { slowAfter, onSlow }: StatementOptions,
): SqliteStatement {
  const statement = connection.prepare(sql)
  const watch = <T>(work: () => T): T => {
    const from = performance.now()
    try {
      return work()
    } finally {
      const took = performance.now() - from
      if (took > slowAfter) onSlow(sql, took)
    }
  }
  return {
    reader: statement.reader,
    all: (parameters) => watch(() => statement.all(...parameters)),
    run: (parameters) => watch(() => statement.run(...parameters)),
    // A stream stays open between rows, so it gets a statement of its own.
    iterate: (parameters) => connection.prepare(sql).iterate(...parameters),
  }
}
