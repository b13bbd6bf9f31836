import type { Day } from '#core/kernel/day.ts'
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

const RANK: readonly Workshop['role'][] = ['OWNER', 'SIGNATORY', 'REPRESENTATIVE']

/** One stake for each workshop: that of the strongest role. */
export function strongestStakes<
  Stake extends Membership & { readonly workshopCode: string; readonly branchCode: string },
>(stakes: readonly Stake[]): readonly Stake[] {
  const byWorkshop = new Map<string, Stake>()
  for (const stake of stakes) {
    const key = `${stake.workshopCode}/${stake.branchCode}`
    const other = byWorkshop.get(key)
    if (!other || RANK.indexOf(stake.role) < RANK.indexOf(other.role)) byWorkshop.set(key, stake)
  }
  return [...byWorkshop.values()]
}
