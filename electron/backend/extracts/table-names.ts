import { type Column, extractLayout, type FileLayout } from '#core/extracts/extract-layout.model.ts'

/**
 * The database column of an extract's column: snake case, and a person's number becomes the number of
 * the citizen everywhere but in the list of citizens itself.
 */
export function columnName(column: Column): string {
  const name = column.name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  return column.type === 'pid' && column.ref !== null
    ? name.replace('person_id', 'citizen_id')
    : name
}

/** Whether rows keep texts as they were written beside their storage form. */
export function keepsTexts(layout: FileLayout): boolean {
  return layout.columns.some(({ type }) => type === 'text')
}

/** Columns of the layout's table, in the order of its values: those of the file, then what is added. */
export function tableColumns(layout: FileLayout): readonly string[] {
  const columns = layout.columns.map((column) => columnName(column))
  const first = layout.name === 'citizens.csv' ? ['citizen_id'] : []
  return [...first, ...columns, ...(keepsTexts(layout) ? ['texts_as_written'] : [])]
}

/** Columns that make up the primary key of the layout's table. */
export function keyColumns(layout: FileLayout): readonly string[] {
  if (layout.name === 'citizens.csv') return ['citizen_id']
  return layout.columns.filter(({ key }) => key).map((column) => columnName(column))
}

/** The layout of a file; throws for a name that is none of the format's. */
export function layoutOf(file: string): FileLayout {
  const layout = extractLayout.find(({ name }) => name === file)
  if (!layout) throw new Error(`no file ${file}`)
  return layout
}

/** Files whose rows belong to rows of this one, with the column that names the owner. */
export function ownedFiles(
  layout: FileLayout,
): readonly { readonly layout: FileLayout; readonly column: string }[] {
  return extractLayout.flatMap((child) => {
    if (child.owner.by !== 'row' || child.owner.file !== layout.name) return []
    const { column: name } = child.owner
    const column = child.columns.find((one) => one.name === name)
    return column ? [{ layout: child, column: columnName(column) }] : []
  })
}
