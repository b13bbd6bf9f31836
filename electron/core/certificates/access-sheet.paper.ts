import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficialPaper } from './official-paper.ts'
import { withoutEnd } from './paper-validity.rules.ts'

export const accessSheetPaper: OfficialPaper<'access-sheet'> = {
  kind: 'access-sheet',
  digit: '9',
  part: null,
  presence: null,
  validUntil: withoutEnd,
  state: () => Promise.reject(new Refusal('unavailable', { what: 'paper' })),
  figureNames: [],
  figures: () => [],
}
