import { durationParts } from '#core/reports/report.rules.ts'
import { t } from '../locales/texts.ts'

/** A duration in words; a dash where there is none. */
export function durationText(minutes: number | undefined): string {
  if (minutes === undefined) return '—'
  const [a, b] = durationParts(minutes).map(([part, n]) => t(`reports.part.${part}`, { n }))
  return b === undefined ? (a ?? '—') : t('reports.and', { a: a ?? '', b })
}
