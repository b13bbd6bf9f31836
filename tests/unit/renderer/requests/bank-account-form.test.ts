import { describe, expect, it } from 'vitest'
import { bankAccountForm } from '../../../../renderer/requests/bank-account-form.ts'
import { formFaults } from '../../../../renderer/requests/form-values.ts'
import { faultText } from '../../../../renderer/ui/refusal-text.ts'
import { day } from '../../../support/fake-office.ts'

const whole = {
  bankCode: '013',
  accountType: 'QARZ',
  accountNumber: '۱۲۳۴۵۶۷۸۹',
  iban: 'ir۰۶ ۰۱۳۰ ۱۲۳۴ ۵۶۷۸ ۹۰۱۲ ۳۴۵۶ ۷۸',
  openedOn: day('1404/01/01'),
  papers: ['ACCOUNT_PROOF'],
  note: '',
}
const faults = (others: Partial<typeof whole>) =>
  formFaults(bankAccountForm, { ...whole, ...others }, ['ACCOUNT_PROOF'])

describe('a bank account while it is typed', () => {
  it('is whole in digits of any script', () => {
    expect(faults({})).toEqual({})
  })

  it.each([
    [{ accountNumber: '۱۲۳۴۵۶۷۸' }, 'accountNumber', 'account-digits', ['رفاه', '۹ رقم', '۸ رقم']],
    [{ iban: 'IR980170000000105874203006' }, 'iban', 'iban-other-bank', ['ملی', 'رفاه']],
    [{ iban: 'IR060130123456789012345687' }, 'iban', 'checksum', ['رقم کنترل']],
    [{ bankCode: '063' }, 'bankCode', 'bank-merged', ['انصار', 'سپه']],
    [{ iban: '' }, 'iban', 'required', []],
  ] as const)('%j: says at its field what to do', (others, field, code, words) => {
    const { [field]: found } = faults(others)
    expect(found?.fault).toBe(code)
    const text = faultText(found?.fault ?? '', found?.values)
    for (const word of words) expect(text).toContain(word)
    expect(text).not.toContain('{')
  })
})
