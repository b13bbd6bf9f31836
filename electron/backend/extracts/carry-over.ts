import { extractLayout, type FileLayout } from '#core/extracts/extract-layout.model.ts'
import type { Connection } from '../database/engines/connection.ts'
import type { Cell } from './column-reader.ts'
import type { ExtractBuild } from './extract-build.ts'
import { keyColumns, layoutOf, ownedFiles, tableColumns } from './table-names.ts'

/**
 * What of the former extract stays: rows owned by branches that the new one does not cover. Until a table
 * is loaded its carried rows give way to rows of the new extract with the same key, and take along what
 * they own (a person who moved to a covered branch).
 */
export class CarryOver {
  private readonly build: ExtractBuild
  private readonly covered: string
  private readonly replaced = new Set<string>()

  constructor(build: ExtractBuild, branchCodes: readonly string[]) {
    this.build = build
    // Branch codes were checked to be digits.
    this.covered = branchCodes.map((code) => `'${code}'`).join(', ')
  }

  /** Copies every person's number and, in the order of import, the rows that stay. */
  copy(onTable: (table: string) => void): void {
    const { connection } = this.build
    connection.exec('insert into person_key select * from former.person_key')
    for (const layout of extractLayout) {
      const stays = this.stays(layout)
      if (stays === undefined) continue
      const columns = tableColumns(layout).join(', ')
      connection.exec(
        `insert into main.${layout.table} (${columns})
         select ${columns} from former.${layout.table} where ${stays}`,
      )
      this.build.commit()
      onTable(layout.table)
    }
  }

  /** Condition on a row of the former file; undefined for files that are replaced as tables. */
  private stays(layout: FileLayout): string | undefined {
    const { owner } = layout
    if (owner.by === 'table') return undefined
    if (owner.by === 'branch') return `branch_code not in (${this.covered})`
    const parent = layoutOf(owner.file)
    const link = ownedFiles(parent).find((child) => child.layout === layout)
    const condition = this.stays(parent)
    if (!link || condition === undefined) return undefined
    const [parentKey = ''] = keyColumns(parent)
    return `${link.column} in
      (select ${parentKey} from former.${parent.table} where ${condition})`
  }

  /**
   * Makes room for a row whose key a carried row holds: that row and what it owns are removed.
   * False when the key is held by a row of the new extract.
   */
  giveWay(layout: FileLayout, key: readonly Cell[]): boolean {
    const stays = this.stays(layout)
    const name = `${layout.table}/${key.join('/')}`
    if (stays === undefined || this.replaced.has(name)) return false
    const { connection } = this.build
    const columns = keyColumns(layout)
    const match = columns.map((column) => `${column} = ?`).join(' and ')
    const carried = connection
      .prepare<Cell[]>(`select 1 from former.${layout.table} where ${match} and ${stays}`)
      .get(...key)
    if (carried === undefined) return false
    this.replaced.add(name)
    removeOwned(
      connection,
      layout,
      `select ${columns[0] ?? ''} from ${layout.table} where ${match}`,
      key,
    )
    connection.prepare<Cell[]>(`delete from main.${layout.table} where ${match}`).run(...key)
    return true
  }
}

function removeOwned(
  connection: Connection,
  layout: FileLayout,
  owners: string,
  values: readonly Cell[],
): void {
  for (const child of ownedFiles(layout)) {
    const condition = `${child.column} in (${owners})`
    const [key = ''] = keyColumns(child.layout)
    removeOwned(
      connection,
      child.layout,
      `select ${key} from ${child.layout.table} where ${condition}`,
      values,
    )
    connection
      .prepare<Cell[]>(`delete from main.${child.layout.table} where ${condition}`)
      .run(...values)
  }
}
