import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Day, parseJalali } from '#core/kernel/day.ts'
import { parameterOn } from '#core/parameters/parameters.rules.ts'
import { seventhPlanDemand } from '#core/pensions/seventh-plan.rules.ts'
import { extractParameters } from '../../../support/contributions.ts'
import { lawTable } from '../../../support/law-table.ts'

const effect = Day.parse(parseJalali('1403/05/01'))
const table =
  parameterOn(extractParameters(), 'SEVENTH_PLAN_EXTRA_MONTHS', 'TABLE', effect)?.value ?? []
const years = { required: 30, greatest: 35, yearDays: 365 }

describe('the sliding table of the seventh plan', () => {
  it.each(lawTable('seventh-plan', ['case', 'days', 'extra', 'required', 'source']))(
    '$case',
    ({ days, extra, required }) => {
      const demand = seventhPlanDemand(Number(days), table, years)
      expect(demand.extraMonths).toBe(Number(extra))
      expect(demand.requiredYears).toBe(Number(required))
    },
  )

  it('asks for the day that is begun, and never for more than the greatest record', () => {
    expect(seventhPlanDemand(9855, table, years).requiredDays).toBe(11133)
    expect(seventhPlanDemand(9125, table, years).requiredDays).toBe(11255)
    expect(seventhPlanDemand(0, table, years).requiredDays).toBe(12775)
    expect(seventhPlanDemand(0, table, { ...years, greatest: 30 })).toEqual({
      extraMonths: 0,
      requiredYears: 30,
      requiredDays: 10950,
    })
  })

  it('asks nobody with more record at the effect date for more', () => {
    fc.assert(
      fc.property(fc.nat(12_000), fc.nat(2_000), (days, more) => {
        const [less, longer] = [days, days + more].map((at) => seventhPlanDemand(at, table, years))
        expect(longer?.requiredDays).toBeLessThanOrEqual(less?.requiredDays ?? 0)
      }),
    )
  })

  it('adds nothing where the table has no row', () => {
    expect(seventhPlanDemand(5000, [], years).extraMonths).toBe(0)
  })
})
