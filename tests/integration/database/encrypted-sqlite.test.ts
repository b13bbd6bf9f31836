import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { DatabaseFault } from '../../../electron/backend/database/engines/connection.ts'
import {
  createOfficeDatabase,
  openOfficeDatabase,
} from '../../../electron/backend/database/engines/encrypted-sqlite.ts'
import { officeMigrations } from '../../../electron/backend/database/migrations.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

async function newOffice(): Promise<{ folder: string; key: Uint8Array }> {
  const office = { folder: temporaryFolder(), key: randomBytes(32) }
  const database = await createOfficeDatabase(office.folder, office.key)
  await database.transaction((tx) =>
    tx.insertInto('counters').values({ name: 'papers', value: 7 }).execute(),
  )
  await database.close()
  return office
}

async function faultOf(open: Promise<unknown>): Promise<string> {
  try {
    await open
    return 'opened'
  } catch (cause) {
    return cause instanceof DatabaseFault ? cause.code : String(cause)
  }
}

describe('the encrypted database of an office', () => {
  it('keeps what was written, and has all tables before the first extract', async () => {
    const { folder, key } = await newOffice()
    const database = await openOfficeDatabase(folder, key)
    const read = await database.read(async (db) => ({
      counters: await db.selectFrom('counters').selectAll().execute(),
      citizens: await db.selectFrom('citizens').selectAll().execute(),
    }))
    expect(read).toEqual({ counters: [{ name: 'papers', value: 7 }], citizens: [] })
    expect(database.findDamage()).toEqual([])
    await database.close()
  })

  it('is set to lose nothing that was acknowledged', async () => {
    const { folder, key } = await newOffice()
    const database = await openOfficeDatabase(folder, key)
    const settings = await database.transaction(async (tx) => ({
      journal: await sql`pragma journal_mode`.execute(tx),
      synchronous: await sql`pragma synchronous`.execute(tx),
      keys: await sql`pragma foreign_keys`.execute(tx),
      cipher: await sql`pragma cipher`.execute(tx),
    }))
    expect(settings.journal.rows).toEqual([{ journal_mode: 'wal' }])
    expect(settings.synchronous.rows).toEqual([{ synchronous: 2 }])
    expect(settings.keys.rows).toEqual([{ foreign_keys: 1 }])
    expect(settings.cipher.rows).toEqual([{ aegis: 'aegis' }])
    await database.close()
  })

  it('undoes a transaction that throws', async () => {
    const { folder, key } = await newOffice()
    const database = await openOfficeDatabase(folder, key)
    const change = database.transaction(async (tx) => {
      await tx.updateTable('counters').set({ value: 8 }).execute()
      throw new Error('no')
    })
    await expect(change).rejects.toThrow('no')
    expect(await database.reader.selectFrom('counters').select('value').execute()).toEqual([
      { value: 7 },
    ])
    await database.close()
  })

  it('shows a reader one state while another transaction commits', async () => {
    const { folder, key } = await newOffice()
    const database = await openOfficeDatabase(folder, key)
    const values = await database.read(async (db) => {
      const before = await db.selectFrom('counters').select('value').executeTakeFirst()
      await database.transaction((tx) => tx.updateTable('counters').set({ value: 9 }).execute())
      const after = await db.selectFrom('counters').select('value').executeTakeFirst()
      return [before?.value, after?.value]
    })
    expect(values).toEqual([7, 7])
    await database.close()
  })

  it('does not write through the reading connection', async () => {
    const { folder, key } = await newOffice()
    const database = await openOfficeDatabase(folder, key)
    const write = sql`delete from counters`.execute(database.reader as never)
    await expect(write).rejects.toThrow(/readonly/)
    await database.close()
  })

  it('never changes or deletes an audit entry', async () => {
    const { folder, key } = await newOffice()
    const database = await openOfficeDatabase(folder, key)
    await database.transaction((tx) =>
      sql`insert into audit (at, action, outcome, hash, previous_hash)
          values ('2026-01-01', 'test', 'done', 'a', '')`.execute(tx),
    )
    for (const statement of [sql`update audit set action = 'x'`, sql`delete from audit`]) {
      const attempt = database.transaction((tx) => statement.execute(tx))
      await expect(attempt).rejects.toThrow(/audit is never/)
    }
    await database.close()
  })
})

describe('a database that must not be used', () => {
  it('is refused with a wrong key and left as it is', async () => {
    const { folder } = await newOffice()
    const before = readFileSync(path.join(folder, 'office.db'))
    expect(await faultOf(openOfficeDatabase(folder, randomBytes(32)))).toBe('wrong-key')
    expect(readFileSync(path.join(folder, 'office.db')).equals(before)).toBe(true)
  })

  it('is refused when it is missing or empty, and not created', async () => {
    const { folder, key } = await newOffice()
    const file = path.join(folder, 'office.db')
    writeFileSync(file, '')
    expect(await faultOf(openOfficeDatabase(folder, key))).toBe('database-missing')
    expect(statSync(file).size).toBe(0)
    rmSync(file)
    expect(await faultOf(openOfficeDatabase(folder, key))).toBe('database-missing')
    expect(existsSync(file)).toBe(false)
  })

  it('is refused when its first page is damaged', async () => {
    const { folder, key } = await newOffice()
    const file = path.join(folder, 'office.db')
    const bytes = readFileSync(file)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    writeFileSync(file, bytes)
    expect(await faultOf(openOfficeDatabase(folder, key))).toBe('database-corrupt')
  })

  it('shows one flipped bit anywhere when it is checked', async () => {
    const { folder, key } = await newOffice()
    const file = path.join(folder, 'office.db')
    const bytes = readFileSync(file)
    bytes[bytes.length - 2000] = (bytes[bytes.length - 2000] ?? 0) ^ 1
    writeFileSync(file, bytes)
    let findings: readonly string[]
    try {
      const database = await openOfficeDatabase(folder, key)
      findings = database.findDamage()
      await database.close()
    } catch (cause) {
      findings = [String(cause)]
    }
    expect(findings).not.toEqual([])
  })

  it('is refused when it is an ordinary SQLite file or no database at all', async () => {
    const { folder, key } = await newOffice()
    writeFileSync(path.join(folder, 'office.db'), `SQLite format 3\0${'x'.repeat(5000)}`)
    expect(await faultOf(openOfficeDatabase(folder, key))).toBe('database-corrupt')
  })

  it('is not made a second time', async () => {
    const { folder, key } = await newOffice()
    expect(await faultOf(createOfficeDatabase(folder, key))).toBe('database-exists')
  })

  it('is refused without the extract it names', async () => {
    const { folder, key } = await newOffice()
    rmSync(path.join(folder, 'extract-none.db'))
    expect(await faultOf(openOfficeDatabase(folder, key))).toBe('database-missing')
  })
})

describe('migrations', () => {
  const second = {
    up: async (db: Parameters<(typeof officeMigrations)[string]['up']>[0]) => {
      await sql`alter table counters add column note text`.execute(db)
    },
  }

  it('keep a copy of the former state, with the same key, and what was in it', async () => {
    const { folder, key } = await newOffice()
    const migrations = { ...officeMigrations, '9999-second': second }
    const database = await openOfficeDatabase(folder, key, { migrations })
    const rows = await sql`select name, value, note from counters`.execute(database.reader as never)
    expect(rows.rows).toEqual([{ name: 'papers', value: 7, note: null }])
    await database.close()
    expect(readdirSync(folder)).toContain('office-before-9999-second.db')
    const copy = readFileSync(path.join(folder, 'office-before-9999-second.db'))
    expect(copy.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3')
  })

  it('refuse a database of a newer program', async () => {
    const { folder, key } = await newOffice()
    const migrations = { ...officeMigrations, '9999-second': second }
    await (await openOfficeDatabase(folder, key, { migrations })).close()
    expect(await faultOf(openOfficeDatabase(folder, key))).toBe('newer-version')
  })

  it('leave nothing of one that fails half-way', async () => {
    const { folder, key } = await newOffice()
    const broken = {
      up: async (db: Parameters<typeof second.up>[0]) => {
        await sql`create table half (x)`.execute(db)
        throw new Error('half-way')
      },
    }
    const migrations = { ...officeMigrations, '9999-broken': broken }
    await expect(openOfficeDatabase(folder, key, { migrations })).rejects.toThrow('half-way')
    const database = await openOfficeDatabase(folder, key)
    const tables = await sql`select name from sqlite_schema where name = 'half'`.execute(
      database.reader as never,
    )
    expect(tables.rows).toEqual([])
    await database.close()
  })
})
