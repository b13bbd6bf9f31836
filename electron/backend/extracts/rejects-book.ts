import type { RowFaultCode } from '#core/extracts/faults.ts'
import type { Connection } from '../database/engines/connection.ts'

interface Entry {
  readonly fileOrder: number
  readonly line: number
  readonly file: string
  readonly column: string
  readonly code: RowFaultCode
}

/** Rejected rows wait in memory up to this many. */
const WAITING = 500

/**
 * Writes rejected rows beside the import in `office.db`, in short transactions of their own: a counter
 * that files meanwhile waits a moment at most, and memory does not grow with the faults of a file.
 */
export class RejectsBook {
  private readonly waiting: Entry[] = []
  private readonly write: (entries: readonly Entry[]) => void

  constructor(office: Connection, importId: string) {
    const insert = office.prepare(
      `insert into import_rejects (import_id, file_order, line, file, "column", code)
       values (?, ?, ?, ?, ?, ?)`,
    )
    const all = office.transaction((entries: readonly Entry[]) => {
      for (const { fileOrder, line, file, column, code } of entries)
        insert.run(importId, fileOrder, line, file, column, code)
    })
    this.write = (entries) => {
      all.immediate(entries)
    }
  }

  add(entry: Entry): void {
    this.waiting.push(entry)
    if (this.waiting.length >= WAITING) this.flush()
  }

  flush(): void {
    if (this.waiting.length > 0) this.write(this.waiting.splice(0))
  }
}
