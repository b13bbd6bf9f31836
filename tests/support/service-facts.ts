import parameterFile from '../../resources/parameters.json' with { type: 'json' }
import type { OpenDebt, Stake } from '#core/employers/employers.ports.ts'
import type { Dependant, InsuredProfile } from '#core/insured/insured.model.ts'
import { Day, parseJalali } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { rial } from '#core/kernel/rial.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import type { ServiceFacts } from '#core/requests/citizen-service.ts'
import type { RequestKind, RequestStatus, RequestSummary } from '#core/requests/request.model.ts'
import { extractParameters } from './contributions.ts'

/** The day of a Jalali date that is known to exist. */
export function jalali(text: string): Day {
  return Day.parse(parseJalali(text))
}

/** The parameters as the office has them: those of the extract, and the product's own where it sends none. */
export const officeParameters = withDefaults(
  extractParameters(),
  ParameterFile.parse(parameterFile),
)

const today = jalali('1405/09/02')

const profile: InsuredProfile = {
  insuranceNumber: '0090000105',
  insuranceType: 'COMPULSORY',
  status: 'ACTIVE',
  registeredOn: jalali('1397/01/08'),
  branchCode: '900',
  branchName: 'شعبه نمونه',
  militaryFrom: null,
  militaryTo: null,
}

/** The file of an insured woman without records, requests or dependants, and what is said otherwise of her. */
export function serviceFacts({
  identity = {},
  ...others
}: Partial<Omit<ServiceFacts, 'identity'>> & {
  readonly identity?: Partial<ServiceFacts['identity']>
} = {}): ServiceFacts {
  return {
    identity: {
      citizenId: 5,
      personId: '0000001058',
      firstName: 'مریم',
      lastName: 'مادری نمونه',
      fatherName: null,
      sex: 'F',
      birthDate: jalali('1373/01/20'),
      deathDate: null,
      nationality: 'IR',
      certificateNumber: null,
      birthCity: null,
      issueCity: null,
      maritalStatus: 'MARRIED',
      firstMarriageDate: jalali('1398/02/02'),
      branchCode: '900',
      branchName: 'شعبه نمونه',
      ...identity,
    },
    account: { bankCode: '013', accountNumber: '123456789', iban: null },
    mobileChangedAt: null,
    other: null,
    presence: { presenceKind: 'SELF', holderName: null, power: null },
    profiles: [profile],
    rows: [],
    dependants: [],
    pensions: [],
    workshops: [],
    withoutRequests: [],
    debts: [],
    requests: [],
    filed: [],
    branches: [],
    parameters: officeParameters,
    dataAsOf: jalali('1405/08/30'),
    today,
    now: Instant.parse('2026-11-23T08:00:00.000Z'),
    ...others,
  }
}

/** A dependant of the person of `serviceFacts`: her daughter, where nothing else is said. */
export function dependant(others: Partial<Dependant> = {}): Dependant {
  return {
    insuranceNumber: profile.insuranceNumber,
    personId: '0000001252',
    fullName: 'دختر نمونه',
    sex: 'F',
    birthDate: jalali('1390/11/12'),
    deathDate: null,
    maritalStatus: 'SINGLE',
    relation: 'DAUGHTER',
    fromDate: jalali('1390/11/12'),
    toDate: null,
    endReason: null,
    studying: false,
    disabled: false,
    ...others,
  }
}

/** A request in the list of a citizen, known from the centre. */
export function requestSummary(
  kind: RequestKind,
  status: RequestStatus,
  trackingCode: string,
  filedOn: Day = jalali('1405/08/12'),
): RequestSummary {
  return {
    trackingCode,
    kind,
    title: null,
    role: 'INSURED',
    status,
    filedOn,
    promisedOn: null,
    origin: 'CENTRE',
    branchName: 'شعبه نمونه',
    rejectReason: null,
    lastChangeOn: filedOn,
  }
}

/** A workshop that the person of `serviceFacts` owns, where nothing else is said. */
export function stake(others: Partial<Stake> = {}): Stake {
  return {
    workshopCode: '9000011003',
    branchCode: '900',
    branchName: 'شعبه نمونه',
    name: 'کارگاه نمونه',
    employerKind: 'NATURAL',
    legalEntityId: null,
    activity: null,
    status: 'ACTIVE',
    role: 'OWNER',
    actsFrom: jalali('1390/01/01'),
    actsUntil: null,
    scope: null,
    paper: null,
    contractRows: 0,
    closedOn: null,
    ...others,
  }
}

/** An open debt of the workshop of `stake`: assessed and served ten days ago, where nothing else is said. */
export function openDebt(others: Partial<OpenDebt> = {}): OpenDebt {
  return {
    workshopCode: '9000011003',
    branchCode: '900',
    debtNumber: '100000305',
    contractRow: '000',
    reason: 'مابه‌التفاوت دستمزد',
    fromYear: 1404,
    fromMonth: 9,
    toYear: 1405,
    toMonth: 3,
    stage: 'ASSESSED',
    status: 'OPEN',
    amount: rial(1_000_000),
    remaining: rial(1_000_000),
    premium: rial(900_000),
    unemployment: rial(100_000),
    other: rial(0),
    installmentEligible: false,
    installmentNumber: null,
    calculationDay: jalali('1405/08/10'),
    noticeDay: jalali('1405/08/22'),
    primaryVoteNumber: null,
    primaryVoteServedOn: null,
    appealVoteDay: null,
    executionNoticeDay: null,
    ...others,
  }
}
