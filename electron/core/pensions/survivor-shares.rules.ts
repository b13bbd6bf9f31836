import type { Relation } from './pension.model.ts'

export type SurvivorRelation = Exclude<Relation, 'SELF'>

/** Parts of the whole by relation, in 1/10000; `spouse` is one part, divided among several. */
export interface ShareRates {
  readonly spouse: number
  readonly child: number
  readonly parent: number
}

const WHOLE_BP = 10_000

/**
 * Shares of those who are paid, in 1/10000 and in the order given: the spouse's part divided evenly among several, the
 * same part for each child and for each parent. When they pass the whole all are cut in proportion. Each is exact until
 * it is rounded down once, so that the sum never passes the whole, nobody is a whole 1/10000 below his part, and with
 * an heir less nobody receives less.
 *
 * @law Social Security Act, art. 83; SHARE_SPOUSE, SHARE_CHILD, SHARE_CHILD_ORPHAN, SHARE_PARENT
 */
export function lawfulShares(
  relations: readonly SurvivorRelation[],
  rates: ShareRates,
): readonly number[] {
  const spouses = Math.max(1, relations.filter((relation) => relation === 'SPOUSE').length)
  // Everything times the number of spouses keeps whole numbers.
  const parts = relations.map((relation) => {
    if (relation === 'SPOUSE') return rates.spouse
    return spouses * (isParent(relation) ? rates.parent : rates.child)
  })
  const sum = parts.reduce((total, part) => total + part, 0)
  const whole = WHOLE_BP * spouses
  return parts.map((part) => Math.floor(sum > whole ? (part * WHOLE_BP) / sum : part / spouses))
}

function isParent(relation: SurvivorRelation): boolean {
  return relation === 'FATHER' || relation === 'MOTHER'
}
