import type { Citizens } from '#core/citizens/citizens.ports.ts'
import { findBank } from '#core/kernel/banks.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { maskAccount, maskIban } from '#core/kernel/masking.ts'
import type { Parameters } from '#core/parameters/parameters.ports.ts'
import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import type { AccountEntry } from './account-history.rules.ts'
import { accountHold } from './account-hold.rules.ts'
import type { AccountHistory, AccountLine } from './bank-account.model.ts'

interface Needs extends VisitNeeds {
  readonly citizens: Citizens
  readonly parameters: Parameters
  readonly now: () => Instant
}

/** The accounts of the open file, masked, and how long none may be filed. */
export async function readAccounts(visitId: string, needs: Needs): Promise<AccountHistory> {
  const { citizenId } = await openVisit(needs, visitId, 'ACCOUNT')
  const accounts = await needs.citizens.listAccounts(citizenId)
  const changedAt = (await needs.citizens.findMobileChange(citizenId)) ?? null
  const hold = accountHold(changedAt, await needs.parameters.list(), needs.now())
  return { accounts: accounts.map(masked), heldUntil: hold?.until ?? null }
}

function masked({ accountNumber, iban, ...entry }: AccountEntry): AccountLine {
  return {
    ...entry,
    bankName: findBank(entry.bankCode)?.name ?? entry.bankCode,
    masked: maskAccount(accountNumber),
    ibanMasked: iban === null ? null : maskIban(iban),
  }
}
