import { describe, expect, it } from 'vitest'
import type { Mandate } from '#core/employers/mandate.model.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { useMandateForm } from '../../../../renderer/employers/mandate-form.ts'
import {
  actingRows,
  historyOf,
  paperLine,
  scopeLine,
} from '../../../../renderer/employers/mandate-text.ts'
import { t } from '../../../../renderer/locales/texts.ts'
import { faultText } from '../../../../renderer/ui/refusal-text.ts'
import { day } from '../../../support/fake-office.ts'

const today = day('1405/09/02')
const workshop = { workshopCode: '9000151002', branchCode: '900', legalEntityId: '99100100023' }
const mandate: Mandate = {
  ...{ mandateId: 'm1', version: 2, holderName: 'بی‌نقش نمونه', own: true, kind: 'GAZETTE' },
  ...{ number: '22801', day: day('1405/08/25'), position: 'مدیرعامل', issuer: null },
  ...{ legalEntityId: '99100100023', workshopCode: null, branchCode: null, targetName: 'شرکت' },
  ...{ scope: ['DEBTS', 'PAPERS'], from: today, until: null, state: 'IN_FORCE' },
  ...{ enteredAt: '2026-11-23T08:00:00.000Z' as Instant, enteredBy: 'نرگس', decidedBy: 'بهرام' },
  ...{ note: null, endedOn: null, endReason: null },
}

describe('what is told of a mandate', () => {
  it('its paper and scope in words', () => {
    expect(paperLine(mandate)).toBe('روزنامهٔ رسمی ۲۲۸۰۱ در ۱۴۰۵/۰۸/۲۵')
    expect(scopeLine(mandate.scope)).toBe('بدهی‌ها، صورت‌حساب و گواهی')
    expect(scopeLine(['DEBTS', 'PAPERS', 'REQUESTS'])).toBe(t('mandates.scopeAll'))
    expect(scopeLine(null)).toBe('محدوده در داده‌ها نیامده')
  })

  it('who entered, decided and ended it', () => {
    expect(historyOf(mandate)).toEqual(['ثبت: نرگس، ۱۴۰۵/۰۹/۰۲', 'تأیید: بهرام'])
    const refused = { ...mandate, state: 'REFUSED', note: 'ناخوانا' } as const
    expect(historyOf(refused)[1]).toBe('رد: بهرام؛ ناخوانا')
    const ended = { ...mandate, state: 'ENDED', endedOn: today, endReason: 'عزل' } as const
    expect(historyOf(ended)[2]).toBe('پایان: ۱۴۰۵/۰۹/۰۲؛ عزل')
  })

  it('those in force stand first, what the centre registered without paper or scope', () => {
    const member = {
      role: 'SIGNATORY',
      ...{ fullName: 'امضاکننده', from: day('1374/08/19'), until: null },
      ...{ workshopCode: '9000151002', branchCode: '900', own: false },
    } as const
    const rows = actingRows({
      today,
      members: [
        { ...member, inForce: false },
        { ...member, inForce: true },
      ],
      mandates: [{ ...mandate, state: 'WAITING' }],
    })
    expect(rows.map(({ state }) => state)).toEqual(['IN_FORCE', 'WAITING', 'EXPIRED'])
    expect(rows[0]).toMatchObject({ paper: 'ثبت مرکز', scope: t('mandates.noScope') })
    expect(rows[1]).toMatchObject({ part: 'مدیرعامل', own: true })
  })
})

describe('the form of a mandate', () => {
  it('asks for what is missing, and sends a gazette about the company of the newcomer', () => {
    const form = useMandateForm({ kind: 'GAZETTE', visitId: 'v', today, workshop: null })
    expect(form.entry()).toBeUndefined()
    expect(Object.keys(form.faults.value).sort()).toEqual(['by', 'day', 'legalEntityId', 'number'])
    form.typed.legalEntityId = '۹۹۱۰۰۱۰۰۰۲۴'
    form.leaveTyped('legalEntityId')
    expect(form.faults.value.legalEntityId).toBe(faultText('checksum'))
    Object.assign(form.typed, { legalEntityId: '99100100023', number: '۲۲۸۰۱', by: 'مدیرعامل' })
    form.day.value = day('1405/09/03')
    expect(form.entry()).toBeUndefined()
    expect(form.faults.value).toEqual({ day: faultText('future') })
    form.day.value = day('1405/08/25')
    form.typed.requests = false
    expect(form.entry()).toEqual({
      ...{ visitId: 'v', personId: null, from: today, until: null, scope: ['DEBTS', 'PAPERS'] },
      target: { of: 'COMPANY', legalEntityId: '99100100023' },
      paper: { kind: 'GAZETTE', number: '۲۲۸۰۱', day: day('1405/08/25'), position: 'مدیرعامل' },
    })
  })

  it('a letter names another person, for the workshop or the company', () => {
    const form = useMandateForm({ kind: 'LETTER', visitId: 'v', today, workshop })
    Object.assign(form.typed, { personId: '0000001384', number: '1', by: 'مدیرعامل' })
    form.day.value = today
    expect(form.entry()).toMatchObject({
      ...{ personId: '0000001384', paper: { kind: 'LETTER', issuer: 'مدیرعامل' } },
      target: { of: 'WORKSHOP', workshopCode: '9000151002', branchCode: '900' },
    })
    form.typed.target = 'COMPANY'
    expect(form.entry()?.target).toEqual({ of: 'COMPANY', legalEntityId: '99100100023' })
    form.typed.personId = '0000001385'
    expect(form.entry()).toBeUndefined()
    expect(form.faults.value).toEqual({ personId: faultText('checksum') })
  })

  it('an end before the beginning or the present day is told at its field', () => {
    const form = useMandateForm({ kind: 'LETTER', visitId: 'v', today, workshop })
    form.from.value = day('1405/10/01')
    form.until.value = day('1405/09/30')
    form.leave('until')
    expect(form.faults.value.until).toBe(faultText('end-before-start'))
    form.from.value = day('1404/01/01')
    form.until.value = day('1405/09/01')
    form.leave('until')
    expect(form.faults.value.until).toBe(faultText('past'))
    form.until.value = today
    form.leave('until')
    expect(form.faults.value).toEqual({})
  })

  it('what the office refused stands at its field, else nowhere', () => {
    const form = useMandateForm({ kind: 'GAZETTE', visitId: 'v', today, workshop: null })
    const company = { code: 'not-found', what: 'company', field: 'target.legalEntityId' } as const
    expect(form.accuse(company)).toBe(true)
    expect(form.faults.value.legalEntityId).toBe(t('refusals.what.company'))
    expect(form.accuse({ code: 'conflict', what: 'mandate-known' })).toBe(false)
  })
})
