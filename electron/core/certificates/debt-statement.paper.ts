import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficialPaper } from './official-paper.ts'
import { withoutEnd } from './paper-validity.rules.ts'

export const debtStatementPaper: OfficialPaper<'debt-statement'> = {
  kind: 'debt-statement',
  digit: '8',
  part: 'EMPLOYER',
  presence: null,
  validUntil: withoutEnd,
  state: () => Promise.reject(new Refusal('unavailable', { what: 'paper' })),
  figureNames: [],
  figures: () => [],
}
