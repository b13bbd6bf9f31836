import type { MaritalStatus, Sex } from '#core/citizens/citizen.model.ts'
import type { ContributionRow, RecordType } from '#core/insured/contribution.model.ts'
import { judgeDependant, type DependantReason } from '#core/insured/dependants.rules.ts'
import type { DependantVerdict } from '#core/insured/dependant.model.ts'
import { firstDayAt, monthSerial } from '#core/insured/month-serial.rules.ts'
import { daysWithin } from '#core/insured/record-window.rules.ts'
import { addDays, addJalaliMonths, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { Because, Decision, Figure } from '#core/kernel/decision.ts'
import { cited, figure, RuleParameters } from '#core/parameters/figures.rules.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { z } from 'zod'
import type { PensionFile } from './pension.model.ts'
import type { SurvivorCheck, SurvivorCondition, SurvivorGround } from './survivor.model.ts'
import type { SurvivorRelation } from './survivor-shares.rules.ts'

/** An heir, what his own file tells of him, and his share as the centre has it. */
export interface SurvivorCase {
  readonly relation: SurvivorRelation
  readonly person: {
    readonly sex: z.infer<typeof Sex>
    readonly birthDate: Day
    readonly deathDate: Day | null
    readonly maritalStatus: z.infer<typeof MaritalStatus>
    readonly firstMarriageDate: Day | null
  }
  readonly share: { readonly status: PensionFile['shareStatus']; readonly fromDate: Day }
  /** Of the deceased: a woman's heirs stand under art. 82. */
  readonly insuredSex: z.infer<typeof Sex>
  /** As he stood among the dependants of the deceased; nothing of it where he did not. */
  readonly studying: boolean
  readonly disabled: boolean
  /** His own records, in no order, and the day to which they are in. */
  readonly records: readonly ContributionRow[]
  readonly dataAsOf: Day
  /** A pension of his own that is paid. */
  readonly ownPension: { readonly pensionNumber: string; readonly establishedOn: Day } | null
  readonly parameters: readonly Parameter[]
  readonly on: Day
}

export type SurvivorReason =
  DependantReason | 'survivor-remarried' | 'survivor-working' | 'survivor-own-pension'

/** Work for an employer; what a person pays for himself tells of no job. */
const EMPLOYMENT: readonly RecordType[] = [
  'COMPULSORY',
  'DRIVER',
  'CONSTRUCTION',
  'CARPET',
  'AGREED',
]

/**
 * Whether an heir still has the right to his share on a day, as far as the file tells: a widow while she has not
 * remarried; a widower, a father and a mother by age or disability and without a pension of their own; a daughter
 * without husband and job; a son before SON_COVER_AGE, or who only studies, or who is disabled. Ages, studies and
 * disability are those of the rule for dependants. It advises and changes nothing.
 *
 * @law Social Security Act, arts. 81, 82; domain brief §3.12; SON_COVER_AGE, HUSBAND_, FATHER_, MOTHER_COVER_AGE,
 * SURVIVOR_WORK_MONTHS
 */
export function judgeSurvivor(asked: SurvivorCase): SurvivorCondition & {
  readonly decision: Decision<SurvivorReason>
} {
  const verdict = asDependant(asked)
  const work = workOf(asked, verdict)
  const because: Because<SurvivorReason>[] = [
    ...verdict.decision.because,
    ...remarriage(asked),
    ...work.because,
    ...ownPension(asked),
  ]
  const entitled = because.length === 0
  const { from } = verdict.decision
  const known = !because.some(({ code }) => code === 'parameter-missing')
  const advice = known ? adviceOf(asked.share.status, entitled) : 'NONE'
  return {
    decision: {
      entitled,
      because,
      figures: [...verdict.decision.figures, ...work.figures],
      articles: [asked.insuredSex === 'F' ? 'SSA-82' : 'SSA-81'],
      ...(from === undefined || because.length > verdict.decision.because.length ? {} : { from }),
    },
    until: verdict.until,
    ground: entitled ? groundOf(verdict) : null,
    checks: entitled ? checksOf(asked, verdict) : [],
    advice,
    since: sinceOf(asked, advice, because, work),
  }
}

type AsDependant = ReturnType<typeof judgeDependant>

/** The share itself may have ended or begun at any day: only its condition is asked for here. */
function asDependant({ relation, person, ...asked }: SurvivorCase): AsDependant {
  const { sex, birthDate, deathDate, maritalStatus } = person
  return judgeDependant({
    dependant: {
      relation,
      sex,
      birthDate,
      deathDate,
      // What a divorce from the insured says of a wife says nothing of a widow.
      maritalStatus: relation === 'SPOUSE' ? 'WIDOWED' : maritalStatus,
      fromDate: birthDate,
      toDate: null,
      endReason: null,
      studying: asked.studying,
      disabled: asked.disabled,
    },
    insuredDeathDate: null,
    parameters: asked.parameters,
    on: asked.on,
  })
}

function remarriage({ relation, person }: SurvivorCase): Because<SurvivorReason>[] {
  const remarried =
    relation === 'SPOUSE' && person.sex === 'F' && person.maritalStatus === 'MARRIED'
  return remarried ? [{ code: 'survivor-remarried', values: {} }] : []
}

function ownPension({
  relation,
  person,
  ownPension: own,
}: SurvivorCase): Because<SurvivorReason>[] {
  const bars =
    relation === 'FATHER' || relation === 'MOTHER' || (relation === 'SPOUSE' && person.sex === 'M')
  if (!bars || own === null) return []
  const { pensionNumber, establishedOn } = own
  return [{ code: 'survivor-own-pension', values: { pensionNumber, day: establishedOn } }]
}

interface Work {
  readonly because: readonly Because<SurvivorReason>[]
  readonly figures: readonly Figure[]
  /** First day of the unbroken months of work that last until the data does. */
  readonly from: Day | null
  /** First day after the last month of work. */
  readonly ended: Day | null
}

const NO_WORK: Work = { because: [], figures: [], from: null, ended: null }

/** Work in the last months that the data covers; it bars a daughter, and a son who is past the age and studies. */
function workOf(asked: SurvivorCase, verdict: AsDependant): Work {
  const { relation, records, dataAsOf, parameters, on } = asked
  const studies = relation === 'SON' && verdict.checks.includes('STUDY_CERTIFICATE')
  if (relation !== 'DAUGHTER' && !studies) return NO_WORK
  const read = new RuleParameters(parameters, on)
  const months = read.read('SURVIVOR_WORK_MONTHS', 'MONTHS')
  if (!months) return { ...NO_WORK, because: read.missing }
  const last = monthSerial(jalaliOf(dataAsOf))
  const to = firstDayAt(last + 1)
  if (to === undefined) return NO_WORK
  const from = addJalaliMonths(to, -months.value)
  const days = daysWithin(records, EMPLOYMENT, from, to)
  const span = lastWork(records, last)
  return {
    because:
      days === 0
        ? []
        : [{ code: 'survivor-working', values: { days, from, day: addDays(to, -1) } }],
    figures: [figure('survivor-work-days', days, 'DAYS'), cited('survivor-work-months', months)],
    from: span?.from ?? null,
    ended: span?.ended ?? null,
  }
}

/** The last unbroken months of work, up to a month. */
function lastWork(
  records: readonly ContributionRow[],
  last: number,
): { readonly from: Day | null; readonly ended: Day | null } | undefined {
  const worked = new Set<number>()
  for (const { year, recordType, days } of records)
    if (EMPLOYMENT.includes(recordType))
      for (const [month, count] of days.entries())
        if (count > 0) worked.add(monthSerial({ year, month: month + 1 }))
  const end = Math.max(...[...worked].filter((serial) => serial <= last))
  if (!Number.isFinite(end)) return undefined
  let first = end
  while (worked.has(first - 1)) first--
  return { from: firstDayAt(first) ?? null, ended: firstDayAt(end + 1) ?? null }
}

function groundOf({ ground }: AsDependant): SurvivorGround | null {
  return ground === 'MARRIAGE' ? 'NO_REMARRIAGE' : ground
}

/** Children of a woman are heirs where their father is dead, or himself maintained by her. */
function checksOf(
  { insuredSex, relation }: SurvivorCase,
  verdict: DependantVerdict,
): SurvivorCheck[] {
  const child = relation === 'SON' || relation === 'DAUGHTER'
  return [...verdict.checks, ...(child && insuredSex === 'F' ? (['FATHER_STANDING'] as const) : [])]
}

function adviceOf(
  status: PensionFile['shareStatus'],
  entitled: boolean,
): SurvivorCondition['advice'] {
  if (status === 'ACTIVE') return entitled ? 'NONE' : 'MAY_SUSPEND'
  return entitled && status !== 'PENDING' ? 'MAY_RESUME' : 'NONE'
}

/** The first day of the advice, not before the share; null where the file does not tell it. */
function sinceOf(
  { person, share }: SurvivorCase,
  advice: SurvivorCondition['advice'],
  because: readonly Because<SurvivorReason>[],
  work: Work,
): Day | null {
  if (advice === 'NONE') return null
  if (advice === 'MAY_RESUME')
    return work.ended !== null && work.ended > share.fromDate ? work.ended : null
  const days = because.map(({ code, values }): Day | null => {
    const day = (values['day'] ?? null) as Day | null
    if (code === 'dependant-deceased' || code === 'survivor-own-pension') return day
    if (code === 'son-past-age') return day === null ? null : addDays(day, 1)
    if (code === 'survivor-working') return work.from
    if (code !== 'daughter-married') return null
    const { firstMarriageDate: married } = person
    return married !== null && married > share.fromDate ? married : null
  })
  const first = days.filter((day) => day !== null).sort()[0] ?? null
  return first !== null && first < share.fromDate ? share.fromDate : first
}
