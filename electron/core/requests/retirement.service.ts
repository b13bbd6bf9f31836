import { jalaliOf, type Day } from '#core/kernel/day.ts'
import { careerOf, type Career } from '#core/pensions/career.rules.ts'
import { isPaid } from '#core/pensions/pension-status.rules.ts'
import { retirementLaw, type RetirementLaw } from '#core/pensions/retirement-law.rules.ts'
import { RetirementForm, RetirementPath, RetirementWork } from '#core/pensions/retirement.model.ts'
import { decideRetirement, type RetirementCase } from '#core/pensions/retirement.rules.ts'
import type { Choice, CitizenService, FieldFault, ServiceFacts, Typed } from './citizen-service.ts'
import { grantedBefore } from './known-requests.rules.ts'
import type { PaperDemand } from './request-paper.model.ts'

type TypedRetirement = Typed<typeof RetirementForm>

/** The law of the day and the record, each read once for all that is asked of them. */
interface Grounds {
  readonly law: RetirementLaw
  readonly career: Career
}

function groundsOf({ parameters, today, rows }: ServiceFacts): Grounds {
  const law = retirementLaw(parameters, today)
  const months = law.conditions?.PENSION_AVERAGE_MONTHS.value ?? 0
  return { law, career: careerOf(rows, months, law.planEffect) }
}

function isHazardous(work: RetirementWork | undefined): boolean {
  return work === 'HAZARDOUS_CONTINUOUS' || work === 'HAZARDOUS_INTERRUPTED'
}

/** What is not typed yet is the ordinary case: an insured person who asks himself. */
function caseOf(typed: TypedRetirement, facts: ServiceFacts, career: Career): RetirementCase {
  const { identity, pensions } = facts
  const own = pensions.filter(({ relation }) => relation === 'SELF')
  const retired = own.find(
    ({ pensionType, status }) => pensionType === 'RETIREMENT' && status !== 'TERMINATED',
  )
  const disability = own.find((file) => file.pensionType.startsWith('DISABILITY') && isPaid(file))
  return {
    sex: identity.sex,
    birthDate: identity.birthDate,
    career,
    applicant: typed.applicant ?? 'INSURED',
    work: typed.work ?? 'ORDINARY',
    hazardousYears: isHazardous(typed.work) ? (typed.hazardousYears ?? 0) : 0,
    veteran: typed.veteran === true,
    retiredUnder: retired?.pensionNumber ?? null,
    grantedBefore: grantedBefore('RETIREMENT', facts),
    disabilityPension: disability?.amount ?? null,
  }
}

function decide(typed: TypedRetirement, facts: ServiceFacts) {
  const { law, career } = groundsOf(facts)
  return decideRetirement(caseOf(typed, facts, career), law)
}

/** The path to propose: the open one that pays most. */
function bestPath(facts: ServiceFacts): string | undefined {
  const { options = [] } = decide({}, facts)
  const open = options.filter(({ entitled }) => entitled)
  const paid = (option: (typeof open)[number]) => option.estimate?.amount ?? 0
  return open.toSorted((a, b) => paid(b) - paid(a))[0]?.code
}

const YEARS_OF_EMPLOYERS = 2

/** Workshops of the last years of the record: their employers may ask. Newest first. */
function employersOf(rows: ServiceFacts['rows'], today: Day): readonly Choice[] {
  const since = jalaliOf(today).year - YEARS_OF_EMPLOYERS
  const names = new Map<string, string>()
  for (const { workshopCode, workshopName, year } of rows.toSorted((a, b) => b.year - a.year))
    if (workshopCode !== null && year >= since && !names.has(workshopCode))
      names.set(workshopCode, workshopName ?? workshopCode)
  return [...names].map(([id, label]) => ({ id, label }))
}

/** The letter of leaving work is asked for once the branch agrees; one that is brought earlier is taken. */
function papersOf(typed: TypedRetirement, { account }: ServiceFacts): readonly PaperDemand[] {
  return [
    { code: 'REQUEST_FORM', required: true },
    { code: 'BIRTH_CERTIFICATE', required: true },
    { code: 'NATIONAL_CARD', required: true },
    { code: 'PHOTO', required: true },
    { code: 'ACCOUNT_PROOF', required: account === null },
    ...(isHazardous(typed.work) ? [{ code: 'HAZARDOUS_JOB_RULING', required: true } as const] : []),
    { code: 'LEAVE_WORK_LETTER', required: false },
  ]
}

function faultsOf(form: RetirementForm, facts: ServiceFacts): readonly FieldFault[] {
  const { applicant, workshopCode, work, hazardousYears, path } = form
  const faults: FieldFault[] = []
  if (applicant === 'EMPLOYER') {
    const known = employersOf(facts.rows, facts.today).some(({ id }) => id === workshopCode)
    if (workshopCode === null) faults.push({ field: 'workshopCode', fault: 'required' })
    else if (!known) faults.push({ field: 'workshopCode', fault: 'invalid_value' })
    if (path !== 'AGE') faults.push({ field: 'path', fault: 'employer-path' })
  }
  if (isHazardous(work) && hazardousYears === null)
    faults.push({ field: 'hazardousYears', fault: 'required' })
  const chosen = decide(form, facts).options?.find(({ code }) => code === path)
  if (!chosen?.entitled) faults.push({ field: 'path', fault: 'path-not-open' })
  return faults
}

const forWomen: readonly string[] = ['WOMAN_WORKER']

function offeredTo(ids: readonly string[], { identity }: ServiceFacts): readonly Choice[] {
  return ids.filter((id) => identity.sex === 'F' || !forWomen.includes(id)).map((id) => ({ id }))
}

/** بازنشستگی. @law Social Security Act, arts. 76, 77, 111; seventh development plan */
export const retirementService: CitizenService<'RETIREMENT', typeof RetirementForm> = {
  kind: 'RETIREMENT',
  role: 'INSURED',
  part: null,
  paysToAccount: false,
  form: RetirementForm,
  judge: decide,
  papers: papersOf,

  prefill(facts) {
    const path = bestPath(facts)
    return {
      applicant: 'INSURED',
      work: 'ORDINARY',
      veteran: false,
      ...(path === undefined ? {} : { path }),
    }
  },

  choices: (facts) => ({
    workshopCode: employersOf(facts.rows, facts.today),
    work: offeredTo(RetirementWork.options, facts),
    path: offeredTo(RetirementPath.options, facts),
  }),

  faults: faultsOf,
}
