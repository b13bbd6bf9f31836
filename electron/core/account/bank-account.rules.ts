import { banks, findBank, type Bank } from '#core/kernel/banks.ts'
import type { Day } from '#core/kernel/day.ts'
import type { FiledAccount } from './bank-account.model.ts'

/** What is wrong with an account, at the field that has to be corrected; `fault` is a code of `refusals.fault`. */
export interface AccountFault {
  readonly field: 'bankCode' | 'accountNumber' | 'iban' | 'openedOn'
  readonly fault: string
  readonly values?: Readonly<Record<string, string | number>>
}

/** What a fault of a day rests on; without it days are not looked at. */
export interface AccountDays {
  readonly today: Day
  readonly birthDate: Day
}

/** The code under which a bank stands first: one bank has two codes in Shebas. */
function firstCode({ code, sameAs }: Bank): string {
  return sameAs ?? code
}

/** Whether two codes name one bank. */
export function isSameBank(one: string, other: string): boolean {
  const [first, second] = [findBank(one), findBank(other)]
  return first !== undefined && second !== undefined && firstCode(first) === firstCode(second)
}

/** The bank that took over another, through every merger. */
function successor(bank: Bank): Bank {
  const into = bank.mergedInto === undefined ? undefined : findBank(bank.mergedInto)
  return into ? successor(into) : bank
}

/** The bank code of a canonical Sheba. */
function bankOfIban(iban: string): Bank | undefined {
  return findBank(iban.slice(4, 7))
}

type Typed = { readonly [F in keyof FiledAccount]?: FiledAccount[F] | undefined }

/**
 * What an account has wrong that its fields alone cannot see: a bank that was merged into another, an account number
 * that is not of the bank's exact length (where the organisation publishes it; elsewhere any that a Sheba can hold),
 * a Sheba of another bank, a day of opening to come or before the birth. What is not typed yet is not wrong.
 *
 * @law domain brief §1.10
 */
export function accountFaults(account: Typed, days?: AccountDays): readonly AccountFault[] {
  return [
    ...bankFaults(account),
    ...numberFaults(account),
    ...ibanFaults(account),
    ...(days ? openingFaults(account, days) : []),
  ]
}

function bankFaults({ bankCode }: Typed): readonly AccountFault[] {
  if (bankCode === undefined) return []
  const bank = findBank(bankCode)
  if (!bank) return [{ field: 'bankCode', fault: 'not-offered' }]
  if (bank.mergedInto === undefined) return []
  const values = { bank: bank.name, into: successor(bank).name }
  return [{ field: 'bankCode', fault: 'bank-merged', values }]
}

function numberFaults({ bankCode, accountNumber }: Typed): readonly AccountFault[] {
  const bank = bankCode === undefined ? undefined : findBank(bankCode)
  if (accountNumber === undefined || bank?.accountDigits === undefined) return []
  if (accountNumber.length === bank.accountDigits) return []
  const values = { bank: bank.name, digits: bank.accountDigits, typed: accountNumber.length }
  return [{ field: 'accountNumber', fault: 'account-digits', values }]
}

function ibanFaults({ bankCode, iban }: Typed): readonly AccountFault[] {
  const bank = iban === undefined ? undefined : bankOfIban(iban)
  if (!bank) return []
  if (bank.mergedInto !== undefined) {
    const values = { bank: bank.name, into: successor(bank).name }
    return [{ field: 'iban', fault: 'iban-merged-bank', values }]
  }
  const chosen = bankCode === undefined ? undefined : findBank(bankCode)
  if (!chosen || chosen.mergedInto !== undefined || isSameBank(chosen.code, bank.code)) return []
  return [
    { field: 'iban', fault: 'iban-other-bank', values: { bank: bank.name, chosen: chosen.name } },
  ]
}

function openingFaults({ openedOn }: Typed, { today, birthDate }: AccountDays) {
  if (openedOn === undefined) return []
  if (openedOn > today) return [{ field: 'openedOn' as const, fault: 'future' }]
  return openedOn < birthDate ? [{ field: 'openedOn' as const, fault: 'before-own-birth' }] : []
}

/**
 * Banks as a form offers them, each once: first those whose account numbers have a published length, the
 * organisation's own bank before all, then the others by name, at the end those that were merged.
 */
export function offeredBanks(): readonly Bank[] {
  const rank = (bank: Bank) => {
    if (bank.mergedInto !== undefined) return 3
    if (bank.code === OWN_BANK) return 0
    return bank.accountDigits === undefined ? 2 : 1
  }
  const byName = new Intl.Collator('fa').compare
  return banks
    .filter(({ sameAs }) => sameAs === undefined)
    .toSorted((one, other) => rank(one) - rank(other) || byName(one.name, other.name))
}

/** Refah, the organisation's own bank. */
const OWN_BANK = '013'

/** Whether two accounts are one: the same number at one bank, or the same Sheba. */
export function isSameAccount(
  one: { readonly bankCode: string; readonly accountNumber: string; readonly iban: string | null },
  other: {
    readonly bankCode: string
    readonly accountNumber: string
    readonly iban: string | null
  },
): boolean {
  if (one.iban !== null && one.iban === other.iban) return true
  return one.accountNumber === other.accountNumber && isSameBank(one.bankCode, other.bankCode)
}
