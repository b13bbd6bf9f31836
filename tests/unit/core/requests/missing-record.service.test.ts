import { describe, expect, it } from 'vitest'
import { MissingRecordForm } from '#core/insured/missing-record.model.ts'
import type { Branch } from '#core/office/branch.model.ts'
import { openRequest } from '#core/requests/known-requests.rules.ts'
import { missingRecordService as service } from '#core/requests/missing-record.service.ts'
import { DraftForm } from '#core/requests/request.model.ts'
import { recordSpans } from '../../../support/record-spans.ts'
import { jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const branch = (branchCode: string, name: string, city: string, province: string): Branch => ({
  ...{ branchCode, name, city, province },
  kind: 'BRANCH',
})
const branches = [
  branch('902', 'شعبه دو تهران', 'تهران', 'تهران'),
  branch('900', 'شعبه یک تهران', 'تهران', 'تهران'),
  branch('903', 'شعبه ری', 'ری', 'تهران'),
  branch('910', 'شعبه پارس‌آباد', 'پارس‌آباد', 'اردبیل'),
]
const facts = serviceFacts({ branches })
const form = MissingRecordForm.parse({
  lines: [
    {
      branchCode: '900',
      insuranceType: 'COMPULSORY',
      workshopCode: '',
      workshopName: 'کارگاه آزمون',
      employerName: 'کارفرمای آزمون',
      address: 'تهران، خیابان آزمون',
      from: jalali('1400/01/01'),
      to: jalali('1400/12/29'),
      days: '۳۰۰',
    },
  ],
  referenceCode: '',
  papers: ['EMPLOYMENT_CONTRACT'],
  note: '',
})

it('a person without any record may claim missing ones', () => {
  expect(service.judge({}, facts)).toMatchObject({ entitled: true, because: [] })
  expect(service.faults(form, facts)).toEqual([])
})

it.each([
  ['a guest', serviceFacts({ profiles: [] }), 'no-insurance-number'],
  ['want of a parameter', serviceFacts({ parameters: [] }), 'parameter-missing'],
])('is no for %s', (_, file, code) => {
  expect(service.judge({}, file)).toMatchObject({ entitled: false, because: [{ code }] })
})

it('an open objection to records blocks it', () => {
  const open = requestSummary('RECORD_OBJECTION', '14', '1048400197')
  expect(openRequest(service, {}, serviceFacts({ requests: [open] }))).toEqual(open)
})

describe('places', () => {
  it('lead from the province to the city to the branch, in the order of the alphabet', () => {
    expect(service.choices(facts)).toEqual({
      province: [
        { id: 'اردبیل', label: 'اردبیل' },
        { id: 'تهران', label: 'تهران' },
      ],
      'city/تهران': [
        { id: 'تهران', label: 'تهران' },
        { id: 'ری', label: 'ری' },
      ],
      'city/اردبیل': [{ id: 'پارس‌آباد', label: 'پارس‌آباد' }],
      'branch/تهران/تهران': [
        { id: '902', label: 'شعبه دو تهران' },
        { id: '900', label: 'شعبه یک تهران' },
      ],
      'branch/تهران/ری': [{ id: '903', label: 'شعبه ری' }],
      'branch/اردبیل/پارس‌آباد': [{ id: '910', label: 'شعبه پارس‌آباد' }],
      referenceCode: [],
    })
  })

  it('begin with the branch of the insurance number', () => {
    const prefilled = service.prefill(facts)
    expect(prefilled).toMatchObject({
      lines: [{ province: 'تهران', city: 'تهران', branchCode: '900', insuranceType: 'COMPULSORY' }],
    })
    expect(DraftForm.parse(prefilled)).toEqual(prefilled)
    expect(service.prefill(serviceFacts())).toMatchObject({ lines: [{ branchCode: '' }] })
  })
})

it('follows a refused request of its kind', () => {
  const refused = requestSummary('RECORD_MISSING', '19', '2500000090', jalali('1405/03/19'))
  const after = serviceFacts({ branches, requests: [refused] })
  expect(service.prefill(after)).toMatchObject({ referenceCode: '2500000090' })
  expect(service.referenceOf?.({ ...form, referenceCode: '2500000090' })).toBe('2500000090')
})

it('names the place of what is wrong', () => {
  const [line] = form.lines
  if (!line) throw new Error('the form has no line')
  const wrong = {
    ...form,
    papers: [],
    lines: [line, { ...line, branchCode: '999', workshopName: 'دیگر', days: 400 }],
  }
  const rows = recordSpans('A 1400/01-1400/02:31@30000000')
  expect(
    service
      .faults(wrong, serviceFacts({ branches, rows }))
      .map(({ field, fault }) => [field, fault]),
  ).toEqual([
    ['lines.1.branchCode', 'branch-unknown'],
    ['lines.0.from', 'work-recorded'],
    ['lines.1.days', 'work-days-beyond-span'],
    ['lines.1.from', 'work-recorded'],
    ['papers', 'evidence-missing'],
  ])
})
