import type { Connection } from '../database/engines/connection.ts'
import type { RowFaultCode } from '#core/extracts/faults.ts'
import type { Cell } from './column-reader.ts'

/** A file whose rows may point to any row of the same file, so that no row can be judged by itself. */
export interface SelfReferring {
  readonly table: string
  readonly key: string
  /** Place of the key and of the reference among the values of a row. */
  readonly keyAt: number
  readonly referenceAt: number
}

/** What is reported of a row once all are known; `wasAccepted` when it had been written before. */
export type Judged = (line: number, code: RowFaultCode, wasAccepted: boolean) => void

/**
 * Decides references inside a file after its last row: rows that point nowhere go, then those that pointed
 * to them, and so on. A row that was turned away because its key was taken comes back when the row that
 * held the key goes. The waiting list lies in the file under construction, so memory does not grow.
 */
export class SelfReferences {
  private readonly connection: Connection
  private readonly file: SelfReferring

  constructor(connection: Connection, file: SelfReferring) {
    this.connection = connection
    this.file = file
    connection.exec(
      `create table unresolved (key text primary key, reference text, line integer) without rowid;
       create table turned_away (line integer primary key, key text, row text)`,
    )
  }

  /** Remembers an accepted row that has a reference. */
  accepted(values: readonly Cell[], line: number): void {
    const { keyAt, referenceAt } = this.file
    const reference = values[referenceAt] ?? null
    if (reference === null) return
    this.connection
      .prepare<Cell[]>('insert into unresolved (key, reference, line) values (?, ?, ?)')
      .run(values[keyAt] ?? null, reference, line)
  }

  /** Remembers a row whose key was taken. */
  turnedAway(values: readonly Cell[], line: number): void {
    this.connection
      .prepare<Cell[]>('insert into turned_away (line, key, row) values (?, ?, ?)')
      .run(line, values[this.file.keyAt] ?? null, JSON.stringify(values))
  }

  /** Judges all remembered rows; `insert` writes one that was turned away before. */
  settle(insert: (values: readonly Cell[]) => boolean, judged: Judged): void {
    const { connection } = this
    const { table, key, referenceAt } = this.file
    const dangling = connection.prepare<[], { key: string; line: number }>(
      `select key, line from unresolved u
       where not exists (select 1 from ${table} where ${key} = u.reference) limit 1000`,
    )
    const remove = connection.prepare(`delete from ${table} where ${key} = ?`)
    const forget = connection.prepare('delete from unresolved where key = ?')
    const nextOfKey = connection.prepare<[string], { line: number; row: string }>(
      'select line, row from turned_away where key = ? order by line limit 1',
    )
    const takeBack = connection.prepare('delete from turned_away where line = ?')
    for (let rows = dangling.all(); rows.length > 0; rows = dangling.all()) {
      for (const row of rows) {
        remove.run(row.key)
        forget.run(row.key)
        judged(row.line, 'E_REF', true)
        const next = nextOfKey.get(row.key)
        if (!next) continue
        takeBack.run(next.line)
        const values = JSON.parse(next.row) as Cell[]
        insert(values)
        this.accepted(values, next.line)
      }
    }
    const exists = connection.prepare<[Cell]>(`select 1 from ${table} where ${key} = ?`)
    const away = connection.prepare<[], { line: number; row: string }>(
      'select line, row from turned_away order by line',
    )
    for (const { line, row } of away.all()) {
      const target = (JSON.parse(row) as Cell[])[referenceAt] ?? null
      const dangles = target !== null && exists.get(target) === undefined
      judged(line, dangles ? 'E_REF' : 'E_DUP', false)
    }
    connection.exec('drop table unresolved; drop table turned_away')
  }
}
