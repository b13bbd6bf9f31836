import { Refusal } from '#core/kernel/refusal.ts'
import type { Day } from '#core/kernel/day.ts'
import { checkPaper, type ShownPaper } from '#core/verification/check-paper.use-case.ts'
import { knownFrom } from '#core/verification/published.rules.ts'
import type { Verdict } from '#core/verification/verification.model.ts'
import { realClock } from './clock.ts'
import { paperChecks } from './verification/checks.gateway.ts'
import { readPublishedList } from './verification/published-file.ts'

export interface OfflineCheck {
  readonly checkWorker: URL
  /** Published lists as they lie in their files. */
  readonly published: readonly string[]
  /** The day that counts; today unless told otherwise. */
  readonly today: Day | undefined
}

/**
 * Verifies a paper as a bank does: without an office and without a network, by what offices have published.
 *
 * @refuses a list that is none or was changed (`rule`)
 */
export async function checkOffline(
  shown: ShownPaper,
  { checkWorker, published, today }: OfflineCheck,
): Promise<Verdict> {
  const lists = published.map((text) => {
    const list = readPublishedList(text)
    if (!list) throw new Refusal('rule', { what: 'published-list' })
    return list
  })
  return await checkPaper(shown, {
    ...paperChecks(checkWorker),
    ...knownFrom(lists),
    today: () => today ?? realClock.today(),
    books: null,
  })
}
