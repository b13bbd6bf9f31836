import { Refusal } from '#core/kernel/refusal.ts'
import type { OfficialPaper } from './official-paper.ts'
import { withoutEnd } from './paper-validity.rules.ts'

export const recordCertificatePaper: OfficialPaper<'record-certificate'> = {
  kind: 'record-certificate',
  digit: '7',
  part: 'RECORDS',
  presence: null,
  validUntil: withoutEnd,
  state: () => Promise.reject(new Refusal('unavailable', { what: 'paper' })),
  figureNames: [],
  figures: () => [],
}
