import { AccountType, BankAccountForm } from '#core/account/bank-account.model.ts'
import { accountFaults } from '#core/account/bank-account.rules.ts'
import type { ServiceForm } from './service-form.ts'

const { accountNumber, bankCode, iban } = BankAccountForm.shape

/** حساب بانکی on one page; what the fields together have wrong is told as soon as they are typed. */
export const bankAccountForm: ServiceForm = {
  kind: 'BANK_ACCOUNT',
  schema: BankAccountForm,
  steps: [
    {
      id: 'account',
      fields: [
        { id: 'bankCode', input: { as: 'offered' } },
        { id: 'accountType', input: { as: 'choice', ids: AccountType.options } },
        { id: 'accountNumber', input: { as: 'number', maxlength: 30 } },
        { id: 'openedOn', input: { as: 'day' } },
        { id: 'iban', input: { as: 'number', maxlength: 40 }, wide: true },
      ],
    },
  ],
  faults: (form) =>
    accountFaults({
      bankCode: bankCode.safeParse(form['bankCode']).data,
      accountNumber: accountNumber.safeParse(form['accountNumber']).data,
      iban: iban.safeParse(form['iban']).data,
    }),
}
