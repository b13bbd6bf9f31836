import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import { judgeDependant, type DependantReason } from '#core/insured/dependants.rules.ts'
import type { Dependant, DependantRelation, InsuredProfile } from '#core/insured/insured.model.ts'
import type { DependantCover } from '#core/insured/insured.ports.ts'
import type { Day } from '#core/kernel/day.ts'
import type { Because, Decision } from '#core/kernel/decision.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'

/** What the data knows of somebody who is not the citizen of the visit. */
export interface KnownPerson {
  readonly identity: CitizenFacts['identity']
  readonly profiles: readonly InsuredProfile[]
  /** Where he is or was a dependant. */
  readonly covers: readonly DependantCover[]
}

/** Who is to become a dependant of whom. */
export interface AddCase {
  readonly insured: CitizenFacts['identity']
  readonly relation: DependantRelation
  readonly birthDate: Day
  readonly maritalStatus: CitizenFacts['identity']['maritalStatus'] | null
  readonly studying: boolean
  readonly disabled: boolean
  /** Null where the data does not know him, or no ID was typed yet. */
  readonly known: KnownPerson | null
  /** The dependants of the insured person, ended ones too. */
  readonly dependants: readonly Dependant[]
  readonly parameters: readonly Parameter[]
  readonly today: Day
}

export type AddReason =
  | DependantReason
  | 'no-insurance-number'
  | 'dependant-already-here'
  | 'dependant-of-another'
  | 'dependant-other-sex'
  | 'husband-already'
  | 'parent-already'
  | 'child-not-younger'
  | 'parent-not-older'
  | 'daughter-working'

/** Insurance that is no job: a student may stay the dependant of a parent. */
const NO_JOB: readonly InsuredProfile['insuranceType'][] = ['STUDENT']

/** Whether a dependant, or where somebody is one, still is on a day. */
export function isPresent({ toDate }: { readonly toDate: Day | null }, today: Day): boolean {
  return toDate === null || toDate >= today
}

/** The sex that a relation to an insured person has. */
export function sexOf(
  relation: DependantRelation,
  insured: Pick<CitizenFacts['identity'], 'sex'>,
): 'M' | 'F' {
  if (relation === 'SPOUSE') return insured.sex === 'M' ? 'F' : 'M'
  return relation === 'SON' || relation === 'FATHER' ? 'M' : 'F'
}

/**
 * Whether somebody may be added to the dependants from today: the conditions of his relation as `judgeDependant` has
 * them, and what only the adding asks: not here or elsewhere a dependant already, of the relation's sex, of an age
 * that fits, no second husband, father or mother, and for a daughter no insurance of her own from a job.
 *
 * @law Social Security Act, art. 58; domain brief §3.16, §3.22
 */
export function decideDependantAdd(asked: AddCase): Decision<AddReason> {
  const { birthDate, disabled, insured, known, relation, studying, today } = asked
  const { decision } = judgeDependant({
    dependant: {
      ...{ relation, birthDate, studying, disabled },
      sex: sexOf(relation, insured),
      deathDate: known?.identity.deathDate ?? null,
      maritalStatus: maritalStatusOf(asked),
      fromDate: today,
      toDate: null,
      endReason: null,
    },
    insuredDeathDate: insured.deathDate,
    parameters: asked.parameters,
    on: today,
  })
  const because = [...judgePlace(asked), ...judgeKin(asked), ...decision.because]
  return { ...decision, because, entitled: because.length === 0 }
}

/** The registry's word goes before what was typed; a spouse is married unless the registry knows of a divorce. */
function maritalStatusOf({ known, maritalStatus, relation }: AddCase) {
  const typed = maritalStatus ?? (relation === 'SPOUSE' ? 'MARRIED' : 'SINGLE')
  return known?.identity.maritalStatus ?? typed
}

type Found = readonly Because<AddReason>[]

/** What stands against it where the person is already. */
function judgePlace({ dependants, insured, known, relation, today }: AddCase): Found {
  if (!known) return []
  const here = dependants.find(
    (one) => one.personId === known.identity.personId && isPresent(one, today),
  )
  if (here) return [{ code: 'dependant-already-here', values: { day: here.fromDate } }]
  const elsewhere = known.covers.find(
    (cover) => cover.insuredCitizenId !== insured.citizenId && isPresent(cover, today),
  )
  if (elsewhere) return [{ code: 'dependant-of-another', values: { day: elsewhere.fromDate } }]
  const works = known.profiles.some(
    ({ insuranceType, status }) => status === 'ACTIVE' && !NO_JOB.includes(insuranceType),
  )
  return relation === 'DAUGHTER' && works ? [{ code: 'daughter-working', values: {} }] : []
}

/** Whether the relation can be at all. */
function judgeKin(asked: AddCase): Found {
  const { birthDate, dependants, insured, known, relation, today } = asked
  const because: Because<AddReason>[] = []
  const refuse = (code: AddReason, values: Because['values'] = {}) => because.push({ code, values })
  if (known && known.identity.sex !== sexOf(relation, insured))
    refuse('dependant-other-sex', { relation, sex: known.identity.sex })
  const others = dependants.filter(
    (one) =>
      one.relation === relation &&
      one.deathDate === null &&
      isPresent(one, today) &&
      one.personId !== known?.identity.personId,
  )
  if (others.length > 0 && relation === 'SPOUSE' && insured.sex === 'F') refuse('husband-already')
  if (others.length > 0 && (relation === 'FATHER' || relation === 'MOTHER'))
    refuse('parent-already', { relation })
  const isChild = relation === 'SON' || relation === 'DAUGHTER'
  if (isChild && birthDate <= insured.birthDate) refuse('child-not-younger')
  if ((relation === 'FATHER' || relation === 'MOTHER') && birthDate >= insured.birthDate)
    refuse('parent-not-older')
  return because
}
