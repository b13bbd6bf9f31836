import type { Day } from '#core/kernel/day.ts'
import { FilePart } from '#core/visits/visit.model.ts'

/** A power as it is being typed. */
export interface PowerDraft {
  holderName: string
  holderId: string
  number: string
  issuer: string
  issuedOn: Day | null
  expiresOn: Day | null
  scope: FilePart[]
}

/** Parts that a paper opens only when it names them: the clerk ticks them himself. */
const NAMED_ONLY: readonly FilePart[] = ['ACCOUNT', 'HEALTH']

/** Nothing typed yet; the usual parts are ticked. */
export function emptyPower(): PowerDraft {
  return {
    ...{ holderName: '', holderId: '', number: '', issuer: '', issuedOn: null, expiresOn: null },
    scope: FilePart.options.filter((part) => !NAMED_ONLY.includes(part)),
  }
}
