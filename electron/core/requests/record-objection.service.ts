import { RecordObjectionForm } from '#core/insured/record-objection.model.ts'
import { decideRecordObjection, objectionFaults } from '#core/insured/record-objection.rules.ts'
import type { CitizenService } from './citizen-service.ts'
import {
  evidence,
  evidenceFaults,
  lineFaults,
  recordClaimant,
  referenceChoices,
  referenceFaults,
  referenceOf,
  referenceOffered,
} from './record-claims.rules.ts'

/** اعتراض به سوابق موجود. @law Social Security Act, arts. 36, 39, 40, 47, 101 */
export const recordObjectionService: CitizenService<
  'RECORD_OBJECTION',
  typeof RecordObjectionForm
> = {
  kind: 'RECORD_OBJECTION',
  role: 'INSURED',
  part: null,
  paysToAccount: false,
  form: RecordObjectionForm,
  alsoBlockedBy: ['RECORD_MISSING'],

  judge: ({ lines }, facts) =>
    decideRecordObjection({ ...recordClaimant(facts), rows: facts.rows, lines: lines ?? [] }),

  papers: evidence,
  prefill: (facts) => referenceOffered('RECORD_OBJECTION', facts),
  choices: (facts) => ({ referenceCode: referenceChoices('RECORD_OBJECTION', facts) }),
  referenceOf,

  faults: (form, facts) => [
    ...lineFaults(objectionFaults(form.lines, facts)),
    ...evidenceFaults(form.papers),
    ...referenceFaults('RECORD_OBJECTION', form, facts),
  ],
}
