import { describe, expect, it } from 'vitest'
import { MaternityForm } from '#core/benefits/maternity.model.ts'
import { maternityService } from '#core/requests/maternity.service.ts'
import { showcaseContributions } from '../../../support/contributions.ts'
import { jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const facts = serviceFacts({ rows: showcaseContributions('90000105') })
const form = MaternityForm.parse({
  pregnancyStatus: 'BORN',
  birthKind: 'SINGLE',
  birthDate: jalali('1405/07/20'),
  leaveKind: 'NINE_MONTHS',
  leaveStart: jalali('1405/07/01'),
  leaveEnd: jalali('1406/03/29'),
  employedAtLeave: true,
  notWorkingInLeave: true,
  newbornId1: '۰۰۱۰۰۰۰۰۱۱',
  newbornId2: null,
  newbornId3: null,
  doctorName: 'پزشک نمونه',
  doctorCode: '900001',
  governmentStaff: false,
  papers: [],
  note: '',
})
const faults = (changes: Partial<MaternityForm>) =>
  maternityService.faults({ ...form, ...changes }, facts).map(({ field, fault }) => [field, fault])

describe('what the file alone tells', () => {
  it('refuses a man with the reason before anything is typed', () => {
    const man = serviceFacts({ identity: { sex: 'M' }, rows: facts.rows })
    expect(maternityService.judge({}, man)).toMatchObject({
      entitled: false,
      because: [{ code: 'not-a-woman' }],
      articles: ['SSA-67'],
    })
  })

  it('refuses a woman without any record', () => {
    expect(maternityService.judge({}, serviceFacts())).toMatchObject({
      entitled: false,
      because: [{ code: 'maternity-record-too-short' }],
    })
  })

  it('shows what the lengths of leave would come to', () => {
    const decision = maternityService.judge({}, facts)
    expect(decision?.entitled).toBe(true)
    expect(decision?.options?.map(({ estimate }) => estimate?.amount)).toEqual([
      893022000,
      1339533000,
      undefined,
    ])
  })
})

describe('the verdict on a form', () => {
  it('estimates the days of the leave as typed, and compares no other once one is chosen', () => {
    const decision = maternityService.judge(form, facts)
    expect(decision?.estimate?.amount).toBe(1339533000)
    expect(decision?.options).toBeUndefined()
  })

  it('takes a condition that nobody answered for fulfilled, and one denied for not', () => {
    expect(maternityService.judge({ birthDate: form.birthDate }, facts)?.entitled).toBe(true)
    const denied = maternityService.judge({ ...form, employedAtLeave: false }, facts)
    expect(denied?.because).toEqual([{ code: 'not-employed-at-leave', values: {} }])
  })

  it('pays one birth once: about the same day, or the same newborn', () => {
    const filed = (changes: Partial<MaternityForm>) =>
      serviceFacts({
        rows: facts.rows,
        filed: [
          {
            trackingCode: '1048400041',
            kind: 'MATERNITY',
            status: '18',
            filedOn: jalali('1405/08/01'),
            form: { ...form, ...changes },
          },
        ],
      })
    const paid = (changes: Partial<MaternityForm>) =>
      maternityService.judge(form, filed(changes))?.because.map(({ code }) => code)
    expect(paid({ birthDate: jalali('1405/06/20'), newbornId1: null })).toEqual([
      'birth-already-paid',
    ])
    expect(paid({ birthDate: jalali('1403/07/20') })).toEqual(['birth-already-paid'])
    expect(paid({ birthDate: jalali('1403/07/20'), newbornId1: '0070000026' })).toEqual([])
  })

  it('shows the day of a request that was granted elsewhere', () => {
    const known = serviceFacts({
      rows: facts.rows,
      requests: [requestSummary('MATERNITY', '18', '1048400041')],
    })
    expect(maternityService.judge(form, known)?.figures).toContainEqual({
      code: 'maternity-granted-elsewhere',
      value: jalali('1405/08/12'),
      unit: 'DATE',
    })
  })
})

describe('papers', () => {
  it('asks government staff for the employment order', () => {
    const required = (governmentStaff: boolean | undefined) =>
      maternityService
        .papers({ governmentStaff }, facts)
        .filter((paper) => paper.required)
        .map(({ code }) => code)
    const always = ['MEDICAL_REST_NOTE', 'BIRTH_CERTIFICATE_PAGE_1', 'BIRTH_CERTIFICATE_PAGE_2']
    expect(required(undefined)).toEqual(always)
    expect(required(true)).toEqual([...always, 'EMPLOYMENT_ORDER'])
  })
})

describe('faults of a whole form', () => {
  it('has none', () => {
    expect(faults({})).toEqual([])
  })

  it.each([
    ['born in the future', { birthDate: jalali('1405/09/03') }, [['birthDate', 'future']]],
    [
      'expected in the past',
      { pregnancyStatus: 'EXPECTED', newbornId1: null },
      [['birthDate', 'past']],
    ],
    [
      'a leave that ends before it begins',
      { leaveEnd: jalali('1405/06/31') },
      [['leaveEnd', 'end-before-start']],
    ],
    [
      'a leave over before the birth',
      { leaveKind: 'SIX_MONTHS', leaveEnd: jalali('1405/07/19') },
      [['leaveEnd', 'before-birth']],
    ],
    [
      'six months called nine',
      { leaveEnd: jalali('1406/01/01') },
      [['leaveKind', 'fits-six-months']],
    ],
    ['no number of the newborn', { newbornId1: null }, [['newbornId1', 'required']]],
    ['the mother as newborn', { newbornId1: '0000001058' }, [['newbornId1', 'same-person']]],
    [
      'more newborns than the kind of pregnancy',
      { newbornId2: '0070000026' },
      [['newbornId2', 'not-asked']],
    ],
    [
      'twins with one number',
      { birthKind: 'TWINS', newbornId2: '0010000011' },
      [['newbornId2', 'repeated']],
    ],
    [
      'triplets with two numbers',
      { birthKind: 'TRIPLETS', newbornId2: '0070000026' },
      [['newbornId3', 'required']],
    ],
  ] satisfies [string, Partial<MaternityForm>, string[][]][])('%s', (_case, changes, expected) => {
    expect(faults(changes)).toEqual(expected)
  })

  it('asks for no number before the birth', () => {
    expect(
      faults({
        pregnancyStatus: 'EXPECTED',
        birthDate: jalali('1405/09/02'),
        newbornId1: null,
      }),
    ).toEqual([])
  })
})
