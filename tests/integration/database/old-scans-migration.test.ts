import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import {
  createOfficeDatabase,
  openOfficeDatabase,
} from '../../../electron/backend/database/engines/encrypted-sqlite.ts'
import { officeMigrations } from '../../../electron/backend/database/migrations.ts'
import { VaultBookRepository } from '../../../electron/backend/vault/vault.repository.ts'
import { readOnly } from '../../../electron/backend/database/read-only.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const at = '2026-11-23T06:30:00.000Z'

/** An office from before scans were reduced, with one scan. */
async function anOldOffice() {
  const office = { folder: temporaryFolder(), key: randomBytes(32) }
  const migrations = Object.fromEntries(
    Object.entries(officeMigrations).filter(([name]) => name < '0009'),
  )
  const database = await createOfficeDatabase(office.folder, office.key, { migrations })
  await database.transaction(async (tx) => {
    await sql`insert into clerks values ('c', 'a', 'a', 'الف', null, 'CLERK', '900', 'C1', 1, ${at})`.execute(
      tx,
    )
    await sql`insert into visits values
      ('v', 7, '1', 'c', 'desk', 'SELF', null, 'INQUIRY', null, ${at}, null)`.execute(tx)
    await sql`insert into vault_scans values
      ('s', 7, 'PHOTO', 'عکس', 'png', 3, 'aa', 'v', 'c', ${at}, x'010203')`.execute(tx)
  })
  await database.close()
  return office
}

test('a scan of an older office is found as it was, named anew and taken out', async () => {
  const { folder, key } = await anOldOffice()
  const database = await openOfficeDatabase(folder, key)
  const deed = { documentId: 's', visitId: 'v', clerkId: 'c', at: at as never }
  await database.transaction(async (tx) => {
    const vault = new VaultBookRepository(readOnly(tx), tx)
    expect(await vault.findScan('s')).toMatchObject({
      ...{
        papers: ['PHOTO'],
        title: 'عکس',
        measure: null,
        brought: null,
        requests: [],
        powerNumber: null,
      },
    })
    expect((await vault.findSameBytes(7, 'aa'))?.documentId).toBe('s')
    expect(await vault.findSamePicture(7, new Uint8Array(4096))).toBeUndefined()
    await vault.labelScan({ title: 'نام تازه', papers: ['PHOTO'] }, deed)
    expect(await vault.listProofs(7)).toMatchObject([{ paper: 'PHOTO', title: 'نام تازه' }])
    await vault.removeScan('REPLACED', deed)
    expect(await vault.findScan('s')).toBeUndefined()
  })
  expect(database.findDamage()).toEqual([])
  await database.close()
})
