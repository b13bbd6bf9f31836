import type { TableRow } from '#core/parameters/parameters.model.ts'

/** What the seventh plan asks of one person beyond the record of art. 76. */
export interface SeventhPlanDemand {
  /** Months that the table gives, to two decimals; 0 for who is exempt. */
  readonly extraMonths: number
  /** Years of record that are required with them, to two decimals, never above the greatest record. */
  readonly requiredYears: number
  /** The same in whole days; a day that is begun is required. */
  readonly requiredDays: number
}

const MONTHS_OF_YEAR = 12

/**
 * The record that the seventh plan requires. The table says, by whole years of record at the effect date (an exact
 * year belongs to its upper step), how many months each year left to the required record brings; parts of a year
 * count.
 *
 * @law seventh development plan, retirement; domain brief §3.19
 * @param daysBefore counted days of record at the effect date
 */
export function seventhPlanDemand(
  daysBefore: number,
  table: readonly TableRow[],
  years: { readonly required: number; readonly greatest: number; readonly yearDays: number },
): SeventhPlanDemand {
  const requiredDays = years.required * years.yearDays
  const left = Math.max(0, requiredDays - daysBefore)
  const rate = table.find(({ from }) => daysBefore >= from * years.yearDays)?.value ?? 0
  const most = Math.max(0, years.greatest - years.required)
  const months = Math.min((rate * left) / years.yearDays, most * MONTHS_OF_YEAR)
  const days = Math.min(Math.ceil((rate * left) / MONTHS_OF_YEAR), most * years.yearDays)
  return {
    extraMonths: twoDecimals(months),
    requiredYears: twoDecimals(years.required + months / MONTHS_OF_YEAR),
    requiredDays: requiredDays + days,
  }
}

function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100
}
