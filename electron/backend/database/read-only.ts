import type { Reading, Writing } from './schema.ts'

/**
 * A writing handle as one that only reads, so that a repository's questions are written once. Inside
 * a transaction it sees what that transaction has written.
 */
export function readOnly(db: Writing): Reading {
  // ReadonlyKysely differs from Kysely only in what it leaves out and in the result of a write.
  return db as unknown as Reading
}
