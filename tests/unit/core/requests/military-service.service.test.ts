import { describe, expect, it } from 'vitest'
import type { MilitaryServiceForm } from '#core/benefits/military-service.model.ts'
import type { InsuredProfile } from '#core/insured/insured.model.ts'
import type { ServiceFacts } from '#core/requests/citizen-service.ts'
import { militaryServiceService } from '#core/requests/military-service.service.ts'
import { showcaseContributions } from '../../../support/contributions.ts'
import { jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const { choices, faults, judge, papers, prefill } = militaryServiceService

const profile: InsuredProfile = {
  insuranceNumber: '9900000106',
  insuranceType: 'COMPULSORY',
  status: 'ACTIVE',
  registeredOn: jalali('1395/01/17'),
  branchCode: '900',
  branchName: 'شعبه نمونه',
  militaryFrom: jalali('1389/04/01'),
  militaryTo: jalali('1391/01/01'),
}

const identity = { sex: 'M' as const, birthDate: jalali('1369/07/07') }
const rows = showcaseContributions('9900000106')
const soldier = serviceFacts({ identity, profiles: [profile], rows })

const form: MilitaryServiceForm = {
  serviceKind: 'CONSCRIPTION',
  serviceFrom: jalali('1389/04/01'),
  serviceTo: jalali('1391/01/01'),
  card: 'SMART',
  instalments: 12,
  papers: [],
  note: '',
}

function reasons(facts: ServiceFacts, typed: Partial<MilitaryServiceForm> = {}) {
  return judge(typed, facts)?.because.map(({ code }) => code)
}

describe('military service from the file', () => {
  it('takes the days of the service from the register', () => {
    expect(prefill(soldier)).toEqual({
      serviceKind: 'CONSCRIPTION',
      instalments: 1,
      serviceFrom: jalali('1389/04/01'),
      serviceTo: jalali('1391/01/01'),
    })
    const unknown = { ...profile, militaryFrom: null, militaryTo: null }
    expect(prefill({ ...soldier, profiles: [unknown] })).toEqual({
      serviceKind: 'CONSCRIPTION',
      instalments: 1,
    })
  })

  it('says what 21 months cost the showcase person', () => {
    expect(judge(form, soldier)?.estimate?.amount).toBe(308_700_000)
  })

  it('offers a woman presence at the front alone', () => {
    const woman = { ...soldier, identity: { ...soldier.identity, sex: 'F' as const } }
    expect(choices(woman)).toEqual({ serviceKind: [{ id: 'FRONT' }] })
    expect(prefill(woman)).toMatchObject({ serviceKind: 'FRONT' })
    expect(reasons(woman)).toEqual([])
    expect(reasons(woman, { serviceKind: 'CONSCRIPTION' })).toEqual(['military-woman'])
  })

  it('is open to the insured, those on unemployment pay, and pensioners of their own', () => {
    const inactive = { ...profile, status: 'INACTIVE' as const }
    expect(reasons({ ...soldier, profiles: [inactive] })).toEqual(['military-no-standing'])
    const retired = { ...profile, status: 'RETIRED' as const }
    expect(reasons({ ...soldier, profiles: [retired] })).toEqual([])
    const jobless = { ...profile, insuranceType: 'UNEMPLOYMENT' as const }
    expect(reasons({ ...soldier, profiles: [jobless] })).toEqual([])
  })

  it('is not bought a second time', () => {
    const requests = [requestSummary('MILITARY_SERVICE', '18', '1048400042')]
    expect(reasons({ ...soldier, requests })).toEqual(['military-granted-before'])
  })

  it('asks for the card and the form', () => {
    expect(papers({}, soldier)).toEqual([
      { code: 'SERVICE_CARD', required: true },
      { code: 'REQUEST_FORM', required: true },
    ])
  })
})

describe('a whole form', () => {
  it('has nothing wrong', () => {
    expect(faults(form, soldier)).toEqual([])
    expect(faults({ ...form, serviceKind: 'FRONT', card: null }, soldier)).toEqual([])
  })

  it.each([
    [{ serviceTo: form.serviceFrom }, 'serviceTo', 'not-after-start'],
    [{ serviceTo: jalali('1405/09/03') }, 'serviceTo', 'future'],
    [{ card: null }, 'card', 'required'],
    [{ instalments: 13 }, 'instalments', 'too-many-instalments'],
  ] as const)('with %o has a fault at %s: %s', (typed, field, fault) => {
    expect(faults({ ...form, ...typed }, soldier)).toMatchObject([{ field, fault }])
  })
})
