import { MilitaryServiceForm, type MilitaryKind } from '#core/benefits/military-service.model.ts'
import { decideMilitaryService } from '#core/benefits/military-service.rules.ts'
import type { ServiceSpan } from '#core/benefits/military-span.rules.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import type { CitizenService, FieldFault, ServiceFacts, Typed } from './citizen-service.ts'
import { grantedBefore } from './known-requests.rules.ts'

type TypedService = Typed<typeof MilitaryServiceForm>

/** Conscription is a matter of men; a woman may have been at the front. */
function kindsFor({ identity }: ServiceFacts): readonly [MilitaryKind, ...MilitaryKind[]] {
  return identity.sex === 'F' ? ['FRONT'] : ['CONSCRIPTION', 'FRONT']
}

/** Insured, on unemployment pay (an insurance of its own), or a pensioner in his own right. */
function hasStanding({ profiles, pensions }: ServiceFacts): boolean {
  return (
    profiles.some(({ status }) => status === 'ACTIVE' || status === 'RETIRED') ||
    pensions.some(({ relation, status }) => relation === 'SELF' && status === 'ACTIVE')
  )
}

/** Whether contributions of his own go on. */
function isContributing({ profiles }: ServiceFacts): boolean {
  return profiles.some(
    ({ status, insuranceType }) => status === 'ACTIVE' && insuranceType !== 'UNEMPLOYMENT',
  )
}

function spanOf({ serviceFrom, serviceTo }: TypedService): ServiceSpan | null {
  if (serviceFrom === undefined || serviceTo === undefined) return null
  return serviceFrom < serviceTo ? { from: serviceFrom, to: serviceTo } : null
}

function faultsOf(
  { serviceKind, serviceFrom, serviceTo, card, instalments }: MilitaryServiceForm,
  facts: ServiceFacts,
): readonly FieldFault[] {
  const faults: FieldFault[] = []
  if (serviceTo <= serviceFrom) faults.push({ field: 'serviceTo', fault: 'not-after-start' })
  if (serviceTo > facts.today) faults.push({ field: 'serviceTo', fault: 'future' })
  if (serviceKind === 'CONSCRIPTION' && card === null)
    faults.push({ field: 'card', fault: 'required' })
  const most = parameterOn(facts.parameters, 'MILITARY_MAX_INSTALMENTS', 'FACTOR', facts.today)
  if (most && instalments > most.value)
    faults.push({
      field: 'instalments',
      fault: 'too-many-instalments',
      values: { most: most.value },
    })
  return faults
}

/**
 * احتساب سابقهٔ خدمت سربازی. The days of the service come from the register where it has them.
 *
 * @law Social Security Act, art. 95; bylaw of 1384/04/08, art. 3; domain brief §3.20
 */
export const militaryServiceService: CitizenService<
  'MILITARY_SERVICE',
  typeof MilitaryServiceForm
> = {
  kind: 'MILITARY_SERVICE',
  role: 'INSURED',
  part: null,
  paysToAccount: false,
  form: MilitaryServiceForm,

  judge: (typed, facts) =>
    decideMilitaryService({
      sex: facts.identity.sex,
      birthDate: facts.identity.birthDate,
      serviceKind: typed.serviceKind ?? kindsFor(facts)[0],
      span: spanOf(typed),
      card: typed.card ?? null,
      instalments: typed.instalments ?? 1,
      standing: hasStanding(facts),
      contributing: isContributing(facts),
      grantedBefore: grantedBefore('MILITARY_SERVICE', facts),
      rows: facts.rows,
      parameters: facts.parameters,
      today: facts.today,
    }),

  papers: () => [
    { code: 'SERVICE_CARD', required: true },
    { code: 'REQUEST_FORM', required: true },
  ],

  prefill(facts) {
    const known = facts.profiles.find(({ militaryFrom, militaryTo }) => militaryFrom && militaryTo)
    return {
      serviceKind: kindsFor(facts)[0],
      instalments: 1,
      ...(known ? { serviceFrom: known.militaryFrom, serviceTo: known.militaryTo } : {}),
    }
  },

  choices: (facts) => ({ serviceKind: kindsFor(facts).map((id) => ({ id })) }),

  faults: (form, facts) => faultsOf(form, facts),
}
