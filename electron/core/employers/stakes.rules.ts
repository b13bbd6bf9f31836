import type { Day } from '#core/kernel/day.ts'
import type { WorkshopKey } from './employers.ports.ts'
import type { Workshop } from './workshop.model.ts'

interface Membership {
  readonly role: Workshop['role']
  readonly actsFrom: Day
  readonly actsUntil: Day | null
}

/**
 * Whether someone may act for a workshop on a day: from the first to the last day of the membership. An owner or
 * signatory whose part ended because the workshop closed still answers for what it owes.
 *
 * @law domain brief §3.2, §3.10
 */
export function mayActFor(stake: Membership, closedOn: Day | null, today: Day): boolean {
  const { role, actsFrom, actsUntil } = stake
  if (actsFrom > today) return false
  if (actsUntil === null || actsUntil >= today) return true
  return role !== 'REPRESENTATIVE' && closedOn !== null && actsUntil >= closedOn
}

/** A workshop by its code and branch, in one word. */
export function workshopWord({ workshopCode, branchCode }: WorkshopKey): string {
  return `${workshopCode}/${branchCode}`
}

/** Roles in a workshop, the strongest first. */
export const ROLE_ORDER: readonly Workshop['role'][] = ['OWNER', 'SIGNATORY', 'REPRESENTATIVE']

/** The workshops somebody may act for on a day, each once, by the strongest role. */
export function presentStakes<
  Stake extends Membership & WorkshopKey & { readonly closedOn: Day | null },
>(stakes: readonly Stake[], today: Day): readonly Stake[] {
  const byWorkshop = new Map<string, Stake>()
  for (const stake of stakes.filter((each) => mayActFor(each, each.closedOn, today))) {
    const other = byWorkshop.get(workshopWord(stake))
    if (!other || ROLE_ORDER.indexOf(stake.role) < ROLE_ORDER.indexOf(other.role))
      byWorkshop.set(workshopWord(stake), stake)
  }
  return [...byWorkshop.values()]
}
