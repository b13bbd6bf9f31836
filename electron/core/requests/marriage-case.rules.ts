import type { CitizenFacts } from '#core/citizens/citizens.ports.ts'
import { MarriagePaper } from '#core/benefits/marriage.model.ts'
import type { MarriageCase } from '#core/benefits/marriage.rules.ts'
import type { ContributionRow } from '#core/insured/contribution.model.ts'
import type { InsuredProfile } from '#core/insured/insured.model.ts'
import type { Spouse } from '#core/insured/insured.ports.ts'
import { addDays, isDay, jalaliOf, parseJalali, type Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import type { DraftForm } from './request.model.ts'

/** What the file knows that a marriage request rests on. */
export interface MarriageRecord {
  readonly identity: CitizenFacts['identity']
  readonly profiles: readonly InsuredProfile[]
  /** Tracking code of the request by which the allowance was granted before; null when it was not. */
  readonly grantedBefore: string | null
  readonly rows: readonly ContributionRow[]
  readonly parameters: readonly Parameter[]
  readonly dataAsOf: Day | null
  readonly today: Day
}

type MarriageAnswers = Pick<
  MarriageCase,
  'marriageDate' | 'permanent' | 'registered' | 'firstMarriage' | 'employedOnWeddingDay'
>

/** The case of a filed or half-typed form; the kind of insurance is that of the active number. */
export function marriageCase(answers: MarriageAnswers, record: MarriageRecord): MarriageCase {
  const { marriageDate, permanent, registered, firstMarriage, employedOnWeddingDay } = answers
  return {
    ...{ marriageDate, permanent, registered, firstMarriage, employedOnWeddingDay },
    recordedFirstMarriage: record.identity.firstMarriageDate,
    insuranceType: record.profiles[0]?.insuranceType ?? null,
    grantedBefore: record.grantedBefore,
    rows: record.rows,
    parameters: record.parameters,
    today: record.today,
  }
}

/** The answers typed so far; undefined until there is a wedding day. What is not answered yet speaks for the citizen. */
export function typedAnswers(form: DraftForm): MarriageAnswers | undefined {
  const typed = form['marriageDate']
  if (typeof typed !== 'string') return undefined
  const marriageDate = isDay(typed) ? typed : parseJalali(typed)
  if (marriageDate === undefined) return undefined
  return {
    marriageDate,
    permanent: form['permanent'] !== false,
    registered: form['registered'] !== false,
    firstMarriage: form['firstMarriage'] !== false,
    employedOnWeddingDay: form['employedOnWeddingDay'] !== false,
  }
}

/** Lists of the last months have not arrived when the data is frozen; so long an active insurance goes on. */
const LISTS_ARRIVE_WITHIN = 92

/** Whether contributions cover the wedding day, as far as the data can tell; the clerk has the last word. */
function isEmployedOn(day: Day, { rows, profiles, dataAsOf }: MarriageRecord): boolean {
  const { year, month } = jalaliOf(day)
  if (rows.some((row) => row.year === year && (row.days[month - 1] ?? 0) > 0)) return true
  const active = profiles.some((profile) => profile.status === 'ACTIVE')
  return active && dataAsOf !== null && day >= addDays(dataAsOf, -LISTS_ARRIVE_WITHIN)
}

/**
 * What the file fills in: the registry's first marriage is permanent and registered by definition, the spouse is the
 * dependant in force on that day.
 */
export function prefilledMarriage(record: MarriageRecord, spouse: Spouse | undefined): DraftForm {
  const marriageDate = record.identity.firstMarriageDate
  return {
    ...(marriageDate === null
      ? {}
      : {
          marriageDate,
          permanent: true,
          registered: true,
          firstMarriage: true,
          employedOnWeddingDay: isEmployedOn(marriageDate, record),
        }),
    ...(spouse ? { spouseId: spouse.personId, spouseName: spouse.fullName } : {}),
  }
}

/** The papers of a marriage request; proof of an account is asked for only where none is registered. */
export function marriagePapers(
  hasAccount: boolean,
): readonly { readonly code: MarriagePaper; readonly required: boolean }[] {
  return MarriagePaper.options.map((code) => ({
    code,
    required: code !== 'ACCOUNT_PROOF' || !hasAccount,
  }))
}
