import type { Parameters } from '#core/parameters/parameters.ports.ts'
import type { PremiumQuestion, PremiumSchedule } from './premium.model.ts'
import { premiumSchedule } from './premium.rules.ts'

/** What premiums and penalties would be; nobody's data is read and nothing is kept. */
export async function readPremium(
  question: PremiumQuestion,
  { parameters }: { readonly parameters: Parameters },
): Promise<PremiumSchedule> {
  return premiumSchedule(question, await parameters.list())
}
