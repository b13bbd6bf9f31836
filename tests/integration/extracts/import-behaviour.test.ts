import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import type { ImportProgress } from '../../../electron/core/extracts/extract.model.ts'
import { copyOf, sampleExtract, smallExtract } from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { importInto, openTestOffice, type TestOffice } from '../../support/office-database.ts'
import { zipOf, type ZipEntry } from '../../support/zip-writer.ts'

async function countCitizens({ database }: TestOffice): Promise<number> {
  const { count } = await database.reader
    .selectFrom('citizens')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

const extractFiles = ({ folder }: TestOffice): readonly string[] =>
  readdirSync(folder).filter((name) => /^extract-.*\.db$/.test(name))

/** Changes one file of an extract and sets the manifest right again. */
function rewrite(folder: string, file: string, change: (text: string) => string): void {
  const manifestFile = path.join(folder, 'manifest.json')
  const bytes = Buffer.from(change(readFileSync(path.join(folder, file), 'utf8')))
  writeFileSync(path.join(folder, file), bytes)
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    branchCodes: string[]
    files: { name: string; rows: number; sha256: string }[]
  }
  for (const entry of manifest.files.filter(({ name }) => name === file)) {
    entry.sha256 = createHash('sha256').update(bytes).digest('hex')
    entry.rows = bytes.toString('utf8').trimEnd().split('\r\n').length - 1
  }
  writeFileSync(manifestFile, JSON.stringify(manifest))
}

function coverOnly(folder: string, branchCodes: readonly string[]): void {
  const file = path.join(folder, 'manifest.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  writeFileSync(file, JSON.stringify({ ...manifest, branchCodes }))
}

describe('while an import runs', () => {
  it('the counter reads the former state and writes its own', async () => {
    const office = await openTestOffice()
    await importInto(office, smallExtract())
    const before = await countCitizens(office)
    const seen = new Set<number>()
    let writes = 0
    let work = Promise.resolve()
    const result = await importInto(office, sampleExtract(), {}, () => {
      work = work.then(async () => {
        seen.add(await countCitizens(office))
        await office.database.transaction((tx) =>
          tx
            .insertInto('counters')
            .values({ name: `during-${writes}`, value: writes })
            .execute(),
        )
        writes++
      })
    })
    await work
    expect(result).toMatchObject({ outcome: 'done', rejected: 0 })
    expect(writes).toBeGreaterThan(1)
    expect(seen.has(before)).toBe(true)
    expect([...seen].every((count) => count === before || count === 2000)).toBe(true)
    expect(await countCitizens(office)).toBe(2000)
    const counters = await office.database.reader.selectFrom('counters').selectAll().execute()
    expect(counters).toHaveLength(writes)
    await office.database.close()
  })

  it('progress goes from checking to committing and never back', async () => {
    const office = await openTestOffice()
    const reports: ImportProgress[] = []
    await importInto(office, sampleExtract(), {}, (progress) => reports.push(progress))
    const percents = reports.map(({ percent }) => percent)
    expect(percents).toEqual(percents.toSorted((a, b) => a - b))
    const last = reports.at(-1)
    expect(last?.phase).toBe('COMMITTING')
    expect(last?.rowsTotal).toBe(last?.accepted)
    await office.database.close()
  })

  it('a second one is refused as busy', async () => {
    const office = await openTestOffice()
    const order = { force: false, clerkId: null }
    const first = await office.extracts.start(smallExtract(), order, () => undefined)
    const second = await importInto(office, smallExtract())
    expect(second).toMatchObject({ outcome: 'refused', fault: { code: 'X_BUSY' } })
    expect(await first.done).toMatchObject({ outcome: 'done' })
    await office.database.close()
  })

  it('a cancel leaves the former state and no file', async () => {
    const office = await openTestOffice()
    await importInto(office, smallExtract())
    const [before, files] = [await countCitizens(office), extractFiles(office)]
    const order = { force: false, clerkId: null }
    const running = await office.extracts.start(sampleExtract(), order, ({ phase, importId }) => {
      if (phase === 'LOADING') office.extracts.cancel(importId)
    })
    expect(await running.done).toMatchObject({ outcome: 'cancelled', accepted: 0 })
    expect(await countCitizens(office)).toBe(before)
    expect(extractFiles(office)).toEqual(files)
    expect((await office.extracts.history())[0]).toMatchObject({ state: 'CANCELLED' })
    expect(await importInto(office, sampleExtract())).toMatchObject({ outcome: 'done' })
    await office.database.close()
  })
})

describe('after an import', () => {
  it('a filing does not wait for a search that is still reading the extract', async () => {
    const office = await openTestOffice()
    await importInto(office, smallExtract())
    await office.database.read(async (db) => {
      await db.selectFrom('citizens').select('citizen_id').execute()
      await office.database.transaction((tx) =>
        tx.insertInto('counters').values({ name: 'filed', value: 1 }).execute(),
      )
    })
    expect(await office.database.reader.selectFrom('counters').selectAll().execute()).toEqual([
      { name: 'filed', value: 1 },
    ])
    await office.database.close()
  })
})

describe('a process killed in the middle', () => {
  it.each(['CHECKING', 'LOADING', 'INDEXING'] as const)(
    'while %s leaves the former state, and the next start clears up',
    async (phase) => {
      const first = await openTestOffice()
      await importInto(first, smallExtract())
      const before = await countCitizens(first)
      await first.database.close()
      const child = spawn(process.execPath, [
        path.resolve(import.meta.dirname, '../../support/importing-process.ts'),
        first.folder,
        Buffer.from(first.key).toString('hex'),
        sampleExtract(),
      ])
      const ended = once(child, 'exit')
      let isKilled = false
      for await (const line of createInterface({ input: child.stdout })) {
        if ((JSON.parse(line) as Partial<ImportProgress>).phase !== phase) continue
        isKilled = child.kill('SIGKILL')
        break
      }
      await ended
      const office = await openTestOffice(first)
      const [latest] = await office.extracts.history()
      expect(isKilled).toBe(true)
      expect(latest).toMatchObject({ state: 'FAILED', fault: { code: 'X_INTERRUPTED' } })
      expect(await countCitizens(office)).toBe(before)
      expect(extractFiles(office)).toEqual([office.database.extractFile()])
      expect(office.database.findDamage()).toEqual([])
      expect(await importInto(office, sampleExtract())).toMatchObject({ outcome: 'done' })
      await office.database.close()
    },
  )
})

describe('an extract that covers some branches', () => {
  it('replaces their rows, keeps those of the others, and every citizen keeps his number', async () => {
    const office = await openTestOffice()
    await importInto(office, smallExtract())
    const { reader } = office.database
    const numbers = () =>
      reader
        .selectFrom('citizens')
        .select(['person_id', 'citizen_id', 'branch_code', 'last_name'])
        .orderBy('person_id')
        .execute()
    const before = await numbers()
    const folder = copyOf(smallExtract())
    coverOnly(folder, ['900'])
    // The extract of branch 900 has its own citizens only, one of them under a new name.
    let renamed = ''
    rewrite(folder, 'citizens.csv', (text) => {
      const [header = '', ...rows] = text.trimEnd().split('\r\n')
      const own = rows.filter((row) => row.endsWith(',900'))
      const changed = own.map((row, i) => {
        if (i > 0) return row
        const fields = row.split(',')
        renamed = fields[0] ?? ''
        return [fields[0], fields[1], 'تازه', ...fields.slice(3)].join(',')
      })
      return [header, ...changed, ''].join('\r\n')
    })
    const result = await importInto(office, folder)
    expect(result).toMatchObject({ outcome: 'done', rejected: 0 })
    const after = await numbers()
    expect(after.map(({ person_id, citizen_id }) => [person_id, citizen_id])).toEqual(
      before.map(({ person_id, citizen_id }) => [person_id, citizen_id]),
    )
    expect(after.filter(({ last_name }) => last_name === 'تازه')).toMatchObject([
      { person_id: renamed, branch_code: '900' },
    ])
    await office.database.close()
  })

  it('drops what its branches no longer have, and what belonged to it', async () => {
    const office = await openTestOffice()
    await importInto(office, smallExtract())
    const { reader } = office.database
    const rowsOf = async (code: string) => {
      const { rows } = await reader
        .selectFrom('insured')
        .innerJoin('contributions as c', 'c.insurance_number', 'insured.insurance_number')
        .where('insured.branch_code', '=', code)
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      return rows
    }
    const others = await rowsOf('9002')
    const folder = copyOf(smallExtract())
    coverOnly(folder, ['900'])
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.csv'))) {
      if (['branches.csv', 'institutions.csv', 'parameters.csv'].includes(file)) continue
      rewrite(folder, file, (text) => `${text.split('\r\n')[0] ?? ''}\r\n`)
    }
    expect(await importInto(office, folder)).toMatchObject({ outcome: 'done', rejected: 0 })
    expect(await rowsOf('900')).toBe(0)
    expect(await rowsOf('9002')).toBe(others)
    expect(others).toBeGreaterThan(0)
    const dangling = await reader
      .selectFrom('contributions')
      .where('insurance_number', 'not in', (eb) =>
        eb.selectFrom('insured').select('insurance_number'),
      )
      .selectAll()
      .execute()
    expect(dangling).toEqual([])
    await office.database.close()
  })
})

describe('what lies on the disk', () => {
  it('shows no name, no number and no header of SQLite', async () => {
    const office = await openTestOffice()
    await importInto(office, smallExtract())
    await office.database.transaction((tx) =>
      tx.insertInto('counters').values({ name: 'شمارنده-آشکار', value: 1 }).execute(),
    )
    const names = readdirSync(office.folder)
    expect(names).toEqual(expect.arrayContaining(['office.db', 'office.db-wal']))
    const secrets = ['سه‌نقش', '0000001015', '09700001001', 'شمارنده-آشکار', 'SQLite format 3']
    for (const name of names) {
      const bytes = readFileSync(path.join(office.folder, name))
      for (const secret of secrets)
        expect([name, secret, bytes.includes(secret)]).toEqual([name, secret, false])
    }
    await office.database.close()
  })
})

describe('a zip that is no honest container', () => {
  const file = (name: string, more: Partial<ZipEntry> = {}): ZipEntry => ({
    name,
    bytes: Buffer.from('{}'),
    ...more,
  })
  const cases: readonly (readonly [string, Buffer])[] = [
    ['a path that leads out', zipOf([file('../manifest.json')])],
    ['an absolute path', zipOf([file('/manifest.json')])],
    ['a path with backslashes', zipOf([file('..\\manifest.json')])],
    ['a folder in a folder', zipOf([file('a/b/manifest.json')])],
    ['two top folders', zipOf([file('a/manifest.json'), file('b/citizens.csv')])],
    ['a file twice', zipOf([file('manifest.json'), file('manifest.json')])],
    ['a link', zipOf([file('manifest.json', { mode: 0o120777 })])],
    ['a bomb', zipOf([file('manifest.json', { bytes: Buffer.alloc(40 << 20) })])],
    ['an entry larger than it says', zipOf([file('manifest.json', { claimedSize: 1 })])],
    ['a thousand and one names', zipOf(Array.from({ length: 1001 }, (_, i) => file(`${i}.csv`)))],
    ['not a zip', Buffer.from('PK? no')],
    ['an empty file', Buffer.alloc(0)],
  ]

  it.each(cases)('%s is refused', async (_name, bytes) => {
    const office = await openTestOffice()
    const zip = path.join(temporaryFolder(), 'extract.zip')
    writeFileSync(zip, bytes)
    expect(await importInto(office, zip)).toMatchObject({
      outcome: 'refused',
      fault: { code: 'X_CONTAINER' },
    })
    await office.database.close()
  })
})
