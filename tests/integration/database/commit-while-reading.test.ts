import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { createOfficeDatabase } from '../../../electron/backend/database/engines/encrypted-sqlite.ts'
import { removeOffice } from '../../support/branch-office.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

test('a filing is committed while a search is still reading the extract', async () => {
  const folder = temporaryFolder()
  const database = await createOfficeDatabase(folder, randomBytes(32))
  let release: () => void = () => undefined
  const filed = new Promise<void>((resolve) => {
    release = resolve
  })
  const reading = database.read(async (db) => {
    await db.selectFrom('citizens').select('citizen_id').execute()
    await filed
  })
  await database.transaction((tx) =>
    tx.insertInto('counters').values({ name: 'test', value: 1 }).execute(),
  )
  release()
  await reading
  const counters = await database.reader.selectFrom('counters').selectAll().execute()
  expect(counters).toEqual([{ name: 'test', value: 1 }])
  await database.close()
  removeOffice(folder)
})
