import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import parameterFile from '../../../../resources/parameters.json' with { type: 'json' }
import { MaritalStatus, Sex } from '#core/citizens/citizen.model.ts'
import { DependantVerdict } from '#core/insured/dependant.model.ts'
import { judgeDependant, type DependantCase } from '#core/insured/dependants.rules.ts'
import { DependantRelation } from '#core/insured/insured.model.ts'
import { addDays, Day, parseJalali } from '#core/kernel/day.ts'
import { ParameterFile } from '#core/parameters/parameters.model.ts'
import { withDefaults } from '#core/parameters/parameters.rules.ts'
import { extractParameters } from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const parameters = withDefaults(extractParameters(), ParameterFile.parse(parameterFile))

function day(jalali: string): Day {
  return Day.parse(parseJalali(jalali))
}
const dayOrNull = (jalali: string): Day | null => (jalali === '' ? null : day(jalali))

const columns = [
  'case',
  'relation',
  'sex',
  'born',
  'died',
  'marital',
  'from',
  'to',
  'studying',
  'disabled',
  'insuredDied',
  'on',
  'entitled',
  'reasons',
  'until',
  'ground',
  'first',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

function caseOf(row: Row): DependantCase {
  return {
    dependant: {
      relation: DependantRelation.parse(row.relation),
      sex: Sex.parse(row.sex),
      birthDate: day(row.born),
      deathDate: dayOrNull(row.died),
      maritalStatus: MaritalStatus.parse(row.marital),
      fromDate: day(row.from),
      toDate: dayOrNull(row.to),
      endReason: row.to === '' ? null : 'پایان ثبت‌شده',
      studying: row.studying === '1',
      disabled: row.disabled === '1',
    },
    insuredDeathDate: dayOrNull(row.insuredDied),
    parameters,
    on: day(row.on),
  }
}

describe('who is covered as a dependant, art. 58', () => {
  it.each(lawTable('dependants', columns))('$case', (row) => {
    const verdict = judgeDependant(caseOf(row))
    expect({
      entitled: verdict.decision.entitled,
      reasons: verdict.decision.because.map(({ code }) => code).join(' '),
      until: verdict.until,
      ground: verdict.ground,
      first: verdict.decision.from ?? null,
    }).toEqual({
      entitled: row.entitled === '1',
      reasons: row.reasons,
      until: dayOrNull(row.until),
      ground: row.ground === '' ? null : row.ground,
      first: dayOrNull(row.first),
    })
    expect(DependantVerdict.parse(verdict)).toEqual(verdict)
  })

  it('counts the age and cites the limit it was held against', () => {
    const [row] = lawTable('dependants', columns).filter(({ born }) => born === '1386/02/20')
    expect(row && judgeDependant(caseOf(row)).decision).toMatchObject({
      articles: ['SSA-58'],
      figures: [
        { code: 'dependant-age', value: 19, unit: 'YEARS' },
        { code: 'dependant-age-below', value: 20, unit: 'YEARS', certainty: 'A' },
      ],
    })
  })

  it('says what the clerk looks at, and only where the answer is yes', () => {
    const checks = lawTable('dependants', columns).map((row) => [
      row.entitled,
      judgeDependant(caseOf(row)).checks.join(' '),
    ])
    expect(checks.filter(([entitled, asked]) => entitled === '0' && asked !== '')).toEqual([])
    expect(new Set(checks.map(([, asked]) => asked))).toEqual(
      new Set([
        '',
        'STUDY_CERTIFICATE',
        'DISABILITY_OPINION',
        'DAUGHTER_DECLARATION',
        'MAINTENANCE_PROOF',
        'DISABILITY_OPINION MAINTENANCE_PROOF',
      ]),
    )
  })
})

describe('properties', () => {
  const start = day('1330/01/01')
  const somewhen = (from: number, to: number) =>
    fc.integer({ min: from, max: to }).map((n) => addDays(start, n))
  const maybe = (from: number, to: number) => fc.option(somewhen(from, to), { freq: 2 })
  const YEARS = 365
  const cases = fc
    .record({
      relation: fc.constantFrom(...DependantRelation.options),
      sex: fc.constantFrom(...Sex.options),
      birthDate: somewhen(0, 60 * YEARS),
      deathDate: maybe(60 * YEARS, 90 * YEARS),
      maritalStatus: fc.constantFrom(...MaritalStatus.options),
      fromDate: somewhen(30 * YEARS, 70 * YEARS),
      toDate: maybe(70 * YEARS, 90 * YEARS),
      endReason: fc.constant(null),
      studying: fc.boolean(),
      disabled: fc.boolean(),
    })
    .chain((dependant) =>
      fc.record({
        dependant: fc.constant(dependant),
        insuredDeathDate: maybe(60 * YEARS, 90 * YEARS),
        parameters: fc.constant(parameters),
        on: somewhen(50 * YEARS, 90 * YEARS),
      }),
    )

  it('the last day is one of cover and the next is not', () => {
    fc.assert(
      fc.property(cases, (asked) => {
        const { decision, until } = judgeDependant(asked)
        if (!decision.entitled || until === null) return
        expect(judgeDependant({ ...asked, on: until }).decision.entitled).toBe(true)
        expect(judgeDependant({ ...asked, on: addDays(until, 1) }).decision.entitled).toBe(false)
      }),
    )
  })

  it('the day it would begin is one of cover and the day before is not', () => {
    fc.assert(
      fc.property(cases, (asked) => {
        const { from } = judgeDependant(asked).decision
        if (from === undefined) return
        expect(from > asked.on).toBe(true)
        expect(judgeDependant({ ...asked, on: from }).decision.entitled).toBe(true)
        expect(judgeDependant({ ...asked, on: addDays(from, -1) }).decision.entitled).toBe(false)
      }),
    )
  })

  it('studies and disability never take cover away, and a later end never does', () => {
    fc.assert(
      fc.property(cases, fc.nat(3000), (asked, later) => {
        if (!judgeDependant(asked).decision.entitled) return
        const { dependant } = asked
        const toDate = dependant.toDate === null ? null : addDays(dependant.toDate, later)
        for (const more of [{ studying: true }, { disabled: true }, { toDate }])
          expect(
            judgeDependant({ ...asked, dependant: { ...dependant, ...more } }).decision.entitled,
          ).toBe(true)
      }),
    )
  })

  it('it goes on without a day for a reason that is named', () => {
    fc.assert(
      fc.property(cases, (asked) => {
        const { decision, until, ground } = judgeDependant(asked)
        expect(ground === null).toBe(!decision.entitled || until !== null)
      }),
    )
  })
})
