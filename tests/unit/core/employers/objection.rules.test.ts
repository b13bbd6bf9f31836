import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { DebtStage, DebtStatus } from '#core/employers/debt.model.ts'
import {
  daysLeft,
  nextStep,
  objectionDays,
  objectionUntil,
} from '#core/employers/objection.rules.ts'
import { addDays, daysBetween } from '#core/kernel/day.ts'
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
  for (const code of ['OBJECTION_DAYS_ASSESSMENT', 'OBJECTION_DAYS_PRIMARY'])
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
