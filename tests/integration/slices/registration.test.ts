import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { z } from 'zod'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { jalali, openFileOf } from '../../support/counter.ts'
import { addRows, type ExtractRow } from '../../support/extract-rows.ts'
import { copyOf, smallExtract } from '../../support/extracts.ts'
import { nationalId, newcomer, NEWCOMER_ID, type NewcomerForm } from '../../support/newcomer.ts'
import { plainPapers } from '../../support/papers.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const CLERK = 1
const COLLEAGUE = 2
/** The newcomer's, its last digit misread. */
const WRONG_ID = NEWCOMER_ID.slice(0, -1) + String((Number(NEWCOMER_ID.at(-1)) + 1) % 10)
const TWIN = '0000001155'
const OTHER_TWIN = '0000001163'
const today = jalali('1405/09/02')

let office: BranchOffice
const folders: string[] = []

async function newOffice(): Promise<BranchOffice> {
  const folder = temporaryFolder()
  folders.push(folder)
  const made = await openBranchOffice({ folder, papers: plainPapers, today })
  await made.import(smallExtract())
  return made
}

beforeAll(async () => {
  office = await newOffice()
}, 120_000)
afterAll(async () => {
  await office.close()
  for (const folder of folders) removeOffice(folder)
})
beforeEach(async () => {
  await office.signIn(CLERK)
  await office.signIn(COLLEAGUE)
})

const Slip = z.object({ code: z.string() })

/** Sends a code to the newcomer's mobile, which the desk prints, and reads the slip as he would. */
async function codeOf({ personId, mobile }: NewcomerForm, at = office): Promise<string | null> {
  if (mobile === null) return null
  await at.get(CLERK, 'registration.sendCode', { personId, mobile })
  const slip = at.printer.jobs.at(-1)?.pdf ?? new Uint8Array()
  return Slip.parse(JSON.parse(Buffer.from(slip).toString())).code
}
async function coded(
  form: Partial<NewcomerForm> = {},
  more: Parameters<typeof newcomer>[1] = {},
  at = office,
) {
  const order = newcomer(form, more)
  return { ...order, code: await codeOf(order.form, at) }
}
const register = async (...order: Parameters<typeof coded>) =>
  (order[2] ?? office).get(CLERK, 'registration.register', await coded(...order))
const refused = (form: Partial<NewcomerForm> = {}, more: Parameters<typeof newcomer>[1] = {}) =>
  office.refusal(CLERK, 'registration.register', newcomer(form, more))
const search = async (text: string, at = office) =>
  (await at.get(CLERK, 'citizens.search', { text, limit: 8 })).hits

/** A later extract of the same branches with more rows of a file. */
function laterExtract(rows: readonly ExtractRow[], asOf = '1405/09/15'): string {
  const folder = copyOf(smallExtract())
  const file = path.join(folder, 'manifest.json')
  const text = readFileSync(file, 'utf8')
  writeFileSync(file, text.replace(/"asOf":\s*"[^"]+"/, `"asOf": "${asOf}"`))
  addRows(folder, 'citizens.csv', rows)
  return folder
}

const rowOf = (personId: string, more: ExtractRow = {}): ExtractRow => ({
  ...{ personId, firstName: 'رؤیا', lastName: 'تازه واردیان', fatherName: 'فرهاد', sex: 'F' },
  ...{ birthDate: '1379/05/06', nationality: 'IR', maritalStatus: 'MARRIED', branchCode: '900' },
  ...more,
})

describe('a newcomer', () => {
  test('is registered and found by number, mobile, name and a name with a typo', async () => {
    const { citizenId } = await register()
    for (const text of [
      NEWCOMER_ID,
      '09700005001',
      'رویا تازه‌واردیان',
      'تازه وارديان رويا 1379',
      'تازهواردیلن',
    ])
      expect((await search(text)).map((hit) => hit.citizenId)).toEqual([citizenId])
  })

  test('has a file without a role, with mobile, requests and a box', async () => {
    const file = await openFileOf(office, CLERK, NEWCOMER_ID)
    expect(file).toMatchObject({ firstName: 'رویا', nationality: 'IR', deathDate: null })
    expect(file.roles.map(({ held }) => held)).toEqual([false, false, false])
    expect(file.mobileMasked).toMatch(/^0970/)
    const { visitId } = file.visit
    expect(await office.get(CLERK, 'citizens.reveal', { visitId, field: 'MOBILE' })).toBe(
      '09700005001',
    )
    expect(await office.get(CLERK, 'requests.ofCitizen', visitId)).toEqual([])
  })

  test('asks for the first insurance number, once', async () => {
    const { visit } = await openFileOf(office, CLERK, NEWCOMER_ID)
    const order = {
      visitId: visit.visitId,
      idempotencyKey: randomUUID(),
      request: {
        kind: 'INSURANCE_NUMBER' as const,
        form: {
          ...{ insuranceType: 'COMPULSORY' as const, workshopCode: null, job: 'خیاط', note: '' },
          ...{ workshopName: 'کارگاه نمونه', startDate: today },
          papers: ['REQUEST_FORM' as const, 'BIRTH_CERTIFICATE' as const, 'NATIONAL_CARD' as const],
        },
      },
    }
    const filed = await office.get(CLERK, 'requests.file', order)
    expect(filed.promisedOn).toBe(jalali('1405/09/09'))
    expect(await office.get(CLERK, 'requests.file', order)).toEqual(filed)
    const again = { ...order, idempotencyKey: randomUUID() }
    expect(await office.refusal(CLERK, 'requests.file', again)).toMatchObject({
      code: 'conflict',
      what: 'open-request',
    })
    expect((await search(filed.trackingCode)).map(({ firstName }) => firstName)).toEqual(['رویا'])
  })

  test('who holds a number is refused another one', async () => {
    const { visit } = await openFileOf(office, CLERK, '0000001015')
    const services = await office.get(CLERK, 'requests.services', visit.visitId)
    expect(services.find(({ kind }) => kind === 'INSURANCE_NUMBER')).toMatchObject({
      state: 'NOT_ENTITLED',
      because: { code: 'insurance-number-held' },
    })
  })

  test('the same click twice registers once', async () => {
    const order = await coded({
      ...{ personId: nationalId(501), mobile: '09700005011', firstName: 'الهه' },
    })
    const first = await office.get(CLERK, 'registration.register', order)
    expect(await office.get(CLERK, 'registration.register', order)).toEqual(first)
    expect(await office.refusal(COLLEAGUE, 'registration.register', order)).toMatchObject({
      what: 'idempotency-key',
    })
  })

  test('two desks at once: one registers, the other hears of it', async () => {
    const form = { personId: nationalId(502), mobile: '09700005021', firstName: 'مینا' }
    const order = await coded(form)
    const other = { ...order, idempotencyKey: randomUUID() }
    const replies = await Promise.all([
      office.ask(CLERK, 'registration.register', order),
      office.ask(COLLEAGUE, 'registration.register', other),
    ])
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toMatchObject({
      refusal: { code: 'conflict', what: 'person-known' },
    })
  })

  test('leaves a trail without names or numbers', async () => {
    const rows = await sql<{ text: string }>`select action || ' ' || coalesce(object, '') as text
      from audit where action = 'registration.register'`.execute(office.database.reader as never)
    const all = rows.rows.map(({ text }) => text).join('\n')
    expect(all).toContain('citizen 1000000000')
    expect(all).not.toMatch(/رویا|0970|0000005/)
  })
})

describe('nobody twice', () => {
  test('a person of the extract is refused, and told to be there', async () => {
    expect(await refused({ personId: TWIN })).toMatchObject({
      code: 'conflict',
      what: 'person-known',
    })
    const answer = await office.get(CLERK, 'registration.ask', {
      ...{ personId: TWIN, firstName: '', lastName: '', fatherName: '', birthDate: null },
      mobile: '',
    })
    expect(answer.existing?.maskedId).toBe('000****155')
  })

  test('a third twin is registered only when both were looked at, with a reason', async () => {
    const twin = await openFileOf(office, CLERK, TWIN)
    const { firstName, lastName, fatherName, birthDate } = twin
    const names = { firstName, lastName, fatherName: fatherName ?? '', birthDate }
    const form = { ...names, personId: nationalId(503), mobile: '09700005031', sex: twin.sex }
    expect(await refused(form)).toMatchObject({ code: 'conflict', what: 'namesakes' })
    const question = { ...names, personId: form.personId, mobile: '' }
    const { namesakes } = await office.get(CLERK, 'registration.ask', question)
    expect(namesakes.map(({ maskedId }) => maskedId).toSorted()).toEqual([
      '000****155',
      '000****163',
    ])
    const ids = namesakes.map(({ citizenId }) => citizenId)
    const half = { citizenIds: ids.slice(0, 1), reason: 'سه‌قلو هستند و هر سه کارت دیده شد' }
    expect(await refused(form, { others: half })).toMatchObject({ what: 'namesakes' })
    await register(form, { others: { ...half, citizenIds: ids } })
    expect(
      (await office.get(CLERK, 'registration.ask', { ...question, personId: OTHER_TWIN })).existing,
    ).not.toBeNull()
    const after = await office.get(CLERK, 'registration.ask', {
      ...question,
      personId: nationalId(504),
    })
    expect(after.namesakes).toHaveLength(3)
  })

  test('the names of somebody registered here count as well, however they are written', async () => {
    const form = {
      personId: nationalId(505),
      mobile: '09700005051',
      firstName: 'رویا',
      lastName: 'تازه وارديان',
    }
    expect(await refused(form)).toMatchObject({ what: 'namesakes' })
  })

  test('the mobile of another person is refused', async () => {
    expect(await refused({ personId: nationalId(506), firstName: 'سارا' })).toMatchObject({
      code: 'conflict',
      what: 'mobile-taken',
      field: 'form.mobile',
    })
  })
})

describe('who is not registered so', () => {
  test.each<[string, Partial<NewcomerForm>, object]>([
    ['a wrong check digit', { personId: WRONG_ID }, { fault: 'checksum' }],
    ['born tomorrow', { birthDate: jalali('1405/09/03') }, { field: 'form.birthDate' }],
    ['121 years old', { birthDate: jalali('1284/01/01') }, { fault: 'too-old' }],
    [
      'a foreigner of Iranian nationality',
      { personId: '150212345678' },
      { fault: 'nationality-of-id' },
    ],
    ['no paper seen', { papers: [] }, { fault: 'papers-unseen' }],
    [
      'a child without a guardian',
      { birthDate: jalali('1400/01/01') },
      { field: 'form.guardianKind' },
    ],
    ['a name of digits', { firstName: '۱۲۳' }, { fault: 'name-letters' }],
  ])('%s', async (_name, form, fault) => {
    const all = { personId: nationalId(510), mobile: '09700005101', firstName: 'نرگس', ...form }
    expect(await refused(all)).toMatchObject({ code: 'invalid-input', ...fault })
  })

  test('with a wrong code, or none; and nothing is kept of it', async () => {
    const form = { personId: nationalId(511), mobile: '09700005111', firstName: 'نرگس' }
    expect(await refused(form)).toMatchObject({ code: 'rule', what: 'code-none' })
    const right = await coded(form)
    const wrong = right.code === '000000' ? '000001' : '000000'
    const at = { ...right, code: wrong }
    expect(await office.refusal(CLERK, 'registration.register', at)).toMatchObject({
      code: 'invalid-input',
      what: 'code-wrong',
      field: 'code',
    })
    const other = { ...right, form: { ...right.form, mobile: '09700005112' } }
    expect(await office.refusal(CLERK, 'registration.register', other)).toMatchObject({
      what: 'code-other-mobile',
    })
    expect(await refused(form, { code: null })).toMatchObject({ field: 'code', fault: 'required' })
    expect(await search(nationalId(511))).toEqual([])
  })

  test('the clerk himself, or a child of his own', async () => {
    await office.signIn(3, { personId: nationalId(512) })
    const own = newcomer({ personId: nationalId(512), mobile: '09700005121', firstName: 'نرگس' })
    const child = newcomer(childForm({ guardianId: nationalId(512) }))
    for (const order of [own, child])
      expect(await office.refusal(3, 'registration.register', order)).toMatchObject({
        code: 'forbidden',
        what: 'own-registration',
      })
  })
})

function childForm(more: Partial<NewcomerForm> = {}): Partial<NewcomerForm> {
  return {
    ...{ personId: nationalId(513), firstName: 'کودک', birthDate: jalali('1398/01/01') },
    ...{ mobile: null, papers: ['BIRTH_CERTIFICATE'], guardianKind: 'FATHER' },
    ...{ guardianId: '0000001384', guardianName: 'فرهاد تازه‌واردیان' },
    ...more,
  }
}

describe('a child', () => {
  test('through a dead or a young guardian is refused', async () => {
    expect(await refused(childForm({ guardianId: '0000001090' }))).toMatchObject({
      fault: 'guardian-deceased',
    })
  })
  test('is registered through his father, without a mobile, and gets no number at seven', async () => {
    await register(childForm())
    const { visit } = await openFileOf(office, CLERK, nationalId(513))
    const assessed = await office.get(CLERK, 'requests.assess', {
      visitId: visit.visitId,
      kind: 'INSURANCE_NUMBER',
      form: { insuranceType: 'COMPULSORY' },
    })
    expect(assessed.decision).toMatchObject({
      entitled: false,
      because: [{ code: 'insurance-under-age' }],
      from: jalali('1413/01/01'),
    })
  })
})

describe('a draft', () => {
  test('is kept as typed, for its clerk alone, and goes with the registration', async () => {
    const form = { personId: '۰۰۰', firstName: 'ن', papers: ['PASSPORT'], isWard: true }
    await office.get(CLERK, 'registration.saveDraft', { form })
    expect((await office.get(CLERK, 'registration.draft', null))?.form).toEqual(form)
    expect(await office.get(COLLEAGUE, 'registration.draft', null)).toBeNull()
    await register({ personId: nationalId(514), mobile: '09700005141', firstName: 'ناهید' })
    expect(await office.get(CLERK, 'registration.draft', null)).toBeNull()
  })
})

describe('a later extract', () => {
  test('brings the newcomer: he keeps his number, its row counts, and newcomers of its own go on as before', async () => {
    const at = await newOffice()
    await at.signIn(CLERK)
    const { citizenId } = await register({}, {}, at)
    const before = await openFileOf(at, CLERK, NEWCOMER_ID)
    await at.import(
      laterExtract([rowOf(NEWCOMER_ID), rowOf(nationalId(600), { firstName: 'شخص' })]),
    )
    for (const text of [NEWCOMER_ID, 'رویا تازه‌واردیان']) {
      const hits = await search(text, at)
      expect(hits.map((hit) => [hit.citizenId, hit.firstName])).toEqual([[citizenId, 'رؤیا']])
    }
    const file = await at.get(CLERK, 'citizens.file', before.visit.visitId)
    expect(file).toMatchObject({ citizenId, maritalStatus: 'MARRIED' })
    const [other] = await search(nationalId(600), at)
    expect(other?.citizenId).toBeLessThan(1_000_000_000)
    const again = await at.refusal(
      CLERK,
      'registration.register',
      newcomer({ mobile: '09700005999' }),
    )
    expect(again).toMatchObject({ what: 'person-known' })
    await at.close()
  }, 120_000)

  test('that came first leaves nobody to register; one who is lost later comes back under his number', async () => {
    const at = await newOffice()
    await at.signIn(CLERK)
    await at.import(laterExtract([rowOf(NEWCOMER_ID)]))
    const [known] = await search(NEWCOMER_ID, at)
    expect(await at.refusal(CLERK, 'registration.register', newcomer())).toMatchObject({
      what: 'person-known',
    })
    await at.import(laterExtract([rowOf(nationalId(601), { firstName: 'شخص' })], '1405/09/20'))
    expect(await search(NEWCOMER_ID, at)).toEqual([])
    const { citizenId } = await register({}, {}, at)
    expect(citizenId).toBe(known?.citizenId)
    await at.close()
  }, 120_000)

  test('while one comes in nobody is registered, and what was typed stays', async () => {
    await office.database.transaction(async (tx) => {
      await tx
        .insertInto('imports')
        .values({
          ...{ import_id: 'running', started_at: '2026-11-23T00:00:00.000Z' as never },
          ...{ finished_at: null, clerk_id: null, source_name: 'x', as_of: null },
          ...{ branch_codes: '[]', manifest_sha256: null, state: 'RUNNING', counts: '[]' },
          ...{ extract_file: 'extract-running.db', notes: '[]', fault: null, forced: 0 },
        })
        .execute()
    })
    await office.get(CLERK, 'registration.saveDraft', { form: { firstName: 'نرگس' } })
    expect(await refused({ personId: nationalId(520) })).toMatchObject({
      code: 'unavailable',
      what: 'importing',
    })
    expect(await office.get(CLERK, 'registration.draft', null)).not.toBeNull()
    await office.database.transaction((tx) =>
      tx.deleteFrom('imports').where('import_id', '=', 'running').execute(),
    )
  })
})

describe('the register', () => {
  test('is added to and never changed', async () => {
    for (const text of [
      `update registered_citizens set first_name = 'x'`,
      'delete from registered_citizens',
    ])
      await expect(office.database.transaction((tx) => sql.raw(text).execute(tx))).rejects.toThrow(
        /never/,
      )
  })
})
