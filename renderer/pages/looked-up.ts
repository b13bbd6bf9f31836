import { nextTick } from 'vue'
import { useEmployer, type EmployerTab } from '../employers/employer.store.ts'
import { useInsured, type InsuredTab } from '../insured/insured.store.ts'
import { usePensions, type PensionTab } from '../pensions/pension.store.ts'
import { commands, runCommand } from '../ui/commands.ts'
import { useVisit } from '../visits/visit.store.ts'
import { CARE_COMMANDS, NEW_TICKET } from './common-tabs.ts'
import type { PanelKind } from './paper-kinds.ts'
import type { LookedUp } from './services.ts'
import { useWorkspace } from './workspace.store.ts'

/** Where a service is: a part of a role, or the panel of a paper. */
type Place =
  | { readonly role: 'INSURED'; readonly part: InsuredTab }
  | { readonly role: 'EMPLOYER'; readonly part: EmployerTab }
  | { readonly role: 'PENSIONER'; readonly part: PensionTab }
  | { readonly role: null; readonly paper: PanelKind }
  /** In every role, by a command of the open citizen. */
  | { readonly role: null; readonly command: string }

const PLACES: Readonly<Record<LookedUp, Place>> = {
  RECORDS: { role: 'INSURED', part: 'record' },
  RECORD_CERTIFICATE: { role: null, paper: 'record-certificate' },
  DEPENDANTS: { role: 'INSURED', part: 'dependants' },
  DEBT_INQUIRY: { role: 'EMPLOYER', part: 'inquiry' },
  DEBT_LEDGER: { role: 'EMPLOYER', part: 'ledger' },
  PREMIUM: { role: 'EMPLOYER', part: 'premium' },
  PENSION_STATUS: { role: 'PENSIONER', part: 'status' },
  DECREES: { role: 'PENSIONER', part: 'decrees' },
  SLIPS: { role: 'PENSIONER', part: 'slips' },
  SALARY_CERTIFICATE: { role: null, paper: 'salary-certificate' },
  DEDUCTION_CERTIFICATE: { role: null, paper: 'deduction-certificate' },
  CARE_ENTITLEMENT: { role: null, command: CARE_COMMANDS.ENTITLEMENT },
  CARE_HEALTH: { role: null, command: CARE_COMMANDS.HEALTH },
  TICKET: { role: null, command: NEW_TICKET },
}

/** Opens a service that ends in no request. */
export function useLookedUp(): (id: LookedUp, visitId: string) => void {
  const visit = useVisit()
  const workspace = useWorkspace()
  const insured = useInsured()
  const employer = useEmployer()
  const pensions = usePensions()

  function show(place: Exclude<Place, { role: null }>): void {
    switch (place.role) {
      case 'INSURED':
        insured.show(place.part)
        break
      case 'EMPLOYER':
        employer.show(place.part)
        break
      case 'PENSIONER':
        pensions.show(place.part)
        break
    }
  }
  return (id, visitId) => {
    const place = PLACES[id]
    if ('paper' in place) workspace.openPanel('paper', { visitId, kind: place.paper })
    else if ('command' in place) {
      workspace.closePanel()
      // The parts of a role stand ready when the role is looked at, not while the roles stand side by side.
      if (visit.isOverview && visit.role) visit.select(visit.role)
      void nextTick(() => {
        const command = commands.value.find((one) => one.id === place.command)
        if (command) runCommand(command)
      })
    } else {
      visit.select(place.role)
      show(place)
      workspace.closePanel()
    }
  }
}
