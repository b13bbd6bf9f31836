import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseJalali, type Day } from '#core/kernel/day.ts'
import { openBranchOffice, removeOffice, type BranchOffice } from '../../support/branch-office.ts'
import { openFileOf, jalali } from '../../support/counter.ts'
import { sampleExtract } from '../../support/extracts.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { noPapers } from '../../support/papers.ts'

const folder = temporaryFolder()
let office: BranchOffice

beforeAll(async () => {
  office = await openBranchOffice({ folder, papers: noPapers, today: jalali('1405/09/02') })
  await office.import(sampleExtract())
  await office.signIn(1)
  await office.signIn(2, { role: 'SUPERVISOR' })
}, 120_000)

afterAll(async () => {
  await office.close()
  removeOffice(folder)
})

const open = (personId: string, window = 1) => openFileOf(office, window, personId)

describe('the header', () => {
  test('three roles with their numbers', async () => {
    const file = await open('0000001015')
    expect(file).toMatchObject({
      personId: '0000001015',
      firstName: 'بهمن',
      mobileMasked: '0970***1001',
      account: { bankCode: '013', masked: '*****0000' },
      roles: [
        { role: 'INSURED', held: true, reason: null, numbers: ['0090000101'] },
        { role: 'EMPLOYER', held: true, numbers: ['9000161000'] },
        { role: 'PENSIONER', held: true, numbers: ['8000101'] },
      ],
    })
  })

  test('roles that nobody holds say why', async () => {
    const { roles, alerts } = await open('0000001384')
    expect(roles.map(({ held, reason }) => [held, reason])).toEqual([
      [false, 'NO_INSURANCE_NUMBER'],
      [false, 'NO_WORKSHOP'],
      [false, 'NO_PENSION'],
    ])
    expect(alerts.map(({ code }) => code)).toEqual(['NO_ACCOUNT'])
  })

  test('alerts in words: deceased, action needed, debt', async () => {
    const codes = async (personId: string) => (await open(personId)).alerts.map(({ code }) => code)
    expect(await codes('0000001090')).toContain('DECEASED')
    expect(await codes('0000001058')).toContain('ACTION_NEEDED')
    expect(await codes('0000001147')).toContain('DEFINITIVE_DEBT')
  })

  test('a masked value is shown on demand, and the trail says which', async () => {
    const { visit, citizenId } = await open('0000001015')
    const shown = await office.get(1, 'citizens.reveal', {
      visitId: visit.visitId,
      field: 'MOBILE',
    })
    expect(shown).toBe('09700001001')
    const entry = await office.database.reader
      .selectFrom('audit')
      .selectAll()
      .where('action', '=', 'citizens.reveal')
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      visit_id: visit.visitId,
      citizen_id: citizenId,
      object: 'field MOBILE',
      outcome: 'done',
    })
  })
})

describe('the insured role', () => {
  test('one hundred and forty rows become months, years and totals', async () => {
    const { visit } = await open('0000001351')
    const { profiles, history, dataAsOf } = await office.get(
      1,
      'insured.contributions',
      visit.visitId,
    )
    expect(profiles).toMatchObject([{ insuranceNumber: '0090000135', insuranceType: 'COMPULSORY' }])
    expect(history.years.reduce((sum, { rows }) => sum + rows.length, 0)).toBe(140)
    expect(dataAsOf).toBe(parseJalali('1405/08/30'))
  })

  test('two employers at once: days are capped, wages add up', async () => {
    const { visit } = await open('0000001171')
    const { history } = await office.get(1, 'insured.contributions', visit.visitId)
    const year = history.years.find((each) => each.year === 1403)
    const first = year?.months[0]
    expect(first).toMatchObject({ days: 31, length: 31, rows: 2 })
    expect(first?.recordedDays).toBeGreaterThan(31)
    const wages = year?.rows.map((row) => row.wages[0] ?? 0) ?? []
    expect(Number(first?.wage)).toBe(wages.reduce<number>((sum, wage) => sum + wage, 0))
  })
})

describe('the employer role', () => {
  test('a contractor: one line a workshop, 120 contract rows, 300 debts', async () => {
    const { visit } = await open('0000001147')
    const { workshops, totals } = await office.get(1, 'employers.workshops', visit.visitId)
    const large = workshops.find(({ workshopCode }) => workshopCode === '9000151002')
    expect(large).toMatchObject({ contractRows: 120, role: 'SIGNATORY', employerKind: 'LEGAL' })
    const debts = await office.database.reader
      .selectFrom('debts')
      .select(['stage', 'status', 'remaining', 'installment_eligible as eligible'])
      .where('workshop_code', '=', '9000151002')
      .execute()
    expect(debts).toHaveLength(300)
    const owed = debts.filter(
      ({ stage, status }) =>
        ['DEFINITIVE', 'EXECUTION'].includes(stage) && !['PAID', 'CANCELLED'].includes(status),
    )
    const sum = (some: typeof owed) => some.reduce((total, { remaining }) => total + remaining, 0)
    expect(large?.debts).toMatchObject({
      definitive: sum(owed),
      installmentPayable: sum(owed.filter(({ eligible }) => eligible === 1)),
      notPayable: sum(owed.filter(({ eligible }) => eligible === 0)),
      odd: 0,
    })
    expect(totals.definitive).toBe(
      workshops.reduce((all, workshop) => all + workshop.debts.definitive, 0),
    )
  })

  test('whoever has no workshop has an empty file, not an error', async () => {
    const { visit } = await open('0000001384')
    const file = await office.get(1, 'employers.workshops', visit.visitId)
    expect(file).toMatchObject({ workshops: [], totals: { definitive: 0, open: 0 } })
  })
})

describe('the pensioner role', () => {
  test('a widow has two files: her own and her share of her husband’s', async () => {
    const { visit } = await open('0000001104')
    const files = await office.get(1, 'pensions.files', visit.visitId)
    expect(files).toMatchObject([
      {
        pensionNumber: '8000110',
        pensionType: 'RETIREMENT',
        relation: 'SELF',
        shareBp: 10000,
        amount: 342_226_660,
      },
      {
        pensionNumber: '8000109',
        pensionType: 'SURVIVORS',
        relation: 'SPOUSE',
        shareBp: 4168,
        amount: 191_558_644,
      },
    ])
  })

  test('heirs see their own slips only', async () => {
    const { visit } = await open('0000001104')
    const { visitId } = visit
    const slips = await office.get(1, 'pensions.slips', { visitId, pensionNumber: '8000109' })
    expect(slips).toHaveLength(15)
    expect(slips[0]).toMatchObject({ year: 1405, month: 8, net: 143_558_644, notices: [] })
    const other = await office.database.reader
      .selectFrom('payslips')
      .select('slip_number')
      .where('pension_number', '=', '8000109')
      .where('citizen_id', '<>', visit.citizenId)
      .executeTakeFirstOrThrow()
    const refusal = await office.refusal(1, 'pensions.slip', {
      visitId,
      slipNumber: other.slip_number,
    })
    expect(refusal).toMatchObject({ code: 'not-found', what: 'slip' })
  })

  test('a slip with its lines, the account masked', async () => {
    const { visit } = await open('0000001341')
    const slip = await office.get(1, 'pensions.slip', {
      visitId: visit.visitId,
      slipNumber: '1048400184',
    })
    expect(slip).toMatchObject({
      year: 1405,
      month: 2,
      seq: 2,
      net: 224_325_550,
      accountMasked: '*****0033',
      notices: [],
    })
    expect(slip.lines.length).toBeGreaterThan(3)
  })

  test('decrees newest first; those of a file without a share are refused', async () => {
    const { visit } = await open('0000001015')
    const { visitId } = visit
    const decrees = await office.get(1, 'pensions.decrees', { visitId, pensionNumber: '8000101' })
    expect(decrees[0]).toMatchObject({ year: 1405, notices: [] })
    expect(decrees.map(({ year }) => year)).toEqual(
      decrees.map(({ year }) => year).toSorted((a, b) => b - a),
    )
    expect(
      await office.refusal(1, 'pensions.decrees', { visitId, pensionNumber: '8000110' }),
    ).toMatchObject({ code: 'not-found', what: 'pension' })
  })
})

describe('visits', () => {
  const begin = (citizenId: number, more: object = {}) => ({
    citizenId,
    presence: { kind: 'SELF' as const, cardSeen: true as const },
    purpose: 'INQUIRY' as const,
    reason: null,
    ...more,
  })
  const idOf = async (personId: string): Promise<number> => {
    const { hits } = await office.get(1, 'citizens.search', { text: personId, limit: 1 })
    return hits[0]?.citizenId ?? 0
  }
  const power = (more: { issuedOn?: Day; expiresOn?: Day | null }) => ({
    kind: 'ATTORNEY' as const,
    power: {
      holderName: 'وکیل نمونه',
      holderId: '0000001384',
      issuer: 'دفتر نمونه',
      number: '۱۲۳',
      issuedOn: jalali('1405/01/01'),
      expiresOn: jalali('1405/12/01'),
      scope: ['RECORDS' as const],
      ...more,
    },
  })

  test('the own file is closed, and the attempt is in the trail', async () => {
    await office.signIn(3, { personId: '0000001023' })
    const citizenId = await idOf('0000001023')
    expect(await office.refusal(3, 'visits.begin', begin(citizenId))).toEqual({
      code: 'forbidden',
      what: 'own-file',
    })
    const entry = await office.database.reader
      .selectFrom('audit')
      .selectAll()
      .orderBy('seq', 'desc')
      .executeTakeFirstOrThrow()
    expect(entry).toMatchObject({
      action: 'visits.begin',
      citizen_id: citizenId,
      outcome: 'forbidden',
    })
  })

  test('a colleague’s file asks for a reason and warns', async () => {
    const citizenId = await idOf('0000001023')
    expect(await office.refusal(1, 'visits.begin', begin(citizenId))).toMatchObject({
      what: 'colleague-reason',
      field: 'reason',
    })
    const file = await office.get(1, 'visits.begin', begin(citizenId, { reason: 'مراجعهٔ حضوری' }))
    expect(file.alerts.map(({ code }) => code)).toContain('COLLEAGUE')
  })

  test('an official order is the supervisor’s', async () => {
    const citizenId = await idOf('0000001015')
    const order = begin(citizenId, { presence: { kind: 'OFFICIAL_ORDER', number: '12/1405' } })
    expect(await office.refusal(1, 'visits.begin', order)).toMatchObject({ code: 'forbidden' })
    expect(await office.get(2, 'visits.begin', order)).toMatchObject({
      visit: { presenceKind: 'OFFICIAL_ORDER' },
    })
  })

  test('an open request opens what it is about, a decided one nothing', async () => {
    const citizenId = await idOf('0000001392')
    const by = (trackingCode: string) =>
      begin(citizenId, { presence: { kind: 'OPEN_REQUEST', trackingCode } })
    const requests = await office.database.reader
      .selectFrom('central_requests')
      .select(['tracking_code', 'status'])
      .where('citizen_id', '=', citizenId)
      .execute()
    const code = (status: string) =>
      requests.find((request) => request.status === status)?.tracking_code ?? ''
    const { visit } = await office.get(1, 'visits.begin', by(code('14')))
    expect(visit.scope).toEqual(['RECORDS', 'BENEFITS'])
    for (const status of ['18', 'DRAFT'])
      expect(await office.refusal(1, 'visits.begin', by(code(status)))).toMatchObject({
        code: 'rule',
        what: 'no-open-request',
      })
  })

  test('a power opens its scope, within its dates', async () => {
    const citizenId = await idOf('0000001015')
    const file = await office.get(1, 'visits.begin', begin(citizenId, { presence: power({}) }))
    const { visitId } = file.visit
    expect(file.visit).toMatchObject({
      holderName: 'وکیل نمونه',
      scope: ['RECORDS'],
    })
    expect(file).toMatchObject({ mobileMasked: null, account: null })
    expect(file.roles.map(({ held, reason }) => [held, reason])).toEqual([
      [true, null],
      [false, 'OUTSIDE_POWER'],
      [false, 'OUTSIDE_POWER'],
    ])
    await office.get(1, 'insured.contributions', visitId)
    for (const method of ['employers.workshops', 'pensions.files', 'requests.ofCitizen'] as const)
      expect(await office.refusal(1, method, visitId)).toMatchObject({
        code: 'forbidden',
        what: 'outside-power',
      })
    const expired = power({ expiresOn: jalali('1405/09/01') })
    expect(
      await office.refusal(1, 'visits.begin', begin(citizenId, { presence: expired })),
    ).toMatchObject({ code: 'rule', what: 'power-expired' })
    const early = power({ issuedOn: jalali('1405/09/03') })
    expect(
      await office.refusal(1, 'visits.begin', begin(citizenId, { presence: early })),
    ).toMatchObject({ code: 'rule', what: 'power-not-yet' })
  })

  test('one visit at a time, another clerk’s is closed, F12 ends it', async () => {
    const first = (await open('0000001015')).visit.visitId
    const second = (await open('0000001023', 2).catch(() => open('0000001031', 2))).visit.visitId
    const gone = { code: 'not-found', what: 'visit' }
    expect(await office.refusal(2, 'citizens.file', first)).toEqual(gone)
    const next = (await open('0000001031')).visit.visitId
    expect(await office.refusal(1, 'citizens.file', first)).toEqual(gone)
    expect((await office.get(1, 'visits.current', null))?.visit.visitId).toBe(next)
    await office.get(1, 'visits.end', next)
    expect(await office.get(1, 'visits.current', null)).toBeNull()
    expect(await office.refusal(1, 'insured.contributions', next)).toEqual(gone)
    expect(await office.get(2, 'citizens.file', second)).toMatchObject({
      visit: { visitId: second },
    })
  })
})
