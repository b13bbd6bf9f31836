import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import { judgeDependant } from '#core/insured/dependants.rules.ts'
import type { Dependant } from '#core/insured/insured.model.ts'
import type { Insured } from '#core/insured/insured.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { Coverage, DependantSpan } from './care.ports.ts'
import type { CoverageSpan, FamilyEntitlement, PersonEntitlement } from './entitlement.model.ts'
import { coverageOn, judgeEntitlement, type LawOnDay } from './entitlement.rules.ts'

type Identity = CitizenFacts['identity']

/** Everything that the answer for a family rests on. */
export interface FamilyFacts {
  readonly identity: Pick<
    Identity,
    'personId' | 'firstName' | 'lastName' | 'birthDate' | 'deathDate'
  >
  readonly spans: readonly CoverageSpan[]
  readonly dependants: readonly Dependant[]
  readonly dependantSpans: readonly DependantSpan[]
  readonly hasNumber: boolean
  readonly isKnown: boolean
  readonly asOf: Day | null
  readonly parameters: readonly Parameter[]
}

/** Reads what the answer for a citizen and his dependants rests on. */
export async function familyFacts(
  citizenId: number,
  identity: FamilyFacts['identity'],
  parameters: readonly Parameter[],
  { care, insured }: { readonly care: Coverage; readonly insured: Insured },
): Promise<FamilyFacts> {
  return {
    ...{ identity, parameters },
    spans: await care.listCoverage(citizenId),
    dependants: await insured.listDependants(citizenId),
    dependantSpans: await care.listDependantCoverage(citizenId),
    hasNumber: (await insured.listProfiles(citizenId)).length > 0,
    isKnown: await care.isWithinData(citizenId),
    asOf: (await insured.findDataDay()) ?? null,
  }
}

/** The answer for the citizen himself and for everybody registered as his dependant, on one day. */
export function familyEntitlement(facts: FamilyFacts, on: Day): FamilyEntitlement {
  const { identity, spans, hasNumber, isKnown, asOf, dependants } = facts
  const { personId, firstName, lastName, birthDate, deathDate } = identity
  const verdict = judgeEntitlement({
    ...{ relation: 'SELF', deathDate, spans, hasNumber, isKnown, on },
    ...{ law: null, insured: null, elsewhere: false },
  })
  const persons = [...new Set(dependants.map((one) => one.personId))]
  return {
    on,
    asOf,
    person: { personId, fullName: `${firstName} ${lastName}`, birthDate, verdict, spans },
    dependants: persons.flatMap((id) => ofDependant(id, facts, on) ?? []),
  }
}

/** One person may be registered under several numbers of the insured: the registration that covers him counts. */
function ofDependant(personId: string, facts: FamilyFacts, on: Day): PersonEntitlement | undefined {
  const registered = facts.dependants.filter((one) => one.personId === personId)
  const laws = registered.map((dependant) => ({ dependant, law: lawOn(dependant, facts, on) }))
  const best = laws.find(({ law }) => law.decision.entitled) ?? laws[0]
  if (!best) return undefined
  const { dependant, law } = best
  const all = facts.dependantSpans.filter((span) => span.personId === personId)
  const spans = all.filter(({ own }) => own).map(spanOf)
  const others = all.filter(({ own }) => !own)
  const { insuranceNumber, fullName, birthDate, deathDate, relation } = dependant
  const verdict = judgeEntitlement({
    ...{ relation, deathDate, spans, on },
    law: spans.length > 0 && !mayCompare(law, facts, on) ? null : law,
    insured: coverageOn(
      facts.spans.filter((span) => span.insuranceNumber === insuranceNumber),
      on,
    ),
    ...{ hasNumber: true, isKnown: true },
    elsewhere: coverageOn(others, on).state === 'COVERED',
  })
  return { personId, fullName, birthDate, verdict, spans }
}

/** What the registry tells as it stands now, without the day on which it became so. */
const PRESENT_STATE: readonly string[] = ['daughter-married', 'spouse-divorced']

/**
 * Whether rows of the centre may be held against the law. The pension of survivors covers them on other grounds; and
 * who is married now may not have been on a day that is past: then the rows alone speak.
 */
function mayCompare({ decision }: LawOnDay, { identity, asOf }: FamilyFacts, on: Day): boolean {
  if (identity.deathDate !== null && identity.deathDate <= on) return false
  const isPast = asOf !== null && on < asOf
  const { entitled, because } = decision
  return entitled || !isPast || because.some(({ code }) => !PRESENT_STATE.includes(code))
}

function lawOn(dependant: Dependant, { identity, parameters }: FamilyFacts, on: Day): LawOnDay {
  const { insuranceNumber } = dependant
  const verdict = judgeDependant({
    ...{ dependant, insuredDeathDate: identity.deathDate, parameters, on },
  })
  return { ...verdict, insuranceNumber }
}

function spanOf({ insuranceNumber, relation, from, to, state, reason }: DependantSpan) {
  return { insuranceNumber, relation, from, to, state, reason }
}
