import { describe, expect, it } from 'vitest'
import { RecordObjectionForm } from '#core/insured/record-objection.model.ts'
import type { PensionFile } from '#core/pensions/pension.model.ts'
import { rial } from '#core/kernel/rial.ts'
import { openRequest } from '#core/requests/known-requests.rules.ts'
import { recordObjectionService as service } from '#core/requests/record-objection.service.ts'
import { recordSpans } from '../../../support/record-spans.ts'
import { jalali, requestSummary, serviceFacts } from '../../../support/service-facts.ts'

const rows = recordSpans('A 1402/01-1402/12:30@60000000')
const facts = serviceFacts({ rows })
const line = {
  insuranceNumber: '0090000000',
  workshopCode: '9000011065',
  branchCode: '900',
  contractRow: '000',
  recordType: 'COMPULSORY',
  ...{ year: 1402, month: 3, workshopName: 'کارگاه A', recordedDays: 30, recordedWage: 60_000_000 },
  ...{ claimedDays: '۳۱', claimedWage: '', claimedWorkshop: '' },
}
const typed = { lines: [line], referenceCode: '', papers: ['PAY_SLIPS'], note: '' }
const form = RecordObjectionForm.parse(typed)
const pension = (others: Partial<PensionFile>): PensionFile => ({
  pensionNumber: '8000101',
  insuranceNumber: '0090000105',
  pensionType: 'RETIREMENT',
  status: 'ACTIVE',
  shareStatus: 'ACTIVE',
  relation: 'SELF',
  shareBp: 10_000,
  amount: rial(160_000_000),
  ownerName: 'مریم مادری نمونه',
  branchCode: '900',
  branchName: 'شعبه نمونه',
  establishedOn: jalali('1400/01/01'),
  endedOn: null,
  endReason: null,
  contributionDays: null,
  averageWage: null,
  proportional: false,
  lastPaidOn: null,
  ...others,
})

describe('what the file alone tells', () => {
  it('lets an insured person with records object', () => {
    expect(service.judge({}, facts)).toMatchObject({ entitled: true, figures: [] })
  })

  it.each([
    ['a person without records', serviceFacts(), 'no-record-to-object'],
    ['a guest', serviceFacts({ profiles: [] }), 'no-insurance-number'],
    ['a pensioner', serviceFacts({ rows, pensions: [pension({})] }), 'records-settled'],
    [
      'a pensioner whose pension is suspended',
      serviceFacts({ rows, pensions: [pension({ status: 'SUSPENDED' })] }),
      'records-settled',
    ],
    [
      'a person marked as retired',
      serviceFacts({
        rows,
        profiles: facts.profiles.map((one) => ({ ...one, status: 'RETIRED' })),
      }),
      'records-settled',
    ],
  ])('refuses %s with the reason', (_, file, code) => {
    expect(service.judge({}, file)).toMatchObject({ entitled: false, because: [{ code }] })
  })

  it.each([
    ['of a partial disability', pension({ pensionType: 'DISABILITY_PARTIAL' })],
    ['of a survivor', pension({ pensionType: 'SURVIVORS', relation: 'SPOUSE' })],
    ['that has ended', pension({ status: 'TERMINATED' })],
  ])('a pension %s leaves the records open', (_, one) => {
    expect(service.judge({}, serviceFacts({ rows, pensions: [one] }))?.entitled).toBe(true)
  })

  it('counts what the lines claim', () => {
    const decision = service.judge({ lines: form.lines }, facts)
    expect(decision?.figures.map(({ code, value }) => [code, value])).toEqual([
      ['objected-months', 1],
      ['claimed-days-more', 1],
    ])
  })
})

describe('one at a time', () => {
  it.each(['RECORD_OBJECTION', 'RECORD_MISSING'] as const)('an open %s blocks', (kind) => {
    const open = requestSummary(kind, '9', '1048400197')
    expect(openRequest(service, {}, serviceFacts({ requests: [open] }))).toEqual(open)
  })

  it('a decided one does not', () => {
    const requests = (['18', '19', 'CANCELLED', 'DRAFT'] as const).map((status) =>
      requestSummary('RECORD_MISSING', status, '1048400197'),
    )
    expect(openRequest(service, {}, serviceFacts({ requests }))).toBeUndefined()
  })
})

describe('the refused request that it follows', () => {
  const refused = requestSummary('RECORD_OBJECTION', '19', '1048400196', jalali('1405/06/01'))
  const after = serviceFacts({ rows, requests: [refused] })

  it('is offered and filled in', () => {
    expect(service.prefill(after)).toEqual({ referenceCode: '1048400196' })
    expect(service.choices(after)).toEqual({
      referenceCode: [{ id: '1048400196', label: '۱۰۴۸۴۰۰۱۹۶ (۱۴۰۵/۰۶/۰۱)' }, { id: 'NONE' }],
    })
    expect(service.referenceOf?.({ ...form, referenceCode: '1048400196' })).toBe('1048400196')
    expect(service.faults({ ...form, referenceCode: '1048400196' }, after)).toEqual([])
  })

  it('is nothing where none was refused, or where the clerk says so', () => {
    expect(service.prefill(facts)).toEqual({ referenceCode: '' })
    expect(service.choices(facts)).toEqual({ referenceCode: [] })
    for (const referenceCode of ['', 'NONE'])
      expect(service.referenceOf?.({ ...form, referenceCode })).toBeNull()
    expect(service.faults({ ...form, referenceCode: 'NONE' }, after)).toEqual([])
  })

  it('must have been refused, and be of the same kind', () => {
    const other = { ...refused, kind: 'RECORD_MISSING' as const }
    const others = serviceFacts({ rows, requests: [other] })
    expect(service.faults({ ...form, referenceCode: '1048400196' }, others)).toEqual([
      { field: 'referenceCode', fault: 'not-refused' },
    ])
  })
})

describe('the form', () => {
  it('is whole with a line and one of the papers', () => {
    expect(service.faults(form, facts)).toEqual([])
    expect(service.papers({}, facts).some(({ required }) => required)).toBe(false)
  })

  it('wants some evidence, and no other paper does', () => {
    for (const papers of [[], ['NATIONAL_CARD' as const]])
      expect(service.faults({ ...form, papers }, facts)).toEqual([
        { field: 'papers', fault: 'evidence-missing' },
      ])
  })

  it('names the place of a fault inside its lines', () => {
    const wrong = RecordObjectionForm.parse({
      ...typed,
      lines: [line, { ...line, month: 7, claimedDays: '31' }],
    })
    expect(service.faults(wrong, facts)).toMatchObject([
      { field: 'lines.1.claimedDays', fault: 'claimed-days-beyond-month', values: { length: 30 } },
    ])
  })
})
