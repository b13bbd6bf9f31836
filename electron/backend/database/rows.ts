import { CompiledQuery } from 'kysely'
import type { ReadonlyCompiledQuery } from 'kysely/readonly'
import type { Reading } from './schema.ts'

/** What a statement may be given. */
export type SqlValue = string | number | null

/** Values for `?`, in order, or for `:name`, by name; names that the text does not use do no harm. */
export type SqlValues = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

function isOrdered(values: SqlValues): values is readonly SqlValue[] {
  return Array.isArray(values)
}

/**
 * Rows of a select written as SQL, for the measured paths where composing the statement costs as much as running it.
 * The text stays the same from call to call (lists go in as JSON), so it is prepared once. It must only read.
 */
export async function selectRows<Row>(
  db: Reading,
  text: string,
  values: SqlValues = [],
): Promise<readonly Row[]> {
  const query = CompiledQuery.raw(text, isOrdered(values) ? [...values] : [values])
  return (await db.executeQuery(query as unknown as ReadonlyCompiledQuery<Row>)).rows
}

/** The first row of such a select, undefined when there is none. */
export async function selectRow<Row>(
  db: Reading,
  text: string,
  values: SqlValues = [],
): Promise<Row | undefined> {
  return (await selectRows<Row>(db, text, values))[0]
}
