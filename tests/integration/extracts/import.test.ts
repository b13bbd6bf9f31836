import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tables } from '../../../electron/backend/database/schema.ts'
import { extractLayout } from '../../../electron/core/extracts/extract-layout.model.ts'
import {
  copyOf,
  faultyExtract,
  sampleExtract,
  smallExtract,
  zipOfFolder,
} from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { importInto, openTestOffice, type TestOffice } from '../../support/office-database.ts'

/** All rows of all central tables, as one text to compare. */
async function stateOf({ database }: TestOffice): Promise<string> {
  const tables = extractLayout.map(({ table }) => table as keyof Tables)
  const rows = await database.read(async (db) => {
    const all: unknown[] = []
    for (const table of [...tables, 'identifier', 'person_name', 'person_token'] as const)
      all.push(
        await db
          .selectFrom(table as 'branches')
          .selectAll()
          .execute(),
      )
    return all
  })
  return JSON.stringify(rows)
}

describe('the clean sample', () => {
  let office: TestOffice
  beforeAll(async () => {
    office = await openTestOffice()
    expect(await importInto(office, sampleExtract())).toMatchObject({
      outcome: 'done',
      rejected: 0,
      fault: null,
    })
  })
  afterAll(() => office.database.close())

  it('is loaded row by row: every file has as many rows as its manifest says', async () => {
    const [summary] = await office.extracts.history()
    expect(summary?.files).toHaveLength(22)
    for (const { file, rows, accepted, rejected } of summary?.files ?? [])
      expect([file, accepted, rejected]).toEqual([file, rows, 0])
    const { count } = await office.database.reader
      .selectFrom('contributions')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    expect(count).toBe(summary?.files.find(({ file }) => file === 'contributions.csv')?.rows)
  })

  it('keeps as of when, whose branches, and the hash of the manifest', async () => {
    const [summary] = await office.extracts.history()
    expect(summary).toMatchObject({
      state: 'DONE',
      asOf: '2026-11-21',
      branchCodes: ['900', '9002', '0902'],
      forced: false,
    })
    expect(summary?.manifestSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('a second time changes nothing and says so', async () => {
    const before = office.database.extractFile()
    const [first] = await office.extracts.history()
    expect(await importInto(office, sampleExtract())).toMatchObject({
      outcome: 'already-imported',
      importId: first?.importId,
    })
    expect(office.database.extractFile()).toBe(before)
    expect(await office.extracts.history()).toHaveLength(1)
  })

  it('stores days as ISO, numbers in canonical form and amounts as integers', async () => {
    const { reader } = office.database
    const person = await reader
      .selectFrom('citizens')
      .innerJoin('insured', 'insured.citizen_id', 'citizens.citizen_id')
      .where('person_id', '=', '0000001023')
      .select(['birth_date', 'first_marriage_date', 'insurance_number', 'mobile'])
      .executeTakeFirstOrThrow()
    expect(person).toEqual({
      birth_date: '1997-07-06',
      first_marriage_date: '2026-09-23',
      insurance_number: '0090000102',
      mobile: '09700001002',
    })
    const slip = await reader
      .selectFrom('payslips')
      .where('slip_number', '=', '1048400002')
      .select(['net', 'citizen_id'])
      .executeTakeFirstOrThrow()
    expect(slip.net).toBe(188_244_474)
  })

  it('finds the showcase persons by every kind of number', async () => {
    const { reader } = office.database
    const find = async (kind: string, value: string): Promise<readonly string[]> => {
      const rows = await reader
        .selectFrom('identifier')
        .innerJoin('citizens', 'citizens.citizen_id', 'identifier.citizen_id')
        .where('kind', '=', kind as 'IBAN')
        .where('value', '=', value)
        .select('person_id')
        .distinct()
        .orderBy('person_id')
        .execute()
      return rows.map(({ person_id }) => person_id)
    }
    expect(await find('NATIONAL_ID', '0000001015')).toEqual(['0000001015'])
    expect(await find('FOREIGNER_ID', '199900000017')).toEqual(['199900000017'])
    expect(await find('INSURANCE_NUMBER', '0090000101')).toEqual(['0000001015'])
    expect(await find('PENSION_NUMBER', '8000109')).toEqual([
      ...['0000001090', '0000001104', '0000001112', '0000001120', '0000001139'],
    ])
    expect(await find('WORKSHOP_CODE', '9000161000')).toEqual(['0000001015'])
    expect(await find('MOBILE', '09700001001')).toEqual(['0000001015'])
    expect(await find('TRACKING_CODE', '1048400019')).toEqual(['0000001015'])
    expect(await find('ACCOUNT_NUMBER', '009000000')).toEqual(['0000001015'])
    expect(await find('IBAN', 'IR340130000000000009000000')).toEqual(['0000001015'])
  })

  it('has the rows by which the showcase persons show what they are for', async () => {
    const { reader } = office.database
    const count = async (table: 'contributions' | 'dependants', insurance: string) => {
      const { rows } = await reader
        .selectFrom(table)
        .where('insurance_number', '=', insurance)
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
      return rows
    }
    expect(await count('contributions', '0090000135')).toBe(140)
    expect(await count('dependants', '0090000119')).toBe(8)
    const shares = await reader
      .selectFrom('pension_shares')
      .where('pension_number', '=', '8000109')
      .select((eb) => eb.fn.sum<number>('share_bp').as('sum'))
      .executeTakeFirstOrThrow()
    expect(shares.sum).toBe(10_000)
    const rows = await reader
      .selectFrom('workshops')
      .innerJoin('workshop_members as m', (join) =>
        join
          .onRef('m.workshop_code', '=', 'workshops.workshop_code')
          .onRef('m.branch_code', '=', 'workshops.branch_code'),
      )
      .innerJoin('citizens', 'citizens.citizen_id', 'm.citizen_id')
      .where('person_id', '=', '0000001147')
      .where('contract_row', '<>', '000')
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    expect(rows.rows).toBe(120)
    const slip = await reader
      .selectFrom('payslips')
      .innerJoin('citizens', 'citizens.citizen_id', 'payslips.citizen_id')
      .where('person_id', '=', '0000001341')
      .where('year', '=', 1405)
      .where('month', '=', 2)
      .where('seq', '=', 2)
      .select('net')
      .executeTakeFirstOrThrow()
    expect(slip.net).toBe(224_325_550)
  })

  it('knows every name by its words, in one spelling', async () => {
    const { reader } = office.database
    const bearers = await reader
      .selectFrom('name_token')
      .innerJoin('person_token', 'person_token.token_id', 'name_token.token_id')
      .innerJoin('citizens', 'citizens.citizen_id', 'person_token.citizen_id')
      .where('token', '=', 'هفتصدوبیست')
      .select(['person_id', 'field', 'count'])
      .execute()
    expect(bearers).toEqual([{ person_id: '0000001023', field: 2, count: 1 }])
    const { names } = await reader
      .selectFrom('person_name')
      .select((eb) => eb.fn.countAll<number>().as('names'))
      .executeTakeFirstOrThrow()
    expect(names).toBe(2000)
  })
})

describe('the dirty extract', () => {
  it('has exactly the expected rejects, line by line, and the rest is loaded', async () => {
    const office = await openTestOffice()
    const result = await importInto(office, faultyExtract('dirty'))
    expect(result.outcome).toBe('done')
    const total = await office.extracts.countRejects(result.importId)
    const rejects = await office.extracts.rejects(result.importId, 0, total)
    const found = rejects.map(({ file, line, column, code }) =>
      [file, line, column, code].join(','),
    )
    const expected = readFileSync(path.join(faultyExtract('dirty'), 'expected-rejects.csv'), 'utf8')
    expect(found).toEqual(expected.trim().split('\r\n').slice(1))
    expect(rejects.every(({ reason }) => /^[\u0600-\u06ff\u200c ]+$/.test(reason))).toBe(true)
    for (const { rows, accepted, rejected } of result.files) expect(accepted + rejected).toBe(rows)
    await office.database.close()
  })

  it('undoes disguises, keeps texts as they were written, and notes what it saw', async () => {
    const office = await openTestOffice()
    const { notes } = await importInto(office, faultyExtract('dirty'))
    expect(notes.find(({ code }) => code === 'W_COLUMN')).toMatchObject({ column: 'legacyFlag' })
    expect(notes.some(({ code, count }) => code === 'W_TEXT' && count > 10)).toBe(true)
    expect(
      notes.some(({ code, file }) => code === 'W_FILE' && file === 'expected-rejects.csv'),
    ).toBe(true)
    const { reader } = office.database
    const kept = await reader
      .selectFrom('citizens')
      .where('texts_as_written', 'is not', null)
      .select(['last_name', 'first_name', 'father_name', 'texts_as_written'])
      .execute()
    expect(kept.length).toBeGreaterThan(10)
    for (const { last_name, first_name } of kept)
      expect(last_name + first_name).not.toMatch(/[يكىة\u0640\u064b-\u0652\u200e\u200f\u00a0]/)
    const odd = await reader
      .selectFrom('citizens')
      .select('person_id')
      .where((eb) => eb.fn<number>('length', ['person_id']), 'not in', [10, 12])
      .execute()
    expect(odd).toEqual([])
    await office.database.close()
  })
})

describe('a broken extract is refused whole', () => {
  const cases = [
    ['broken-bad-manifest', 'F_MANIFEST', null],
    ['broken-bad-format', 'F_FORMAT', null],
    ['broken-missing-file', 'F_MISSING', 'decrees.csv'],
    ['broken-wrong-sha', 'F_SHA', 'pensions.csv'],
    ['broken-bad-utf8', 'F_UTF8', 'citizens.csv'],
    ['broken-bad-csv', 'F_CSV', 'branches.csv'],
    ['broken-missing-column', 'F_COLUMN', 'citizens.csv'],
    ['broken-wrong-rows', 'F_ROWS', 'citizens.csv'],
    ['broken-older', 'F_OLDER', null],
  ] as const
  let office: TestOffice
  let before: string
  beforeAll(async () => {
    office = await openTestOffice()
    await importInto(office, smallExtract())
    before = await stateOf(office)
  })
  afterAll(() => office.database.close())

  it.each(cases)('%s: %s', async (name, code, file) => {
    const result = await importInto(office, faultyExtract(name))
    expect(result).toMatchObject({ outcome: 'refused', accepted: 0, fault: { code, file } })
    expect(result.fault?.reason).toMatch(/[\u0600-\u06ff]/)
    expect(await stateOf(office)).toBe(before)
    const [latest] = await office.extracts.history()
    expect(latest).toMatchObject({ state: 'REFUSED', sourceName: name, fault: { code } })
  })

  it('names the first fault in the order of the format and lists the others', async () => {
    const folder = copyOf(smallExtract())
    appendFileSync(path.join(folder, 'manifest.json'), '\n')
    writeFileSync(path.join(folder, 'citizens.csv'), 'personId\r\n"000')
    writeFileSync(path.join(folder, 'debts.csv'), Buffer.from([0xff, 0xfe, 0x0a]))
    const { fault } = await importInto(office, folder)
    expect(fault).toMatchObject({ code: 'F_SHA', file: 'citizens.csv' })
    const also = fault?.also.map((one) => `${one.code} ${one.file ?? ''}`)
    expect(also).toEqual(
      expect.arrayContaining(['F_SHA debts.csv', 'F_UTF8 debts.csv', 'F_CSV citizens.csv']),
    )
  })

  it('an older one is taken when a supervisor insists, and then the newer again', async () => {
    const forced = await importInto(office, faultyExtract('broken-older'), { force: true })
    expect(forced.outcome).toBe('done')
    expect(await stateOf(office)).not.toBe(before)
    expect((await office.extracts.history())[0]).toMatchObject({ forced: true })
    expect((await importInto(office, smallExtract())).outcome).toBe('done')
    expect(await stateOf(office)).toBe(before)
  })
})

describe('containers', () => {
  it.each(['', 'extract'])('a zip (top folder «%s») gives what the folder gives', async (top) => {
    const zip = path.join(temporaryFolder(), 'extract.zip')
    writeFileSync(zip, zipOfFolder(smallExtract(), top))
    const [folder, zipped] = [await openTestOffice(), await openTestOffice()]
    await importInto(folder, smallExtract())
    expect(await importInto(zipped, zip)).toMatchObject({ outcome: 'done', rejected: 0 })
    expect(await stateOf(zipped)).toBe(await stateOf(folder))
    expect(await importInto(zipped, smallExtract())).toMatchObject({ outcome: 'already-imported' })
    await folder.database.close()
    await zipped.database.close()
  })

  it('a place where nothing is, is said to be so', async () => {
    const office = await openTestOffice()
    const result = await importInto(office, path.join(temporaryFolder(), 'nothing'))
    expect(result).toMatchObject({ outcome: 'refused', fault: { code: 'X_SOURCE' } })
    await office.database.close()
  })
})

describe('the layout of the format', () => {
  it('has a table for each of the 22 files', async () => {
    const office = await openTestOffice()
    expect(extractLayout).toHaveLength(22)
    for (const { table } of extractLayout) {
      const rows = await office.database.reader
        .selectFrom(table as 'branches')
        .selectAll()
        .execute()
      expect([table, rows]).toEqual([table, []])
    }
    await office.database.close()
  })
})
