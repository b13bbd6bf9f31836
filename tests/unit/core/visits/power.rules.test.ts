import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '#core/kernel/day.ts'
import { Refusal } from '#core/kernel/refusal.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import {
  isMinor,
  majorityDay,
  powerState,
  requireSoundPower,
  scopeOfMinor,
} from '#core/visits/power.rules.ts'
import { FilePart, RepresentativeKind, type NewPower } from '#core/visits/visit.model.ts'
import { jalali } from '../../../support/counter.ts'

const today = jalali('1405/09/02')
const majority: Parameter = {
  ...{ code: 'MAJORITY_YEARS', value: '18', unit: 'YEARS', source: 'آزمون', certainty: 'G' },
  ...{ validFrom: jalali('1313/07/01'), validTo: null },
}
const power: NewPower = {
  ...{ holderId: '0000001384', holderName: 'نمایندهٔ نمونه', number: '12', issuer: 'دفتر نمونه' },
  ...{ issuedOn: jalali('1405/01/01'), expiresOn: jalali('1405/12/01') },
  scope: ['RECORDS'],
}
const facts = {
  principal: {
    ...{ personId: '0000001015', deathDate: null as Day | null },
    majorityOn: jalali('1380/01/01') as Day | null,
  },
  holder: undefined as { deceased: boolean; minor: boolean } | undefined,
  actorPersonId: null as string | null,
  today,
}

function faultOf(
  kind: RepresentativeKind,
  change: Partial<NewPower>,
  more: Partial<typeof facts> = {},
): string | undefined {
  try {
    requireSoundPower(kind, { ...power, ...change }, { ...facts, ...more })
    return undefined
  } catch (cause) {
    if (cause instanceof Refusal) return cause.data.what
    throw cause
  }
}

describe('a power on which somebody may act', () => {
  test.each([
    ['ATTORNEY', {}, {}, undefined],
    ['ATTORNEY', { holderId: '0000001015' }, {}, 'power-of-himself'],
    ['ATTORNEY', {}, { actorPersonId: '0000001384' }, 'own-power'],
    ['LAWYER', {}, { holder: { deceased: true, minor: false } }, 'power-holder-deceased'],
    ['GUARDIAN', {}, { holder: { deceased: false, minor: true } }, 'power-holder-minor'],
    ['GUARDIAN', {}, { holder: { deceased: false, minor: false } }, undefined],
    ['ATTORNEY', { expiresOn: jalali('1404/12/29') }, {}, 'power-dates'],
    ['ATTORNEY', { expiresOn: jalali('1405/09/01') }, {}, 'power-expired'],
    ['ATTORNEY', { expiresOn: today }, {}, undefined],
    ['ATTORNEY', { issuedOn: jalali('1405/09/03') }, {}, 'power-not-yet'],
    ['ATTORNEY', { issuedOn: today }, {}, undefined],
    [
      'ATTORNEY',
      {},
      { principal: { ...facts.principal, deathDate: jalali('1405/01/01') } },
      'power-of-dead',
    ],
    ['NATURAL_GUARDIAN', {}, {}, 'guardian-of-adult'],
    [
      'NATURAL_GUARDIAN',
      {},
      { principal: { ...facts.principal, majorityOn: addDays(today, 1) } },
      undefined,
    ],
    [
      'NATURAL_GUARDIAN',
      {},
      { principal: { ...facts.principal, majorityOn: today } },
      'guardian-of-adult',
    ],
    ['GUARDIAN', {}, { principal: { ...facts.principal, majorityOn: today } }, undefined],
    ['COMPANY_SIGNATORY', {}, {}, 'signatory-scope'],
    ['COMPANY_SIGNATORY', { scope: ['EMPLOYER', 'BENEFITS'] }, {}, undefined],
    ['COMPANY_SIGNATORY', { scope: ['EMPLOYER', 'ACCOUNT'] }, {}, 'signatory-scope'],
  ] as const satisfies readonly (readonly [
    RepresentativeKind,
    Partial<NewPower>,
    Partial<typeof facts>,
    string | undefined,
  ])[])('%s %o %o: %s', (kind, change, more, fault) => {
    expect(faultOf(kind, change, more)).toBe(fault)
  })
})

describe('how a power stands', () => {
  const anyDay = fc.integer({ min: -4000, max: 4000 }).map((n) => addDays(today, n))

  test('only on the days it names, and never after its end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RepresentativeKind.options),
        anyDay,
        fc.option(anyDay, { nil: null }),
        fc.option(anyDay, { nil: null }),
        fc.boolean(),
        (kind, issuedOn, expiresOn, majorityOn, isEnded) => {
          const ending = isEnded ? { endedOn: today, reason: 'پس گرفته شد' } : null
          const state = powerState({ kind, issuedOn, expiresOn, ending }, majorityOn, today)
          const isGrown = kind === 'NATURAL_GUARDIAN' && majorityOn !== null && today >= majorityOn
          const inTime = issuedOn <= today && (expiresOn === null || today <= expiresOn)
          expect(state === 'IN_FORCE').toBe(!isEnded && !isGrown && inTime)
        },
      ),
    )
  })

  test('what the dialog offers is what the rule takes', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RepresentativeKind.options),
        anyDay,
        fc.option(anyDay, { nil: null }),
        anyDay,
        (kind, issuedOn, expiresOn, majorityOn) => {
          fc.pre(expiresOn === null || expiresOn >= issuedOn)
          const scope: FilePart[] = ['EMPLOYER']
          const fault = faultOf(
            kind,
            { issuedOn, expiresOn, scope },
            { principal: { ...facts.principal, majorityOn } },
          )
          const state = powerState({ kind, issuedOn, expiresOn, ending: null }, majorityOn, today)
          expect(fault === undefined).toBe(state === 'IN_FORCE')
        },
      ),
    )
  })
})

describe('coming of age', () => {
  test('on the eighteenth birthday, by the Jalali year', () => {
    const birth = jalali('1387/09/02')
    expect(majorityDay(birth, [majority], today)).toBe(today)
    expect(isMinor(birth, [majority], today)).toBe(false)
    expect(isMinor(addDays(birth, 1), [majority], today)).toBe(true)
  })

  test('without the parameter nobody is taken for a child', () => {
    expect(isMinor(today, [], today)).toBe(false)
  })

  test('a minor alone opens neither money nor visits to doctors', () => {
    expect(scopeOfMinor(FilePart.options)).toEqual(['RECORDS', 'EMPLOYER', 'PENSION', 'BENEFITS'])
  })
})
