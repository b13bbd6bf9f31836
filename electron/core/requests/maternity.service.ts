import { MaternityForm, NEWBORN_FIELDS, NEWBORNS } from '#core/benefits/maternity.model.ts'
import { decideMaternity } from '#core/benefits/maternity.rules.ts'
import { daysBetween } from '#core/kernel/day.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { CitizenService, FieldFault, ServiceFacts, Typed } from './citizen-service.ts'

/** Two births of one mother do not lie closer; a day expected and the day that came do. */
const SAME_BIRTH_WITHIN = 180

/** What is read of a request filed earlier. */
const Earlier = MaternityForm.pick({
  birthDate: true,
  newbornId1: true,
  newbornId2: true,
  newbornId3: true,
})

/** The granted request that was for this very birth: a birth about the same day, or the same newborn. */
function paidForThisBirth(
  typed: Typed<typeof MaternityForm>,
  { filed }: ServiceFacts,
): string | null {
  const newborns = NEWBORN_FIELDS.flatMap((field) => typed[field] ?? [])
  const same = filed.find(({ kind, status, form }) => {
    if (kind !== 'MATERNITY' || status !== '18') return false
    const earlier = Earlier.safeParse(form)
    if (!earlier.success) return false
    const { birthDate } = earlier.data
    const apart = typed.birthDate && Math.abs(daysBetween(birthDate, typed.birthDate))
    if (apart !== undefined && apart < SAME_BIRTH_WITHIN) return true
    return NEWBORN_FIELDS.some((field) => newborns.some((id) => id === earlier.data[field]))
  })
  return same?.trackingCode ?? null
}

/** Granted requests of the centre, newest first: of them only the day is known, not the birth. */
function grantsElsewhere({ requests, filed }: ServiceFacts) {
  const here = new Set(filed.map(({ trackingCode }) => trackingCode))
  return requests
    .filter(({ kind, status }) => kind === 'MATERNITY' && status === '18')
    .filter(({ trackingCode }) => !here.has(trackingCode))
    .map(({ filedOn }) => filedOn)
    .sort((a, b) => (a < b ? 1 : -1))
}

function dayFaults(
  { pregnancyStatus, birthDate, leaveStart, leaveEnd }: MaternityForm,
  { today }: ServiceFacts,
): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (pregnancyStatus === 'BORN' && birthDate > today)
    faults.push({ field: 'birthDate', fault: 'future' })
  if (pregnancyStatus === 'EXPECTED' && birthDate < today)
    faults.push({ field: 'birthDate', fault: 'past' })
  if (leaveEnd < leaveStart) faults.push({ field: 'leaveEnd', fault: 'end-before-start' })
  else if (leaveEnd < birthDate) faults.push({ field: 'leaveEnd', fault: 'before-birth' })
  return faults
}

/** The kind of over six to nine months is for a leave that the shorter kind does not take. */
function kindFaults(
  { leaveKind, leaveStart, leaveEnd, birthDate }: MaternityForm,
  { parameters }: ServiceFacts,
): readonly FieldFault[] {
  if (leaveKind !== 'NINE_MONTHS' || leaveEnd < leaveStart) return []
  const most = parameterOn(parameters, 'MATERNITY_SIX_MONTHS_DAYS', 'DAYS', birthDate)
  return most && daysBetween(leaveStart, leaveEnd) + 1 <= most.value
    ? [{ field: 'leaveKind', fault: 'fits-six-months' }]
    : []
}

/** After the birth every newborn of the kind of pregnancy has a number, each its own and none the mother's. */
function newbornFaults(form: MaternityForm, { identity }: ServiceFacts): readonly FieldFault[] {
  const asked = form.pregnancyStatus === 'BORN' ? NEWBORNS[form.birthKind] : 0
  return NEWBORN_FIELDS.flatMap((field, at): readonly FieldFault[] => {
    const id = form[field]
    if (at >= asked) return id === null ? [] : [{ field, fault: 'not-asked' }]
    if (id === null) return [{ field, fault: 'required' }]
    if (id === identity.personId) return [{ field, fault: 'same-person' }]
    const before = NEWBORN_FIELDS.slice(0, at).some((one) => form[one] === id)
    return before ? [{ field, fault: 'repeated' }] : []
  })
}

/** Maternity pay. What is not answered yet speaks for the citizen. @law Social Security Act, art. 67; brief §3.6 */
export const maternityService: CitizenService<'MATERNITY', typeof MaternityForm> = {
  kind: 'MATERNITY',
  role: 'INSURED',
  part: null,
  paysToAccount: true,
  form: MaternityForm,

  /**
   * A man, and a woman without any record, are told before anything is typed. The lengths of leave are compared until
   * one is chosen.
   */
  judge(typed, facts) {
    const { options = [], ...decision } = decideMaternity({
      sex: facts.identity.sex,
      birthDate: typed.birthDate ?? null,
      birthKind: typed.birthKind ?? null,
      leaveKind: typed.leaveKind ?? null,
      leaveStart: typed.leaveStart ?? null,
      leaveEnd: typed.leaveEnd ?? null,
      employedAtLeave: typed.employedAtLeave !== false,
      notWorkingInLeave: typed.notWorkingInLeave !== false,
      paidForThisBirth: paidForThisBirth(typed, facts),
      grantsElsewhere: grantsElsewhere(facts),
      rows: facts.rows,
      parameters: facts.parameters,
      today: facts.today,
    })
    return typed.leaveKind === undefined ? { ...decision, options } : decision
  },

  papers: ({ governmentStaff }) => [
    { code: 'MEDICAL_REST_NOTE', required: true },
    { code: 'BIRTH_CERTIFICATE_PAGE_1', required: true },
    { code: 'BIRTH_CERTIFICATE_PAGE_2', required: true },
    { code: 'EMPLOYMENT_ORDER', required: governmentStaff === true },
  ],

  prefill: () => ({}),

  choices: () => ({}),

  faults: (form, facts) => [
    ...dayFaults(form, facts),
    ...kindFaults(form, facts),
    ...newbornFaults(form, facts),
  ],
}
