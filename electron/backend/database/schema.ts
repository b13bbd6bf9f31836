import type { Kysely, Transaction } from 'kysely'
import type { ReadonlyKysely } from 'kysely/readonly'
import type { ExtractTables } from './extract-tables.ts'
import type { OfficeTables } from './office-tables.ts'

/**
 * Everything a repository may name: the office's own tables and those of the extract in use. Names
 * are unique across both, so none needs its schema.
 */
export interface Tables extends OfficeTables, ExtractTables {}

export type Writing = Kysely<Tables> | Transaction<Tables>
export type Reading = ReadonlyKysely<Tables>
