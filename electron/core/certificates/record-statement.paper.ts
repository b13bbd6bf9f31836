import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficialPaper } from './official-paper.ts'
import { withoutEnd } from './paper-validity.rules.ts'

export const recordStatementPaper: OfficialPaper<'record-statement'> = {
  kind: 'record-statement',
  digit: '6',
  part: 'RECORDS',
  presence: null,
  validUntil: withoutEnd,
  state: () => Promise.reject(new Refusal('unavailable', { what: 'paper' })),
  figureNames: [],
  figures: () => [],
}
