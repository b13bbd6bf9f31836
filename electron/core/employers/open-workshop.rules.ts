import type { Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Employers, Stake, WorkshopKey } from './employers.ports.ts'
import { presentStakes } from './stakes.rules.ts'

/**
 * The citizen's part in one workshop, by the strongest role in which he may act for it on that day.
 *
 * @refuses `not-found` for a workshop that does not exist or is not his to act for: the two look the same
 */
export async function openWorkshop(
  employers: Employers,
  citizenId: number,
  of: WorkshopKey,
  today: Day,
): Promise<Stake> {
  const [stake] = presentStakes(await employers.listStakesAt(citizenId, of), today)
  if (!stake) throw new Refusal('not-found', { what: 'workshop' })
  return stake
}
