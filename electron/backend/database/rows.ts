import { CompiledQuery } from 'kysely'
import type { ReadonlyCompiledQuery } from 'kysely/readonly'
import type { Reading, Writing } from './schema.ts'

/** What a statement may be given. */
export type SqlValue = string | number | null

/**
 * Rows of a select written as SQL, for the measured paths where composing the statement costs as much as running it.
 * Parameters are all plain (?) or all numbered from ?1. The text stays the same from call to call (lists go in as JSON), so it is prepared once. It must only read.
 */
export async function selectRows<Row>(
  db: Reading | Writing,
  text: string,
  values: readonly SqlValue[] = [],
): Promise<readonly Row[]> {
  const bound = text.includes('?1') ? [numbered(values)] : [...values]
  const query = CompiledQuery.raw(text, bound) as unknown as ReadonlyCompiledQuery<Row>
  return (await (db as Reading).executeQuery(query)).rows
}

/** The driver takes numbered parameters (?1, ?2) by name only. */
function numbered(values: readonly SqlValue[]): Readonly<Record<string, SqlValue>> {
  return Object.fromEntries(values.map((value, i) => [String(i + 1), value]))
}

/** The first row of such a select, undefined when there is none. */
export async function selectRow<Row>(
  db: Reading | Writing,
  text: string,
  values: readonly SqlValue[] = [],
): Promise<Row | undefined> {
  return (await selectRows<Row>(db, text, values))[0]
}
