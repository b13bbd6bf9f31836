import { dayOfJalali, monthLength, type Day } from '#core/kernel/day.ts'
import { addRial, roundedRial } from '#core/kernel/rial.ts'
import type { PaymentType, PaySlipSummary, PensionFile } from './pension.model.ts'
import type { SlipMonth, SlipMonthState, SlipSum, SlipYear } from './slip-year.model.ts'

/** The file whose year is looked at, and the day on which it is. */
export interface YearSetting {
  readonly file: Pick<PensionFile, 'pensionNumber' | 'establishedOn' | 'endedOn'>
  readonly year: number
  readonly today: Day
}

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)
const TYPES: readonly PaymentType[] = ['MONTHLY', 'EID_BONUS', 'ARREARS']

/**
 * The twelve months of a year: several slips of a month are summed and counted, a month without one is told as such.
 * Slips of other years and files are left out; their order makes no difference.
 *
 * @law domain brief §3.14
 */
export function slipYear(slips: readonly PaySlipSummary[], setting: YearSetting): SlipYear {
  const { file, year } = setting
  const own = slips.filter(
    (slip) => slip.pensionNumber === file.pensionNumber && slip.year === year,
  )
  const months = MONTHS.map((month) =>
    monthOf(
      own.filter((slip) => slip.month === month),
      month,
      setting,
    ),
  )
  const ofType = (type: PaymentType) => sumOf(own.filter((slip) => slip.paymentType === type))
  const monthly = ofType('MONTHLY')
  const paidMonths = months.filter(({ state }) => state === 'PAID').length
  return {
    pensionNumber: file.pensionNumber,
    year,
    months,
    monthly,
    eid: ofType('EID_BONUS'),
    arrears: ofType('ARREARS'),
    whole: sumOf(own),
    paidMonths,
    average: paidMonths === 0 ? null : roundedRial(BigInt(monthly.net), BigInt(paidMonths)),
  }
}

function monthOf(slips: readonly PaySlipSummary[], month: number, setting: YearSetting): SlipMonth {
  const [monthly = [], eid = [], arrears = []] = TYPES.map((type) =>
    slips.filter((slip) => slip.paymentType === type).toSorted((a, b) => a.seq - b.seq),
  )
  return {
    month,
    state: monthly.length > 0 ? 'PAID' : unpaidState(month, setting),
    slipNumbers: [...monthly, ...eid, ...arrears].map(({ slipNumber }) => slipNumber),
    monthly: sumOf(monthly),
    eid: sumOf(eid),
    arrears: sumOf(arrears),
    notices: [...new Set(slips.flatMap(({ notices }) => notices))].toSorted(),
  }
}

/** Pensions are paid in the last third of a month: one that is not over is not missed. */
function unpaidState(month: number, { file, year, today }: YearSetting): SlipMonthState {
  const first = dayOfJalali(year, month, 1)
  const last = dayOfJalali(year, month, monthLength(year, month))
  if (first === undefined || last === undefined) return 'OUTSIDE'
  if (last < file.establishedOn || (file.endedOn !== null && first > file.endedOn)) return 'OUTSIDE'
  return last >= today ? 'NOT_YET' : 'MISSING'
}

function sumOf(slips: readonly PaySlipSummary[]): SlipSum {
  return {
    slips: slips.length,
    payments: addRial(...slips.map((slip) => slip.totalPayments)),
    deductions: addRial(...slips.map((slip) => slip.totalDeductions)),
    loans: addRial(...slips.map((slip) => slip.totalLoans)),
    net: addRial(...slips.map((slip) => slip.net)),
  }
}
