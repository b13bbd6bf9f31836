import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { identifierField } from '#core/kernel/identifier-field.ts'
import { checkAccountNumber, checkIban } from '#core/kernel/identifiers.ts'
import { Instant } from '#core/kernel/instant.ts'
import { RequestPaper } from '#core/requests/request-paper.model.ts'

export const AccountType = z.enum(['QARZ', 'SAVING', 'SAVING_MOBILE', 'CURRENT', 'CURRENT_MOBILE'])
export type AccountType = z.infer<typeof AccountType>

/** The account that a form names. */
export const FiledAccount = z.object({
  bankCode: z.string().regex(/^\d{3}$/, 'format'),
  accountType: AccountType,
  accountNumber: identifierField(checkAccountNumber),
  iban: identifierField(checkIban),
  openedOn: Day,
})
export type FiledAccount = z.infer<typeof FiledAccount>

/** ثبت حساب بانکی, as it is filed. */
export const BankAccountForm = FiledAccount.extend({
  papers: z.array(RequestPaper),
  note: z.string().trim().max(500),
})
export type BankAccountForm = z.infer<typeof BankAccountForm>

/** At most one account of a person is current: money goes to it. */
export const AccountState = z.enum(['CURRENT', 'UNDER_REVIEW', 'FORMER', 'REFUSED'])
export type AccountState = z.infer<typeof AccountState>

/** Where an account is known from: the centre's data, or a request that was filed here. */
export const AccountSource = z.enum(['CENTRE', 'COUNTER'])
export type AccountSource = z.infer<typeof AccountSource>

/** One line of the history of accounts; both numbers are masked. `from`: since it counts, or was filed. */
export const AccountLine = z.object({
  bankCode: z.string(),
  bankName: z.string(),
  accountType: AccountType.nullable(),
  masked: z.string(),
  ibanMasked: z.string().nullable(),
  openedOn: Day.nullable(),
  from: Day,
  until: Day.nullable(),
  state: AccountState,
  source: AccountSource,
  trackingCode: z.string().nullable(),
})
export type AccountLine = z.infer<typeof AccountLine>

/** The accounts of the open file. `heldUntil`: no account is filed before that moment, because the mobile changed. */
export const AccountHistory = z.object({
  accounts: z.array(AccountLine),
  heldUntil: Instant.nullable(),
})
export type AccountHistory = z.infer<typeof AccountHistory>
