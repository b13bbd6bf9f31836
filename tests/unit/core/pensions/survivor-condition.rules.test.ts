import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MaritalStatus, Sex } from '#core/citizens/citizen.model.ts'
import type { Day } from '#core/kernel/day.ts'
import { PensionStatus, Relation } from '#core/pensions/pension.model.ts'
import { judgeSurvivor, type SurvivorCase } from '#core/pensions/survivor-condition.rules.ts'
import { SurvivorCondition } from '#core/pensions/survivor.model.ts'
import { contributions } from '../../../support/contributions.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/stating.ts'

const parameters = officeParameters()
const columns = [
  'case',
  'relation',
  'sex',
  'born',
  'died',
  'marital',
  'married',
  'insuredSex',
  'studying',
  'disabled',
  'works',
  'ownPension',
  'status',
  'since',
  'on',
  'entitled',
  'reasons',
  'until',
  'ground',
  'checks',
  'advice',
  'from',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

const dayOrNull = (text: string): Day | null => (text === '' ? null : jalali(text))
const SurvivorRelation = Relation.exclude(['SELF'])

function caseOf(row: Row): SurvivorCase {
  return {
    relation: SurvivorRelation.parse(row.relation),
    person: {
      sex: Sex.parse(row.sex),
      birthDate: jalali(row.born),
      deathDate: dayOrNull(row.died),
      maritalStatus: MaritalStatus.parse(row.marital),
      firstMarriageDate: dayOrNull(row.married),
    },
    share: { status: PensionStatus.parse(row.status), fromDate: jalali(row.since) },
    insuredSex: Sex.parse(row.insuredSex),
    studying: row.studying === '1',
    disabled: row.disabled === '1',
    records: row.works === '' ? [] : contributions(`${row.works}:1`),
    dataAsOf: jalali('1405/08/30'),
    ownPension:
      row.ownPension === '1'
        ? { pensionNumber: '8000110', establishedOn: jalali('1403/05/01') }
        : null,
    parameters,
    on: jalali(row.on),
  }
}

describe('the condition of a share', () => {
  it.each(lawTable('survivor-conditions', columns))('$case', (row) => {
    const { decision, until, ground, checks, advice, since } = judgeSurvivor(caseOf(row))
    expect({
      entitled: decision.entitled,
      reasons: decision.because.map(({ code }) => code).join(' '),
      ...{ until, ground, advice, since },
      checks: checks.join(' '),
      articles: decision.articles,
    }).toEqual({
      entitled: row.entitled === '1',
      reasons: row.reasons,
      until: dayOrNull(row.until),
      ground: row.ground === '' ? null : row.ground,
      advice: row.advice,
      since: dayOrNull(row.from),
      checks: row.checks,
      articles: [row.insuredSex === 'F' ? 'SSA-82' : 'SSA-81'],
    })
  })

  const [first] = lawTable('survivor-conditions', columns)
  const plain = (change: Partial<SurvivorCase>): SurvivorCase => {
    if (!first) throw new Error('the table is empty')
    return { ...caseOf(first), ...change }
  }

  it('is not advised upon without the parameter it needs', () => {
    const without = (code: string) => parameters.filter((one) => one.code !== code)
    const { decision, advice } = judgeSurvivor(
      plain({ relation: 'DAUGHTER', parameters: without('SURVIVOR_WORK_MONTHS') }),
    )
    expect(decision.because.map(({ code }) => code)).toEqual(['parameter-missing'])
    expect(advice).toBe('NONE')
  })

  it('says from when a father would have it', () => {
    const father = plain({
      relation: 'FATHER',
      person: {
        sex: 'M',
        birthDate: jalali('1346/01/01'),
        deathDate: null,
        maritalStatus: 'MARRIED',
        firstMarriageDate: null,
      },
      ownPension: null,
    })
    expect(judgeSurvivor(father).decision.from).toBe(jalali('1406/01/01'))
    const own = { pensionNumber: '8000110', establishedOn: jalali('1403/05/01') }
    expect(judgeSurvivor({ ...father, ownPension: own }).decision.from).toBeUndefined()
  })

  it('is whole for any heir, and advises only what would change the share', () => {
    const day = fc.constantFrom('1320/01/01', '1385/09/02', '1391/12/30').map(jalali)
    const heirs = fc.record({
      relation: fc.constantFrom(...SurvivorRelation.options),
      sex: fc.constantFrom(...Sex.options),
      birthDate: day,
      maritalStatus: fc.constantFrom(...MaritalStatus.options),
      status: fc.constantFrom(...PensionStatus.options),
      insuredSex: fc.constantFrom(...Sex.options),
      studying: fc.boolean(),
      disabled: fc.boolean(),
      works: fc.constantFrom('', '1390/01-1405/08:30', '1405/08:1'),
    })
    fc.assert(
      fc.property(heirs, ({ sex, birthDate, maritalStatus, status, works, ...heir }) => {
        const condition = judgeSurvivor(
          plain({
            ...heir,
            person: { sex, birthDate, maritalStatus, deathDate: null, firstMarriageDate: null },
            share: { status, fromDate: jalali('1402/03/17') },
            records: contributions(works),
          }),
        )
        SurvivorCondition.parse(condition)
        const { decision, advice, since } = condition
        expect(decision.entitled).toBe(decision.because.length === 0)
        if (advice === 'MAY_SUSPEND') expect([status, decision.entitled]).toEqual(['ACTIVE', false])
        if (advice === 'MAY_RESUME') expect(decision.entitled).toBe(true)
        if (since !== null) expect(since >= jalali('1402/03/17')).toBe(true)
      }),
    )
  })
})
