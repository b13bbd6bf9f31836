import { openVisit, type VisitNeeds } from '#core/visits/open-visit.rules.ts'
import { debtTotals, sumDebtTotals } from './debts.rules.ts'
import type { Employers, Stake, WorkshopDebt } from './employers.ports.ts'
import { presentStakes, workshopWord } from './stakes.rules.ts'
import type { EmployerFile, Workshop } from './workshop.model.ts'

interface Needs extends VisitNeeds {
  readonly employers: Employers
}

/** The employer role of an open file: each workshop he may act for today, with what it owes; «no debt» is a result. */
export async function readWorkshops(visitId: string, needs: Needs): Promise<EmployerFile> {
  const { citizenId } = await openVisit(needs, visitId, 'EMPLOYER')
  const stakes = await needs.employers.listStakes(citizenId)
  const debts = byWorkshop(await needs.employers.listDebts(citizenId))
  const workshops = presentStakes(stakes, needs.today()).map((stake) =>
    workshopOf(stake, debts.get(workshopWord(stake)) ?? []),
  )
  return { workshops, totals: sumDebtTotals(workshops.map((workshop) => workshop.debts)) }
}

function byWorkshop(debts: readonly WorkshopDebt[]): ReadonlyMap<string, readonly WorkshopDebt[]> {
  const groups = new Map<string, WorkshopDebt[]>()
  for (const debt of debts) {
    const group = groups.get(workshopWord(debt))
    if (group) group.push(debt)
    else groups.set(workshopWord(debt), [debt])
  }
  return groups
}

/** Digits of a workshop code that once named its branch. */
const PREFIX = 3

function workshopOf({ closedOn: _, ...stake }: Stake, debts: readonly WorkshopDebt[]): Workshop {
  const prefix = stake.workshopCode.slice(0, PREFIX)
  return { ...stake, prefixDiffers: !stake.branchCode.startsWith(prefix), debts: debtTotals(debts) }
}
