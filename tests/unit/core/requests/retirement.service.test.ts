import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import { RetirementForm } from '#core/pensions/retirement.model.ts'
import { retirementService } from '#core/requests/retirement.service.ts'
import { showcaseContributions } from '../../../support/contributions.ts'
import { jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const man = { sex: 'M', birthDate: jalali('1352/01/01') } as const
const facts = serviceFacts({ identity: man, rows: showcaseContributions('90000129') })
const form = RetirementForm.parse({
  applicant: 'INSURED',
  workshopCode: null,
  work: 'ORDINARY',
  hazardousYears: null,
  veteran: false,
  path: 'SERVICE',
  papers: [],
  note: '',
})
const faults = (changes: Partial<RetirementForm>, of = facts) =>
  retirementService.faults({ ...form, ...changes }, of).map(({ field, fault }) => [field, fault])

const pension: PensionFile = {
  pensionNumber: '8000101',
  insuranceNumber: '90000129',
  pensionType: 'RETIREMENT',
  status: 'ACTIVE',
  shareStatus: 'ACTIVE',
  relation: 'SELF',
  shareBp: 10_000,
  amount: rial(200_000_000),
  ownerName: 'منصور نمونه',
  branchCode: '900',
  branchName: 'شعبه نمونه',
  establishedOn: jalali('1404/01/01'),
  endedOn: null,
  endReason: null,
  contributionDays: 10_950,
  averageWage: null,
  proportional: false,
  lastPaidOn: null,
}

describe('what the file alone tells', () => {
  it('shows the paths of the showcase man and proposes the one that is open', () => {
    const decision = retirementService.judge({}, facts)
    expect(decision?.entitled).toBe(true)
    expect(decision?.options?.filter(({ entitled }) => entitled).map(({ code }) => code)).toEqual([
      'SERVICE',
    ])
    expect(retirementService.prefill(facts)).toEqual({
      applicant: 'INSURED',
      work: 'ORDINARY',
      veteran: false,
      path: 'SERVICE',
    })
  })

  it('proposes no path to who has none', () => {
    const nobody = serviceFacts({ identity: man })
    expect(retirementService.judge({}, nobody)?.because).toEqual([
      { code: 'no-retirement-path', values: {} },
    ])
    expect(retirementService.prefill(nobody)).not.toHaveProperty('path')
  })

  it.each([
    ['a retirement pension refuses', pension, ['already-retired']],
    ['a suspended one too', { ...pension, status: 'SUSPENDED' }, ['already-retired']],
    ['one that has ended does not', { ...pension, status: 'TERMINATED' }, []],
    ['the share of another one does not', { ...pension, relation: 'SPOUSE' }, []],
    ['a disability pension does not', { ...pension, pensionType: 'DISABILITY_PARTIAL' }, []],
  ] as const)('%s', (_, file, reasons) => {
    const decision = retirementService.judge({}, { ...facts, pensions: [file] })
    expect(decision?.because.map(({ code }) => code)).toEqual(reasons)
  })

  it('shows the disability pension that he draws, while it is paid', () => {
    const drawn = { ...pension, pensionType: 'DISABILITY_TOTAL' } as const
    const shown = (file: PensionFile) =>
      retirementService
        .judge({}, { ...facts, pensions: [file] })
        ?.figures.find(({ code }) => code === 'disability-pension')?.value
    expect(shown(drawn)).toBe(200_000_000)
    expect(shown({ ...drawn, status: 'SUSPENDED' })).toBeUndefined()
  })

  it('refuses who was granted it before', () => {
    const granted = requestSummary('RETIREMENT', '18', '1048400001')
    expect(retirementService.judge({}, { ...facts, requests: [granted] })?.because[0]?.code).toBe(
      'retirement-granted',
    )
  })
})

describe('the form', () => {
  it('is right as it is proposed', () => {
    expect(faults({})).toEqual([])
  })

  it('takes no path that is not open', () => {
    expect(faults({ path: 'AGE' })).toEqual([['path', 'path-not-open']])
    expect(faults({ path: 'HAZARDOUS', work: 'HAZARDOUS_CONTINUOUS', hazardousYears: 20 })).toEqual(
      [],
    )
  })

  it('asks for the years of hazardous work, and uses them only for such work', () => {
    expect(faults({ path: 'HAZARDOUS', work: 'HAZARDOUS_INTERRUPTED' })).toEqual([
      ['hazardousYears', 'required'],
      ['path', 'path-not-open'],
    ])
    expect(faults({ path: 'HAZARDOUS', hazardousYears: 25 })).toEqual([['path', 'path-not-open']])
  })

  it('asks an employer for his workshop and for the path of age', () => {
    const old = serviceFacts({
      identity: { ...man, birthDate: jalali('1338/01/01') },
      rows: facts.rows,
    })
    const employer = { applicant: 'EMPLOYER', path: 'AGE' } as const
    expect(faults({ ...employer }, old)).toEqual([['workshopCode', 'required']])
    expect(faults({ ...employer, workshopCode: '1234567890' }, old)).toEqual([
      ['workshopCode', 'invalid_value'],
    ])
    const [workshop] = retirementService.choices(old)['workshopCode'] ?? []
    expect(workshop).toEqual({ id: '9000021007', label: '9000021007' })
    expect(faults({ ...employer, workshopCode: workshop?.id ?? '' }, old)).toEqual([])
    expect(
      faults({ applicant: 'EMPLOYER', path: 'SERVICE', workshopCode: '9000021007' }, old),
    ).toEqual([['path', 'employer-path']])
  })

  it('offers the path of woman workers to women', () => {
    const offered = (of: typeof facts) =>
      retirementService.choices(of)['path']?.some(({ id }) => id === 'WOMAN_WORKER')
    expect(offered(facts)).toBe(false)
    expect(offered(serviceFacts())).toBe(true)
  })

  it('asks for the ruling where hazardous work is stated, for the letter of leaving never', () => {
    const papers = (work: RetirementForm['work'], account = facts.account) =>
      Object.fromEntries(
        retirementService
          .papers({ work }, { ...facts, account })
          .map(({ code, required }) => [code, required]),
      )
    expect(papers('ORDINARY')).toEqual({
      REQUEST_FORM: true,
      BIRTH_CERTIFICATE: true,
      NATIONAL_CARD: true,
      PHOTO: true,
      ACCOUNT_PROOF: false,
      LEAVE_WORK_LETTER: false,
    })
    expect(papers('ORDINARY', null)).toMatchObject({ ACCOUNT_PROOF: true })
    expect(papers('HAZARDOUS_INTERRUPTED')).toMatchObject({ HAZARDOUS_JOB_RULING: true })
  })
})
