import { careerOf, type Career } from '#core/pensions/career.rules.ts'
import { addDays, addJalaliYears, parseJalali, Day } from '#core/kernel/day.ts'
import { contributions, showcaseContributions } from './contributions.ts'

/** When the seventh plan took effect, as the extract has it. */
export const planEffect = Day.parse(parseJalali('1403/05/01'))

/** Pay of the careers that are written as a number of days: 240,000,000 rial a month. */
const AVERAGE = 240_000_000

const SUMMED = /^=(\d+)(?: late=(\d+))?$/
const SHOWCASE = /^#(\d+)(?:\+(\d+))?$/

/**
 * A career written `=7300` (that many days up to the day, `late=` so many of them since the seventh plan; without it
 * all of them before), `#90000128` (a showcase person, `+183` with so many days more) or as records.
 */
export function career(written: string, today: Day): Career {
  const summed = SUMMED.exec(written)
  if (summed) return summedCareer(Number(summed[1]), Number(summed[2] ?? 0), today)
  const [, number, more] = SHOWCASE.exec(written) ?? []
  if (number === undefined) return careerOf(contributions(written), 24, planEffect)
  const recorded = careerOf(showcaseContributions(number), 24, planEffect)
  return more === undefined ? recorded : { ...recorded, days: recorded.days + Number(more) }
}

/** A career of so many days that ends today, paid 240,000,000 a month. */
export function summedCareer(days: number, sincePlan: number, today: Day): Career {
  return {
    days,
    creditedDays: 0,
    daysBeforePlan: Math.max(0, days - sincePlan),
    lastPay: 24 * AVERAGE,
    lastPaidMonths: 24,
    lastYearPay: 12 * AVERAGE,
    lastFrom: addJalaliYears(today, -2),
    endsOn: addDays(today, 0),
  }
}
