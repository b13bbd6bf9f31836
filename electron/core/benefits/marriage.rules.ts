import { RecordType, type ContributionRow } from '#core/insured/contribution.model.ts'
import type { InsuranceType } from '#core/insured/insured.model.ts'
import { dayAfterRecord, daysWithin, wagesWithin } from '#core/insured/record-window.rules.ts'
import {
  addDays,
  addJalaliMonths,
  addJalaliYears,
  daysBetween,
  jalaliOf,
  type Day,
} from '#core/kernel/day.ts'
import type { Because as BecauseOf, Decision, Figure } from '#core/kernel/decision.ts'
import { type Rial, multiplyRounded, rial, roundedRial } from '#core/kernel/rial.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'

/** What the form, the registry and the records say of one spouse. */
export interface MarriageCase {
  readonly marriageDate: Day
  readonly permanent: boolean
  readonly registered: boolean
  readonly firstMarriage: boolean
  readonly employedOnWeddingDay: boolean
  /** First permanent registered marriage as the registry has it; null when it has none. */
  readonly recordedFirstMarriage: Day | null
  /** Present kind of insurance; null when the person has no insurance number. */
  readonly insuranceType: InsuranceType | null
  /** Tracking code of an earlier request of this person that was granted; null when there is none. */
  readonly grantedBefore: string | null
  readonly rows: readonly ContributionRow[]
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type MarriageReason =
  | 'wedding-in-future'
  | 'not-registered'
  | 'not-permanent'
  | 'not-first-marriage'
  | 'earlier-marriage-recorded'
  | 'not-compulsory-insured'
  | 'employment-ended'
  | 'already-granted'
  | 'contribution-period-too-short'
  | 'parameter-missing'

type Because = BecauseOf<MarriageReason>

/** Contributions that were paid under the compulsory scheme; other kinds of record do not open art. 85. */
const COUNTED: readonly RecordType[] = ['COMPULSORY']
const NOT_COUNTED = RecordType.options.filter((type) => !COUNTED.includes(type))
const ARTICLES: readonly string[] = ['SSA-85']

/**
 * Marriage allowance of one spouse: first marriage, permanent and registered, employment not ended on the wedding
 * day, compulsory insured, 720 days of contributions in [wedding − 5 years, wedding). The amount is the insured
 * pay of the 24 months before the wedding ÷ 24, not below the minimum wage of thirty days on the wedding day.
 * Each spouse is judged by his own record; when both qualify both are paid, each once: after a grant the amount is
 * still shown, but nothing more is due.
 *
 * `from` is given for a wedding still to come when only days are lacking: the first wedding day that would do if
 * contributions go on without a break. After the wedding nothing more can be earned.
 *
 * @law Social Security Act, art. 85; domain brief §3.8
 */
export function decideMarriage(marriage: MarriageCase): Decision<MarriageReason> {
  const record = judgeRecord(marriage)
  const unmet = [...judgeMarriage(marriage), ...record.because]
  const estimate = unmet.length === 0 ? estimateAmount(marriage) : undefined
  const because = [...unmet, ...judgeEarlierGrant(marriage)]
  const from = firstWeddingDay(marriage, because, record.required)
  return {
    entitled: because.length === 0,
    because: [...because, ...(estimate?.because ?? [])],
    figures: record.figures,
    articles: ARTICLES,
    ...(from === undefined ? {} : { from }),
    ...(estimate?.amount === undefined
      ? {}
      : { estimate: { amount: estimate.amount, steps: estimate.steps } }),
  }
}

function judgeMarriage(marriage: MarriageCase): readonly Because[] {
  const { marriageDate, recordedFirstMarriage: recorded } = marriage
  const because: Because[] = []
  const refuse = (code: MarriageReason, values: Because['values'] = {}) =>
    because.push({ code, values })
  if (marriageDate > marriage.today) refuse('wedding-in-future', { day: marriageDate })
  if (!marriage.registered) refuse('not-registered')
  if (!marriage.permanent) refuse('not-permanent')
  if (!marriage.firstMarriage) refuse('not-first-marriage')
  if (recorded !== null && recorded < marriageDate)
    refuse('earlier-marriage-recorded', { day: recorded })
  if (!isCompulsory(marriage))
    refuse('not-compulsory-insured', { insuranceType: marriage.insuranceType ?? '' })
  if (!marriage.employedOnWeddingDay) refuse('employment-ended')
  return because
}

function judgeEarlierGrant({ grantedBefore }: MarriageCase): readonly Because[] {
  if (grantedBefore === null) return []
  return [{ code: 'already-granted', values: { trackingCode: grantedBefore } }]
}

/** By the present kind of insurance, or by compulsory days in the month of the wedding where it has changed. */
function isCompulsory({ insuranceType, rows, marriageDate }: MarriageCase): boolean {
  const { year, month } = jalaliOf(marriageDate)
  return (
    insuranceType === 'COMPULSORY' ||
    rows.some(
      (row) =>
        row.recordType === 'COMPULSORY' && row.year === year && (row.days[month - 1] ?? 0) > 0,
    )
  )
}

interface Required {
  readonly days: DatedValue<'DAYS'>
  readonly years: DatedValue<'YEARS'>
}

function judgeRecord({ marriageDate: wedding, parameters, rows }: MarriageCase) {
  const dated = new RuleParameters(parameters, wedding)
  const days = dated.read('MARRIAGE_RECORD_DAYS', 'DAYS')
  const years = dated.read('MARRIAGE_RECORD_YEARS', 'YEARS')
  if (!days || !years) return { because: dated.missing, figures: [], required: undefined }
  const from = addJalaliYears(wedding, -years.value)
  const counted = daysWithin(rows, COUNTED, from, wedding)
  const other = daysWithin(rows, NOT_COUNTED, from, wedding)
  const lacking = Math.max(0, days.value - counted)
  const because: Because[] =
    lacking === 0
      ? []
      : [
          {
            code: 'contribution-period-too-short',
            values: { days: counted, required: days.value, lacking },
          },
        ]
  const figures: Figure[] = [
    figure('window-from', from, 'DATE'),
    figure('window-to', addDays(wedding, -1), 'DATE'),
    figure('record-days', counted, 'DAYS'),
    cited('record-days-required', days),
  ]
  if (lacking > 0) figures.push(figure('record-days-lacking', lacking, 'DAYS'))
  if (other > 0) figures.push(figure('record-days-other', other, 'DAYS'))
  return { because, figures, required: { days, years } }
}

interface Estimate {
  readonly amount?: Rial
  readonly steps: readonly Figure[]
  readonly because: readonly Because[]
}

function estimateAmount({ marriageDate: wedding, parameters, rows }: MarriageCase): Estimate {
  const dated = new RuleParameters(parameters, wedding)
  const months = dated.read('MARRIAGE_AVERAGE_MONTHS', 'MONTHS')
  const daily = dated.read('MIN_DAILY_WAGE', 'RIAL')
  const monthDays = dated.read('MONTH_DAYS', 'DAYS')
  if (!months || !daily || !monthDays) return { steps: [], because: dated.missing }
  const from = addJalaliMonths(wedding, -months.value)
  const sum = wagesWithin(rows, COUNTED, from, wedding)
  const average = roundedRial(sum.numerator, sum.denominator * BigInt(months.value))
  const minimum = multiplyRounded(daily.value, monthDays.value, 1)
  const amount = rial(Math.max(average, minimum))
  const steps = [
    figure('average-from', from, 'DATE'),
    figure('wage-sum', roundedRial(sum.numerator, sum.denominator), 'RIAL'),
    cited('average-months', months),
    figure('average-wage', average, 'RIAL'),
    cited('minimum-daily-wage', daily),
    cited('month-days', monthDays),
    figure('minimum-wage', minimum, 'RIAL'),
    figure('amount', amount, 'RIAL'),
  ]
  return { amount, steps, because: [] }
}

const CURABLE: readonly MarriageReason[] = ['wedding-in-future', 'contribution-period-too-short']

/** Searched day by day: no more than the window itself can be needed to fill it. */
function firstWeddingDay(
  marriage: MarriageCase,
  because: readonly Because[],
  required: Required | undefined,
): Day | undefined {
  const { marriageDate, today, rows } = marriage
  if (marriageDate <= today || required === undefined) return undefined
  if (because.some(({ code }) => !CURABLE.includes(code))) return undefined
  const goesOnFrom = dayAfterRecord(rows, COUNTED) ?? today
  for (let wedding = marriageDate, tried = 0; tried <= required.days.value; tried++) {
    const start = addJalaliYears(wedding, -required.years.value)
    const stillToCome = Math.max(0, daysBetween(start > goesOnFrom ? start : goesOnFrom, wedding))
    const recorded = daysWithin(rows, COUNTED, start, wedding)
    if (recorded + stillToCome >= required.days.value) return wedding
    wedding = addDays(wedding, 1)
  }
  return undefined
}
