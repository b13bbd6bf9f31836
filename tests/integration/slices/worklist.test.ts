import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Clerk } from '#core/access/access.ports.ts'
import type { Input, Output } from '#core/contract.ts'
import { addDays } from '#core/kernel/day.ts'
import { instantAt } from '#core/kernel/instant.ts'
import {
  countStatement,
  listStatement,
  worklistValues,
} from '../../../electron/backend/requests/worklist.repository.ts'
import { PRESENT_STATUS } from '../../../electron/backend/database/present-status.ts'
import { openOfficeDatabase } from '../../../electron/backend/database/engines/encrypted-sqlite.ts'
import { selectRows } from '../../../electron/backend/database/rows.ts'
import type { WorklistScope } from '#core/requests/worklist.ports.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { codeOfMany, fileMany } from '../../support/many-requests.ts'
import { APPLICANT, marriageForm } from '../../support/marriage-filing.ts'
import { noPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const today = jalali('1405/09/02')
const COUNT = 700
let office: BranchOffice
let filer: Clerk
let expert: Clerk
let supervisor: Clerk

type Query = Partial<Input<'requests.worklist'>>
const list = (window: number, query: Query = {}) =>
  office.get(window, 'requests.worklist', {
    ...{ view: 'BRANCH', text: '', groups: [], limit: 200 },
    ...query,
  })

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today })
  await office.import(sampleExtract())
  filer = await office.signIn(1, { personId: '0000009990' })
  expert = await office.signIn(2, { duties: ['EXPERT'] })
  supervisor = await office.signIn(3, { role: 'SUPERVISOR' })
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

async function removeRequests(): Promise<void> {
  await office.database.transaction(async (tx) => {
    await tx.deleteFrom('clerk_notices').execute()
    await tx.deleteFrom('promise_looks').execute()
    await tx.deleteFrom('request_assignments').execute()
    await tx.deleteFrom('request_events').execute()
    await tx.deleteFrom('requests').execute()
  })
}

async function many(count = COUNT, owners: readonly (string | null)[] = [null]): Promise<void> {
  await fileMany(office.database, { count, today, filers: [filer.clerkId], owners })
}

beforeEach(removeRequests)

const marked = (items: Output<'requests.worklist'>['items']) =>
  items.flatMap(({ trackingCode, version }) =>
    version === null ? [] : [{ trackingCode, version }],
  )

async function page(window: number, query: Query): Promise<Output<'requests.worklist'>['items']> {
  const items: Output<'requests.worklist'>['items'] = []
  let after: Input<'requests.worklist'>['after'] = null
  do {
    const read: Output<'requests.worklist'> = await list(window, { limit: 60, ...query, after })
    items.push(...read.items)
    after = read.next
  } while (after)
  return items
}

describe('the lines', () => {
  test('stand as the requests do, by the one expression that says how', async () => {
    await many(200)
    const visit = (await openFileOf(office, 1, APPLICANT)).visit.visitId
    await office.get(1, 'requests.file', {
      visitId: visit,
      idempotencyKey: randomUUID(),
      request: { kind: 'MARRIAGE', form: marriageForm() },
    })
    const differing = async () =>
      selectRows(
        office.database.reader,
        `select r.tracking_code, ${PRESENT_STATUS} as present, l.status from requests r
        join worklist_lines l on l.tracking_code = r.tracking_code
        left join central_requests k on k.tracking_code = r.tracking_code
        where l.status is not ${PRESENT_STATUS} or l.version <> r.version
          or l.assigned_to is not r.assigned_to`,
      )
    expect(await differing()).toEqual([])
    const [first] = (await list(1, { view: 'MINE', text: APPLICANT })).items
    await office.get(1, 'requests.withdraw', {
      ...{ visitId: visit, trackingCode: first?.trackingCode ?? '', version: 1 },
      reason: 'منصرف شد',
    })
    expect(await differing()).toEqual([])
    const { items } = await list(1, { view: 'MINE', text: APPLICANT })
    expect(items).toMatchObject([{ status: 'CANCELLED', group: 'DONE', version: 2 }])
  })

  test('of the centre are those that nobody here filed and that are undecided', async () => {
    const { open } = await office.database.reader
      .selectFrom('central_requests')
      .where('branch_code', '=', '900')
      .where('status', 'in', ['2', '6', '9', '14', '16', '21'])
      .select(({ fn }) => fn.countAll<number>().as('open'))
      .executeTakeFirstOrThrow()
    const items = await page(1, { origin: 'CENTRE' })
    expect(items).toHaveLength(open)
    expect(items.every(({ version, owner }) => version === null && owner === null)).toBe(true)
  })

  test('an import tells what the centre says now, and who filed what it decided', async () => {
    const codes = await selectRows<{ code: string; status: string }>(
      office.database.reader,
      `select min(tracking_code) as code, status from central_requests
      where status in ('14', '19') group by status order by status`,
    )
    await many(2)
    await office.database.transaction(async (tx) => {
      for (const [at, { code }] of codes.entries())
        await sql`update requests set tracking_code = ${code}
          where tracking_code = ${codeOfMany(at)}`.execute(tx)
      await sql`delete from worklist_lines where tracking_code in
        (${codeOfMany(0)}, ${codeOfMany(1)})`.execute(tx)
      await sql`insert into worklist_lines (tracking_code, request_id, citizen_id, kind,
          branch_code, filed_on, promised_on, filed_by, own_status, version)
        select tracking_code, request_id, citizen_id, kind, branch_code, filed_on, promised_on,
          filed_by, status, version from requests where true
        on conflict do update set request_id = excluded.request_id,
          own_status = excluded.own_status, version = excluded.version,
          filed_by = excluded.filed_by`.execute(tx)
    })
    // The same file once more is another import as well.
    await office.database.useExtract(office.database.extractFile(), () => Promise.resolve())
    const lines = await selectRows<{ code: string; status: string }>(
      office.database.reader,
      `select tracking_code as code, status from worklist_lines
      where request_id is not null order by status`,
    )
    expect(lines).toEqual(codes)
    expect((await office.get(1, 'notices.mine', null)).items).toMatchObject([
      { kind: 'DECIDED', status: '19', trackingCode: codes[1]?.code },
    ])
  })

  test('stand as the expression says for every mix of what is known here and there', async () => {
    const codes = await selectRows<{ code: string }>(
      office.database.reader,
      'select tracking_code as code from central_requests order by status, tracking_code',
    )
    await many(codes.length)
    await office.database.transaction(async (tx) => {
      await sql`delete from request_events`.execute(tx)
      await sql`delete from requests where tracking_code in (select tracking_code
        from central_requests)`.execute(tx)
      await sql`delete from worklist_lines where request_id is null`.execute(tx)
      for (const [at, { code }] of codes.entries()) {
        const own = ['9', '14', '18', 'CANCELLED', '16'][at % 5] ?? '9'
        const when = at % 3 === 0 ? '2026-01-01' : '2027-01-01'
        await sql`delete from worklist_lines where tracking_code = ${codeOfMany(at)}`.execute(tx)
        await sql`update requests set tracking_code = ${code}, status = ${own},
          version = ${1 + (at % 2)} where tracking_code = ${codeOfMany(at)}`.execute(tx)
        await sql`insert into worklist_lines (tracking_code, request_id, citizen_id, kind,
            branch_code, filed_on, own_status, version)
          select tracking_code, request_id, citizen_id, kind, branch_code, filed_on, status, version
          from requests where tracking_code = ${code}`.execute(tx)
        await sql`insert into request_events (request_id, seq, status, at, actor_kind)
          values (${`many-${at}`}, 1, '2', ${`${when}T00:00:00.000Z`}, 'SYSTEM')`.execute(tx)
      }
    })
    await office.database.useExtract(office.database.extractFile(), () => Promise.resolve())
    const rows = await selectRows<{ present: string; status: string; lane: number }>(
      office.database.reader,
      `select ${PRESENT_STATUS} as present, l.status, l.lane from requests r
      join worklist_lines l on l.tracking_code = r.tracking_code
      left join central_requests k on k.tracking_code = r.tracking_code`,
    )
    expect(rows.length).toBe(codes.length)
    expect(rows.filter(({ present, status }) => present !== status)).toEqual([])
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(7)
  })

  test('of an office that an older program left are made when it is opened', async () => {
    await office.database.useExtract(office.database.extractFile(), () => Promise.resolve())
    await many(3)
    const before = await page(1, { order: 'OLDEST' })
    await office.database.transaction(async (tx) => {
      await sql`delete from worklist_lines where request_id is null`.execute(tx)
      await tx.deleteFrom('office_state').where('key', '=', 'worklist_extract').execute()
    })
    const again = await openOfficeDatabase(folder, office.database.key)
    await again.close()
    expect(await page(1, { order: 'OLDEST' })).toEqual(before)
  })
})

describe('views', () => {
  test('mine is what he filed, for a decider what he took', async () => {
    await many(90, [null, expert.clerkId])
    expect((await page(1, { view: 'MINE' })).length).toBe(90)
    const his = await page(2, { view: 'MINE' })
    expect(his.length).toBe(45)
    expect(his.every(({ isMine }) => isMine)).toBe(true)
    expect((await page(2, { owner: 'NOBODY', origin: 'COUNTER' })).length).toBe(45)
    expect((await page(2, { owner: expert.clerkId })).length).toBe(45)
  })

  test('pages follow each other without a gap or a repeat, in every order', async () => {
    await many()
    for (const order of ['URGENCY', 'OLDEST', 'NEWEST'] as const) {
      const items = await page(1, { order, origin: 'COUNTER' })
      expect(new Set(items.map(({ trackingCode }) => trackingCode)).size).toBe(COUNT)
      expect(items).toHaveLength(COUNT)
      const days = items.map(({ filedOn }) => filedOn)
      if (order === 'OLDEST') expect(days).toEqual(days.toSorted())
      if (order === 'NEWEST') expect(days).toEqual(days.toSorted().toReversed())
      if (order !== 'URGENCY') continue
      const groups = items.map(({ group }) => group)
      const ranks = groups.map((group) =>
        ['OVERDUE', 'TODAY', 'AWAITING_PAPERS', 'RUNNING', 'DONE'].indexOf(group),
      )
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      const late = items.filter(({ group }) => group === 'OVERDUE')
      expect(late.length).toBeGreaterThan(0)
      expect(late.map(({ promisedOn }) => promisedOn)).toEqual(
        late.map(({ promisedOn }) => promisedOn).toSorted(),
      )
    }
  })

  test('the counts are those of the lines, whatever narrows them', async () => {
    await many()
    const filters: readonly Query[] = [
      {},
      { kind: 'MATERNITY' },
      { status: '14' },
      { filedFrom: addDays(today, -10), filedTo: addDays(today, -3) },
      { origin: 'COUNTER', kind: 'RETIREMENT', status: '9' },
      { view: 'FOLLOW_UP' },
      { view: 'FOLLOW_UP', groups: ['OVERDUE'] },
    ]
    for (const filter of filters) {
      const items = await page(1, filter)
      const { counts } = await list(1, { ...filter, limit: 1 })
      const groups = filter.groups?.length ? filter.groups : Object.keys(counts)
      for (const group of groups)
        expect
          .soft(items.filter((item) => item.group === group).length, JSON.stringify(filter))
          .toBe(counts[group as keyof typeof counts])
    }
  })

  test('to follow up is what waits for somebody outside, and what is late', async () => {
    await many()
    const items = await page(1, { view: 'FOLLOW_UP' })
    expect(items.length).toBeGreaterThan(0)
    expect(
      items.every(({ status, group }) => ['6', '14', '21'].includes(status) || group === 'OVERDUE'),
    ).toBe(true)
  })

  test('text finds by code, number and name; every namesake, not the first fifty', async () => {
    await many(300)
    expect((await list(1, { text: codeOfMany(7) })).items).toHaveLength(1)
    const [some] = (await list(1, { origin: 'COUNTER' })).items
    const word = some?.citizenName.split(' ')[0] ?? ''
    const named = await page(1, { text: word, origin: 'COUNTER' })
    const all = await page(1, { origin: 'COUNTER' })
    const bearing = all.filter(({ citizenName }) =>
      citizenName.split(' ').some((one) => one.startsWith(word)),
    )
    expect(named.length).toBe(bearing.length)
    expect(named.length).toBeGreaterThan(0)
    expect((await list(1, { text: 'نامی که هیچ‌کس ندارد' })).items).toEqual([])
  })

  test('a person registered at the counter has lines like everybody', async () => {
    const citizenId = 1_000_000_000_900
    await office.database.transaction((tx) =>
      tx
        .insertInto('registered_citizens')
        .values({
          ...{ citizen_id: citizenId, person_id: '9990000001' },
          ...{ first_name: 'تازه', last_name: 'رسیده', father_name: 'نمونه' },
          ...{ first_key: 'تازه', last_key: 'رسیده', father_key: 'نمونه' },
          ...{ sex: 'M', birth_date: today, nationality: 'IR', birth_city: 'تهران' },
          ...{ marital_status: 'SINGLE', branch_code: '900', papers: '[]', guardian: '{}' },
          ...{ idempotency_key: randomUUID(), registered_at: instantAt(0) },
          registered_by: filer.clerkId,
        })
        .execute(),
    )
    await many(1)
    await office.database.transaction((tx) =>
      tx
        .updateTable('worklist_lines')
        .set({ citizen_id: citizenId })
        .where('tracking_code', '=', codeOfMany(0))
        .execute(),
    )
    const { items } = await list(1, { text: codeOfMany(0) })
    expect(items).toMatchObject([{ citizenName: 'تازه رسیده', maskedId: '999****001' }])
  })

  test('each is found by an index of its own, and no line is sorted that need not be', async () => {
    await many(100)
    const scope: WorklistScope = {
      ...{ view: 'BRANCH', clerkId: expert.clerkId, decides: true, branchCode: '900', today },
      ...{ kind: null, status: null, owner: 'ANYBODY', filedFrom: null, filedTo: null },
      ...{ origin: null, citizenIds: null, trackingCode: null },
    }
    const planOf = async (text: string, values: WorklistScope) => {
      const rows = await selectRows<{ detail: string }>(
        office.database.reader,
        `explain query plan ${text}`,
        worklistValues(values, { after: null, limit: 100 }),
      )
      return rows.map(({ detail }) => detail).join('\n')
    }
    const indexes = [
      [scope, 'worklist_of_branch'],
      [{ ...scope, view: 'FOLLOW_UP' }, 'worklist_of_branch'],
      [{ ...scope, view: 'MINE' }, 'worklist_of_expert'],
      [{ ...scope, view: 'MINE', decides: false }, 'worklist_of_filer'],
      [{ ...scope, kind: 'MARRIAGE', owner: 'NOBODY', status: '9' }, 'worklist_of_branch'],
      [{ ...scope, citizenIds: [1] }, 'worklist_of_citizen'],
    ] as const
    for (const [one, index] of indexes) {
      expect.soft(await planOf(countStatement(one), one)).toContain(index)
      const page = { groups: ['OVERDUE'], order: 'URGENCY', after: null, limit: 100 } as const
      const plan = await planOf(listStatement(one, page), one)
      expect.soft(plan).toContain(index)
      expect.soft(plan).not.toMatch(/SCAN l\b/)
      if (index === 'worklist_of_citizen') continue
      expect.soft(plan.split('SCAN found')[0], plan).not.toContain('TEMP B-TREE')
      expect.soft(plan).toContain(`USING COVERING INDEX ${index}`)
    }
  })
})

describe('taking and giving', () => {
  test('a decider takes what nobody has; who was faster is told, and it can be given back', async () => {
    await many(4)
    const [one, other] = marked((await list(2, { origin: 'COUNTER', order: 'OLDEST' })).items)
    if (!one || !other) throw new Error('nothing to take')
    const taken = await office.get(2, 'requests.take', { items: [one] })
    expect(taken).toEqual({ done: [one.trackingCode], left: [] })
    const again = { ...one, version: one.version + 1 }
    expect(await office.get(3, 'requests.take', { items: [one, again, other] })).toEqual({
      done: [other.trackingCode],
      left: [{ trackingCode: one.trackingCode, because: 'taken' }],
    })
    expect(await office.get(3, 'requests.take', { items: [one] })).toMatchObject({
      left: [{ because: 'changed' }],
    })
    expect(await office.refusal(1, 'requests.take', { items: [one] })).toMatchObject({
      code: 'forbidden',
    })
    const given = await office.get(2, 'requests.release', { items: [again] })
    expect(given.done).toEqual([one.trackingCode])
    expect((await list(2, { view: 'MINE' })).items).toEqual([])
  })

  test('nobody takes what he filed, what is about him or what only the centre has', async () => {
    await many(3)
    const own = await office.signIn(4, { duties: ['EXPERT'] })
    const { items } = await list(4, { origin: 'COUNTER', order: 'OLDEST' })
    const [first, second] = marked(items)
    if (!first || !second) throw new Error('nothing to take')
    await office.database.transaction(async (tx) => {
      await tx
        .updateTable('requests')
        .set({ filed_by: own.clerkId } as never)
        .where('tracking_code', '=', first.trackingCode)
        .execute()
      const { person_id } = await tx
        .selectFrom('requests')
        .select('person_id')
        .where('tracking_code', '=', second.trackingCode)
        .executeTakeFirstOrThrow()
      await tx
        .updateTable('clerks')
        .set({ person_id })
        .where('clerk_id', '=', expert.clerkId)
        .execute()
    })
    expect(await office.get(4, 'requests.take', { items: [first] })).toMatchObject({
      left: [{ because: 'own-filing' }],
    })
    expect(
      await office.get(3, 'requests.assign', {
        ...{ items: [second], clerkId: expert.clerkId, partly: true },
      }),
    ).toMatchObject({ done: [], left: [{ because: 'own-request' }] })
    const [central] = await page(2, { origin: 'CENTRE' })
    const item = { trackingCode: central?.trackingCode ?? '', version: 1 }
    expect(await office.get(2, 'requests.take', { items: [item] })).toMatchObject({
      left: [{ because: 'at-centre' }],
    })
  })

  test('many are given at once: all of them, or the part that can be, never more', async () => {
    await many(60)
    const items = marked(await page(3, { origin: 'COUNTER' }))
    const stale = items.map((item, at) => (at < 2 ? { ...item, version: 9 } : item))
    const whole = { items: stale, clerkId: supervisor.clerkId, partly: false }
    const refused = await office.get(3, 'requests.assign', whole)
    expect(refused.done).toEqual([])
    expect(refused.left.map(({ because }) => because)).toEqual(['changed', 'changed'])
    expect((await list(3, { owner: supervisor.clerkId })).items).toEqual([])
    const part = await office.get(3, 'requests.assign', { ...whole, partly: true })
    expect(part.done).toHaveLength(items.length - 2)
    expect(part.left).toHaveLength(2)
    expect(await page(3, { owner: supervisor.clerkId })).toHaveLength(items.length - 2)
    const book = await selectRows(
      office.database.reader,
      'select assigned_to, assigned_by from request_assignments',
    )
    expect(book).toHaveLength(items.length - 2)
  })

  test('not to a clerk who may not decide, nor by one who may not give', async () => {
    await many(2)
    const items = marked((await list(3, { origin: 'COUNTER' })).items)
    const order = { items, clerkId: filer.clerkId, partly: true }
    expect(await office.refusal(3, 'requests.assign', order)).toMatchObject({
      code: 'rule',
      what: 'not-assignee',
    })
    expect(await office.refusal(2, 'requests.assign', order)).toMatchObject({ code: 'forbidden' })
    const names = (await office.get(3, 'requests.assignees', null)).map(({ clerkId }) => clerkId)
    expect(names).toContain(expert.clerkId)
    expect(names).not.toContain(filer.clerkId)
  })
})

describe('notices', () => {
  test('who is given a request is told, once, until he looks; windows are told too', async () => {
    await many(5)
    const judge = await office.signIn(5, { duties: ['EXPERT'] })
    const items = marked((await list(3, { origin: 'COUNTER', status: '2' })).items).slice(0, 2)
    office.events.length = 0
    await office.get(3, 'requests.assign', { items, clerkId: judge.clerkId, partly: false })
    expect(office.events).toContainEqual({ topic: 'requests.changed', payload: null })
    const told = await office.get(5, 'notices.mine', null)
    expect(told.items.map(({ kind, isNew }) => [kind, isNew])).toEqual([
      ['ASSIGNED', true],
      ['ASSIGNED', true],
    ])
    expect(told.unread).toBe(2)
    const upTo = told.items[0]?.noticeId ?? 0
    expect(await office.get(5, 'notices.look', { upTo })).toMatchObject({ unread: 0 })
    expect((await office.get(5, 'notices.mine', null)).items.every(({ isNew }) => !isNew)).toBe(
      true,
    )
    expect((await office.get(2, 'notices.mine', null)).items).toEqual([])
  })

  test('a refused command announces nothing', async () => {
    office.events.length = 0
    await office.refusal(3, 'requests.assign', {
      items: [{ trackingCode: '1', version: 1 }],
      ...{ clerkId: filer.clerkId, partly: true },
    })
    expect(office.events).toEqual([])
  })

  test('promises that are due are news until they were looked at today', async () => {
    await many(240)
    const before = await office.get(1, 'notices.mine', null)
    expect(before.promises.overdue).toBeGreaterThan(0)
    expect(before).toMatchObject({ arePromisesNew: true, unread: 1 })
    const { counts } = await list(1, { view: 'MINE' })
    expect(before.promises).toEqual({ overdue: counts.OVERDUE, today: counts.TODAY })
    expect(await office.get(1, 'notices.look', { upTo: 0 })).toMatchObject({
      arePromisesNew: false,
      unread: 0,
    })
  })
})
