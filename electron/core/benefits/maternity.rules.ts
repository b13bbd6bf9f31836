import { RecordType, type ContributionRow } from '#core/insured/contribution.model.ts'
import { dayAfterRecord, daysWithin, wagesWithin } from '#core/insured/record-window.rules.ts'
import {
  addDays,
  addJalaliMonths,
  addJalaliYears,
  daysBetween,
  jalaliOf,
  type Day,
} from '#core/kernel/day.ts'
import type { Because, Decision, DecisionOption, Figure } from '#core/kernel/decision.ts'
import { type Rial, roundedRial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'
import { MaternityLeave, type BirthKind } from './maternity.model.ts'

/** What the form and the records say of one leave; null while it is not told. */
export interface MaternityCase {
  readonly sex: 'M' | 'F'
  /** The day of the birth, or the day on which it is expected. */
  readonly birthDate: Day | null
  readonly birthKind: BirthKind | null
  readonly leaveKind: MaternityLeave | null
  readonly leaveStart: Day | null
  /** The last day of the leave. */
  readonly leaveEnd: Day | null
  readonly employedAtLeave: boolean
  readonly notWorkingInLeave: boolean
  /** Tracking code of the request by which this very birth was paid; null when there is none. */
  readonly paidForThisBirth: string | null
  /** Days on which requests were filed that were granted elsewhere and do not tell the birth. */
  readonly grantsElsewhere: readonly Day[]
  readonly rows: readonly ContributionRow[]
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type MaternityReason =
  | 'not-a-woman'
  | 'maternity-record-too-short'
  | 'not-employed-at-leave'
  | 'working-in-leave'
  | 'leave-too-early'
  | 'leave-too-long'
  | 'triplets-only'
  | 'birth-already-paid'
  | 'parameter-missing'

type MaternityBecause = Because<MaternityReason>

/**
 * Records of work under the compulsory scheme and of the trades that have a law of their own. Voluntary, student and
 * self-employed contracts are paid for pensions, not for short-term benefits.
 */
const COUNTED: readonly RecordType[] = ['COMPULSORY', 'CONSTRUCTION', 'CARPET', 'DRIVER', 'AGREED']
const NOT_COUNTED = RecordType.options.filter((type) => !COUNTED.includes(type))
const ARTICLES: readonly string[] = ['SSA-67', 'SSA-63', 'POPULATION-17']

/** The parameter that says how long each kind of leave may be. */
const LONGEST: Readonly<Record<MaternityLeave, string>> = {
  SIX_MONTHS: 'MATERNITY_SIX_MONTHS_DAYS',
  NINE_MONTHS: 'MATERNITY_LEAVE_DAYS',
  ONE_YEAR: 'MATERNITY_MULTIPLE_LEAVE_DAYS',
}

const OPTION: Readonly<Record<MaternityLeave, string>> = {
  SIX_MONTHS: 'maternity-six-months',
  NINE_MONTHS: 'maternity-nine-months',
  ONE_YEAR: 'maternity-one-year',
}

interface Judged {
  readonly because: readonly MaternityBecause[]
  readonly figures: readonly Figure[]
}

/**
 * Maternity pay of an insured woman: 60 days of contributions in [birth − 1 year, birth), still employed when the
 * leave begins, not working in it, the leave beginning at most 63 days before the birth, no second payment for the
 * same birth. The statute also names the wife of an insured man; the organisation's own service refuses men, and so
 * does this. The lengths of leave that may be asked for are the options, each with its amount.
 *
 * `from` is given before the birth when only days are lacking: the day on which they are there if contributions go
 * on after the last list without a break.
 *
 * @law Social Security Act, arts. 63 and 67; Act of 1400 on the family and the young population, art. 17; domain
 *   brief §3.6
 */
export function decideMaternity(maternity: MaternityCase): Decision<MaternityReason> {
  if (maternity.sex === 'M')
    return {
      entitled: false,
      because: [{ code: 'not-a-woman', values: {} }],
      figures: [],
      articles: ['SSA-67'],
    }
  const day = maternity.birthDate ?? maternity.today
  const conditions = new RuleParameters(maternity.parameters, day)
  const record = judgeRecord(maternity, conditions)
  const leave = judgeLeave(maternity, conditions)
  const longest = longestLeaves(conditions)
  const unmet = [...record.because, ...leave.because, ...conditions.missing]
  const amounts = new RuleParameters(maternity.parameters, day)
  const pay = unmet.length === 0 ? payOfLeave(maternity, amounts) : undefined
  const asked = judgeLength(maternity, longest)
  const because = [...unmet, ...asked.because]
  const from = firstDay(maternity, because)
  return {
    entitled: because.length === 0,
    because: [...because, ...amounts.missing],
    figures: [...record.figures, ...leave.figures],
    articles: ARTICLES,
    options: MaternityLeave.options.map((kind) => {
      const own = [...unmet, ...kindReasons(kind, maternity)]
      return optionOf(kind, own, pay, longest[kind]?.value)
    }),
    ...(from === undefined ? {} : { from }),
    ...(pay && asked.days !== undefined && because.length === 0
      ? { estimate: pay(asked.days) }
      : {}),
  }
}

function judgeRecord({ birthDate: birth, rows }: MaternityCase, read: RuleParameters): Judged {
  const required = read.read('MATERNITY_RECORD_DAYS', 'DAYS')
  if (required === undefined) return { because: [], figures: [] }
  const tooShort = (days: number): readonly MaternityBecause[] =>
    days >= required.value
      ? []
      : [
          {
            code: 'maternity-record-too-short',
            values: { days, required: required.value, lacking: required.value - days },
          },
        ]
  if (birth === null) {
    const never = dayAfterRecord(rows, COUNTED) === undefined
    return { because: never ? tooShort(0) : [], figures: [] }
  }
  const from = addJalaliYears(birth, -1)
  const counted = daysWithin(rows, COUNTED, from, birth)
  const other = daysWithin(rows, NOT_COUNTED, from, birth)
  const lacking = Math.max(0, required.value - counted)
  return {
    because: tooShort(counted),
    figures: [
      figure('window-from', from, 'DATE'),
      figure('window-to', addDays(birth, -1), 'DATE'),
      figure('maternity-record-days', counted, 'DAYS'),
      cited('record-days-required', required),
      ...(lacking > 0 ? [figure('record-days-lacking', lacking, 'DAYS')] : []),
      ...(other > 0 ? [figure('record-days-other', other, 'DAYS')] : []),
    ],
  }
}

function judgeLeave(maternity: MaternityCase, read: RuleParameters): Judged {
  const { birthDate: birth, leaveStart: start } = maternity
  const before = read.read('MATERNITY_START_BEFORE_BIRTH_MAX_DAYS', 'DAYS')
  const because: MaternityBecause[] = []
  const figures: Figure[] = [...knownOfLeave(maternity)]
  if (maternity.paidForThisBirth !== null)
    because.push({
      code: 'birth-already-paid',
      values: { trackingCode: maternity.paidForThisBirth },
    })
  if (!maternity.employedAtLeave) because.push({ code: 'not-employed-at-leave', values: {} })
  if (!maternity.notWorkingInLeave) because.push({ code: 'working-in-leave', values: {} })
  if (birth !== null && start !== null && before !== undefined) {
    const days = Math.max(0, daysBetween(start, birth))
    figures.push(figure('leave-before-birth', days, 'DAYS'))
    figures.push(cited('leave-before-birth-longest', before))
    if (days > before.value)
      because.push({ code: 'leave-too-early', values: { days, allowed: before.value } })
  }
  return { because, figures }
}

/** What the data says beside the form, for the expert of the branch to weigh: nothing of it refuses by itself. */
function knownOfLeave(maternity: MaternityCase): readonly Figure[] {
  const { birthDate: birth, leaveStart: start, leaveEnd: end, rows, grantsElsewhere } = maternity
  const figures: Figure[] = []
  const granted =
    birth === null ? undefined : grantsElsewhere.find((day) => day >= addJalaliYears(birth, -1))
  if (granted !== undefined) figures.push(figure('maternity-granted-elsewhere', granted, 'DATE'))
  if (start === null || end === null || end < start) return figures
  const paid = daysWithin(rows, ['MATERNITY'], start, addDays(end, 1))
  if (paid > 0) figures.push(figure('maternity-days-recorded', paid, 'DAYS'))
  // Of a month that is cut the record does not tell which days were worked: only whole months speak against her.
  const whole = addJalaliMonths(firstOfMonth(addDays(start, -1)), 1)
  const worked = daysWithin(rows, COUNTED, whole, firstOfMonth(addDays(end, 1)))
  if (worked > 0) figures.push(figure('leave-days-worked', worked, 'DAYS'))
  return figures
}

function firstOfMonth(day: Day): Day {
  return addDays(day, 1 - jalaliOf(day).day)
}

type LongestLeaves = Readonly<Record<MaternityLeave, DatedValue<'DAYS'> | undefined>>

function longestLeaves(read: RuleParameters): LongestLeaves {
  return {
    SIX_MONTHS: read.read(LONGEST.SIX_MONTHS, 'DAYS'),
    NINE_MONTHS: read.read(LONGEST.NINE_MONTHS, 'DAYS'),
    ONE_YEAR: read.read(LONGEST.ONE_YEAR, 'DAYS'),
  }
}

/** A year only for triplets or more; while the kind of pregnancy is not told it is not offered. */
function kindReasons(
  kind: MaternityLeave,
  { birthKind }: MaternityCase,
): readonly MaternityBecause[] {
  return kind !== 'ONE_YEAR' || birthKind === 'TRIPLETS'
    ? []
    : [{ code: 'triplets-only', values: {} }]
}

/** The leave that is asked for: its days as typed, or the longest of its kind, and what speaks against them. */
function judgeLength(
  maternity: MaternityCase,
  longest: LongestLeaves,
): { readonly days: number | undefined; readonly because: readonly MaternityBecause[] } {
  const { leaveKind: kind, leaveStart: start, leaveEnd: end } = maternity
  const allowed = kind === null ? undefined : longest[kind]?.value
  const typed =
    start === null || end === null || end < start ? undefined : daysBetween(start, end) + 1
  const because = kind === null ? [] : [...kindReasons(kind, maternity)]
  if (typed !== undefined && allowed !== undefined && typed > allowed)
    because.push({ code: 'leave-too-long', values: { days: typed, allowed } })
  return { days: typed ?? allowed, because }
}

type PayOfLeave = (days: number) => { readonly amount: Rial; readonly steps: readonly Figure[] }

function optionOf(
  kind: MaternityLeave,
  because: readonly MaternityBecause[],
  pay: PayOfLeave | undefined,
  days: number | undefined,
): DecisionOption {
  return {
    code: OPTION[kind],
    entitled: because.length === 0,
    because,
    figures: [],
    articles: [],
    ...(pay && days !== undefined && because.length === 0 ? { estimate: pay(days) } : {}),
  }
}

/**
 * 2/3 × the insured pay of the 90 days before the leave ÷ the days worked in them × the days of leave. Where the
 * lists of those days are not in at all, the last 90 days on record stand for them.
 */
function payOfLeave(maternity: MaternityCase, read: RuleParameters): PayOfLeave | undefined {
  const { rows } = maternity
  const rate = read.read('MATERNITY_RATE', 'RATIO')
  const window = read.read('MATERNITY_AVERAGE_DAYS', 'DAYS')
  if (!rate || !window) return undefined
  const to = endOfAverage(maternity, window.value)
  const from = addDays(to, -window.value)
  const worked = daysWithin(rows, COUNTED, from, to)
  if (worked === 0) return undefined
  const sum = wagesWithin(rows, COUNTED, from, to)
  const { numerator, denominator } = rate.value
  const bottom = sum.denominator * BigInt(worked)
  return (days) => {
    const amount = roundedRial(
      sum.numerator * BigInt(numerator) * BigInt(days),
      bottom * BigInt(denominator),
    )
    return {
      amount,
      steps: [
        figure('average-from', from, 'DATE'),
        figure('average-to', addDays(to, -1), 'DATE'),
        figure('maternity-wage-sum', roundedRial(sum.numerator, sum.denominator), 'RIAL'),
        figure('maternity-days-worked', worked, 'DAYS'),
        figure('daily-wage', roundedRial(sum.numerator, bottom), 'RIAL'),
        cited('maternity-rate', rate),
        figure('leave-days', days, 'DAYS'),
        figure('maternity-pay', amount, 'RIAL'),
      ],
    }
  }
}

/** No further back than the year in which the days were earned. */
const MONTHS_LOOKED_BACK = 12

/** The day before which the pay is averaged: the first of the leave, else the last that has pay on record before. */
function endOfAverage({ leaveStart, birthDate, rows, today }: MaternityCase, window: number): Day {
  const start = leaveStart ?? birthDate ?? today
  if (daysWithin(rows, COUNTED, addDays(start, -window), start) > 0) return start
  let to = firstOfMonth(start)
  for (let month = 0; month < MONTHS_LOOKED_BACK; month++) {
    const from = addJalaliMonths(to, -1)
    if (daysWithin(rows, COUNTED, from, to) > 0) break
    to = from
  }
  return to
}

/** Days can only be earned before the birth, so after it nothing is told. */
function firstDay(
  { birthDate: birth, rows, today }: MaternityCase,
  because: readonly MaternityBecause[],
): Day | undefined {
  const [short, ...others] = because
  if (birth === null || birth <= today || others.length > 0) return undefined
  if (short?.code !== 'maternity-record-too-short') return undefined
  const goesOn = dayAfterRecord(rows, COUNTED) ?? today
  const start = addJalaliYears(birth, -1)
  const day = addDays(goesOn > start ? goesOn : start, Number(short.values['lacking']))
  return day > today && day <= birth ? day : undefined
}
