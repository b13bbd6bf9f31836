import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficialPaper } from './official-paper.ts'
import { withoutEnd } from './paper-validity.rules.ts'

export const deductionCertificatePaper: OfficialPaper<'deduction-certificate'> = {
  kind: 'deduction-certificate',
  digit: '4',
  part: 'PENSION',
  presence: null,
  validUntil: withoutEnd,
  state: () => Promise.reject(new Refusal('unavailable', { what: 'paper' })),
  figureNames: [],
  figures: () => [],
}
