import type { Dependant, DependantRelation } from '#core/insured/insured.model.ts'
import type { Day } from '#core/kernel/day.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import { isPresent } from './dependant-add.rules.ts'
import type { DependantEndForm, DependantEndReason } from './dependant-requests.model.ts'

/** A dependant in a form: his insurance number and his own ID. */
export function dependantWord(dependant: Pick<Dependant, 'insuranceNumber' | 'personId'>): string {
  return `${dependant.insuranceNumber}/${dependant.personId}`
}

/** Those whose dependency may be ended. */
export function presentDependants(
  dependants: readonly Dependant[],
  today: Day,
): readonly Dependant[] {
  return dependants.filter((one) => isPresent(one, today))
}

/** Reasons that are open to some relations only. */
const RELATIONS_OF: Partial<Record<DependantEndReason, readonly DependantRelation[]>> = {
  DIVORCE: ['SPOUSE'],
  MARRIAGE: ['SON', 'DAUGHTER', 'MOTHER'],
}

/** What shows that a dependency has ended. */
const PAPER_OF: Readonly<Record<DependantEndReason, RequestPaper>> = {
  DIVORCE: 'DIVORCE_DEED',
  MARRIAGE: 'MARRIAGE_DEED',
  WORK: 'EMPLOYMENT_PROOF',
  DEATH: 'DEATH_CERTIFICATE',
  NOT_MAINTAINED: 'REQUEST_FORM',
  OTHER_COVER: 'REQUEST_FORM',
}

/** The paper by which an end is shown. */
export function paperOfEnd(reason: DependantEndReason): RequestPaper {
  return PAPER_OF[reason]
}

/** What an end has wrong beside its fields; `fault` is a code of `refusals.fault`. */
export function endFaults(
  { dependant, endedOn, reason }: DependantEndForm,
  dependants: readonly Dependant[],
  today: Day,
): readonly { readonly field: 'dependant' | 'reason' | 'endedOn'; readonly fault: string }[] {
  const chosen = presentDependants(dependants, today).find(
    (one) => dependantWord(one) === dependant,
  )
  if (!chosen) return [{ field: 'dependant', fault: 'not-offered' }]
  const relations = RELATIONS_OF[reason]
  if (relations && !relations.includes(chosen.relation))
    return [{ field: 'reason', fault: 'not-of-relation' }]
  if (endedOn > today) return [{ field: 'endedOn', fault: 'future' }]
  return endedOn < chosen.fromDate ? [{ field: 'endedOn', fault: 'before-cover' }] : []
}
