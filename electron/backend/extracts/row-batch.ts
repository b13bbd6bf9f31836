import type { Connection } from '../database/engines/connection.ts'
import type { Cell } from './column-reader.ts'

/** Rows written by one statement. */
const ROWS = 50

/**
 * Writes rows many at a time. Where a statement fails because a key is taken, its rows are handed one by
 * one to `onTaken` to be decided singly.
 */
export class RowBatch {
  private readonly width: number
  private readonly values: Cell[]
  private readonly lines: Int32Array
  private rows = 0
  private readonly insertMany: (values: readonly Cell[]) => void
  private readonly insertSingle: (values: readonly Cell[]) => void
  private readonly onTaken: (values: readonly Cell[], line: number) => void

  constructor(
    connection: Connection,
    table: string,
    columns: readonly string[],
    onTaken: (values: readonly Cell[], line: number) => void,
  ) {
    this.width = columns.length
    this.values = new Array<Cell>(ROWS * columns.length).fill(null)
    this.lines = new Int32Array(ROWS)
    const row = `(${columns.map(() => '?').join(',')})`
    const statement = (rows: number) =>
      connection.prepare(
        `insert into ${table} (${columns.join(',')}) values ${Array(rows).fill(row).join(',')}`,
      )
    const many = statement(ROWS)
    const single = statement(1)
    this.insertMany = (values) => void many.run(values)
    this.insertSingle = (values) => void single.run(values)
    this.onTaken = onTaken
  }

  /** Place of the next row's first value in `cells`. */
  place(): number {
    return this.rows * this.width
  }

  /** The waiting rows' values, one row after the other; fill those of the next row, then `add` it. */
  cells(): Cell[] {
    return this.values
  }

  /** Takes the row whose values stand at `place`. */
  add(line: number): void {
    this.lines[this.rows++] = line
    if (this.rows === ROWS) this.flush()
  }

  flush(): void {
    const rows = this.rows
    if (rows === 0) return
    this.rows = 0
    if (rows === ROWS) {
      try {
        this.insertMany(this.values)
        return
      } catch (cause) {
        if (!isTaken(cause)) throw cause
      }
    }
    for (let row = 0; row < rows; row++) {
      const values = this.values.slice(row * this.width, (row + 1) * this.width)
      if (!this.tryInsert(values)) this.onTaken(values, this.lines[row] ?? 0)
    }
  }

  /** Writes one row; false when its key is taken. */
  tryInsert(values: readonly Cell[]): boolean {
    try {
      this.insertSingle(values)
      return true
    } catch (cause) {
      if (isTaken(cause)) return false
      throw cause
    }
  }
}

function isTaken(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    'code' in cause &&
    (cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY' || cause.code === 'SQLITE_CONSTRAINT_UNIQUE')
  )
}
