import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideArticle16 } from '#core/employers/debt-article16.rules.ts'
import { debtWord, type DebtCase } from '#core/employers/debt-choice.rules.ts'
import { decideDebtInstalment, instalmentSchedule } from '#core/employers/debt-instalment.rules.ts'
import { decideDebtObjection } from '#core/employers/debt-objection.rules.ts'
import { DebtStage, DebtStatus } from '#core/employers/debt.model.ts'
import type { OpenDebt } from '#core/employers/employers.ports.ts'
import { addDays, formatJalali, jalaliOf, monthLength } from '#core/kernel/day.ts'
import type { Decision } from '#core/kernel/decision.ts'
import { addRial, rial } from '#core/kernel/rial.ts'
import { lawTable } from '../../../support/law-table.ts'
import { jalali, officeParameters, openDebt } from '../../../support/service-facts.ts'

const today = jalali('1405/09/02')
const terms = { count: 12, firstMonth: '1405/10' }

function caseOf(debt: OpenDebt, others: Partial<DebtCase> = {}): DebtCase {
  return {
    hasWorkshop: true,
    debts: [debt],
    chosen: debtWord(debt),
    elsewhere: null,
    parameters: officeParameters,
    today,
    ...others,
  }
}

const answer = (decision: Decision | null) =>
  decision?.entitled ? 'yes' : decision?.because.map(({ code }) => code).join(' ')

describe('requests about a debt, table of law', () => {
  const columns = [
    ...(['stage', 'status', 'eligible', 'served', 'objection'] as const),
    ...(['article16', 'instalment', 'source'] as const),
  ]

  it.each(lawTable('debt-requests', columns))(
    '$stage $status, served $served days ago: $objection, $article16, $instalment',
    (row) => {
      const served = row.served === '' ? null : addDays(today, -Number(row.served))
      const isPrimary = row.stage === 'PRIMARY'
      const debt = openDebt({
        stage: DebtStage.parse(row.stage),
        status: DebtStatus.parse(row.status),
        installmentEligible: row.eligible === '1',
        noticeDay: isPrimary ? addDays(today, -200) : served,
        primaryVoteServedOn: isPrimary ? served : null,
      })
      expect(answer(decideDebtObjection(caseOf(debt)))).toBe(row.objection)
      expect(answer(decideArticle16(caseOf(debt)))).toBe(row.article16)
      expect(answer(decideDebtInstalment(caseOf(debt), terms))).toBe(row.instalment)
    },
  )
})

describe('the verdict on an objection', () => {
  const figures = (decision: Decision | null) =>
    Object.fromEntries((decision?.figures ?? []).map(({ code, value }) => [code, value]))

  it('counts down to the last day, that day included', () => {
    const on = (days: number) =>
      figures(decideDebtObjection(caseOf(openDebt({ noticeDay: addDays(today, -days) }))))
    expect(on(0)).toMatchObject({ 'objection-days-left': 31, 'objection-term': 30 })
    expect(on(29)['objection-days-left']).toBe(2)
    expect(on(30)).toMatchObject({ 'objection-days-left': 1, 'objection-until': today })
    expect(on(31)).not.toHaveProperty('objection-days-left')
  })

  it('says when the time ended, how long ago, and by which article', () => {
    const late = decideDebtObjection(caseOf(openDebt({ noticeDay: jalali('1405/08/01') })))
    expect(late).toMatchObject({
      entitled: false,
      because: [{ code: 'objection-too-late', values: { day: jalali('1405/09/01'), days: 1 } }],
      articles: ['SSA-42', 'SSA-43'],
    })
    const vote = openDebt({ stage: 'PRIMARY', primaryVoteServedOn: jalali('1405/08/11') })
    expect(decideDebtObjection(caseOf(vote))).toMatchObject({
      because: [{ code: 'appeal-too-late', values: { day: jalali('1405/09/01'), days: 1 } }],
      articles: ['SSA-44'],
    })
  })

  it('shows parts that do not add up, and a request that only the centre has', () => {
    const odd = openDebt({ other: rial(5) })
    const told = decideDebtObjection(caseOf(odd, { elsewhere: jalali('1405/08/20') }))
    expect(figures(told)).toMatchObject({
      'debt-remaining': 1_000_000,
      'debt-amount': 1_000_000,
      'debt-parts': 1_000_005,
      'debt-request-elsewhere': jalali('1405/08/20'),
    })
  })

  it('names a missing parameter and takes no default', () => {
    for (const code of ['OBJECTION_DAYS_ASSESSMENT', 'OBJECTION_LAST_DAY_MOVES']) {
      const parameters = officeParameters.filter((row) => row.code !== code)
      const told = decideDebtObjection(caseOf(openDebt(), { parameters }))
      expect(told?.because).toEqual([
        { code: 'parameter-missing', values: { parameter: code, day: today } },
      ])
    }
  })
})

describe('before a debt is chosen', () => {
  const debt = openDebt()
  const none = { chosen: undefined }

  it('everything depends on the debt where one may be objected to', () => {
    expect(decideDebtObjection(caseOf(debt, none))).toBeNull()
    expect(decideDebtObjection(caseOf(debt, { chosen: '' }))).toBeNull()
  })

  it('the reason is told where no debt can be meant', () => {
    expect(answer(decideDebtObjection(caseOf(debt, { ...none, hasWorkshop: false })))).toBe(
      'debt-no-workshop',
    )
    expect(answer(decideArticle16(caseOf(debt, { ...none, debts: [] })))).toBe('debt-none-open')
    expect(answer(decideArticle16(caseOf(debt, none)))).toBe('debt-none-fitting')
    expect(answer(decideDebtObjection(caseOf(debt, { chosen: '1/2/3' })))).toBe('debt-not-open')
  })
})

describe('instalments', () => {
  const payable = openDebt({
    ...{ stage: 'DEFINITIVE', installmentEligible: true, noticeDay: jalali('1404/01/10') },
    remaining: rial(1_000_001),
  })

  it('come with a schedule once their number and first month are typed', () => {
    const decision = decideDebtInstalment(caseOf(payable), { count: 3, firstMonth: '1405/11' })
    expect(decision?.estimate).toMatchObject({
      amount: 333_333,
      steps: [
        { code: 'debt-remaining', value: 1_000_001 },
        { code: 'instalment-count', value: 3 },
        { code: 'debt-instalment-1', value: 333_333 },
        { code: 'debt-instalment-2', value: 333_333 },
        { code: 'debt-instalment-3', value: 333_335 },
      ],
    })
    expect(decision?.figures).toContainEqual(
      expect.objectContaining({ code: 'instalment-last-due', value: jalali('1406/01/31') }),
    )
    const untyped = { count: undefined, firstMonth: undefined }
    expect(decideDebtInstalment(caseOf(payable), untyped)).not.toHaveProperty('estimate')
  })

  it('are at most as many as the law has, nothing of nothing', () => {
    const decision = decideDebtInstalment(caseOf(payable), { count: 99, firstMonth: '1405/10' })
    expect(decision?.estimate?.steps).toHaveLength(38)
    const paid = openDebt({ ...payable, remaining: rial(0) })
    expect(answer(decideDebtInstalment(caseOf(paid), terms))).toBe('instalment-nothing-due')
    const parameters = officeParameters.filter(({ code }) => code !== 'DEBT_INSTALMENT_CHARGE')
    expect(answer(decideDebtInstalment(caseOf(payable, { parameters }), terms))).toBe(
      'parameter-missing',
    )
  })

  it('sum to what remains, and fall on the last days of months that follow each other', () => {
    const first = fc.integer({ min: 0, max: 60 }).map((n) => ({
      year: 1404 + Math.floor(n / 12),
      month: (n % 12) + 1,
    }))
    fc.assert(
      fc.property(
        fc.integer({ min: 36, max: 9_000_000_000_000 }),
        fc.integer({ min: 1, max: 36 }),
        first,
        (amount, count, { year, month }) => {
          const start = jalali(`${String(year)}/${String(month).padStart(2, '0')}/01`)
          const schedule = instalmentSchedule(rial(amount), count, start)
          expect(addRial(...schedule.map((one) => one.amount))).toBe(amount)
          expect(schedule.every((one) => one.amount > 0)).toBe(true)
          for (const [at, { due }] of schedule.entries()) {
            const date = jalaliOf(due)
            expect(date.day, formatJalali(due)).toBe(monthLength(date.year, date.month))
            expect(date.year * 12 + date.month).toBe(year * 12 + month + at)
          }
        },
      ),
    )
  })
})
