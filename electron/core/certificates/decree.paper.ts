import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficialPaper } from './official-paper.ts'
import { withoutEnd } from './paper-validity.rules.ts'

export const decreePaper: OfficialPaper<'decree'> = {
  kind: 'decree',
  digit: '5',
  part: 'PENSION',
  presence: null,
  validUntil: withoutEnd,
  state: () => Promise.reject(new Refusal('unavailable', { what: 'paper' })),
  figureNames: [],
  figures: () => [],
}
