import { addDays, addJalaliMonths, type Day } from '#core/kernel/day.ts'
import type { ShareTerm } from './vault.model.ts'

/**
 * The last day of a share that begins today; that day still counts, so that nobody has less than was promised.
 *
 * @law domain brief §3.21
 */
export function lastDayOf(term: ShareTerm, today: Day): Day {
  switch (term) {
    case 'DAY':
      return addDays(today, 1)
    case 'WEEK':
      return addDays(today, 7)
    case 'MONTH':
      return addJalaliMonths(today, 1)
    case 'YEAR':
      return addJalaliMonths(today, 12)
  }
}
