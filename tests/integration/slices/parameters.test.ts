import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { noPapers } from '../../support/papers.ts'

const folder = temporaryFolder()
let office: BranchOffice

/** Windows by who is at them. */
const CLERK = 1
const SUPERVISOR = 2
const ADMINISTRATOR = 3
const OTHER_ADMINISTRATOR = 4
let ids: Readonly<Record<number, string>>

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
  const supervisor = await office.signIn(SUPERVISOR, { role: 'SUPERVISOR' })
  const administrator = await office.signIn(ADMINISTRATOR, {
    role: 'ADMINISTRATOR',
    personId: '0010000011',
  })
  const other = await office.signIn(OTHER_ADMINISTRATOR, { role: 'ADMINISTRATOR' })
  ids = {
    [SUPERVISOR]: supervisor.clerkId,
    [ADMINISTRATOR]: administrator.clerkId,
    [OTHER_ADMINISTRATOR]: other.clerkId,
  }
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const proposed = (
  more: Partial<Input<'parameters.propose'>> = {},
): Input<'parameters.propose'> => ({
  code: 'MONTH_DAYS',
  value: '۳۱',
  validFrom: jalali('1405/07/01'),
  source: 'بخشنامهٔ ۱۲ نمونه',
  reason: 'روش تازهٔ محاسبهٔ ماه',
  ...more,
})
const propose = async (more: Partial<Input<'parameters.propose'>> = {}): Promise<string> =>
  (await office.get(ADMINISTRATOR, 'parameters.propose', proposed(more))).changeId
const approve = (changeId: string) => ({ outcome: 'APPROVED', changeId }) as const
const list = (window = ADMINISTRATOR) => office.get(window, 'parameters.list', null)

async function valueOf(code: string) {
  const { entries } = await list()
  return entries.find((entry) => entry.code === code)?.inForce
}

/** Nothing can take changes away but somebody who may drop what guards them. */
async function forgetChanges(): Promise<void> {
  const { database } = office
  await database.transaction(async (tx) => {
    const { rows } = await sql<{ name: string; sql: string }>`select name, sql from sqlite_master
      where type = 'trigger' and tbl_name in ('parameter_changes', 'parameter_decisions')`.execute(
      tx,
    )
    for (const { name } of rows) await sql`drop trigger ${sql.id(name)}`.execute(tx)
    await tx.deleteFrom('parameter_decisions').execute()
    await tx.deleteFrom('parameter_changes').execute()
    for (const { sql: text } of rows) await sql.raw(text).execute(tx)
  })
}
beforeEach(forgetChanges)

async function lastEntry() {
  const { rows } = await sql<{ action: string; object: string; outcome: string }>`
    select action, object, outcome from audit order by seq desc limit 1`.execute(
    office.database.reader as never,
  )
  return rows[0]
}

describe('the list', () => {
  test('has every value in use with where it comes from', async () => {
    const { day, entries, changes } = await list()
    expect(day).toBe(jalali('1405/09/02'))
    expect(changes).toEqual([])
    const wage = entries.find(({ code }) => code === 'MIN_DAILY_WAGE')
    expect(wage?.inForce).toMatchObject({ value: '5541850', origin: 'EXTRACT', certainty: 'S' })
    expect(wage?.rows[0]).toEqual(wage?.inForce)
    expect(wage?.rows.length).toBeGreaterThan(30)
    expect(await valueOf('PROMISED_DAYS_MARRIAGE')).toMatchObject({ origin: 'PROGRAM' })
    await office.signIn(CLERK)
    expect((await list(CLERK)).entries).toEqual(entries)
  })
})

describe('four eyes', () => {
  test('a proposal changes nothing until somebody else approves it', async () => {
    const changeId = await propose()
    expect(await lastEntry()).toEqual({
      action: 'parameters.propose',
      object: `parameter-change ${changeId}`,
      outcome: 'done',
    })
    expect(await valueOf('MONTH_DAYS')).toMatchObject({ value: '30', origin: 'EXTRACT' })

    await office.get(SUPERVISOR, 'parameters.decide', approve(changeId))
    expect(await lastEntry()).toMatchObject({ action: 'parameters.decide', outcome: 'done' })
    expect(await valueOf('MONTH_DAYS')).toEqual({
      ...{ code: 'MONTH_DAYS', value: '31', unit: 'DAYS', validFrom: jalali('1405/07/01') },
      ...{ validTo: null, source: 'بخشنامهٔ ۱۲ نمونه', certainty: 'D', origin: 'OFFICE' },
    })
    const { changes } = await list(SUPERVISOR)
    expect(changes).toMatchObject([{ changeId, state: 'APPROVED', isOwn: false, note: null }])
  })

  test('its author never decides it, under no account', async () => {
    const changeId = await propose()
    expect(await office.refusal(ADMINISTRATOR, 'parameters.decide', approve(changeId))).toEqual({
      code: 'forbidden',
      what: 'own-proposal',
    })
    expect(await lastEntry()).toEqual({
      action: 'parameters.decide',
      object: `parameter-change ${changeId}`,
      outcome: 'forbidden',
    })
    await office.signIn(5, { role: 'SUPERVISOR', personId: '0010000011' })
    expect(await office.refusal(5, 'parameters.decide', approve(changeId))).toMatchObject({
      what: 'own-proposal',
    })
  })

  test('clerks and supervisors propose nothing, clerks approve nothing', async () => {
    await office.signIn(CLERK)
    for (const window of [CLERK, SUPERVISOR])
      expect(await office.refusal(window, 'parameters.propose', proposed())).toMatchObject({
        code: 'forbidden',
      })
    const changeId = await propose()
    expect(await office.refusal(CLERK, 'parameters.decide', approve(changeId))).toMatchObject({
      code: 'forbidden',
    })
  })

  test('of two who decide at once one is told that it is decided', async () => {
    const changeId = await propose()
    const replies = await Promise.all([
      office.ask(SUPERVISOR, 'parameters.decide', approve(changeId)),
      office.ask(OTHER_ADMINISTRATOR, 'parameters.decide', {
        ...{ outcome: 'REFUSED', changeId, note: 'سند ندارد' },
      }),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'conflict', what: 'parameter-decided' },
    })
  })

  test('a refused or withdrawn proposal never counts', async () => {
    const first = await propose()
    await office.get(SUPERVISOR, 'parameters.decide', {
      ...{ outcome: 'REFUSED', changeId: first, note: 'سند ندارد' },
    })
    const second = await propose()
    expect(
      await office.refusal(OTHER_ADMINISTRATOR, 'parameters.withdraw', { changeId: second }),
    ).toEqual({ code: 'forbidden', what: 'proposal-of-another' })
    await office.get(ADMINISTRATOR, 'parameters.withdraw', { changeId: second })
    expect(await valueOf('MONTH_DAYS')).toMatchObject({ value: '30' })
    const { changes } = await list()
    expect(new Set(changes.map(({ state, note }) => [state, note].join()))).toEqual(
      new Set(['REFUSED,سند ندارد', 'WITHDRAWN,']),
    )
    expect(
      await office.refusal(ADMINISTRATOR, 'parameters.withdraw', { changeId: second }),
    ).toMatchObject({ what: 'parameter-decided' })
  })
})

describe('what may be proposed', () => {
  test.each([
    ['nothing that nobody sent', { code: 'NONE' }, { code: 'not-found', what: 'parameter' }],
    [
      'nothing in the place of law',
      { code: 'MARRIAGE_RECORD_DAYS' },
      { code: 'rule', what: 'parameter-certain' },
    ],
    [
      'nothing in the place of what is published for that year',
      { code: 'MIN_DAILY_WAGE', value: '6000000' },
      { code: 'rule', what: 'parameter-certain' },
    ],
    [
      'nothing for a day without a value',
      { code: 'MIN_DAILY_WAGE', value: '6000000', validFrom: jalali('1406/01/01') },
      { code: 'invalid-input', field: 'validFrom', fault: 'parameter-no-value' },
    ],
    [
      'nothing that is no value of the unit',
      { value: '30.5' },
      { code: 'invalid-input', field: 'value', fault: 'parameter-count' },
    ],
    [
      'nothing that counts already',
      { value: '۳۰' },
      { code: 'invalid-input', field: 'value', fault: 'parameter-same' },
    ],
    [
      'nothing without a source',
      { source: '  ' },
      { code: 'invalid-input', field: 'source', fault: 'too_small' },
    ],
  ])('%s', async (_, more, refusal) => {
    expect(await office.refusal(ADMINISTRATOR, 'parameters.propose', proposed(more))).toMatchObject(
      refusal,
    )
  })

  test('one at a time of each code', async () => {
    await propose()
    expect(await office.refusal(OTHER_ADMINISTRATOR, 'parameters.propose', proposed())).toEqual({
      code: 'conflict',
      what: 'parameter-proposed',
    })
    await propose({ code: 'YEAR_DAYS', value: '366' })
  })

  test('an approved change is ended by another', async () => {
    await office.get(SUPERVISOR, 'parameters.decide', approve(await propose()))
    const back = await propose({ value: '30', validFrom: jalali('1405/09/01') })
    await office.get(SUPERVISOR, 'parameters.decide', approve(back))
    const entry = (await list()).entries.find(({ code }) => code === 'MONTH_DAYS')
    expect(entry?.rows.map(({ value, validFrom }) => [value, validFrom])).toEqual([
      ['30', jalali('1405/09/01')],
      ['31', jalali('1405/07/01')],
      ['30', jalali('1354/04/03')],
    ])
  })
})

describe('what the organisation sends later', () => {
  const SENT = jalali('1405/08/01')
  const send = (certainty: 'S' | 'G') =>
    office.database.transaction((tx) =>
      sql`insert into parameters values
        ('MONTH_DAYS', '28', 'DAYS', ${SENT}, null, 'بخشنامهٔ مرکز', ${certainty}, null)`.execute(
        tx,
      ),
    )
  afterEach(() =>
    office.database.transaction((tx) =>
      sql`delete from parameters where code = 'MONTH_DAYS' and valid_from = ${SENT}`.execute(tx),
    ),
  )

  test('wins on its days when it is certain, and stops the approval of what it overtook', async () => {
    await office.get(SUPERVISOR, 'parameters.decide', approve(await propose()))
    const late = await propose({ value: '29', validFrom: jalali('1405/09/01') })
    await send('S')
    expect(await valueOf('MONTH_DAYS')).toMatchObject({ value: '28', certainty: 'S' })
    expect(await office.refusal(SUPERVISOR, 'parameters.decide', approve(late))).toEqual({
      code: 'rule',
      what: 'parameter-certain',
    })
  })

  test('does not when it is an estimate as well', async () => {
    await office.get(SUPERVISOR, 'parameters.decide', approve(await propose()))
    await send('G')
    expect(await valueOf('MONTH_DAYS')).toMatchObject({ value: '31', origin: 'OFFICE' })
  })
})

describe('the database itself', () => {
  const decision = (changeId: string, more: object = {}) => ({
    ...{ change_id: changeId, outcome: 'APPROVED', decided_at: at, note: null },
    ...more,
  })
  const at = '2026-11-23T06:30:00.000Z' as never
  const insert = (table: 'parameter_decisions', row: object, replacing = false) =>
    office.database.transaction((tx) => {
      const into = replacing ? tx.replaceInto(table) : tx.insertInto(table)
      return into.values(row as never).execute()
    })

  test('demands four eyes of whoever writes to it', async () => {
    const changeId = await propose()
    const own = ids[ADMINISTRATOR]
    await expect(
      insert('parameter_decisions', decision(changeId, { decided_by: own })),
    ).rejects.toThrow('its author never decides')
    const twin = await office.signIn(5, { role: 'SUPERVISOR', personId: '0010000011' })
    await expect(
      insert('parameter_decisions', decision(changeId, { decided_by: twin.clerkId })),
    ).rejects.toThrow('its author never decides')
    const clerk = await office.signIn(CLERK)
    await expect(
      insert('parameter_decisions', decision(changeId, { decided_by: clerk.clerkId })),
    ).rejects.toThrow('a supervisor or an administrator decides')
    const withdrawal = { outcome: 'WITHDRAWN', decided_by: ids[SUPERVISOR] }
    await expect(insert('parameter_decisions', decision(changeId, withdrawal))).rejects.toThrow(
      'its author alone withdraws',
    )
    await expect(
      insert('parameter_decisions', decision(changeId, { outcome: 'MAYBE', decided_by: own })),
    ).rejects.toThrow()
    expect((await list()).changes).toMatchObject([{ state: 'OPEN' }])
  })

  test('keeps what was proposed and decided as it is', async () => {
    const changeId = await propose()
    await office.get(SUPERVISOR, 'parameters.decide', approve(changeId))
    const again = decision(changeId, { outcome: 'REFUSED', decided_by: ids[OTHER_ADMINISTRATOR] })
    for (const replacing of [false, true])
      await expect(insert('parameter_decisions', again, replacing)).rejects.toThrow('decided once')
    for (const statement of [
      sql`update parameter_changes set value = '99'`,
      sql`delete from parameter_changes`,
      sql`update parameter_decisions set outcome = 'REFUSED'`,
      sql`delete from parameter_decisions`,
      sql`replace into parameter_changes select change_id, code, unit, '99', valid_from, valid_to,
        source, reason, proposed_at, proposed_by from parameter_changes`,
    ])
      await expect(office.database.transaction((tx) => statement.execute(tx))).rejects.toThrow(
        /never|once/,
      )
    expect(await valueOf('MONTH_DAYS')).toMatchObject({ value: '31' })
  })
})

describe('what it changes', () => {
  const amountOf = async (wedding: string) => {
    await office.signIn(CLERK)
    const { visit } = await openFileOf(office, CLERK, '0000001023')
    const form = { marriageDate: jalali(wedding) }
    const { decision } = await office.get(CLERK, 'requests.assess', {
      ...{ visitId: visit.visitId, kind: 'MARRIAGE', form },
    })
    return decision?.estimate?.amount
  }
  const FLOOR = 5_541_850

  test('the floor of the marriage allowance from its day on, and no day before', async () => {
    const wedding = '1405/07/01'
    expect(await amountOf(wedding)).toBe(FLOOR * 30)
    const later = await propose({ validFrom: jalali('1405/07/02') })
    await office.get(SUPERVISOR, 'parameters.decide', approve(later))
    expect(await amountOf(wedding)).toBe(FLOOR * 30)
    const changeId = await propose({ validFrom: jalali(wedding) })
    expect(await amountOf(wedding)).toBe(FLOOR * 30)
    await office.get(SUPERVISOR, 'parameters.decide', approve(changeId))
    expect(await amountOf(wedding)).toBe(FLOOR * 31)
  })
})
