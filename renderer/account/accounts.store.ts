import { defineStore } from 'pinia'
import { call } from '../client/call.ts'
import { whenForgotten } from '../client/forget.ts'
import { latest } from '../client/latest.ts'

/** The bank accounts of the open file, and what was asked here about its dependants. */
export const useAccounts = defineStore('account/accounts', () => {
  const accounts = latest((visitId: string) => call('account.accounts', visitId))
  const dependants = latest((visitId: string) => call('account.dependantRequests', visitId))

  async function openAccounts(visitId: string): Promise<void> {
    if (accounts.load.value.state === 'idle') await accounts.ask(visitId)
  }
  async function openDependants(visitId: string): Promise<void> {
    if (dependants.load.value.state === 'idle') await dependants.ask(visitId)
  }
  /** After something was filed: what was asked for before is asked for again. */
  async function refresh(visitId: string): Promise<void> {
    if (accounts.load.value.state !== 'idle') await accounts.ask(visitId)
    if (dependants.load.value.state !== 'idle') await dependants.ask(visitId)
  }
  whenForgotten(() => {
    accounts.clear()
    dependants.clear()
  })
  return {
    ...{ accounts: accounts.load, dependants: dependants.load },
    ...{ openAccounts, openDependants, refresh },
    ...{ reloadAccounts: accounts.ask, reloadDependants: dependants.ask },
  }
})
