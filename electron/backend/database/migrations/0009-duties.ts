import { type Kysely, sql } from 'kysely'

/** What a clerk does beside his role. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table clerks add column duties text not null default '[]' check (json_valid(duties))`,
    )
    .execute(db)
}
