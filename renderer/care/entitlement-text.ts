import type { PersonEntitlement } from '#core/care/entitlement.model.ts'
import { formatJalali, isDay, type Day } from '#core/kernel/day.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import { t } from '../locales/texts.ts'

type Verdict = PersonEntitlement['verdict']

export const STATE_TONES = { COVERED: 'ok', NOT_COVERED: 'error', PENDING: 'warning' } as const

/** A day as screens write it. */
export const jalaliText = (day: Day): string => toPersianDigits(formatJalali(day))

/** How long a yes holds; a dash where there is none. */
export function untilText({ state, until, ground }: Verdict): string {
  if (state !== 'COVERED') return '—'
  if (until !== null) return jalaliText(until)
  return ground === null ? t('care.openEnd') : t(`insured.dependants.ground.${ground}`)
}

/** The reason that weighs most, or what a yes still asks for; all of it stands in the detail. */
export function whyText(
  { decision, checks, differs }: Verdict,
  reasonText: (reason: Decision['because'][number]) => string,
): string {
  const [reason] = decision.because
  const [check] = checks
  if (reason) return shortly(reason) ?? reasonText(reason)
  if (differs === 'STATE') return t('care.lawSaysNo')
  if (check) return t('insured.dependants.needs', { what: t(`insured.dependants.checks.${check}`) })
  return ''
}

/** The centre's own word for a refusal, short enough for a cell; undefined where it gave none. */
function shortly({ code, values }: Decision['because'][number]): string | undefined {
  const { reason, day } = values
  if (code !== 'coverage-not-covered' || typeof day !== 'string' || !isDay(day)) return undefined
  return reason ? t('care.whyShort', { reason, day: jalaliText(day) }) : undefined
}

/** What the centre has stated of a span, in a line. */
export function spanText({ state, from, to, reason }: PersonEntitlement['spans'][number]): string {
  const days = { state: t(`care.stateOf.${state}`), from: jalaliText(from) }
  const text =
    to === null ? t('care.openSpanText', days) : t('care.spanText', { ...days, to: jalaliText(to) })
  return reason === null ? text : `${text} (${reason})`
}
