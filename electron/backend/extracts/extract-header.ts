import type { FileLayout } from '#core/extracts/extract-layout.model.ts'
import type { ExtractFault } from './import-stop.ts'

/** The header row of a file, matched by name. */
export interface Header {
  /** How many fields every row must have. */
  readonly width: number
  /** For each column of the layout its place in a row, -1 when the file does not have it. */
  readonly places: readonly number[]
  readonly unknown: readonly string[]
}

/** Matches header names with the layout; a required or key column missing or any named twice is F_COLUMN. */
export function readHeader(
  names: readonly string[],
  layout: FileLayout,
): { readonly header: Header; readonly faults: readonly ExtractFault[] } {
  const faults: ExtractFault[] = []
  const places = layout.columns.map((column) => {
    const place = names.indexOf(column.name)
    const missing = place < 0 && (column.required || column.key)
    if (missing || (place >= 0 && names.includes(column.name, place + 1)))
      faults.push({ code: 'F_COLUMN', place: { file: layout.name, column: column.name } })
    return place
  })
  const known = new Set(layout.columns.map(({ name }) => name))
  const unknown = [...new Set(names.filter((name) => !known.has(name)))]
  return { header: { width: names.length, places, unknown }, faults }
}
