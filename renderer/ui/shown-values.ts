import { formatJalali, isDay } from '#core/kernel/day.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { hasText, t } from '../locales/texts.ts'

/** Values whose words are labels of an enumeration, by the name under which they come. */
const LABELS: Readonly<Record<string, string>> = {
  part: 'filePart',
  status: 'pensionStatus',
  requestStatus: 'requestStatus',
  notice: 'slipNotice',
  insuranceType: 'insuranceType',
  paper: 'requestPaper',
  deliveryFault: 'deliveryFault',
}

/** Numbers that are amounts in rial, by the name under which they come. */
const AMOUNTS: readonly string[] = ['amount', 'ceiling', 'used', 'room', 'least']

function shown(name: string, value: string | number): string {
  if (typeof value === 'number')
    return AMOUNTS.includes(name) ? formatRial(rial(value)) : toPersianDigits(value)
  if (/^\d+$/.test(value)) return toPersianDigits(value)
  if (isDay(value)) return toPersianDigits(formatJalali(value))
  const key = `enums.${LABELS[name] ?? ''}.${value}`
  return hasText(key) ? t(key) : value
}

/** Values of a refusal or an alert as people read them: days in Jalali, amounts grouped, codes in words. */
export function shownValues(
  values: Readonly<Record<string, string | number>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shown(name, value)]),
  )
}
