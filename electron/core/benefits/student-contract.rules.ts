import type { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'
import { recordSpan } from '#core/insured/contributions.rules.ts'
import type { InsuranceType } from '#core/insured/insured.model.ts'
import { firstDayAt, monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { paidDaysBefore } from '#core/insured/paid-record.rules.ts'
import { daysWithin } from '#core/insured/record-window.rules.ts'
import { addDays, addJalaliMonths, addJalaliYears, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, DecisionOption, Figure } from '#core/kernel/decision.ts'
import { multiplyRounded, rial, type Rial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { ageOn } from './age.rules.ts'
import { contractDues, dueDay, firstDues, type ContractDues } from './contract-dues.rules.ts'
import type { ContractSigner, StudentRate } from './student-contract.model.ts'

/** What the form, the registry and the records say of a student who asks for a contract. */
export interface StudentCase {
  readonly birthDate: Day
  readonly signer: ContractSigner
  readonly recognisedUniversity: boolean
  /** Kind of an active insurance that is no student contract; null when there is none. */
  readonly otherInsurance: InsuranceType | null
  /** Draws a pension of his own. */
  readonly pensioner: boolean
  /** First day of a contract that was made, where the record has no month of it yet. */
  readonly contractSince: Day | null
  /** Monthly income chosen; null while none is. */
  readonly income: Rial | null
  readonly rate: StudentRate | null
  readonly rows: readonly ContributionRow[]
  readonly parameters: readonly Parameter[]
  readonly dataAsOf: Day | null
  readonly today: Day
}

export type StudentReason =
  | 'student-contract-in-force'
  | 'student-other-insurance'
  | 'student-recent-contributions'
  | 'student-own-pension'
  | 'student-minor-alone'
  | 'student-over-age'
  | 'student-university'
  | 'student-income-low'
  | 'student-income-high'
  | 'parameter-missing'

type Reasons = readonly Because<StudentReason>[]

const ARTICLES: readonly string[] = ['SSA-4-B', 'STUDENT-BYLAW']
/** Records that say somebody was covered by another insurance in a month. */
const COVERING: readonly RecordType[] = [
  'COMPULSORY',
  'VOLUNTARY',
  'SELF_EMPLOYED',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
  'AGREED',
  'UNEMPLOYMENT',
  'SICKNESS',
  'MATERNITY',
]
const DUES_SHOWN = 3

/**
 * Student contract, a form of the self-employed scheme: studying at a recognised university, no other insurance on
 * the day of filing as far as the record tells, of age (a minor through his guardian), and not above the age limit
 * unless contributions make up for the years above it or lift the limit. The income is chosen between the minimum
 * wage of thirty days and a multiple of it on the first day of the contract, which is the day of filing; each of
 * the three rates is one option with its premium and the state's share. No second contract while one is in force.
 *
 * `from` is given to a minor who came alone, when nothing else is lacking: his eighteenth birthday.
 *
 * @law Social Security Act, art. 4 (b), bylaw of the self-employed scheme; domain brief §3.9
 */
export function decideStudentContract(student: StudentCase): Decision<StudentReason> {
  const read = new RuleParameters(student.parameters, student.today)
  const present = presentContract(student, read)
  const cover = judgeCover(student, read)
  const age = judgeAge(student, read)
  const base = judgeIncome(student, read)
  const because: Reasons = [
    ...present.because,
    ...cover,
    ...age.because,
    ...(student.recognisedUniversity ? [] : [reason('student-university')]),
    ...base.because,
  ]
  const unmet = [...because, ...read.missing]
  const from = unmet.length === 1 ? age.from : undefined
  const amounts = new RuleParameters(student.parameters, student.today)
  const rates =
    unmet.length === 0 && base.income
      ? ratesFor(base.income, amounts)
      : { figures: [], options: [] }
  const chosen =
    student.income === null ? undefined : rates.options.find(({ code }) => code === student.rate)
  return {
    entitled: unmet.length === 0,
    // Where only the premium cannot be told the answer stays yes.
    because: [...unmet, ...amounts.missing],
    figures: [...present.figures, ...age.figures, ...base.figures, ...rates.figures],
    articles: ARTICLES,
    ...(from === undefined ? {} : { from }),
    ...(chosen?.estimate === undefined ? {} : { estimate: chosen.estimate }),
    ...(rates.options.length > 0 ? { options: rates.options } : {}),
  }
}

function reason(code: StudentReason, values: Because['values'] = {}): Because<StudentReason> {
  return { code, values }
}

interface Part {
  readonly because: Reasons
  readonly figures: readonly Figure[]
}

/** The contract that is there already, by the payments the data knows; the dues of the new one where none is. */
function presentContract(student: StudentCase, read: RuleParameters): Part {
  const payMonths = read.read('SELF_EMPLOYED_PAY_MONTHS', 'MONTHS')
  if (payMonths === undefined) return { because: [], figures: [] }
  const dues = duesOf(student, payMonths.value)
  if (dues?.state === 'IN_FORCE')
    return {
      because: [reason('student-contract-in-force', { day: dues.dueOn })],
      figures: [...paidUntil(dues), figure('student-next-due', dues.dueOn, 'DATE')],
    }
  const suspended =
    dues === undefined
      ? []
      : [...paidUntil(dues), figure('student-suspended-since', addDays(dues.dueOn, 1), 'DATE')]
  const schedule = firstDues(jalaliOf(student.today), DUES_SHOWN, payMonths.value)
  return {
    because: [],
    figures: [
      ...suspended,
      ...schedule.map(({ dueOn }, i) => figure(`student-due-${String(i + 1)}`, dueOn, 'DATE')),
    ],
  }
}

function paidUntil({ unpaid }: ContractDues): readonly Figure[] {
  return [figure('student-paid-until', dueDay(unpaid, -1), 'DATE')]
}

/** Of several contracts the last: the unbroken months of the record, or one made after them. */
function duesOf(student: StudentCase, payMonths: number): ContractDues | undefined {
  const paid = studentMonths(student.rows)
  const last = Math.max(...paid)
  const { contractSince, dataAsOf, today } = student
  const since = contractSince === null ? -Infinity : monthSerial(jalaliOf(contractSince))
  let start = since > last ? since : last
  while (paid.has(start - 1)) start--
  if (!Number.isFinite(start)) return undefined
  const known = dataAsOf !== null && dataAsOf < today ? dataAsOf : today
  return contractDues(monthAt(start), [...paid].map(monthAt), known, payMonths)
}

function studentMonths(rows: readonly ContributionRow[]): ReadonlySet<number> {
  const months = new Set<number>()
  for (const { recordType, year, days } of rows)
    if (recordType === 'STUDENT')
      for (const [i, worked] of days.entries()) if (worked > 0) months.add(year * 12 + i)
  return months
}

/** By an active insurance, a pension of his own, or days in the last months that the data covers. */
function judgeCover(student: StudentCase, read: RuleParameters): Reasons {
  if (student.pensioner) return [reason('student-own-pension')]
  if (student.otherInsurance !== null)
    return [reason('student-other-insurance', { insuranceType: student.otherInsurance })]
  const months = read.read('STUDENT_OTHER_COVER_MONTHS', 'MONTHS')
  if (months === undefined) return []
  const to = firstDay(monthSerial(jalaliOf(student.dataAsOf ?? student.today)) + 1)
  const from = addJalaliMonths(to, -months.value)
  const days = daysWithin(student.rows, COVERING, from, to)
  return days === 0
    ? []
    : [reason('student-recent-contributions', { days, from, day: addDays(to, -1) })]
}

function firstDay(serial: number): Day {
  const day = firstDayAt(serial)
  if (day === undefined) throw new RangeError('month out of the calendar')
  return day
}

function judgeAge(student: StudentCase, read: RuleParameters): Part & { readonly from?: Day } {
  const least = read.read('STUDENT_MIN_AGE', 'YEARS')
  const most = read.read('STUDENT_MAX_AGE', 'YEARS')
  const lifted = read.read('STUDENT_AGE_FREE_RECORD_YEARS', 'YEARS')
  const yearDays = read.read('YEAR_DAYS', 'DAYS')
  const monthDays = read.read('MONTH_DAYS', 'DAYS')
  if (!least || !most || !lifted || !yearDays || !monthDays) return { because: [], figures: [] }
  const age = ageOn(student.birthDate, student.today)
  const days = paidDaysBefore(student.rows, student.today)
  const span = recordSpan(days, yearDays.value, monthDays.value)
  const figures = [
    figure('student-age', age, 'YEARS'),
    figure('student-record', [span.years, span.months, span.days].join('/'), 'SPAN'),
  ]
  if (age < least.value && student.signer === 'APPLICANT') {
    const from = addJalaliYears(student.birthDate, least.value)
    return { because: [reason('student-minor-alone', { years: age })], figures, from }
  }
  const above = age - most.value
  if (above <= 0) return { because: [], figures: [...figures, cited('student-age-limit', most)] }
  const required = Math.min(above, lifted.value)
  const limits = [
    cited('student-age-limit', most),
    figure('student-record-required', required, 'YEARS'),
  ]
  return {
    because:
      days >= required * yearDays.value
        ? []
        : [reason('student-over-age', { years: age, limit: most.value, required })],
    figures: [...figures, ...limits],
  }
}

interface Base {
  readonly income: Rial
  readonly steps: readonly Figure[]
}

/** The income the premiums are reckoned from: the chosen one, or the least while none is chosen. */
function judgeIncome(
  student: StudentCase,
  read: RuleParameters,
): Part & { readonly income: Base | undefined } {
  const daily = read.read('MIN_DAILY_WAGE', 'RIAL')
  const monthDays = read.read('MONTH_DAYS', 'DAYS')
  const factor = read.read('WAGE_CEILING_FACTOR', 'FACTOR')
  if (!daily || !monthDays || !factor) return { because: [], figures: [], income: undefined }
  const floor = multiplyRounded(daily.value, monthDays.value, 1)
  const ceiling = earlyCeiling(student, floor, read) ?? multiplyRounded(floor, factor.value, 1)
  const income = student.income ?? floor
  const because: Because<StudentReason>[] = []
  if (income < floor) because.push(reason('student-income-low', { amount: floor }))
  if (income > ceiling) because.push(reason('student-income-high', { amount: ceiling }))
  return {
    because,
    figures: [figure('student-floor', floor, 'RIAL'), figure('student-ceiling', ceiling, 'RIAL')],
    income: {
      income,
      steps: [
        cited('student-daily-wage', daily),
        cited('student-month-days', monthDays),
        figure('student-income', income, 'RIAL'),
      ],
    },
  }
}

/** Below some years of record the ceiling is lower; the factor is not published, so it counts only where an office has set it. */
function earlyCeiling(student: StudentCase, floor: Rial, read: RuleParameters): Rial | undefined {
  const { parameters, today, rows } = student
  const ratio = parameterOn(parameters, 'STUDENT_EARLY_CEILING', 'RATIO', today)
  if (ratio === undefined) return undefined
  const years = read.read('STUDENT_EARLY_RECORD_YEARS', 'YEARS')
  const yearDays = read.read('YEAR_DAYS', 'DAYS')
  if (!years || !yearDays) return undefined
  if (paidDaysBefore(rows, today) >= years.value * yearDays.value) return undefined
  return multiplyRounded(floor, ratio.value.numerator, ratio.value.denominator)
}

const RATES: readonly (readonly [StudentRate, string, string])[] = [
  ['STUDENT_LOW', 'STUDENT_RATE_LOW', 'student-rate-low'],
  ['STUDENT_MIDDLE', 'STUDENT_RATE_MIDDLE', 'student-rate-middle'],
  ['STUDENT_HIGH', 'STUDENT_RATE_HIGH', 'student-rate-high'],
]

interface Rates {
  readonly figures: readonly Figure[]
  readonly options: readonly DecisionOption[]
}

function ratesFor(base: Base, read: RuleParameters): Rates {
  const state = read.read('STUDENT_RATE_STATE', 'BP')
  const rates = RATES.flatMap(([code, parameter, shown]) => {
    const rate = read.read(parameter, 'BP')
    return state && rate
      ? [{ shown: cited(shown, rate), option: optionOf(code, base, rate, state) }]
      : []
  })
  return {
    figures: rates.map(({ shown }) => shown),
    options: rates.map(({ option }) => option),
  }
}

function optionOf(
  code: StudentRate,
  { income, steps }: Base,
  rate: DatedValue<'BP'>,
  state: DatedValue<'BP'>,
): DecisionOption {
  const amount = multiplyRounded(income, rate.value, 10_000)
  const stateShare = multiplyRounded(income, state.value, 10_000)
  return {
    code,
    entitled: true,
    because: [],
    figures: [],
    articles: [],
    estimate: {
      amount,
      steps: [
        ...steps,
        cited('student-rate', rate),
        figure('student-premium', amount, 'RIAL'),
        cited('student-state-rate', state),
        figure('student-state-share', stateShare, 'RIAL'),
        figure('student-premium-whole', rial(amount + stateShare), 'RIAL'),
      ],
    },
  }
}
