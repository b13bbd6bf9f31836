import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  createOfficeDatabase,
  openOfficeDatabase,
} from '../../../electron/backend/database/engines/encrypted-sqlite.ts'
import { officeMigrations } from '../../../electron/backend/database/migrations.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const FIRST = '0001-first-office'
const at = '2026-11-23T06:30:00.000Z'

/** An office of the first program, with one paper that was printed, printed again, and failed once. */
async function anOldOffice() {
  const office = { folder: temporaryFolder(), key: randomBytes(32) }
  const migrations = Object.fromEntries(
    Object.entries(officeMigrations).filter(([name]) => name === FIRST),
  )
  const database = await createOfficeDatabase(office.folder, office.key, { migrations })
  await database.transaction(async (tx) => {
    await sql`insert into clerks values ('c', 'a', 'a', 'الف', null, 'CLERK', '900', 'C1', 1, ${at})`.execute(
      tx,
    )
    await sql`insert into visits values
      ('v', 7, '1', 'c', 'desk', 'SELF', null, 'INQUIRY', null, ${at}, null)`.execute(tx)
    await sql`insert into documents values ('d', 'k', 'pension-slip', '900-1405-2-000001', 1405, 1,
      7, '1', 'v', 'c', ${at}, '{"fullName":"نام","issue":{"number":"900-1405-2-000001"}}', 'aa',
      null)`.execute(tx)
    const prints = [
      ['FAILED', null, 'no-printer'],
      ['PRINTED', 'laser', null],
      ['PRINTED', 'laser', 'گم شد'],
      ['FAILED', null, 'failed'],
    ] as const
    for (const [index, [state, printer, reason]] of prints.entries())
      await sql`insert into document_prints values
        ('d', ${index + 1}, ${state}, ${at}, ${printer}, ${reason})`.execute(tx)
  })
  await database.close()
  return office
}

test('prints of an older office learn what they printed and why they failed', async () => {
  const { folder, key } = await anOldOffice()
  const database = await openOfficeDatabase(folder, key)
  const prints = await sql`select seq, copy, state, printer, reason, fault
    from document_prints order by seq`.execute(database.reader as never)
  expect(prints.rows).toEqual([
    { seq: 1, copy: 0, state: 'FAILED', printer: null, reason: null, fault: 'no-printer' },
    { seq: 2, copy: 0, state: 'PRINTED', printer: 'laser', reason: null, fault: null },
    { seq: 3, copy: 1, state: 'PRINTED', printer: 'laser', reason: 'گم شد', fault: null },
    { seq: 4, copy: 2, state: 'FAILED', printer: null, reason: null, fault: 'failed' },
  ])
  const papers = await sql`select statement from documents`.execute(database.reader as never)
  expect(papers.rows).toEqual([
    { statement: '{"fullName":"نام","issue":{"number":"900-1405-2-000001","seal":null}}' },
  ])
  expect(database.findDamage()).toEqual([])
  await database.close()
})

test('bytes that were handed out are never changed or deleted', async () => {
  const { folder, key } = await anOldOffice()
  const database = await openOfficeDatabase(folder, key)
  await database.transaction((tx) =>
    tx
      .insertInto('document_files')
      .values({ document_id: 'd', copy: 0, sha256: 'aa', made_at: at as never, pdf: Buffer.of(1) })
      .execute(),
  )
  for (const statement of [
    sql`update document_files set copy = 1`,
    sql`delete from document_files`,
  ])
    await expect(database.transaction((tx) => statement.execute(tx))).rejects.toThrow(/never/)
  await database.close()
})
