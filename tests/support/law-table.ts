import { readFileSync } from 'node:fs'

/** A table of law, `tests/fixtures/law/<name>.csv`: one record per row, by column; no quotes, no empty table. */
export function lawTable<Column extends string>(
  name: string,
  columns: readonly Column[],
): readonly Readonly<Record<Column, string>>[] {
  const file = new URL(`../fixtures/law/${name}.csv`, import.meta.url)
  const [header, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  if (header !== columns.join(','))
    throw new Error(`${name}.csv has other columns: ${String(header)}`)
  if (lines.length === 0) throw new Error(`${name}.csv is empty`)
  return lines.map((line) => {
    const cells = line.split(',')
    if (cells.length !== columns.length) throw new Error(`${name}.csv: ${line}`)
    return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as Record<
      Column,
      string
    >
  })
}
