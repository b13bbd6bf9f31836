import { parseJalali, type Day } from '#core/kernel/day.ts'
import type { Output } from '#core/contract.ts'
import type { BranchOffice } from './branch-office.ts'

/** A Jalali date of a test, which must exist. */
export function jalali(text: string): Day {
  const day = parseJalali(text)
  if (day === undefined) throw new Error(`no such day: ${text}`)
  return day
}

/** Finds a citizen by his number and opens his file; the person himself stands at the counter. */
export async function openFileOf(
  office: BranchOffice,
  window: number,
  personId: string,
): Promise<Output<'visits.begin'>> {
  const { hits } = await office.get(window, 'citizens.search', { text: personId, limit: 1 })
  const [hit] = hits
  if (!hit) throw new Error(`nobody has ${personId}`)
  return office.get(window, 'visits.begin', {
    citizenId: hit.citizenId,
    presence: { kind: 'SELF', cardSeen: true },
    purpose: 'INQUIRY',
    reason: null,
  })
}
