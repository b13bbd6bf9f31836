import { describe, expect, it } from 'vitest'
import { AssistiveDeviceForm } from '#core/benefits/assistive-device.model.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { assistiveDeviceService } from '#core/requests/assistive-device.service.ts'
import { openRequest } from '#core/requests/known-requests.rules.ts'
import type { FiledForm } from '#core/requests/requests.ports.ts'
import { dependant, jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const { judge, papers, prefill, choices, faults } = assistiveDeviceService
const daughter = dependant()
const facts = serviceFacts({ dependants: [daughter] })
const form = AssistiveDeviceForm.parse({
  user: '0000001252',
  device: 'GLASSES',
  count: null,
  prescriptionDate: jalali('1405/08/20'),
  doctorName: 'پزشک نمونه',
  invoiceNumber: '۱۲۳/الف',
  invoiceDate: jalali('1405/08/25'),
  invoiceAmount: 45_000_000,
  papers: ['PRESCRIPTION', 'STAMPED_INVOICE'],
  note: '',
})

function filed(status: FiledForm['status'], changes: Partial<AssistiveDeviceForm> = {}): FiledForm {
  return {
    trackingCode: '1048400190',
    kind: 'ORTHO_PROSTHESIS',
    status,
    filedOn: jalali('1405/08/26'),
    form: { ...form, ...changes },
  }
}

const pension: PensionFile = {
  pensionNumber: '8000109',
  insuranceNumber: '0090000109',
  pensionType: 'SURVIVORS',
  status: 'ACTIVE',
  shareStatus: 'ACTIVE',
  relation: 'SPOUSE',
  shareBp: 5000,
  amount: rial(80_000_000),
  ownerName: 'درگذشته نمونه',
  branchCode: '900',
  branchName: 'شعبه نمونه',
  establishedOn: jalali('1402/04/01'),
  endedOn: null,
  endReason: null,
  contributionDays: null,
  averageWage: null,
  proportional: false,
  lastPaidOn: null,
}

const reasons = (asked: Partial<AssistiveDeviceForm>, known = facts) =>
  judge(asked, known)?.because.map(({ code }) => code)

describe('who may ask', () => {
  it('an insured person of any kind and a beneficiary of unemployment insurance', () => {
    const [profile] = facts.profiles
    if (!profile) throw new Error('no profile')
    for (const insuranceType of ['COMPULSORY', 'VOLUNTARY', 'AGREED', 'UNEMPLOYMENT'] as const)
      expect(reasons({}, serviceFacts({ profiles: [{ ...profile, insuranceType }] }))).toEqual([])
  })

  it('a pensioner and a survivor whose share is paid', () => {
    const known = serviceFacts({ profiles: [], pensions: [pension] })
    expect(judge({}, known)).toMatchObject({ entitled: true, articles: ['SSA-54', 'SSA-89'] })
    const ended = serviceFacts({
      profiles: [],
      pensions: [{ ...pension, shareStatus: 'TERMINATED' }],
    })
    expect(reasons({}, ended)).toEqual(['device-not-covered'])
  })

  it('for himself, for a dependant and for nobody else', () => {
    expect(reasons({ ...form, user: '0000001058' })).toEqual([])
    expect(reasons(form)).toEqual([])
    expect(reasons({ ...form, user: '0010000011' })).toEqual(['user-not-dependant'])
  })

  it('for a dependant by the newest of his registrations', () => {
    const ended = dependant({ toDate: jalali('1400/01/01'), endReason: 'ازدواج' })
    const again = dependant({ fromDate: jalali('1403/01/01') })
    expect(reasons(form, serviceFacts({ dependants: [ended, again] }))).toEqual([])
    expect(reasons(form, serviceFacts({ dependants: [ended] }))).toEqual(['dependant-ended'])
  })
})

describe('earlier requests', () => {
  it('of the same user are counted, granted or under way', () => {
    const known = (status: FiledForm['status']) =>
      serviceFacts({ dependants: [daughter], filed: [filed(status)] })
    expect(reasons(form, known('18'))).toEqual(['device-not-renewed'])
    expect(reasons(form, known('9'))).toEqual(['device-under-way'])
    expect(reasons(form, known('19'))).toEqual([])
    expect(reasons({ ...form, user: '0000001058' }, known('18'))).toEqual([])
  })

  it('of the centre are shown with their day, as they do not tell the device', () => {
    const known = serviceFacts({
      dependants: [daughter],
      filed: [filed('19')],
      requests: [
        requestSummary('ORTHO_PROSTHESIS', '18', '1048400190'),
        requestSummary('ORTHO_PROSTHESIS', '18', '2500000325', jalali('1404/10/28')),
        requestSummary('ORTHO_PROSTHESIS', '9', '2500000326', jalali('1405/07/29')),
        requestSummary('ORTHO_PROSTHESIS', '19', '2500000327', jalali('1405/08/29')),
      ],
    })
    expect(judge(form, known)?.figures.at(-1)).toEqual({
      code: 'device-request-elsewhere',
      value: jalali('1405/07/29'),
      unit: 'DATE',
    })
  })

  it('of another device or another user do not stand in the way, nor does one of the centre', () => {
    const known = serviceFacts({
      dependants: [daughter],
      filed: [filed('9')],
      requests: [requestSummary('ORTHO_PROSTHESIS', '9', '1048400190')],
    })
    expect(openRequest(assistiveDeviceService, form, known)).toBeUndefined()
    expect(reasons({ ...form, device: 'CANE' }, known)).toEqual([])
    expect(reasons({ ...form, user: '0000001058' }, known)).toEqual([])
  })
})

describe('the form', () => {
  it('offers the person and the dependants, those entitled today first', () => {
    const son = dependant({
      personId: '0000001211',
      fullName: 'پسر نمونه',
      sex: 'M',
      relation: 'SON',
      birthDate: jalali('1380/01/01'),
    })
    const known = serviceFacts({ dependants: [son, daughter, daughter] })
    expect(choices(known)['user']?.map(({ id }) => id)).toEqual([
      '0000001058',
      '0000001252',
      '0000001211',
    ])
  })

  it('fills in the user where nobody else can be meant', () => {
    expect(prefill(facts)).toEqual({})
    expect(prefill(serviceFacts())).toEqual({ user: '0000001058' })
  })

  it('asks for what the device asks for', () => {
    const asked = (device: AssistiveDeviceForm['device'] | undefined) =>
      papers({ device }, facts).map(({ code, required }) => (required ? code : `(${code})`))
    expect(asked(undefined)).toEqual(['PRESCRIPTION', 'STAMPED_INVOICE'])
    expect(asked('GLASSES')).toEqual(['PRESCRIPTION', 'STAMPED_INVOICE'])
    expect(asked('HEARING_AID')).toEqual([
      'PRESCRIPTION',
      'STAMPED_INVOICE',
      'PHYSICIAN_OPINION',
      '(EAR_MOULD)',
      '(WARRANTY)',
    ])
  })

  it('has faults that its schema cannot see', () => {
    const found = (changes: Partial<AssistiveDeviceForm>) => faults({ ...form, ...changes }, facts)
    expect(found({})).toEqual([])
    expect(found({ count: 2 })).toEqual([{ field: 'count', fault: 'not-asked' }])
    expect(found({ device: 'TOOTH' })).toEqual([{ field: 'count', fault: 'required' }])
    expect(found({ device: 'HEARING_AID', count: 3 })).toEqual([
      { field: 'count', fault: 'too-many-pieces', values: { most: 2 } },
    ])
    expect(
      found({ prescriptionDate: jalali('1405/09/03'), invoiceDate: jalali('1405/09/03') }),
    ).toEqual([
      { field: 'prescriptionDate', fault: 'future' },
      { field: 'invoiceDate', fault: 'future' },
    ])
    expect(AssistiveDeviceForm.safeParse({ ...form, invoiceAmount: 0 }).success).toBe(false)
  })

  it('counts pieces only where the device has them', () => {
    const paid = (device: AssistiveDeviceForm['device'], count: number) =>
      judge({ ...form, device, count }, facts)?.estimate?.amount
    expect(paid('TOOTH', 4)).toBe(14_000_000)
    expect(paid('GLASSES', 4)).toBe(10_500_000)
  })
})
