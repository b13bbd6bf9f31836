import { formatJalali, isDay } from '#core/kernel/day.ts'
import type { Reason } from '#core/kernel/decision.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { firstText, hasText, t } from '../locales/texts.ts'

/** Numbers of decrees run from left to right inside the sentence. */
const apart = (text: string) => `\u2066${toPersianDigits(text)}\u2069`

function shown(name: string, value: string | number): string {
  if (name === 'amount') return formatRial(rial(Number(value)))
  if (name === 'share') return toPersianDigits(Number(value) / 100).replace('.', '٫')
  if (typeof value === 'number') return toPersianDigits(value)
  if (name === 'decree') return apart(value)
  if (isDay(value)) return toPersianDigits(formatJalali(value))
  for (const label of ['decreeKind', 'paymentType']) {
    const key = `enums.${label}.${value}`
    if (hasText(key)) return t(key)
  }
  return value
}

/** Why two slips differ, as a sentence. Without the number of instalments left, a loan says so. */
export function slipReasonText({ code, values }: Reason): string {
  const isOpen = code.startsWith('loan-') && values['remaining'] === undefined
  const told = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, shown(name, value)]),
  )
  return firstText(
    [
      ...(isOpen ? [`slips.reason.${code}-open`] : []),
      `slips.reason.${code}`,
      'slips.cause.unknown',
    ],
    told,
  )
}
