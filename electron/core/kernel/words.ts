import type { Rial } from './rial.ts'

const BELOW_TWENTY: readonly string[] = [
  'صفر',
  'یک',
  'دو',
  'سه',
  'چهار',
  'پنج',
  'شش',
  'هفت',
  'هشت',
  'نه',
  'ده',
  'یازده',
  'دوازده',
  'سیزده',
  'چهارده',
  'پانزده',
  'شانزده',
  'هفده',
  'هجده',
  'نوزده',
]
const TENS: readonly string[] = [
  '',
  '',
  'بیست',
  'سی',
  'چهل',
  'پنجاه',
  'شصت',
  'هفتاد',
  'هشتاد',
  'نود',
]
const HUNDREDS: readonly string[] = [
  '',
  'یکصد',
  'دویست',
  'سیصد',
  'چهارصد',
  'پانصد',
  'ششصد',
  'هفتصد',
  'هشتصد',
  'نهصد',
]
const SCALES: readonly string[] = ['', 'هزار', 'میلیون', 'میلیارد', 'تریلیون', 'کوادریلیون']

/** Words of 1 to 999. */
function groupInWords(n: number): string {
  const words: string[] = []
  const rest = n % 100
  if (n >= 100) words.push(HUNDREDS[Math.floor(n / 100)] ?? '')
  if (rest >= 20) {
    words.push(TENS[Math.floor(rest / 10)] ?? '')
    if (rest % 10 > 0) words.push(BELOW_TWENTY[rest % 10] ?? '')
  } else if (rest > 0) words.push(BELOW_TWENTY[rest] ?? '')
  return words.join(' و ')
}

/**
 * A whole number in Persian words as on official papers (domain brief §2.7): «یکصد», «یک هزار», groups joined
 * by « و ». Throws for a fraction or beyond 2^53 - 1.
 */
export function numberInWords(n: number): string {
  if (!Number.isSafeInteger(n)) throw new RangeError('not a whole number')
  if (n === 0) return 'صفر'
  if (n < 0) return `منفی ${numberInWords(-n)}`
  const groups: string[] = []
  for (let rest = n, scale = 0; rest > 0; rest = Math.floor(rest / 1000), scale++) {
    const group = rest % 1000
    if (group > 0) groups.unshift(`${groupInWords(group)} ${SCALES[scale] ?? ''}`.trim())
  }
  return groups.join(' و ')
}

/** An amount in words with its unit: «… ریال». */
export function rialInWords(amount: Rial): string {
  return `${numberInWords(amount)} ریال`
}
