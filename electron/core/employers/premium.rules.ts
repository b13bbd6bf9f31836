import { dueDay } from '#core/benefits/contract-dues.rules.ts'
import { firstDayAt, lengthAt, monthAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { addDays, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Figure } from '#core/kernel/decision.ts'
import { addRial, multiplyRounded, rial, type Rial } from '#core/kernel/rial.ts'
import { cited, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { DatedValue, Parameter } from '#core/parameters/parameters.model.ts'
import type {
  PremiumMonth,
  PremiumPay,
  PremiumQuestion,
  PremiumSchedule,
  PremiumSums,
} from './premium.model.ts'

/** Rates are in ten-thousandths. */
const WHOLE = 10_000

interface MonthLaw {
  readonly insured: DatedValue<'BP'>
  readonly employer: DatedValue<'BP'>
  readonly unemployment: DatedValue<'BP'>
  readonly hard: DatedValue<'BP'>
  readonly listPenalty: DatedValue<'BP'>
  readonly latePenalty: DatedValue<'BP'>
  readonly ceiling: DatedValue<'FACTOR'>
  readonly minimum: DatedValue<'RIAL'>
  readonly dueMonths: DatedValue<'MONTHS'>
}

function lawOf(parameters: RuleParameters): MonthLaw | undefined {
  const insured = parameters.read('PREMIUM_INSURED', 'BP')
  const employer = parameters.read('PREMIUM_EMPLOYER', 'BP')
  const unemployment = parameters.read('PREMIUM_UNEMPLOYMENT', 'BP')
  const hard = parameters.read('PREMIUM_HARD_JOB', 'BP')
  const listPenalty = parameters.read('LATE_LIST_PENALTY', 'BP')
  const latePenalty = parameters.read('LATE_PAYMENT_PENALTY_MONTH', 'BP')
  const ceiling = parameters.read('WAGE_CEILING_FACTOR', 'FACTOR')
  const minimum = parameters.read('MIN_DAILY_WAGE', 'RIAL')
  const dueMonths = parameters.read('PREMIUM_DUE_MONTHS', 'MONTHS')
  if (!insured || !employer || !unemployment || !hard || !listPenalty) return undefined
  if (!latePenalty || !ceiling || !minimum || !dueMonths) return undefined
  return {
    ...{ insured, employer, unemployment, hard, listPenalty },
    ...{ latePenalty, ceiling, minimum, dueMonths },
  }
}

/** Whole months between the last day to pay, which ends a month, and the day of payment; 0 when that is in time. */
export function monthsLate(dueOn: Day, paidOn: Day): number {
  const endsMonth = jalaliOf(addDays(paidOn, 1)).day === 1
  const months = monthSerial(jalaliOf(paidOn)) - monthSerial(jalaliOf(dueOn))
  return Math.max(0, endsMonth ? months : months - 1)
}

type Shares = Pick<
  PremiumSums,
  'insuredPay' | 'insured' | 'employer' | 'unemployment' | 'hard' | 'premium'
>

/**
 * The premium of a month of one person, rial: each share of the pay up to the ceiling, rounded half up by itself, so
 * that the shares always add up to the premium. Hard and harmful work adds to the employer's part.
 */
function sharesOf(pay: Rial, hard: boolean, law: MonthLaw): Shares {
  const share = (rate: DatedValue<'BP'>) => multiplyRounded(pay, rate.value, WHOLE)
  const insured = share(law.insured)
  const employer = share(law.employer)
  const unemployment = share(law.unemployment)
  const surcharge = hard ? share(law.hard) : rial(0)
  const premium = addRial(insured, employer, unemployment, surcharge)
  return { insuredPay: pay, insured, employer, unemployment, hard: surcharge, premium }
}

function times(shares: Shares, persons: number): Shares {
  const many = (amount: Rial) => multiplyRounded(amount, persons, 1)
  return {
    insuredPay: many(shares.insuredPay),
    insured: many(shares.insured),
    employer: many(shares.employer),
    unemployment: many(shares.unemployment),
    hard: many(shares.hard),
    premium: many(shares.premium),
  }
}

function sumOf<Name extends string>(
  names: readonly Name[],
  lines: readonly Readonly<Record<Name, Rial>>[],
): Record<Name, Rial> {
  const sums = names.map((name) => [name, addRial(...lines.map((line) => line[name]))] as const)
  return Object.fromEntries(sums) as Record<Name, Rial>
}

const SHARES = ['insuredPay', 'insured', 'employer', 'unemployment', 'hard', 'premium'] as const
const SUMS = [...SHARES, 'listPenalty', 'latePenalty', 'total'] as const

function monthOf(serial: number, question: PremiumQuestion, law: MonthLaw): PremiumMonth {
  const length = lengthAt(serial)
  const dailyCeiling = law.minimum.value * law.ceiling.value
  const paidDays = ({ days }: PremiumPay) => Math.min(days ?? length, length)
  const isAbove = (each: PremiumPay) => each.pay > dailyCeiling * paidDays(each)
  const lines = question.pays.map((each) => {
    const insuredPay = isAbove(each) ? rial(dailyCeiling * paidDays(each)) : each.pay
    return times(sharesOf(insuredPay, each.hard, law), each.persons)
  })
  const shares = sumOf(SHARES, lines)
  const month = monthAt(serial)
  const dueOn = dueDay(month, law.dueMonths.value)
  const late = monthsLate(dueOn, question.paidOn)
  const isLate = question.paidOn > dueOn
  const none = rial(0)
  const listPenalty =
    isLate && !question.listsInTime
      ? multiplyRounded(shares.premium, law.listPenalty.value, WHOLE)
      : none
  const latePenalty = multiplyRounded(shares.premium, law.latePenalty.value * late, WHOLE)
  return {
    month,
    ...shares,
    ...{ listPenalty, latePenalty, dueOn, monthsLate: late },
    total: addRial(shares.premium, listPenalty, latePenalty),
    capped: question.pays.some(isAbove),
    belowMinimum: question.pays.some((each) => each.pay < law.minimum.value * paidDays(each)),
  }
}

function ratesOf(law: MonthLaw): Figure[] {
  return [
    cited('premium-insured', law.insured),
    cited('premium-employer', law.employer),
    cited('premium-unemployment', law.unemployment),
    cited('premium-hard', law.hard),
    cited('wage-ceiling-factor', law.ceiling),
    cited('minimum-daily-wage-month', law.minimum),
    cited('list-penalty', law.listPenalty),
    cited('late-penalty', law.latePenalty),
  ]
}

/**
 * The premium of a list of pays for each month of a span, with its last day and what is added when it is paid on a
 * given day: the penalty of a list that was not handed over in time, once, and that of late payment for every whole
 * month of delay. Each month is computed with the values of its first day.
 *
 * @law Social Security Act, arts. 28, 30, 35, 39; act on employers' penalties of 1373; domain brief §3.11, §3.24;
 * PREMIUM_INSURED, PREMIUM_EMPLOYER, PREMIUM_UNEMPLOYMENT, PREMIUM_HARD_JOB, WAGE_CEILING_FACTOR, MIN_DAILY_WAGE,
 * LATE_LIST_PENALTY, LATE_PAYMENT_PENALTY_MONTH, PREMIUM_DUE_MONTHS
 */
export function premiumSchedule(
  question: PremiumQuestion,
  parameters: readonly Parameter[],
): PremiumSchedule {
  const months: PremiumMonth[] = []
  const missing: Because<'parameter-missing'>[] = []
  let rates: Figure[] = []
  for (let serial = monthSerial(question.from); serial <= monthSerial(question.to); serial++) {
    const first = firstDayAt(serial)
    if (first === undefined) throw new RangeError('month out of the calendar')
    const dated = new RuleParameters(parameters, first)
    const law = lawOf(dated)
    if (law) {
      months.push(monthOf(serial, question, law))
      rates = ratesOf(law)
    } else missing.push(...dated.missing)
  }
  return { months, totals: sumOf(SUMS, months), rates, missing }
}
