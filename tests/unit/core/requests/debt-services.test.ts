import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { debtArticle16Service } from '#core/requests/debt-article16.service.ts'
import { debtInstalmentService } from '#core/requests/debt-instalment.service.ts'
import { debtObjectionService } from '#core/requests/debt-objection.service.ts'
import { openRequest, roleOfApplicant } from '#core/requests/known-requests.rules.ts'
import {
  jalali,
  openDebt,
  requestSummary,
  serviceFacts,
  stake,
} from '../../../support/service-facts.ts'

const assessed = openDebt()
const voted = openDebt({
  ...{ debtNumber: '100000309', stage: 'PRIMARY', noticeDay: jalali('1405/04/03') },
  ...{ primaryVoteServedOn: jalali('1405/08/30') },
})
const late = openDebt({ debtNumber: '100000306', noticeDay: jalali('1405/08/01') })
const payable = openDebt({
  ...{ debtNumber: '100000007', stage: 'DEFINITIVE', installmentEligible: true },
  ...{ remaining: rial(97_797_371), noticeDay: jalali('1403/02/28') },
})
const employer = serviceFacts({ workshops: [stake()], debts: [late, assessed, voted, payable] })

const ASSESSED = '9000011003/900/100000305'
const VOTED = '9000011003/900/100000309'
const PAYABLE = '9000011003/900/100000007'

const objection = {
  ...{ debt: ASSESSED, ground: 'PENALTY' as const, statement: 'جریمه درست نیست' },
  ...{ referenceCode: '', papers: [], note: '' },
}
const review = {
  ...{ debt: PAYABLE, defect: 'PAID' as const, defectNote: 'رسیدها' },
  ...{ referenceCode: '', papers: [], note: '' },
}
const instalments = {
  ...{ debt: PAYABLE, count: 12, firstMonth: '1405/10' },
  ...{ papers: [], note: '' },
}

describe('an objection to a debt from the file', () => {
  const { choices, faults, papers, prefill } = debtObjectionService

  it('offers the debt whose time ends first, those beyond their time last', () => {
    const offered = choices(employer)['debt'] ?? []
    expect(offered.map(({ id }) => id.slice(-3))).toEqual(['309', '305', '007', '306'])
    expect(offered[1]?.label).toBe('۱۰۰۰۰۰۳۰۵ · مابه‌التفاوت دستمزد · ۱٬۰۰۰٬۰۰۰ · ۱۴۰۵/۰۹/۲۲')
  })

  it('names the workshop where there are several', () => {
    const second = stake({ workshopCode: '9000151004', name: 'کارگاه دوم' })
    const found = choices({ ...employer, workshops: [stake(), second] })['debt'] ?? []
    expect(found[0]?.label).toContain('کارگاه نمونه')
  })

  it('fills in the debt where only one may be chosen', () => {
    expect(prefill(employer)).toEqual({ referenceCode: '' })
    expect(prefill({ ...employer, debts: [late, assessed] })).toEqual({
      debt: ASSESSED,
      referenceCode: '',
    })
  })

  it('asks for what was served: the notice or the vote', () => {
    const required = (debt: string | undefined) =>
      papers(debt === undefined ? {} : { debt }, employer)
        .filter((paper) => paper.required)
        .map(({ code }) => code)
    expect(required(ASSESSED)).toEqual(['OBJECTION_LETTER', 'DEBT_NOTICE'])
    expect(required(VOTED)).toEqual(['OBJECTION_LETTER', 'PRIMARY_VOTE'])
    expect(required(undefined)).toEqual(['OBJECTION_LETTER'])
  })

  it('is the employer’s', () => {
    expect(roleOfApplicant(debtObjectionService, employer)).toBe('EMPLOYER')
  })

  it('stands in the way of another one about the same debt alone', () => {
    const requests = [requestSummary('DEBT_OBJECTION', '9', '4835023013')]
    const form = { debt: ASSESSED }
    const filed = [
      {
        ...{ trackingCode: '4835023013', kind: 'DEBT_OBJECTION' as const, status: '9' as const },
        ...{ filedOn: jalali('1405/08/30'), form },
      },
    ]
    const facts = { ...employer, requests, filed }
    expect(openRequest(debtObjectionService, { debt: ASSESSED }, facts)).toEqual(requests[0])
    expect(openRequest(debtObjectionService, { debt: VOTED }, facts)).toBeUndefined()
    expect(openRequest(debtObjectionService, {}, facts)).toBeUndefined()
    // Of a request that only the centre has nobody knows the debt: its day is told.
    const centre = { ...facts, filed: [] }
    expect(openRequest(debtObjectionService, { debt: ASSESSED }, centre)).toBeUndefined()
    expect(debtObjectionService.judge({ debt: ASSESSED }, centre)?.figures).toContainEqual(
      expect.objectContaining({ code: 'debt-request-elsewhere', value: jalali('1405/08/12') }),
    )
    expect(debtObjectionService.judge({ debt: ASSESSED }, facts)?.figures).not.toContainEqual(
      expect.objectContaining({ code: 'debt-request-elsewhere' }),
    )
  })

  it('follows a refused one about the same debt, where the clerk says so', () => {
    const requests = [requestSummary('DEBT_OBJECTION', '19', '4835023013')]
    const refused = {
      ...{ trackingCode: '4835023013', kind: 'DEBT_OBJECTION' as const, status: '19' as const },
      ...{ filedOn: jalali('1405/08/30'), form: { debt: VOTED } },
    }
    const facts = { ...employer, requests, filed: [refused] }
    expect(prefill(facts)).toEqual({ referenceCode: 'NONE' })
    const following = { ...objection, referenceCode: '4835023013' }
    expect(faults(following, facts)).toEqual([{ field: 'referenceCode', fault: 'other-debt' }])
    expect(faults({ ...following, debt: VOTED }, facts)).toEqual([])
    expect(faults(objection, facts)).toEqual([])
    expect(debtObjectionService.referenceOf?.(following)).toBe('4835023013')
    expect(debtObjectionService.referenceOf?.({ ...objection, referenceCode: 'NONE' })).toBeNull()
    const unknown = { ...objection, referenceCode: '1111111111' }
    expect(faults(unknown, facts)).toEqual([{ field: 'referenceCode', fault: 'not-refused' }])
  })
})

describe('a review by article 16', () => {
  const { choices, faults, prefill } = debtArticle16Service

  it('is for the definitive debt, with a paper that the boards did not have', () => {
    expect(choices(employer)['debt']?.[0]?.id).toBe(PAYABLE)
    expect(prefill(employer)).toMatchObject({ debt: PAYABLE })
    expect(faults(review, employer)).toEqual([{ field: 'papers', fault: 'evidence-missing' }])
    expect(faults({ ...review, papers: ['PREMIUM_LISTS'] }, employer)).toEqual([])
  })
})

describe('instalments from the file', () => {
  const { choices, faults, judge, prefill } = debtInstalmentService

  it('begin in one of the months that follow', () => {
    expect(prefill(employer)).toEqual({ debt: PAYABLE, firstMonth: '1405/10' })
    expect(choices(employer)['firstMonth']).toEqual([
      { id: '1405/10', label: 'دی ۱۴۰۵' },
      { id: '1405/11', label: 'بهمن ۱۴۰۵' },
      { id: '1405/12', label: 'اسفند ۱۴۰۵' },
    ])
    expect(faults({ ...instalments, firstMonth: '1406/01' }, employer)).toEqual([
      { field: 'firstMonth', fault: 'not-offered' },
    ])
  })

  it('are no more than the law has, nor than there are rial', () => {
    expect(faults({ ...instalments, count: 36 }, employer)).toEqual([])
    expect(faults({ ...instalments, count: 37 }, employer)).toEqual([
      { field: 'count', fault: 'too-many-instalments', values: { most: 36 } },
    ])
    const rest = { ...employer, debts: [{ ...payable, remaining: rial(5) }] }
    expect(faults(instalments, rest)).toEqual([
      { field: 'count', fault: 'too-many-instalments', values: { most: 5 } },
    ])
  })

  it('are typed in digits of any script, two at least', () => {
    const read = (count: unknown) => debtInstalmentService.form.shape.count.safeParse(count)
    expect(read('۱۲')).toMatchObject({ success: true, data: 12 })
    expect(read('1').success).toBe(false)
    expect(read('').success).toBe(false)
    expect(judge({ debt: PAYABLE, count: 12, firstMonth: '1405/10' }, employer)).toMatchObject({
      entitled: true,
      estimate: { amount: 8_149_780 },
    })
  })
})
