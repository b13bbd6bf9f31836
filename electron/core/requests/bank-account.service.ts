import { accountHold } from '#core/account/account-hold.rules.ts'
import { BankAccountForm } from '#core/account/bank-account.model.ts'
import { accountFaults, isSameAccount, offeredBanks } from '#core/account/bank-account.rules.ts'
import { findBank, type Bank } from '#core/kernel/banks.ts'
import { toPersianDigits } from '#core/kernel/digits.ts'
import type { Because } from '#core/kernel/decision.ts'
import { maskAccount, maskIban } from '#core/kernel/masking.ts'
import type { CitizenService, ServiceFacts, Typed } from './citizen-service.ts'

type TypedAccount = Typed<typeof BankAccountForm>

/** Who is here for a reason of his own cannot turn another's money to another account. */
function judgePresence({ presence: { presenceKind } }: ServiceFacts): readonly Because[] {
  const isOther = presenceKind === 'OFFICIAL_ORDER' || presenceKind === 'OPEN_REQUEST'
  return isOther ? [{ code: 'account-needs-person', values: {} }] : []
}

function judgeCurrent(typed: TypedAccount, { account }: ServiceFacts): readonly Because[] {
  const { bankCode, accountNumber, iban } = typed
  if (!account || bankCode === undefined || accountNumber === undefined) return []
  return isSameAccount({ bankCode, accountNumber, iban: iban ?? null }, account)
    ? [{ code: 'account-already-current', values: {} }]
    : []
}

/** Name, and how many digits its numbers have, or into which bank it was merged. */
function labelOf({ accountDigits, mergedInto, name }: Bank): string {
  const into = mergedInto === undefined ? undefined : findBank(mergedInto)
  if (into) return `${name} ← ${into.name}`
  return accountDigits === undefined ? name : `${name} · ${toPersianDigits(accountDigits)}`
}

/** ثبت حساب بانکی: by the person himself or a power that names it; it counts once a second person has approved it. */
export const bankAccountService: CitizenService<'BANK_ACCOUNT', typeof BankAccountForm> = {
  kind: 'BANK_ACCOUNT',
  role: 'INSURED',
  part: 'ACCOUNT',
  paysToAccount: false,
  form: BankAccountForm,

  judge(typed, facts) {
    const hold = accountHold(facts.mobileChangedAt, facts.parameters, facts.now)
    const because = [
      ...judgePresence(facts),
      ...(hold ? [hold.because] : []),
      ...judgeCurrent(typed, facts),
    ]
    return { entitled: because.length === 0, because, figures: [], articles: [] }
  },

  papers: () => [{ code: 'ACCOUNT_PROOF', required: true, anew: true }],
  prefill: () => ({}),
  choices: () => ({
    bankCode: offeredBanks().map((bank) => ({ id: bank.code, label: labelOf(bank) })),
  }),
  masked: (form) => ({
    ...form,
    ...maskedField(form, 'accountNumber', maskAccount),
    ...maskedField(form, 'iban', maskIban),
  }),
  faults: (form, { identity: { birthDate }, today }) => accountFaults(form, { birthDate, today }),
}

function maskedField(
  form: Readonly<Record<string, unknown>>,
  field: string,
  mask: (value: string) => string,
): Readonly<Record<string, string>> {
  const value = form[field]
  return typeof value === 'string' ? { [field]: mask(value) } : {}
}
