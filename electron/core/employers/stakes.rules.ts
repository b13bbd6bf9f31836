import type { Day } from '#core/kernel/day.ts'
import type { WorkshopKey } from './employers.ports.ts'
import { jointScope } from './mandates.rules.ts'
import type { Workshop } from './workshop.model.ts'

interface Membership {
  readonly role: Workshop['role']
  readonly actsFrom: Day
  readonly actsUntil: Day | null
  /** Null where the centre registered the part; a mandate has one. */
  readonly paper: Workshop['paper']
}

/**
 * Whether someone may act for a workshop on a day: from the first to the last day of the membership. An owner or
 * signatory whose part ended because the workshop closed still answers for what it owes; a mandate of this office is
 * over with its last day, whatever became of the workshop.
 *
 * @law domain brief §3.2, §3.10
 */
export function mayActFor(stake: Membership, closedOn: Day | null, today: Day): boolean {
  const { role, actsFrom, actsUntil, paper } = stake
  if (actsFrom > today) return false
  if (actsUntil === null || actsUntil >= today) return true
  return paper === null && role !== 'REPRESENTATIVE' && closedOn !== null && actsUntil >= closedOn
}

/** A workshop by its code and branch, in one word. */
export function workshopWord({ workshopCode, branchCode }: WorkshopKey): string {
  return `${workshopCode}/${branchCode}`
}

/** Roles in a workshop, the strongest first. */
export const ROLE_ORDER: readonly Workshop['role'][] = ['OWNER', 'SIGNATORY', 'REPRESENTATIVE']

/**
 * The workshops somebody may act for on a day, each once, by the strongest role; of two parts in the same role by the
 * one the centre registered. What he may do is what his parts in force allow together.
 */
export function presentStakes<
  Stake extends Membership &
    WorkshopKey & { readonly closedOn: Day | null; readonly scope: Workshop['scope'] },
>(stakes: readonly Stake[], today: Day): readonly Stake[] {
  const byWorkshop = new Map<string, Stake>()
  for (const stake of stakes.filter((each) => mayActFor(each, each.closedOn, today))) {
    const other = byWorkshop.get(workshopWord(stake))
    const shown = other && !isStronger(stake, other) ? other : stake
    const scope = other ? jointScope([stake.scope, other.scope]) : stake.scope
    byWorkshop.set(workshopWord(stake), { ...shown, scope })
  }
  return [...byWorkshop.values()]
}

function isStronger(one: Membership, other: Membership): boolean {
  const ranks = ROLE_ORDER.indexOf(one.role) - ROLE_ORDER.indexOf(other.role)
  return ranks < 0 || (ranks === 0 && one.paper === null && other.paper !== null)
}
