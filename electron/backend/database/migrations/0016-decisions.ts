import { type Kysely, sql } from 'kysely'

const STATEMENTS: readonly string[] = [
  `alter table requests add column assigned_to text references clerks`,
  `alter table requests add column assigned_at text`,
  `alter table requests add column assigned_by text references clerks`,
]

/** Who works on a request: by himself, or because it was given to him. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
}
