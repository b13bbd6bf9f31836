import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closedToInsured as closed } from '#core/care/health-access.rules.ts'
import { DependantRelation } from '#core/insured/insured.model.ts'
import { addDays, addJalaliYears, type Day } from '#core/kernel/day.ts'
import { officeParameters } from '../../../support/stating.ts'
import { PresenceKind } from '#core/visits/visit.model.ts'
import { jalali } from '../../../support/counter.ts'

const on = jalali('1405/09/02')
const parameters = officeParameters()
type Member = Parameters<typeof closed>[0]
const closedToInsured = (member: Member, presence: PresenceKind, day: Day) =>
  closed(member, presence, parameters, day)
const child = {
  relation: 'DAUGHTER' as const,
  birthDate: jalali('1390/11/12'),
  deathDate: null as Day | null,
  fromDate: jalali('1390/11/12'),
  toDate: null as Day | null,
}

describe('whose list opens with the insured person’s own visit', () => {
  it.each([
    ['a minor child', {}, null],
    ['the last day before 18', { birthDate: jalali('1387/09/03') }, null],
    ['the eighteenth birthday', { birthDate: jalali('1387/09/02') }, 'ADULT'],
    ['the wife', { relation: 'SPOUSE', birthDate: jalali('1362/01/01') }, 'ADULT'],
    ['a wife under age', { relation: 'SPOUSE' }, 'NOT_A_CHILD'],
    ['a child whose registration has ended', { toDate: jalali('1405/09/01') }, 'ENDED'],
    ['on its last day', { toDate: on }, null],
    ['a child registered from tomorrow on', { fromDate: jalali('1405/09/03') }, 'ENDED'],
    ['a child who died', { deathDate: on }, 'ENDED'],
  ] as const)('%s', (_, change, expected) => {
    expect(closedToInsured({ ...child, ...change }, 'SELF', on)).toBe(expected)
  })

  it('needs the parent himself: a power speaks for one person alone', () => {
    for (const presence of PresenceKind.options)
      expect([presence, closedToInsured(child, presence, on)]).toEqual([
        presence,
        presence === 'SELF' ? null : 'NOT_IN_PERSON',
      ])
  })

  it('takes nobody for a child while the age of majority is not known', () => {
    expect(closed(child, 'SELF', [], on)).toBe('ADULT')
  })

  it('never opens for a person of full age, whatever else is true', () => {
    const births = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays(on, -n))
    fc.assert(
      fc.property(
        fc.constantFrom(...DependantRelation.options),
        births,
        fc.constantFrom(...PresenceKind.options),
        (relation, birthDate, presence) => {
          const answer = closedToInsured({ ...child, relation, birthDate }, presence, on)
          const isAdult = on >= addJalaliYears(birthDate, 18)
          expect(answer === 'ADULT').toBe(isAdult)
        },
      ),
    )
  })
})
