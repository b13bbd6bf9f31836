import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownPerson } from '#core/account/dependant-add.rules.ts'
import type { DependantAddForm } from '#core/account/dependant-requests.model.ts'
import { DependantRelation } from '#core/insured/insured.model.ts'
import { addDays } from '#core/kernel/day.ts'
import { dependantAddService } from '#core/requests/dependant-add.service.ts'
import { dependantEndService } from '#core/requests/dependant-end.service.ts'
import type { RequestPaper } from '#core/requests/request-paper.model.ts'
import { dependant, jalali, serviceFacts } from '../../../support/service-facts.ts'

/** A man of 1360; the day is 1405/09/02. */
const father = serviceFacts({
  identity: { personId: '0000001198', sex: 'M', birthDate: jalali('1360/01/01') },
})
const mother = serviceFacts({ identity: { birthDate: jalali('1360/01/01') } })

function known(
  identity: Partial<KnownPerson['identity']>,
  others: Partial<KnownPerson> = {},
): KnownPerson {
  return {
    identity: {
      ...father.identity,
      citizenId: 77,
      personId: '0000001252',
      sex: 'F',
      birthDate: jalali('1390/01/01'),
      maritalStatus: 'SINGLE',
      ...identity,
    },
    profiles: [],
    covers: [],
    ...others,
  }
}
const reasons = (
  typed: Partial<DependantAddForm>,
  facts: Parameters<typeof dependantAddService.judge>[1] = father,
) => dependantAddService.judge(typed, facts)?.because.map(({ code }) => code)

describe('who may be added', () => {
  it.each([
    ['a son of 19', 'SON', '1385/09/04', {}, []],
    ['a son who is 20 today', 'SON', '1385/09/02', {}, ['son-past-age']],
    ['a student of 24', 'SON', '1381/01/01', { studying: true }, []],
    ['a son who cannot work', 'SON', '1381/01/01', { disabled: true }, []],
    ['a daughter without husband', 'DAUGHTER', '1381/01/01', { maritalStatus: 'SINGLE' }, []],
    ['a widowed daughter', 'DAUGHTER', '1381/01/01', { maritalStatus: 'WIDOWED' }, []],
    [
      'a married daughter',
      'DAUGHTER',
      '1381/01/01',
      { maritalStatus: 'MARRIED' },
      ['daughter-married'],
    ],
    ['a wife', 'SPOUSE', '1365/01/01', {}, []],
    ['a father of 60', 'FATHER', '1345/09/02', {}, []],
    ['a father of 59', 'FATHER', '1345/09/03', {}, ['father-below-age']],
    ['a mother of 55', 'MOTHER', '1350/09/02', {}, []],
    ['a mother of 54', 'MOTHER', '1350/09/03', {}, ['mother-below-age']],
    ['a son older than his father', 'SON', '1359/01/01', { disabled: true }, ['child-not-younger']],
    [
      'a father younger than his son',
      'FATHER',
      '1361/01/01',
      { disabled: true },
      ['parent-not-older'],
    ],
  ] as const)('%s', (_who, relation, birth, others, expected) => {
    expect(reasons({ relation, birthDate: jalali(birth), ...others })).toEqual([...expected])
  })

  it('a husband from sixty or unable to work, and only one', () => {
    const young = { relation: 'SPOUSE', birthDate: jalali('1358/01/01') } as const
    expect(reasons(young, mother)).toEqual(['husband-below-age'])
    expect(reasons({ ...young, disabled: true }, mother)).toEqual([])
    const husband = dependant({ relation: 'SPOUSE', sex: 'M', personId: '0000001260' })
    const wed = { ...mother, dependants: [husband] }
    expect(reasons({ ...young, disabled: true }, wed)).toEqual(['husband-already'])
    const over = { ...husband, toDate: jalali('1404/01/01') }
    expect(reasons({ ...young, disabled: true }, { ...mother, dependants: [over] })).toEqual([])
  })

  it('nobody twice, here or elsewhere', () => {
    const girl = { relation: 'DAUGHTER', birthDate: jalali('1390/01/01') } as const
    const other = known({})
    expect(reasons(girl, { ...father, other, dependants: [dependant()] })).toEqual([
      'dependant-already-here',
    ])
    const cover = { relation: 'DAUGHTER', fromDate: jalali('1391/01/01'), toDate: null } as const
    const elsewhere = (insuredCitizenId: number, toDate: typeof girl.birthDate | null = null) => ({
      ...father,
      other: known({}, { covers: [{ ...cover, insuredCitizenId, toDate }] }),
    })
    expect(reasons(girl, elsewhere(99))).toEqual(['dependant-of-another'])
    expect(reasons(girl, elsewhere(99, jalali('1405/09/01')))).toEqual([])
  })

  it('nobody of the other sex, no daughter with a job, nobody who died', () => {
    const girl = { relation: 'DAUGHTER', birthDate: jalali('1381/01/01') } as const
    expect(reasons(girl, { ...father, other: known({ sex: 'M' }) })).toEqual([
      'dependant-other-sex',
    ])
    const [profile] = father.profiles
    if (!profile) throw new Error('no profile')
    const insured = (insuranceType: typeof profile.insuranceType, status = profile.status) => ({
      ...father,
      other: known({}, { profiles: [{ ...profile, insuranceType, status }] }),
    })
    expect(reasons(girl, insured('COMPULSORY'))).toEqual(['daughter-working'])
    expect(reasons(girl, insured('STUDENT'))).toEqual([])
    expect(reasons(girl, insured('COMPULSORY', 'INACTIVE'))).toEqual([])
    const dead = known({ deathDate: jalali('1400/01/01') })
    expect(reasons(girl, { ...father, other: dead })).toEqual(['dependant-deceased'])
  })

  it('the registry goes before what was typed', () => {
    const other = known({ maritalStatus: 'MARRIED' })
    const typed = { relation: 'DAUGHTER', maritalStatus: 'SINGLE' } as const
    expect(reasons({ ...typed, birthDate: jalali('1381/01/01') }, { ...father, other })).toEqual([
      'daughter-married',
    ])
  })

  it('nobody without an insurance number, with the article', () => {
    const decision = dependantAddService.judge({}, { ...father, profiles: [] })
    expect(decision).toMatchObject({
      entitled: false,
      because: [{ code: 'no-insurance-number' }],
      articles: ['SSA-58'],
    })
    expect(dependantAddService.judge({}, father)).toBeNull()
  })

  it('is a son exactly until the day on which he is twenty', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (offset) => {
        const birthDate = addDays(jalali('1385/09/02'), offset)
        fc.pre(birthDate <= father.today)
        const entitled = dependantAddService.judge({ relation: 'SON', birthDate }, father)?.entitled
        expect(entitled).toBe(birthDate > jalali('1385/09/02'))
      }),
    )
  })
})

describe('papers of an added dependant', () => {
  const papers = (typed: Partial<DependantAddForm>) =>
    dependantAddService.papers(typed, father).map(({ code }) => code)
  it.each([
    [
      { relation: 'SPOUSE' },
      ['DEPENDANT_BIRTH_CERTIFICATE', 'BIRTH_CERTIFICATE_PAGE_2', 'MARRIAGE_DEED'],
    ],
    [{ relation: 'DAUGHTER' }, ['DEPENDANT_BIRTH_CERTIFICATE', 'DAUGHTER_DECLARATION']],
    [{ relation: 'SON', birthDate: jalali('1390/01/01') }, ['DEPENDANT_BIRTH_CERTIFICATE']],
    [
      { relation: 'SON', birthDate: jalali('1381/01/01'), studying: true },
      ['DEPENDANT_BIRTH_CERTIFICATE', 'STUDY_CERTIFICATE'],
    ],
    [
      { relation: 'SON', birthDate: jalali('1381/01/01'), disabled: true },
      ['DEPENDANT_BIRTH_CERTIFICATE', 'DISABILITY_RULING'],
    ],
    [{ relation: 'MOTHER' }, ['DEPENDANT_BIRTH_CERTIFICATE', 'MAINTENANCE_PROOF']],
  ] as const)('%j', (typed, expected) => {
    expect(papers(typed)).toEqual(expected)
  })

  it('are of another person: none in the box counts', () => {
    for (const relation of DependantRelation.options)
      for (const paper of dependantAddService.papers({ relation }, father))
        expect(paper).toMatchObject({ required: true, anew: true })
  })
})

describe('a form to add', () => {
  const form: DependantAddForm = {
    relation: 'DAUGHTER',
    personId: '0000001252',
    fullName: 'دختر نمونه',
    birthDate: jalali('1390/01/01'),
    maritalStatus: 'SINGLE',
    insuranceNumber: '0090000105',
    studying: false,
    disabled: false,
    noJob: true,
    maintained: false,
    papers: [],
    note: '',
  }
  const faults = (others: Partial<DependantAddForm>, facts = father) =>
    dependantAddService.faults({ ...form, ...others }, facts)

  it.each([
    [{ personId: '0000001198' }, 'personId', 'same-person'],
    [{ insuranceNumber: '0090000199' }, 'insuranceNumber', 'not-offered'],
    [{ birthDate: jalali('1405/09/03') }, 'birthDate', 'future'],
    [{ maritalStatus: null }, 'maritalStatus', 'required'],
  ])('%j: %s %s', (others, field, fault) => {
    expect(faults(others)).toEqual([{ field, fault }])
  })

  it('says of a known person what is registered', () => {
    const other = known({ firstName: 'دختر', lastName: 'نمونه' })
    const facts = { ...father, other }
    expect(faults({}, facts)).toEqual([])
    expect(dependantAddService.fill?.(facts)).toEqual({
      fullName: 'دختر نمونه',
      birthDate: jalali('1390/01/01'),
      maritalStatus: 'SINGLE',
    })
    expect(faults({ fullName: 'کس دیگر', birthDate: jalali('1391/01/01') }, facts)).toEqual([
      { field: 'birthDate', fault: 'not-as-registered' },
      { field: 'fullName', fault: 'not-as-registered' },
    ])
  })

  it('asks about a whole identifier only, in any digits', () => {
    expect(dependantAddService.otherPerson?.({ personId: '۰۰۰۰۰۰۱۲۵۲' })).toBe('0000001252')
    expect(dependantAddService.otherPerson?.({ personId: '00000012' })).toBeNull()
    expect(dependantAddService.otherPerson?.({ personId: '0000001253' })).toBeNull()
  })
})

describe('ending', () => {
  const daughter = dependant()
  const wife = dependant({ relation: 'SPOUSE', personId: '0000001260' })
  const ended = dependant({ personId: '0000001279', toDate: jalali('1404/01/01') })
  const facts = { ...father, dependants: [wife, daughter, ended] }
  const form = {
    dependant: '0090000105/0000001252',
    reason: 'MARRIAGE' as const,
    endedOn: jalali('1405/09/01'),
    papers: [] as RequestPaper[],
    note: '',
  }

  it('offers those who are dependants today', () => {
    expect(dependantEndService.choices(facts)['dependant']?.map(({ id }) => id)).toEqual([
      '0090000105/0000001260',
      '0090000105/0000001252',
    ])
    expect(dependantEndService.judge({}, facts)).toBeNull()
    expect(dependantEndService.judge({}, { ...facts, dependants: [ended] })).toMatchObject({
      entitled: false,
      because: [{ code: 'no-dependant-to-end' }],
    })
    expect(dependantEndService.judge(form, facts)).toMatchObject({ entitled: true })
  })

  it.each([
    [{}, undefined],
    [{ reason: 'DIVORCE' }, 'not-of-relation'],
    [{ dependant: '0090000105/0000001260' }, 'not-of-relation'],
    [{ dependant: '0090000105/0000001260', reason: 'DIVORCE' }, undefined],
    [{ dependant: '0090000105/0000001279' }, 'not-offered'],
    [{ endedOn: jalali('1405/09/03') }, 'future'],
    [{ endedOn: jalali('1380/01/01') }, 'before-cover'],
  ] as const)('%j: %s', (others, fault) => {
    const [found] = dependantEndService.faults({ ...form, ...others }, facts)
    expect(found?.fault).toBe(fault)
  })

  it.each([
    ['DIVORCE', 'DIVORCE_DEED'],
    ['MARRIAGE', 'MARRIAGE_DEED'],
    ['WORK', 'EMPLOYMENT_PROOF'],
    ['DEATH', 'DEATH_CERTIFICATE'],
    ['NOT_MAINTAINED', 'REQUEST_FORM'],
    ['OTHER_COVER', 'REQUEST_FORM'],
  ] as const)('by %s asks for %s', (reason, code) => {
    expect(dependantEndService.papers({ reason }, facts)).toEqual([
      { code, required: true, anew: true },
    ])
  })
})
