import { MarriageForm } from '#core/benefits/marriage.model.ts'
import { decideMarriage } from '#core/benefits/marriage.rules.ts'
import { addDays, jalaliOf, type Day } from '#core/kernel/day.ts'
import type { CitizenService, ServiceFacts } from './citizen-service.ts'
import { grantedBefore } from './known-requests.rules.ts'

/** Lists of the last months have not arrived when the data is frozen; so long an active insurance goes on. */
const LISTS_ARRIVE_WITHIN = 62

/** Whether contributions cover the wedding day, as far as the data can tell; the clerk has the last word. */
function isEmployedOn(day: Day, { rows, profiles, dataAsOf }: ServiceFacts): boolean {
  const { year, month } = jalaliOf(day)
  if (rows.some((row) => row.year === year && (row.days[month - 1] ?? 0) > 0)) return true
  const active = profiles.some((profile) => profile.status === 'ACTIVE')
  return active && dataAsOf !== null && day >= addDays(dataAsOf, -LISTS_ARRIVE_WITHIN)
}

/** The dependant who is the spouse on a day. */
function spouseOn(day: Day, { dependants }: ServiceFacts) {
  return dependants
    .filter(({ relation, toDate }) => relation === 'SPOUSE' && (toDate === null || toDate >= day))
    .reduce<ServiceFacts['dependants'][number] | undefined>(
      (last, one) => (last === undefined || one.fromDate > last.fromDate ? one : last),
      undefined,
    )
}

/** کمک ازدواج. What is not answered yet speaks for the citizen. @law Social Security Act, art. 85 */
export const marriageService: CitizenService<'MARRIAGE', typeof MarriageForm> = {
  kind: 'MARRIAGE',
  role: 'INSURED',
  part: null,
  paysToAccount: true,
  form: MarriageForm,

  /** Everything is counted back from the wedding day. */
  judge(typed, facts) {
    if (typed.marriageDate === undefined) return null
    return decideMarriage({
      marriageDate: typed.marriageDate,
      permanent: typed.permanent !== false,
      registered: typed.registered !== false,
      firstMarriage: typed.firstMarriage !== false,
      employedOnWeddingDay: typed.employedOnWeddingDay !== false,
      recordedFirstMarriage: facts.identity.firstMarriageDate,
      insuranceType: facts.profiles[0]?.insuranceType ?? null,
      grantedBefore: grantedBefore('MARRIAGE', facts),
      rows: facts.rows,
      parameters: facts.parameters,
      today: facts.today,
    })
  },

  papers: (_typed, { account }) => [
    { code: 'MARRIAGE_DEED', required: true },
    { code: 'BIRTH_CERTIFICATE_PAGE_2', required: true },
    { code: 'ACCOUNT_PROOF', required: account === null },
  ],

  /** The registry's first marriage is permanent and registered by definition. */
  prefill(facts) {
    const marriageDate = facts.identity.firstMarriageDate
    const spouse = spouseOn(marriageDate ?? facts.today, facts)
    return {
      ...(marriageDate === null
        ? {}
        : {
            marriageDate,
            permanent: true,
            registered: true,
            firstMarriage: true,
            employedOnWeddingDay: isEmployedOn(marriageDate, facts),
          }),
      ...(spouse ? { spouseId: spouse.personId, spouseName: spouse.fullName } : {}),
    }
  },

  choices: () => ({}),

  faults: ({ spouseId }, { identity }) =>
    spouseId === identity.personId ? [{ field: 'spouseId', fault: 'same-person' }] : [],
}
