import type { Insured } from '#core/insured/insured.ports.ts'
import type { Dependant } from '#core/insured/insured.model.ts'
import { isFinal } from '#core/requests/lifecycle.rules.ts'
import type { FiledForm, Requests } from '#core/requests/requests.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { isPresent } from './dependant-add.rules.ts'
import { dependantWord, presentDependants } from './dependant-end.rules.ts'
import {
  DependantAddForm,
  DependantEndForm,
  type DependantRequest,
} from './dependant-requests.model.ts'

interface Needs extends VisitNeeds {
  readonly insured: Pick<Insured, 'listDependants'>
  readonly requests: Pick<Requests, 'listForms'>
}

/**
 * What was asked here about the dependants of the open file and is not to be seen among them yet: under review, or
 * approved after the centre's data was frozen.
 */
export async function readDependantRequests(
  visitId: string,
  needs: Needs,
): Promise<DependantRequest[]> {
  const { citizenId } = await openVisit(needs, visitId, 'RECORDS')
  const dependants = await needs.insured.listDependants(citizenId)
  const present = presentDependants(dependants, needs.today())
  const forms = await needs.requests.listForms(citizenId)
  return forms
    .filter(({ status }) => status === '18' || !isFinal(status))
    .flatMap((filed) => ofAdd(filed, dependants) ?? ofEnd(filed, present) ?? [])
}

function ofAdd(
  { form, ...request }: FiledForm,
  dependants: readonly Dependant[],
): DependantRequest | undefined {
  if (request.kind !== 'DEPENDANT_ADD') return undefined
  const { personId, fullName, relation } = DependantAddForm.parse(form)
  const isThere = (one: Dependant) => one.personId === personId && isPresent(one, request.filedOn)
  if (dependants.some(isThere)) return undefined
  return { ...request, kind: request.kind, personId, fullName, relation }
}

function ofEnd(
  { form, ...request }: FiledForm,
  present: readonly Dependant[],
): DependantRequest | undefined {
  if (request.kind !== 'DEPENDANT_END') return undefined
  const { dependant } = DependantEndForm.parse(form)
  const who = present.find((one) => dependantWord(one) === dependant)
  if (!who) return undefined
  const { personId, fullName, relation } = who
  return { ...request, kind: request.kind, personId, fullName, relation }
}
