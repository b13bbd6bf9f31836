import { formatJalali, isDay } from '#core/kernel/day.ts'
import type { DecisionOption, Figure, Reason } from '#core/kernel/decision.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { formatRial, rial } from '#core/kernel/rial.ts'
import { firstText, hasText, t } from '../locales/texts.ts'

/** Why a rule said no, in the words of its code with the figures it counted. */
export function reasonText({ code, values }: Reason): string {
  const words: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) words[name] = valueOf(name, value)
  return firstText([`rules.reason.${code}`, 'rules.reason.other'], { ...words, code })
}

function valueOf(name: string, value: string | number): string | number {
  if (typeof value === 'number') return numberText(value)
  if (isDay(value)) return toPersianDigits(formatJalali(value))
  const key = `${name === 'parameter' ? 'rules.parameter' : 'enums.' + name}.${value}`
  if (hasText(key)) return t(key)
  if (value === '') return t('rules.none')
  return /^\d+$/.test(value) ? toPersianDigits(value) : value
}

/** In Persian digits, with the Persian decimal sign. */
function numberText(value: number): string {
  return toPersianDigits(value).replace('.', '٫')
}

/** The name of a counted figure; those of a row, as instalments, are called by their number. */
export function figureLabel({ code }: Figure): string {
  const key = `rules.figure.${code}`
  if (hasText(key)) return t(key)
  const [, row = '', n = ''] = /^(.+)-(\d+)$/.exec(code) ?? []
  const rowKey = `rules.figure.${row}`
  return hasText(rowKey) ? t(rowKey, { n: toPersianDigits(n) }) : code
}

/** A counted figure with its unit, in Persian digits. */
export function figureText({ unit, value }: Figure): string {
  if (unit === 'DATE') {
    const text = String(value)
    return toPersianDigits(isDay(text) ? formatJalali(text) : text)
  }
  if (unit === 'RIAL' && typeof value === 'number')
    return t('ui.amount', { amount: formatRial(rial(value)) })
  if (unit === 'BP') return t('rules.unit.BP', { n: numberText(Number(value) / 100) })
  if (unit === 'SPAN') {
    const [years = 0, months = 0, days = 0] = String(value).split('/').map(Number)
    return t('ui.span', { years, months, days })
  }
  const n = typeof value === 'number' ? numberText(value) : toPersianDigits(value)
  return t(`rules.unit.${unit}`, { n })
}

/** Where a rule is written, as clerks cite it. */
export function articleText(article: string): string {
  const key = `rules.article.${article}`
  return hasText(key) ? t(key) : article
}

/** The name of one of several ways to a right. */
export function optionText({ code }: DecisionOption): string {
  const key = `rules.option.${code}`
  return hasText(key) ? t(key) : code
}
