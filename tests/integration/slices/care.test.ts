import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Input } from '#core/contract.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const FATHER = '0000001198'
/** A husband and father of three under age; all but one of them have rows. */
const PARENT = '9764406191'
const GIRL = '9102687410'
const SISTER = '9671828027'
const WIFE = '9433546806'
/** A brother of theirs without rows. */
const BROTHER = '9340968638'
const today = jalali('1405/09/02')

/** Windows by who is at them. */
const [CLERK, HEALTH, EXPERT, SUPERVISOR] = [1, 2, 3, 4]

let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: plainPapers, today })
  await office.import(sampleExtract())
}, 120_000)

beforeEach(async () => {
  await office.signIn(CLERK)
  await office.signIn(HEALTH, { duties: ['HEALTH'] })
  await office.signIn(EXPERT, { duties: ['EXPERT'] })
  await office.signIn(SUPERVISOR, { role: 'SUPERVISOR' })
})

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const visitOf = async (personId: string, window = CLERK) =>
  (await openFileOf(office, window, personId)).visit.visitId

async function entitlement(personId: string, on: string | null = null) {
  const visitId = await visitOf(personId)
  return office.get(CLERK, 'care.entitlement', { visitId, on: on === null ? null : jalali(on) })
}

type Presence = Input<'visits.begin'>['presence']
const powerOf = (scope: Extract<Presence, { power: unknown }>['power']['scope']): Presence => ({
  kind: 'ATTORNEY',
  power: {
    ...{ holderId: '0000001384', holderName: 'وکیل نمونه', number: randomUUID().slice(0, 8) },
    ...{ issuer: 'دفتر نمونه', issuedOn: jalali('1405/01/01'), expiresOn: null, scope },
  },
})
async function begin(window: number, personId: string, presence: Presence): Promise<string> {
  const { hits } = await office.get(window, 'citizens.search', { text: personId, limit: 1 })
  const citizenId = hits[0]?.citizenId ?? 0
  const order = { citizenId, presence, purpose: 'INQUIRY' as const, reason: null }
  return (await office.get(window, 'visits.begin', order)).visit.visitId
}

async function rowsOf<T>(text: string): Promise<readonly T[]> {
  return (await sql.raw<T>(text).execute(office.database.reader as never)).rows
}
const openings = () =>
  rowsOf<{ openingId: string; reason: string; clerkId: string }>(
    `select opening_id as openingId, reason, clerk_id as clerkId from health_openings
    order by rowid`,
  )
const reason = 'پیگیری نسخهٔ خود'

describe('entitlement to treatment, from the encrypted office', () => {
  test('eight of one family as the centre states them, today', async () => {
    const { on, asOf, person, dependants } = await entitlement(FATHER)
    expect([on, asOf]).toEqual([today, jalali('1405/08/30')])
    expect(person).toMatchObject({
      personId: FATHER,
      verdict: { state: 'COVERED', basis: 'CENTRE', relation: 'SELF', until: null },
    })
    expect(
      dependants.map(({ personId, verdict }) => [
        personId,
        verdict.state,
        verdict.until ?? verdict.ground,
        verdict.differs,
      ]),
    ).toEqual([
      ['0000001201', 'COVERED', 'MARRIAGE', null],
      ['0000001244', 'NOT_COVERED', null, null],
      ['0000001236', 'COVERED', 'DISABILITY', null],
      ['0000001228', 'COVERED', jalali('1406/06/31'), null],
      ['0000001211', 'NOT_COVERED', null, null],
      ['0000001260', 'COVERED', jalali('1406/02/19'), null],
      ['0000001252', 'COVERED', 'NO_HUSBAND_NO_JOB', null],
      ['0000001279', 'COVERED', 'MAINTENANCE', null],
    ])
    for (const { verdict } of [person, ...dependants]) {
      expect(verdict.insuranceNumber).toBe('0090000119')
      expect(verdict.decision.articles).toContain('SSA-54')
    }
  })

  test('on another day others are covered', async () => {
    const before = await entitlement(FATHER, '1403/12/30')
    const married = before.dependants.find(({ personId }) => personId === '0000001244')
    // That she is married now says nothing of that day.
    expect(married?.verdict).toMatchObject({
      ...{ state: 'COVERED', until: jalali('1403/12/30'), differs: null },
    })
    const after = await entitlement(FATHER, '1406/02/20')
    const son = after.dependants.find(({ personId }) => personId === '0000001260')
    expect(son?.verdict).toMatchObject({ state: 'NOT_COVERED' })
    expect(son?.verdict.decision.because.map(({ code }) => code)).toEqual([
      'coverage-ended',
      'son-past-age',
    ])
  })

  test('agrees with the rows for everybody, by a reckoning in SQL', async () => {
    for (const on of [today, jalali('1403/06/01')]) {
      const stated = await rowsOf<{ personId: string; state: string }>(
        `select c.person_id as personId, case min(case k.state when 'COVERED' then 0
            when 'PENDING' then 1 else 2 end)
          when 0 then 'COVERED' when 1 then 'PENDING' else 'NOT_COVERED' end as state
        from coverage k join citizens c on c.citizen_id = k.citizen_id
        where k.from_date <= '${on}' and (k.to_date is null or k.to_date >= '${on}')
          and (c.death_date is null or c.death_date > '${on}')
        group by c.person_id order by c.person_id limit 60`,
      )
      expect(stated.length).toBe(60)
      for (const { personId, state } of stated) {
        const visitId = await visitOf(personId)
        const { person } = await office.get(CLERK, 'care.entitlement', { visitId, on })
        expect([personId, person.verdict.state]).toEqual([personId, state])
      }
    }
  })

  test('the dead, who has no number, and who is asked about at the centre are told so', async () => {
    const codes = async (personId: string) =>
      (await entitlement(personId)).person.verdict.decision.because.map(({ code }) => code)
    expect(await codes('0000001090')).toEqual(['person-deceased'])
    expect(await codes('0000001384')).toEqual(['coverage-no-number'])
    expect(await codes('9720268468')).toEqual(['coverage-pending'])
    const heir = (await entitlement('0000001112')).person.verdict
    expect(heir).toMatchObject({ state: 'COVERED', relation: 'SON', insuranceNumber: '0090000109' })
  })

  test('a power for benefits opens it, one for records does not', async () => {
    const open = await begin(CLERK, FATHER, powerOf(['BENEFITS']))
    const { dependants } = await office.get(CLERK, 'care.entitlement', { visitId: open, on: null })
    expect(dependants).toHaveLength(8)
    const visitId = await begin(CLERK, FATHER, powerOf(['RECORDS']))
    const closed = { code: 'forbidden', what: 'outside-power', values: { part: 'BENEFITS' } }
    expect(await office.refusal(CLERK, 'care.entitlement', { visitId, on: null })).toMatchObject(
      closed,
    )
    const order = { kind: 'care-statement', on: today } as const
    expect(await office.refusal(CLERK, 'certificates.preview', { visitId, order })).toMatchObject(
      closed,
    )
  })

  test('the paper says what the screen says', async () => {
    const visitId = await visitOf(FATHER)
    const on = jalali('1404/06/01')
    const shown = await office.get(CLERK, 'care.entitlement', { visitId, on })
    const issued = await office.get(CLERK, 'certificates.issue', {
      ...{ visitId, order: { kind: 'care-statement', on }, idempotencyKey: randomUUID() },
    })
    expect(issued.number).toMatch(/^900-1405-11-\d{6}$/)
    const [kept] = await rowsOf<{ statement: string }>(
      `select statement from documents where document_id = '${issued.documentId}'`,
    )
    const said = JSON.parse(kept?.statement ?? '{}') as {
      readonly people: readonly { readonly personId: string; readonly state: string }[]
      readonly covered: number
    }
    const all = [shown.person, ...shown.dependants]
    expect(said.people.map(({ personId, state }) => [personId, state])).toEqual(
      all.map(({ personId, verdict }) => [personId, verdict.state]),
    )
    expect(said.covered).toBe(all.filter(({ verdict }) => verdict.state === 'COVERED').length)
    const { papers } = await office.get(CLERK, 'vault.box', visitId)
    expect(papers.map(({ kind }) => kind)).toContain('care-statement')
  })
})

describe('lists of visits and prescriptions', () => {
  test('nobody opens one without the duty: not a supervisor, not an expert', async () => {
    const before = await openings()
    for (const window of [CLERK, EXPERT, SUPERVISOR]) {
      const visitId = await visitOf(PARENT, window)
      expect(await office.refusal(window, 'care.openHealth', { visitId, reason })).toMatchObject({
        code: 'forbidden',
      })
    }
    expect(await openings()).toEqual(before)
  })

  test('opens with a reason, and both the opening and its entry are kept', async () => {
    const clerk = await office.signIn(HEALTH, { duties: ['HEALTH'] })
    const visitId = await visitOf(PARENT, HEALTH)
    const { people, rows } = await office.get(HEALTH, 'care.openHealth', { visitId, reason })
    expect(people.map(({ personId, closed }) => [personId, closed])).toEqual([
      [PARENT, null],
      [WIFE, 'ADULT'],
      [GIRL, null],
      [BROTHER, null],
      [SISTER, null],
    ])
    const counted = (personId: string) => rows.filter((row) => row.personId === personId).length
    expect([PARENT, WIFE, GIRL, BROTHER, SISTER].map(counted)).toEqual([9, 0, 4, 0, 3])
    expect(rows.map(({ issuedOn }) => issuedOn)).toEqual(
      rows
        .map(({ issuedOn }) => issuedOn)
        .toSorted()
        .toReversed(),
    )
    expect([...new Set(rows.flatMap((row) => Object.keys(row)))].sort()).toEqual([
      'category',
      'centre',
      'doctorName',
      'issuedOn',
      'personId',
      'trackingCode',
      'visitTime',
    ])
    const kept = (await openings()).at(-1)
    expect(kept).toMatchObject({ reason, clerkId: clerk.clerkId })
    const entries = await rowsOf<{ outcome: string; visitId: string; text: string }>(
      `select outcome, visit_id as visitId, json_object('a', action, 'o', object) as text
      from audit where object = 'health-opening ${kept?.openingId ?? ''}'`,
    )
    expect(entries).toMatchObject([{ outcome: 'done', visitId }])
    expect(entries[0]?.text).not.toContain(reason)
  })

  test('each opening asks for a reason of its own', async () => {
    const visitId = await visitOf(PARENT, HEALTH)
    const before = (await openings()).length
    for (const short of ['', '  ', 'آن'])
      expect(
        await office.refusal(HEALTH, 'care.openHealth', { visitId, reason: short }),
      ).toMatchObject({ code: 'invalid-input', field: 'reason' })
    await office.get(HEALTH, 'care.openHealth', { visitId, reason })
    await office.get(HEALTH, 'care.openHealth', { visitId, reason: 'باز هم نسخهٔ خود' })
    expect((await openings()).length).toBe(before + 2)
  })

  test('needs a visit of one’s own and a power that names it', async () => {
    const mine = await visitOf(PARENT, HEALTH)
    await office.signIn(5, { duties: ['HEALTH'] })
    expect(await office.refusal(5, 'care.openHealth', { visitId: mine, reason })).toMatchObject({
      code: 'not-found',
      what: 'visit',
    })
    const without = await begin(HEALTH, PARENT, powerOf(['RECORDS', 'BENEFITS', 'ACCOUNT']))
    expect(
      await office.refusal(HEALTH, 'care.openHealth', { visitId: without, reason }),
    ).toMatchObject({ code: 'forbidden', what: 'outside-power', values: { part: 'HEALTH' } })
    // A power opens its person's own rows; for the children their parent comes himself.
    const named = await begin(HEALTH, PARENT, powerOf(['HEALTH']))
    const { people, rows } = await office.get(HEALTH, 'care.openHealth', {
      ...{ visitId: named, reason },
    })
    expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set([PARENT]))
    expect(people.map(({ closed }) => closed)).toEqual([
      null,
      'ADULT',
      'NOT_IN_PERSON',
      'NOT_IN_PERSON',
      'NOT_IN_PERSON',
    ])
  })

  test('a wife’s list opens in her own visit, with the children through none of hers', async () => {
    const visitId = await visitOf(WIFE, HEALTH)
    const { rows } = await office.get(HEALTH, 'care.openHealth', { visitId, reason })
    expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set([WIFE]))
  })

  test('the sheet of who has seen the file says it in words, to the child as well', async () => {
    const visitId = await visitOf(PARENT, HEALTH)
    await office.get(HEALTH, 'care.openHealth', { visitId, reason })
    const deeds = async (personId: string) => {
      const of = await visitOf(personId)
      const order = { kind: 'access-sheet', since: null } as const
      const { documentId } = await office.get(CLERK, 'certificates.issue', {
        ...{ visitId: of, order, idempotencyKey: randomUUID() },
      })
      const [kept] = await rowsOf<{ statement: string }>(
        `select statement from documents where document_id = '${documentId}'`,
      )
      const { rows } = JSON.parse(kept?.statement ?? '{}') as {
        readonly rows: readonly { readonly deed: string; readonly presence: string | null }[]
      }
      return rows.filter(({ deed }) => deed === 'HEALTH_OPENED')
    }
    expect((await deeds(PARENT))[0]).toMatchObject({ presence: 'SELF', object: null })
    expect((await deeds(GIRL))[0]).toMatchObject({ presence: null })
    expect(await deeds(WIFE)).toHaveLength(1)
  })

  test('what was opened is never changed, and nobody writes an opening beside the program', async () => {
    const tamper = (text: string) => office.database.transaction((tx) => sql.raw(text).execute(tx))
    await expect(tamper(`update health_openings set reason = 'دیگر'`)).rejects.toThrow(
      /never changed/,
    )
    await expect(tamper('delete from health_openings')).rejects.toThrow(/never deleted/)
    await expect(tamper('delete from health_opening_persons')).rejects.toThrow(/never deleted/)
    const clerk = await office.signIn(CLERK)
    const visitId = await visitOf(PARENT)
    await expect(
      tamper(`insert into health_openings select 'x', visit_id, citizen_id, person_id,
        '${clerk.clerkId}', 'دلیل', began_at from visits where visit_id = '${visitId}'`),
    ).rejects.toThrow(/who has the duty/)
  })

  test('an opening that cannot be kept shows nothing and leaves no entry', async () => {
    const visitId = await visitOf(PARENT, HEALTH)
    await office.database.transaction((tx) =>
      sql`create trigger no_opening before insert on health_openings
        begin select raise(abort, 'no room'); end`.execute(tx),
    )
    const done = () =>
      rowsOf(`select seq from audit where action = 'care.openHealth' and outcome = 'done'`)
    const before = await done()
    const reply = await office.ask(HEALTH, 'care.openHealth', { visitId, reason })
    await office.database.transaction((tx) => sql`drop trigger no_opening`.execute(tx))
    expect(reply.ok).toBe(false)
    expect(JSON.stringify(reply)).not.toContain('10484')
    expect(await done()).toEqual(before)
  })

  test('no search finds a tracking code of theirs, opened or not', async () => {
    const visitId = await visitOf(PARENT, HEALTH)
    const { rows } = await office.get(HEALTH, 'care.openHealth', { visitId, reason })
    for (const { trackingCode, doctorName } of rows.slice(0, 3)) {
      const found = await office.get(HEALTH, 'citizens.search', { text: trackingCode, limit: 20 })
      expect(found.hits.filter(({ kind }) => kind === 'TRACKING_CODE')).toEqual([])
      const byDoctor = await office.get(HEALTH, 'citizens.search', {
        ...{ text: doctorName ?? '', limit: 20 },
      })
      expect(byDoctor.hits.map(({ target }) => target)).not.toContain(trackingCode)
    }
  })
})
