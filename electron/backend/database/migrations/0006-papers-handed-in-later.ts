import { type Kysely, sql } from 'kysely'

/** A filed form is never changed: papers that the applicant brings later stand with the step that brought them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table request_events add column papers text check (json_valid(papers))`.execute(
    db,
  )
}
