import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CoverageState,
  EntitlementVerdict,
  type CoverageSpan,
} from '#core/care/entitlement.model.ts'
import {
  coverageOn,
  judgeEntitlement,
  type EntitlementCase,
  type LawOnDay,
} from '#core/care/entitlement.rules.ts'
import { addDays, type Day } from '#core/kernel/day.ts'
import { Relation } from '#core/pensions/pension.model.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'

const columns = [
  'case',
  'relation',
  'died',
  'spans',
  'law',
  'insured',
  'number',
  'known',
  'elsewhere',
  'on',
  'state',
  'basis',
  'reasons',
  'since',
  'until',
  'lawUntil',
  'differs',
  'first',
  'source',
] as const
type Row = ReturnType<typeof lawTable<(typeof columns)[number]>>[number]

const STATES = { C: 'COVERED', N: 'NOT_COVERED', P: 'PENDING' } as const
const dayOrNull = (text: string | undefined): Day | null => (text ? jalali(text) : null)
const NUMBER = '0090000119'

/** `C 1380/01/01 1404/12/29`: state, first day, last day where there is one. */
function spanOf(text: string, relation: Relation): CoverageSpan {
  const [letter = '', from = '', to] = text.split(' ')
  const state = CoverageState.parse(STATES[letter as keyof typeof STATES])
  return {
    ...{ insuranceNumber: NUMBER, relation, state, from: jalali(from), to: dayOrNull(to) },
    reason: state === 'NOT_COVERED' ? 'پایان سن مجاز' : null,
  }
}

/** `yes`, `yes` with its last day, or `no`. */
function lawOf(text: string): LawOnDay | null {
  if (text === '') return null
  const [answer, until] = text.split(' ')
  const entitled = answer === 'yes'
  return {
    insuranceNumber: NUMBER,
    decision: {
      entitled,
      because: entitled ? [] : [{ code: 'son-past-age', values: { age: 21, limit: 20 } }],
      figures: [],
      articles: ['SSA-58'],
    },
    age: 21,
    until: dayOrNull(until),
    ground: entitled && until === undefined ? 'MARRIAGE' : null,
    checks: [],
  }
}

function caseOf(row: Row): EntitlementCase {
  const relation = Relation.parse(row.relation)
  const [letter, until] = row.insured.split(' ')
  return {
    relation,
    deathDate: dayOrNull(row.died),
    spans: row.spans === '' ? [] : row.spans.split(';').map((text) => spanOf(text, relation)),
    law: lawOf(row.law),
    insured: letter
      ? { state: STATES[letter as keyof typeof STATES], until: dayOrNull(until) }
      : null,
    hasNumber: row.number === '1',
    isKnown: row.known === '1',
    elsewhere: row.elsewhere === '1',
    on: jalali(row.on),
  }
}

describe('who is entitled to treatment, arts. 54 and 58', () => {
  it.each(lawTable('entitlement', columns))('$case', (row) => {
    const asked = caseOf(row)
    const verdict = judgeEntitlement(asked)
    const { state, basis, since, until, lawUntil, differs, decision } = verdict
    expect({
      ...{ state, basis, since, until, lawUntil, differs, first: decision.from ?? null },
      reasons: decision.because.map(({ code }) => code).join(' '),
    }).toEqual({
      ...{ state: row.state, basis: row.basis, reasons: row.reasons },
      since: dayOrNull(row.since),
      until: dayOrNull(row.until),
      lawUntil: dayOrNull(row.lawUntil),
      differs: row.differs === '' ? null : row.differs,
      first: dayOrNull(row.first),
    })
    expect(decision.articles).toEqual(asked.relation === 'SELF' ? ['SSA-54'] : ['SSA-54', 'SSA-58'])
    expect(verdict.elsewhere).toBe(row.elsewhere === '1')
    expect(EntitlementVerdict.parse(verdict)).toEqual(verdict)
  })

  it('cites the article of dependants for whoever is covered as one, whatever file is open', () => {
    const asked = caseOf({ ...lawTable('entitlement', columns)[0] } as Row)
    const spans = [spanOf('C 1400/01/01', 'SPOUSE')]
    const verdict = judgeEntitlement({ ...asked, spans })
    expect(verdict).toMatchObject({ relation: 'SPOUSE', insuranceNumber: NUMBER })
    expect(verdict.decision.articles).toEqual(['SSA-54', 'SSA-58'])
  })
})

describe('properties', () => {
  const start = jalali('1400/01/01')
  const somewhen = fc.integer({ min: 0, max: 120 }).map((n) => addDays(start, n))
  const span = fc
    .record({
      insuranceNumber: fc.constantFrom('0000000001', '0000000002'),
      relation: fc.constantFrom(...Relation.options),
      from: somewhen,
      length: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 4 }),
      state: fc.constantFrom(...CoverageState.options),
    })
    .map(({ length, ...one }): CoverageSpan => {
      const to = length === null ? null : addDays(one.from, length)
      return { ...one, to, reason: null }
    })
  const spans = fc.array(span, { maxLength: 7 })
  const asked = fc.record({ spans, on: somewhen })
  const alone = {
    ...{ relation: 'SELF' as const, deathDate: null, law: null, insured: null },
    ...{ hasNumber: true, isKnown: true, elsewhere: false },
  }
  const holding = (rows: readonly CoverageSpan[], on: Day) =>
    rows.filter(({ from, to }) => from <= on && (to === null || on <= to))

  it('follows the rule of the extract: covered, else pending, else not', () => {
    fc.assert(
      fc.property(asked, ({ spans: rows, on }) => {
        const states = holding(rows, on).map(({ state }) => state)
        const expected = states.includes('COVERED')
          ? 'COVERED'
          : states.includes('PENDING')
            ? 'PENDING'
            : 'NOT_COVERED'
        expect(judgeEntitlement({ ...alone, spans: rows, on }).state).toBe(expected)
      }),
    )
  })

  it('answers alike whatever the order of the rows', () => {
    fc.assert(
      fc.property(asked, ({ spans: rows, on }) => {
        const { by: _, ...one } = coverageOn(rows, on)
        const { by: __, ...other } = coverageOn(rows.toReversed(), on)
        expect(other).toEqual(one)
      }),
    )
  })

  it('covers every day of the span it tells, and neither the day before nor the day after', () => {
    fc.assert(
      fc.property(asked, ({ spans: rows, on }) => {
        const { state, since, until } = coverageOn(rows, on)
        if (state !== 'COVERED' || since === null) return
        const stateOn = (day: Day) => coverageOn(rows, day).state
        const last = until ?? addDays(start, 400)
        for (let day = since; day <= last; day = addDays(day, 1))
          expect(stateOn(day)).toBe('COVERED')
        expect(stateOn(addDays(since, -1))).not.toBe('COVERED')
        if (until !== null) expect(stateOn(addDays(until, 1))).not.toBe('COVERED')
      }),
    )
  })

  it('says yes without a reason, and no never without one', () => {
    fc.assert(
      fc.property(asked, ({ spans: rows, on }) => {
        const { state, decision } = judgeEntitlement({ ...alone, spans: rows, on })
        expect(decision.entitled).toBe(state === 'COVERED')
        expect(decision.because.length === 0).toBe(state === 'COVERED')
      }),
    )
  })

  it('names as the first day one on which the answer is yes', () => {
    fc.assert(
      fc.property(asked, ({ spans: rows, on }) => {
        const { from } = judgeEntitlement({ ...alone, spans: rows, on }).decision
        if (from === undefined) return
        expect(coverageOn(rows, from).state).toBe('COVERED')
        for (let day = on; day < from; day = addDays(day, 1))
          expect(coverageOn(rows, day).state).not.toBe('COVERED')
      }),
    )
  })
})
