import { familyEntitlement, familyFacts } from '#core/care/family-entitlement.rules.ts'
import type { FamilyEntitlement, PersonEntitlement } from '#core/care/entitlement.model.ts'
import { formatJalali, type Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Relation } from '#core/pensions/pension.model.ts'
import { CareStatement } from './care-statement.model.ts'
import { keyFigures } from './key-figures.rules.ts'
import type { OfficialPaper, Stating } from './official-paper.ts'
import { paperPerson } from './paper-person.rules.ts'
import { withoutEnd } from './paper-validity.rules.ts'

const FIGURES = ['nationalId', 'onDay', 'people', 'covered'] as const

type Kind = 'care-statement'

function stated({ personId, fullName, verdict }: PersonEntitlement, relation: Relation) {
  const { state, basis, insuranceNumber, until, ground, decision } = verdict
  return {
    ...{ personId, fullName, relation, state, basis, insuranceNumber, until, ground },
    through: verdict.relation,
    because: decision.because,
  }
}

/**
 * Who is entitled to treatment on a day, the person first; that nobody is is a statement too.
 *
 * @law Social Security Act, arts. 54, 58; domain brief §3.16
 */
export function careStatement(
  { identity, issue, trackingCode, order }: Stating<Kind>,
  { person, dependants }: FamilyEntitlement,
  asOf: Day,
): CareStatement {
  const people = [
    stated(person, 'SELF'),
    ...dependants.map((one) => stated(one, one.verdict.relation)),
  ]
  return CareStatement.parse({
    kind: 'care-statement',
    ...{ issue, trackingCode, asOf, people },
    on: order.on,
    person: paperPerson(identity),
    covered: people.filter(({ state }) => state === 'COVERED').length,
  })
}

export const careStatementPaper: OfficialPaper<Kind> = {
  kind: 'care-statement',
  digit: '11',
  part: 'BENEFITS',
  presence: null,
  validUntil: withoutEnd,
  async state(stating, sources) {
    const { citizenId, identity, parameters, order } = stating
    const facts = await familyFacts(citizenId, identity, parameters, sources)
    if (facts.asOf === null) throw new Refusal('unavailable')
    return careStatement(stating, familyEntitlement(facts, order.on), facts.asOf)
  },
  figureNames: FIGURES,
  figures: ({ person, on, people, covered }) =>
    keyFigures(FIGURES, {
      nationalId: person.nationalId,
      onDay: formatJalali(on),
      people: people.length,
      covered,
    }),
}
