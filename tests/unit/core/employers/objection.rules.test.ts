import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { isDayOff } from '#core/employers/days-off.rules.ts'
import { DebtStage, DebtStatus } from '#core/employers/debt.model.ts'
import {
  daysLeft,
  nextStep,
  objectionDays,
  objectionUntil,
} from '#core/employers/objection.rules.ts'
import { addDays, daysBetween, formatJalali, type Day } from '#core/kernel/day.ts'
import type { Parameter } from '#core/parameters/parameters.model.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/stating.ts'

const today = jalali('1405/09/02')
const parameters = officeParameters()
const days = { assessment: 30, primary: 20 }

describe('objection, table of law', () => {
  const columns = ['stage', 'status', 'eligible', 'served', 'step', 'until', 'source'] as const

  it.each(lawTable('objection', columns))(
    '$stage $status, served $served days ago: $step',
    (row) => {
      const served = row.served === '' ? null : addDays(today, -Number(row.served))
      const debt = {
        stage: DebtStage.parse(row.stage),
        status: DebtStatus.parse(row.status),
        installmentEligible: row.eligible === '1',
        // The other date lies far back and must not count.
        noticeDay: row.stage === 'PRIMARY' ? addDays(today, -200) : served,
        primaryVoteServedOn: row.stage === 'PRIMARY' ? served : null,
      }
      const until = objectionUntil(debt, days)
      expect(until === null ? '' : String(daysBetween(today, until))).toBe(row.until)
      expect(daysLeft(debt, days, today)).toBe(until && daysBetween(today, until) + 1)
      expect(nextStep(debt, days, today)).toBe(row.step)
    },
  )
})

test('the days are those of the parameters; a missing one is named', () => {
  expect(objectionDays(parameters, today)).toEqual(days)
  for (const code of [
    'OBJECTION_DAYS_ASSESSMENT',
    'OBJECTION_DAYS_PRIMARY',
    'OBJECTION_LAST_DAY_MOVES',
  ])
    expect(
      objectionDays(
        parameters.filter((each) => each.code !== code),
        today,
      ),
    ).toEqual({
      missing: code,
    })
})

test('an objection is received exactly until its last day', () => {
  fc.assert(
    fc.property(
      fc.nat(400),
      fc.constantFrom('ASSESSED' as const, 'PRIMARY' as const),
      (ago, stage) => {
        const served = addDays(today, -ago)
        const debt = {
          ...{ stage, status: 'OPEN' as const, installmentEligible: false },
          ...{ noticeDay: served, primaryVoteServedOn: served },
        }
        const may = ago <= (stage === 'ASSESSED' ? days.assessment : days.primary)
        expect(nextStep(debt, days, today) !== 'PAY').toBe(may)
      },
    ),
  )
})

/** The parameters of the office with the switch on or off. */
function moving(moves: string): readonly Parameter[] {
  return parameters.map((row) =>
    row.code === 'OBJECTION_LAST_DAY_MOVES' ? { ...row, value: moves } : row,
  )
}

/** The last day for an objection to a debt served on a day. */
function lastDayOf(stage: DebtStage, served: Day, moves: string): Day {
  const found = objectionDays(moving(moves), today)
  if ('missing' in found) throw new Error(found.missing)
  const debt = {
    ...{ stage, status: 'OPEN' as const, installmentEligible: false },
    ...{ noticeDay: served, primaryVoteServedOn: served },
  }
  const until = objectionUntil(debt, found)
  if (until === null) throw new Error(`no last day at ${stage}`)
  return until
}

describe('the last day, table of law', () => {
  const columns = ['stage', 'served', 'moves', 'until', 'source'] as const

  it.each(lawTable('objection-last-day', columns))(
    '$stage served $served, moves $moves: $until',
    ({ stage, served, moves, until }) => {
      const found = lastDayOf(DebtStage.parse(stage), jalali(served), moves)
      expect(formatJalali(found)).toBe(until)
    },
  )
})

describe('the last day, whatever was served', () => {
  const servedOn = fc.integer({ min: 0, max: 1400 }).map((n) => addDays(jalali('1402/10/01'), n))
  const stages = fc.constantFrom('ASSESSED' as const, 'PRIMARY' as const)
  const switches = fc.constantFrom('0', '1')

  it('a later service never gives an earlier one', () => {
    fc.assert(
      fc.property(servedOn, fc.nat(60), stages, switches, (served, later, stage, moves) => {
        const first = lastDayOf(stage, served, moves)
        expect(lastDayOf(stage, addDays(served, later), moves) >= first).toBe(true)
      }),
    )
  })

  it('moves to a working day only, and no further than needed', () => {
    fc.assert(
      fc.property(servedOn, stages, (served, stage) => {
        const counted = lastDayOf(stage, served, '0')
        const moved = lastDayOf(stage, served, '1')
        expect(isDayOff(moved, parameters)).toBe(false)
        for (let day = counted; day < moved; day = addDays(day, 1))
          expect(isDayOff(day, parameters)).toBe(true)
      }),
    )
  })
})

test('a year without a table has its Fridays only', () => {
  expect(isDayOff(jalali('1405/09/06'), [])).toBe(true)
  expect(isDayOff(jalali('1405/01/01'), [])).toBe(false)
  expect(isDayOff(jalali('1405/01/01'), parameters)).toBe(true)
})
