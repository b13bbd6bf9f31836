import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Assignment } from '#core/requests/worklist.model.ts'
import { t } from '../locales/texts.ts'

/** What was left and why, the reasons with their numbers. */
export function leftText({ left }: Assignment): string {
  const counts = new Map<Assignment['left'][number]['because'], number>()
  for (const { because } of left) counts.set(because, (counts.get(because) ?? 0) + 1)
  return [...counts]
    .map(([because, n]) => `${toPersianDigits(n)} × ${t(`worklist.bar.${because}`)}`)
    .join('؛ ')
}
