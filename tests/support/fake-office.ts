import type { Session } from '#core/access/clerk.model.ts'
import type { CitizenFile, CitizenRole, SearchHit } from '#core/citizens/citizen.model.ts'
import type { DebtTotals, Workshop } from '#core/employers/workshop.model.ts'
import type { ContributionRow } from '#core/insured/contribution.model.ts'
import { lastEndOfMissing } from '#core/insured/missing-record.rules.ts'
import { recordFindings } from '#core/insured/record-findings.rules.ts'
import { contributionHistory, spanLengths } from '#core/insured/contributions.rules.ts'
import { parseJalali, type Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { maskNationalId } from '#core/kernel/masking.ts'
import { refused, type Reply } from '#core/kernel/reply.ts'
import { rial } from '#core/kernel/rial.ts'
import { nameKey, nameTokens } from '#core/kernel/text.ts'
import type { OfficeState } from '#core/office/office.model.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { DecreeExplanation } from '#core/pensions/decree.model.ts'
import { decreesOf } from '#core/pensions/decrees.rules.ts'
import { compareSlips } from '#core/pensions/slip-comparison.rules.ts'
import { slipYear } from '#core/pensions/slip-year.rules.ts'
import type { PaySlip, PensionFile } from '#core/pensions/pension.model.ts'
import type { StoredDecree } from '#core/pensions/pensions.ports.ts'
import type { RequestDetail } from '#core/requests/request.model.ts'
import { createFakeApp, ok, type Answers, type FakeApp } from './fake-app.ts'

/** A Jalali day written as people write it; throws for a day that does not exist. */
export function day(text: string): Day {
  const found = parseJalali(text)
  if (!found) throw new RangeError(text)
  return found
}

const TODAY = day('1405/09/02')
const AS_OF = day('1405/08/30')
const NOW = '2026-11-23T06:30:00.000Z' as Instant

export const officeState: OfficeState = {
  state: 'closed',
  fault: null,
  kind: 'demonstration',
  branchName: 'شعبهٔ ۱۲ تهران',
  keyStoreTrusted: false,
  demonstrationSignIns: [
    { userName: 'baje', secret: 'baje-1405', role: 'CLERK', duties: [] },
    { userName: 'sarparast', secret: 'sarparast-1405', role: 'SUPERVISOR', duties: [] },
    { userName: 'modir', secret: 'modir-1405', role: 'ADMINISTRATOR', duties: [] },
  ],
  today: TODAY,
  version: '0.1.0',
}

const COUNTER = [
  'anyone',
  'signed-in',
  'citizens.search',
  'visits.hold',
  'citizens.read',
  'citizens.reveal',
  'certificates.issue',
  'requests.file',
  'requests.read',
] as const

/** The session of an invented clerk. */
export function aSession(change: Partial<Session> = {}): Session {
  return {
    clerkId: 'clerk-1',
    userName: 'baje',
    fullName: 'زهرا محسنی',
    clerkCode: '1201',
    role: 'CLERK',
    permissions: [...COUNTER],
    branchCode: '1012',
    branchName: 'شعبهٔ ۱۲ تهران',
    province: 'تهران',
    workstation: 'باجهٔ 3',
    officeKind: 'demonstration',
    locked: false,
    today: TODAY,
    dataAsOf: AS_OF,
    ...change,
  }
}

/** An invented person of the counter. */
export interface Person {
  readonly citizenId: number
  readonly personId: string
  readonly firstName: string
  readonly lastName: string
  readonly fatherName: string
  readonly birthYear: number
  readonly roles: readonly CitizenRole[]
}

const WIDE: readonly CitizenRole[] = ['INSURED', 'EMPLOYER', 'PENSIONER']
export const people: readonly Person[] = [
  ['0000001015', 'محمد', 'ذبیحی‌نژاد', 'عبدالله', 1352, WIDE],
  ['0000001023', 'محمدرضا', 'ذبیحی', 'علی', 1374, ['INSURED']],
  ['0000001104', 'فاطمه', 'رضایی‌فر', 'حسین', 1341, ['INSURED', 'PENSIONER']],
  ['0000001147', 'سیدمحمد', 'کریمی', 'رضا', 1348, ['INSURED', 'EMPLOYER']],
  ['0000001155', 'محمدحسن', 'تقوی', 'اکبر', 1365, ['INSURED']],
  ['0000001163', 'محمدحسین', 'تقوی', 'اکبر', 1365, ['INSURED']],
  ['0000001171', 'مریم', 'محمدی', 'کاظم', 1360, ['INSURED']],
  ['0000001384', 'نادر', 'محمدپور', 'یوسف', 1380, []],
].map(([personId, firstName, lastName, fatherName, birthYear, roles], at) => ({
  citizenId: at + 1,
  personId: personId as string,
  firstName: firstName as string,
  lastName: lastName as string,
  fatherName: fatherName as string,
  birthYear: birthYear as number,
  roles: roles as readonly CitizenRole[],
}))

function hitOf(person: Person, kind: SearchHit['kind'], distance = 0): SearchHit {
  return {
    citizenId: person.citizenId,
    kind,
    role: person.roles[0] ?? 'INSURED',
    target: null,
    targetName: null,
    firstName: person.firstName,
    lastName: person.lastName,
    fatherName: person.fatherName,
    birthYear: person.birthYear,
    branchName: 'شعبهٔ ۱۲ تهران',
    maskedId: maskNationalId(person.personId),
    deceased: false,
    distance,
  }
}

function search(text: string): readonly SearchHit[] {
  const digits = nameKey(text)
  if (/^\d+$/.test(digits)) {
    return people
      .filter((person) => person.personId.startsWith(digits))
      .map((person) => hitOf(person, 'NATIONAL_ID'))
  }
  const keys = nameTokens(text)
  const words = (person: Person) => nameTokens(`${person.firstName} ${person.lastName}`)
  return people
    .filter((person) => keys.every((key) => words(person).some((word) => word.startsWith(key))))
    .map((person) => hitOf(person, 'NAME'))
}

const parameters: readonly Parameter[] = [
  { code: 'YEAR_DAYS', value: '365', unit: 'DAYS' as const },
  { code: 'MONTH_DAYS', value: '30', unit: 'DAYS' as const },
].map((one) => ({
  ...one,
  validFrom: day('1354/01/01'),
  validTo: null,
  source: 'test',
  certainty: 'G' as const,
}))

const WAGE_1405 = 223_255_500

function rowsOf(): readonly ContributionRow[] {
  const row = (year: number, change: Partial<ContributionRow> = {}): ContributionRow => ({
    insuranceNumber: '0090000101',
    year,
    workshopCode: '1012000101',
    workshopName: 'صنایع بسته‌بندی کاوه',
    branchCode: '1012',
    contractRow: '000',
    recordType: 'COMPULSORY',
    days: Array.from({ length: 12 }, (_, at) => (at < 6 ? 31 : at === 11 ? 29 : 30)),
    wages: Array.from({ length: 12 }, () =>
      rial(Math.round((WAGE_1405 * 0.82 ** (1405 - year)) / 10) * 10),
    ),
    ...change,
  })
  const years = Array.from({ length: 20 }, (_, at) => 1405 - at).filter(
    (year) => year !== 1397 && year !== 1398,
  )
  const full = years.map((year) => row(year))
  const partial = (year: number, days: number[]) => {
    const whole = row(year)
    const wages = whole.wages.map((wage, at) => (days[at] ? wage : rial(0)))
    return { ...whole, days, wages }
  }
  return full
    .map((one) => {
      if (one.year === 1405) return partial(1405, [31, 31, 31, 31, 31, 31, 30, 0, 0, 0, 0, 0])
      if (one.year === 1399) return partial(1399, [0, 0, 0, 0, 12, 31, 30, 30, 30, 30, 30, 30])
      if (one.year === 1402) return partial(1402, [31, 31, 31, 20, 31, 31, 30, 30, 0, 30, 30, 29])
      return one
    })
    .concat([
      {
        ...partial(1404, [0, 0, 0, 0, 31, 31, 30, 0, 0, 0, 0, 0]),
        workshopCode: '1012000333',
        workshopName: 'خدمات فنی آذر',
      },
      row(1385, {
        recordType: 'MILITARY',
        workshopCode: null,
        workshopName: null,
        wages: Array.from({ length: 12 }, () => rial(0)),
      }),
    ])
}

const debts = (
  definitive: number,
  installment: number,
  pending: number,
  open: number,
): DebtTotals => ({
  definitive: rial(definitive),
  installmentPayable: rial(installment),
  notPayable: rial(definitive - installment),
  pending: rial(pending),
  open,
  odd: 0,
})

function workshops(): readonly Workshop[] {
  const shop = (at: number, name: string, change: Partial<Workshop>): Workshop => ({
    workshopCode: `10120001${String(at).padStart(2, '0')}`,
    branchCode: '1012',
    branchName: 'شعبهٔ ۱۲ تهران',
    name,
    employerKind: 'NATURAL',
    legalEntityId: null,
    activity: 'تولید کارتن و بسته‌بندی',
    status: 'ACTIVE',
    role: 'OWNER',
    actsFrom: day('1396/02/10'),
    actsUntil: null,
    scope: null,
    paper: null,
    contractRows: 3,
    prefixDiffers: false,
    debts: debts(0, 0, 0, 0),
    ...change,
  })
  return [
    shop(1, 'صنایع بسته‌بندی کاوه', { debts: debts(1_163_788_500, 812_300_000, 66_976_650, 4) }),
    shop(2, 'بازرگانی شمال', {
      employerKind: 'LEGAL',
      legalEntityId: '99000000112',
      role: 'SIGNATORY',
      status: 'SEMI_ACTIVE',
      prefixDiffers: true,
      debts: { ...debts(245_000_000, 0, 0, 2), odd: 1 },
    }),
    shop(3, 'کارگاه خیاطی', { status: 'INACTIVE', contractRows: 0 }),
  ]
}

const pension = (pensionNumber: string, change: Partial<PensionFile> = {}): PensionFile => ({
  pensionNumber,
  insuranceNumber: '0090000101',
  pensionType: 'DISABILITY_PARTIAL',
  status: 'ACTIVE',
  shareStatus: 'ACTIVE',
  relation: 'SELF',
  shareBp: 10_000,
  amount: rial(166_255_500),
  ownerName: 'محمد ذبیحی‌نژاد',
  branchCode: '1012',
  branchName: 'شعبهٔ ۱۲ تهران',
  establishedOn: day('1397/07/01'),
  endedOn: null,
  endReason: null,
  contributionDays: 6935,
  averageWage: rial(140_000_000),
  proportional: false,
  lastPaidOn: day('1405/08/24'),
  ...change,
})

function slipAt(back: number): PaySlip {
  const months = 1405 * 12 + 7 - back
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  const base = Math.round((166_255_500 * 0.78 ** (1405 - year)) / 10) * 10
  const lines: PaySlip['lines'] = [
    ['PAYMENT', 'مستمری ماهانه', base, null],
    ['PAYMENT', 'عائله‌مندی', 5_541_850, null],
    ['PAYMENT', 'حق مسکن', 3_000_000, null],
    ['DEDUCTION', 'حق درمان', Math.round(base * 0.02), null],
    ['LOAN', 'وام بانک رفاه', back % 4 === 0 ? 4_800_000 : 0, 12 + back],
  ]
    .filter(([, , amount]) => amount !== 0)
    .map(([block, title, amount, remaining]) => ({
      block: block as PaySlip['lines'][number]['block'],
      item: 'X',
      title: title as string,
      amount: rial(amount as number),
      remaining: remaining as number | null,
    }))
  const sum = (block: string) =>
    lines.filter((one) => one.block === block).reduce((all, one) => all + one.amount, 0)
  return {
    slipNumber: `8000101${year}${String(month).padStart(2, '0')}1`,
    pensionNumber: '8000101',
    year,
    month,
    paymentType: 'MONTHLY',
    seq: 1,
    daysPaid: 30,
    paidOn: day(`${year}/${month}/24`),
    totalPayments: rial(sum('PAYMENT')),
    totalDeductions: rial(sum('DEDUCTION')),
    totalLoans: rial(sum('LOAN')),
    net: rial(sum('PAYMENT') - sum('DEDUCTION') - sum('LOAN')),
    notices: back === 5 ? ['NET_DIFFERS'] : [],
    bankCode: '013',
    bankName: 'رفاه کارگران',
    accountMasked: '********4321',
    lines,
  }
}
const slips = Array.from({ length: 158 }, (_, at) => slipAt(at))

const storedDecrees: StoredDecree[] = Array.from({ length: 6 }, (_, back) => {
  const year = 1405 - back
  const after = Math.round((166_255_500 * 0.78 ** back) / 10) * 10
  const before = Math.round((after * 0.78) / 10) * 10
  return {
    decreeNumber: `${year}01000${back + 1}`,
    year,
    month: 1,
    kind: back === 0 ? 'PROVISIONAL' : 'ANNUAL',
    issuedOn: day(`${year}/02/15`),
    effectiveOn: day(`${year}/01/01`),
    totalBefore: rial(before + 5_000_000),
    totalAfter: rial(after + 8_541_850),
    basis: 'تصویب‌نامهٔ هیئت وزیران، مواد ۹۶ و ۱۱۱',
    lines: [
      ['BASE', 'مستمری ماهانه', before, after],
      ['FAMILY', 'عائله‌مندی', 4_000_000, 5_541_850],
      ['HOUSING', 'حق مسکن', 1_000_000, 3_000_000],
    ].map(([item, title, from, to]) => ({
      item: item as string,
      title: title as string,
      amountBefore: rial(from as number),
      amountAfter: rial(to as number),
    })),
  }
})
const heldFile = { establishedOn: day('1390/01/01'), endedOn: null, shareBp: 10_000 }
const decrees = decreesOf(storedDecrees, heldFile, slips)
const explanation: DecreeExplanation = {
  decreeNumber: storedDecrees[0]?.decreeNumber ?? '',
  lines: [
    {
      ...{ item: 'BASE', articles: ['SSA-77'], expected: rial(166_255_500), agrees: true },
      ...{ estimated: true, because: [] },
      steps: [{ code: 'decree-base', value: 166_255_500, unit: 'RIAL' }],
    },
    ...['FAMILY', 'HOUSING'].map((item) => ({
      ...{ item, articles: ['CABINET-YEARLY'], expected: null, agrees: null },
      ...{ estimated: false, steps: [] },
      because: [{ code: 'decree-line-without-rule', values: {} }],
    })),
  ],
  absent: [],
}

const requests: RequestDetail[] = [
  {
    trackingCode: '14050800412',
    kind: 'MARRIAGE',
    title: null,
    role: 'INSURED',
    status: '21',
    filedOn: day('1405/08/12'),
    promisedOn: day('1405/09/12'),
    origin: 'CENTRE',
    branchName: 'شعبهٔ ۱۲ تهران',
    rejectReason: null,
    lastChangeOn: day('1405/08/20'),
    comment: null,
    events: [
      ['9', '1405/08/12', '09:14', 'CLERK', null],
      ['21', '1405/08/20', '11:40', 'EXPERT', 'صفحهٔ دوم شناسنامه ناخواناست'],
    ].map(([status, onDay, atTime, actor, note], at) => ({
      seq: at + 1,
      status: status as '9' | '21',
      onDay: day(onDay as string),
      atTime: atTime as string,
      actor: actor as 'CLERK' | 'EXPERT',
      by: null,
      note: note ?? null,
      papers: [],
      decision: null,
    })),
    assignments: [],
    referenceCode: null,
    version: null,
    form: null,
  },
  {
    trackingCode: '14040500097',
    kind: 'RECORD_MISSING',
    title: null,
    role: 'INSURED',
    status: '19',
    filedOn: day('1404/05/02'),
    promisedOn: null,
    origin: 'CENTRE',
    branchName: 'شعبهٔ ۱۲ تهران',
    rejectReason: 'لیست ارسالی کارفرما این ماه‌ها را تأیید نکرد',
    lastChangeOn: day('1404/06/11'),
    comment: 'سه ماه نخست ۱۳۹۹',
    events: [
      {
        seq: 1,
        status: '19',
        onDay: day('1404/06/11'),
        atTime: '08:05',
        actor: 'EXPERT',
        by: null,
        note: null,
        papers: [],
        decision: null,
      },
    ],
    assignments: [],
    referenceCode: null,
    version: null,
    form: null,
  },
]

const ROLE_NUMBERS = {
  INSURED: '0090000101',
  EMPLOYER: '1012000101',
  PENSIONER: '8000101',
} as const
const WHY_NOT = {
  INSURED: 'NO_INSURANCE_NUMBER',
  EMPLOYER: 'NO_WORKSHOP',
  PENSIONER: 'NO_PENSION',
} as const

/** The open file of an invented person. */
export function fileOf(person: Person): CitizenFile {
  return {
    visit: {
      visitId: `visit-${person.citizenId}`,
      citizenId: person.citizenId,
      presenceKind: 'SELF',
      holderName: null,
      scope: ['RECORDS', 'EMPLOYER', 'PENSION', 'BENEFITS', 'ACCOUNT'],
      purpose: 'INQUIRY',
      beganAt: NOW,
    },
    citizenId: person.citizenId,
    personId: person.personId,
    firstName: person.firstName,
    lastName: person.lastName,
    fatherName: person.fatherName,
    sex: 'M',
    birthDate: day(`${person.birthYear}/04/18`),
    deathDate: null,
    nationality: 'ایرانی',
    certificateNumber: '1015',
    birthCity: 'تهران',
    issueCity: 'تهران',
    maritalStatus: 'MARRIED',
    firstMarriageDate: day('1380/02/11'),
    branchCode: '1012',
    branchName: 'شعبهٔ ۱۲ تهران',
    mobileMasked: '0970***1015',
    account: { bankCode: '013', bankName: 'رفاه کارگران', masked: '********4321' },
    roles: WIDE.map((role) => {
      const held = person.roles.includes(role)
      return {
        role,
        held,
        reason: held ? null : WHY_NOT[role],
        numbers: held ? [ROLE_NUMBERS[role]] : [],
      }
    }),
    alerts: person.roles.includes('EMPLOYER')
      ? [{ code: 'DEFINITIVE_DEBT', tone: 'error', values: { amount: 1_408_788_500 } }]
      : [],
  }
}

function personOf(citizenId: number): Reply<CitizenFile> {
  const person = people.find((one) => one.citizenId === citizenId)
  return person ? ok(fileOf(person)) : refused({ code: 'not-found', what: 'citizen' })
}
const ofVisit = (visitId: string) => Number(visitId.replace('visit-', ''))

/** A whole demonstration office in memory, for the screens of the counter. */
export function createFakeOffice(more: Answers = {}): FakeApp {
  let session: Session | null = null
  const signIn = (userName: string) => {
    const known = officeState.demonstrationSignIns.find((one) => one.userName === userName)
    if (!known) return refused({ code: 'forbidden', what: 'sign-in' })
    const administrator = known.role === 'ADMINISTRATOR'
    session = aSession({
      clerkId: `clerk-${userName}`,
      userName,
      role: known.role,
      permissions: administrator
        ? ['anyone', 'signed-in', 'extracts.import', 'clerks.manage']
        : [...COUNTER],
    })
    return ok(session)
  }
  return createFakeApp({
    'office.state': () => ok(officeState),
    'access.session': () => ok(session),
    'access.signIn': (words) => signIn(words.userName),
    'access.unlock': () =>
      session ? ok((session = { ...session, locked: false })) : refused({ code: 'not-signed-in' }),
    'access.lock': () => {
      if (session) session = { ...session, locked: true }
      return ok(null)
    },
    'access.signOut': () => {
      session = null
      return ok(null)
    },
    'desk.settings': () => ok({ theme: 'system', printer: null, idleMinutes: 3, papers: {} }),
    'desk.change': (change) =>
      ok({
        theme: change.theme ?? 'system',
        printer: change.printer ?? null,
        idleMinutes: change.idleMinutes ?? 3,
        papers: {},
      }),
    'citizens.search': ({ text, limit }) => {
      const hits = search(text)
      const isName = !/\d/.test(nameKey(text))
      return ok({
        searched: isName
          ? ['NAME']
          : ['NATIONAL_ID', 'INSURANCE_NUMBER', 'PENSION_NUMBER', 'WORKSHOP_CODE'],
        checksumWarning: nameKey(text) === '0000001016' ? 'NATIONAL_ID' : null,
        hits: hits.slice(0, limit),
        more: hits.length > limit,
      })
    },
    'citizens.file': (visitId) => personOf(ofVisit(visitId)),
    'citizens.reveal': ({ field }) => ok(field === 'MOBILE' ? '09700001015' : '0123456784321'),
    'visits.begin': ({ citizenId }) => personOf(citizenId),
    'visits.end': () => ok(null),
    'visits.current': () => ok(null),
    'insured.contributions': (visitId) =>
      ok({
        profiles: [
          {
            insuranceNumber: '0090000101',
            insuranceType: 'COMPULSORY',
            status: 'ACTIVE',
            registeredOn: day('1385/01/20'),
            militaryFrom: null,
            militaryTo: null,
            branchCode: '1012',
            branchName: 'شعبهٔ ۱۲ تهران',
          },
        ],
        history: contributionHistory(ofVisit(visitId) === 7 ? [] : rowsOf(), parameters, TODAY),
        lengths: spanLengths(parameters, TODAY),
        dataAsOf: AS_OF,
      }),
    'insured.dependants': () => ok({ on: TODAY, dependants: [] }),
    'insured.findings': (visitId) => {
      const rows = ofVisit(visitId) === 7 ? [] : rowsOf()
      const findings = recordFindings(rows, parameters, TODAY)
      const lastEnd = lastEndOfMissing(parameters, TODAY)
      return ok({ rows, findings, dataAsOf: AS_OF, today: TODAY, lastEnd })
    },
    'employers.workshops': () =>
      ok({ workshops: [...workshops()], totals: debts(1_408_788_500, 812_300_000, 66_976_650, 6) }),
    'pensions.files': () =>
      ok([
        pension('8000101'),
        pension('8000109', {
          pensionType: 'SURVIVORS',
          relation: 'SPOUSE',
          shareBp: 5000,
          shareStatus: 'SUSPENDED',
          amount: rial(83_127_750),
          ownerName: 'اکبر رضایی‌فر',
        }),
      ]),
    'pensions.slips': () => ok(slips),
    'pensions.slip': ({ slipNumber }) => {
      const slip = slips.find((one) => one.slipNumber === slipNumber)
      return slip ? ok(slip) : refused({ code: 'not-found', what: 'slip' })
    },
    'pensions.compareSlips': ({ from, to }) => {
      const [one, other] = [from, to].map((number) =>
        slips.find(({ slipNumber }) => slipNumber === number),
      )
      return one && other
        ? ok(compareSlips(one, other, { decrees: storedDecrees, shares: [], ownId: 1 }))
        : refused({ code: 'not-found', what: 'slip' })
    },
    'pensions.slipYear': ({ year }) =>
      ok(slipYear(slips, { file: { ...heldFile, pensionNumber: '8000101' }, year, today: TODAY })),
    'pensions.decrees': () => ok(decrees),
    'pensions.decreeExplanation': () => ok(explanation),
    'requests.ofCitizen': () => ok(requests),
    'requests.detail': ({ trackingCode }) => {
      const request = requests.find((one) => one.trackingCode === trackingCode)
      return request ? ok(request) : refused({ code: 'not-found', what: 'request' })
    },
    ...more,
  })
}
