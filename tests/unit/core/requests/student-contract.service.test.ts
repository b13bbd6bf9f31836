import { describe, expect, it } from 'vitest'
import type { StudentContractForm } from '#core/benefits/student-contract.model.ts'
import type { InsuredProfile } from '#core/insured/insured.model.ts'
import { rial } from '#core/kernel/rial.ts'
import type { ServiceFacts } from '#core/requests/citizen-service.ts'
import { studentContractService } from '#core/requests/student-contract.service.ts'
import { showcaseContributions } from '../../../support/contributions.ts'
import { jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const { choices, faults, judge, papers, prefill } = studentContractService

const studentProfile: InsuredProfile = {
  insuranceNumber: '0090000136',
  insuranceType: 'STUDENT',
  status: 'ACTIVE',
  registeredOn: jalali('1403/07/16'),
  branchCode: '900',
  branchName: 'شعبه نمونه',
  militaryFrom: null,
  militaryTo: null,
}

const identity = { birthDate: jalali('1384/01/01') }
const freshman = serviceFacts({ identity, profiles: [] })
const minor = { birthDate: jalali('1388/01/01') }

function guarded(presenceKind: 'GUARDIAN' | 'NATURAL_GUARDIAN'): ServiceFacts {
  const power = {
    holderName: 'قیم نمونه',
    ...{ holderId: '0000001384', issuer: 'دادگاه نمونه', powerId: null },
    number: '12',
    issuedOn: jalali('1404/05/06'),
    expiresOn: null,
    scope: ['BENEFITS' as const],
  }
  const presence = { presenceKind, holderName: power.holderName, power }
  return serviceFacts({ identity: minor, profiles: [], presence })
}

const form: StudentContractForm = {
  university: 'دانشگاه نمونه',
  studentNumber: '40512345',
  recognisedUniversity: true,
  income: rial(166_255_500),
  rate: 'STUDENT_LOW',
  signer: 'APPLICANT',
  guardianId: null,
  guardianshipDate: null,
  papers: [],
  note: '',
}

function reasons(facts: ServiceFacts): readonly string[] | undefined {
  return judge({}, facts)?.because.map(({ code }) => code)
}

describe('before anything is typed', () => {
  it('the file alone tells whether a contract may be made', () => {
    expect(reasons(freshman)).toEqual([])
    expect(reasons(serviceFacts({ identity }))).toEqual(['student-other-insurance'])
    expect(reasons(serviceFacts({ identity: minor, profiles: [] }))).toEqual([
      'student-minor-alone',
    ])
    expect(reasons(guarded('GUARDIAN'))).toEqual([])
  })

  it('a pensioner is insured already', () => {
    const retired = { ...studentProfile, status: 'RETIRED' as const }
    expect(reasons(serviceFacts({ identity, profiles: [retired] }))).toEqual([
      'student-own-pension',
    ])
  })

  it('the showcase student has a contract in force', () => {
    const rows = showcaseContributions('90000136')
    const facts = serviceFacts({ identity, profiles: [studentProfile], rows })
    expect(judge({}, facts)?.because).toEqual([
      { code: 'student-contract-in-force', values: { day: jalali('1405/09/30') } },
    ])
  })

  it('a contract that was granted stands before its first month is in the record', () => {
    const granted = [requestSummary('STUDENT_CONTRACT', '18', '1048400185', jalali('1405/08/02'))]
    expect(reasons({ ...freshman, requests: granted })).toEqual(['student-contract-in-force'])
    const refused = [requestSummary('STUDENT_CONTRACT', '19', '1048400185', jalali('1405/08/02'))]
    expect(reasons({ ...freshman, requests: refused })).toEqual([])
  })
})

describe('who signs', () => {
  it('is told by the visit and not asked', () => {
    expect(choices(freshman)).toEqual({ signer: [{ id: 'APPLICANT' }] })
    expect(prefill(freshman)).toEqual({ signer: 'APPLICANT' })
    expect(choices(guarded('GUARDIAN'))).toEqual({ signer: [{ id: 'GUARDIAN' }] })
    expect(prefill(guarded('GUARDIAN'))).toEqual({
      guardianId: '0000001384',
      signer: 'GUARDIAN',
      guardianshipDate: jalali('1404/05/06'),
    })
    expect(prefill(guarded('NATURAL_GUARDIAN'))).toEqual({
      signer: 'NATURAL_GUARDIAN',
      guardianId: '0000001384',
    })
  })

  it('decides whether an order of a court is asked for', () => {
    const codes = (facts: ServiceFacts) => papers({}, facts).map(({ code }) => code)
    const own = ['NATIONAL_CARD', 'BIRTH_CERTIFICATE', 'STUDENT_CARD', 'PHOTO']
    expect(codes(freshman)).toEqual(own)
    expect(codes(guarded('NATURAL_GUARDIAN'))).toEqual(own)
    expect(codes(guarded('GUARDIAN'))).toEqual([...own, 'GUARDIANSHIP_ORDER'])
    expect(papers({}, guarded('GUARDIAN')).every(({ required }) => required)).toBe(true)
  })

  it('cannot be somebody else than who stands here', () => {
    expect(faults(form, freshman)).toEqual([])
    expect(faults({ ...form, signer: 'APPLICANT' }, guarded('GUARDIAN'))).toEqual([
      { field: 'signer', fault: 'not-by-this-visit' },
    ])
  })

  it('a guardian leaves his number and the day of his order', () => {
    const signed = { ...form, signer: 'GUARDIAN' as const }
    const facts = guarded('GUARDIAN')
    expect(faults(signed, facts)).toEqual([
      { field: 'guardianId', fault: 'required' },
      { field: 'guardianshipDate', fault: 'required' },
    ])
    const whole = { ...signed, guardianId: '0000001015', guardianshipDate: jalali('1404/05/06') }
    expect(faults(whole, facts)).toEqual([])
    expect(faults({ ...whole, guardianId: facts.identity.personId }, facts)).toEqual([
      { field: 'guardianId', fault: 'same-person' },
    ])
    expect(faults({ ...whole, guardianshipDate: jalali('1405/09/03') }, facts)).toEqual([
      { field: 'guardianshipDate', fault: 'future' },
    ])
    const father = { ...whole, signer: 'NATURAL_GUARDIAN' as const, guardianshipDate: null }
    expect(faults(father, guarded('NATURAL_GUARDIAN'))).toEqual([])
  })
})

describe('while it is typed', () => {
  it('the premium follows the income and the rate', () => {
    expect(judge({ income: rial(200_000_000) }, freshman)?.estimate).toBeUndefined()
    const typed = { income: rial(200_000_000), rate: 'STUDENT_HIGH' as const }
    expect(judge(typed, freshman)?.estimate?.amount).toBe(36_000_000)
  })
})
