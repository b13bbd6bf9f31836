import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rial } from '#core/kernel/rial.ts'
import { OtherParent } from '#core/pensions/survivor.model.ts'
import { Relation } from '#core/pensions/pension.model.ts'
import type { PensionHeir } from '#core/pensions/pensions.ports.ts'
import { lawfulShares, type SurvivorRelation } from '#core/pensions/survivor-shares.rules.ts'
import { judgeHeirs } from '#core/pensions/survivors.rules.ts'
import { jalali } from '../../../support/counter.ts'
import { lawTable } from '../../../support/law-table.ts'
import { officeParameters } from '../../../support/stating.ts'

const RATES = { spouse: 5000, child: 2500, parent: 2000 }
const rows = lawTable('survivors', ['case', 'heirs', 'otherParent', 'shares', 'source'])
const words = (text: string) => (text === '' ? [] : text.split(' '))

describe('shares by the rule', () => {
  it.each(rows)('$case', ({ heirs, otherParent, shares }) => {
    const orphans = OtherParent.parse(otherParent) === 'DEAD'
    const relations = words(heirs).map((one) => Relation.exclude(['SELF']).parse(one))
    const found = lawfulShares(relations, { ...RATES, child: orphans ? 5000 : 2500 })
    expect(found.join(' ')).toBe(shares)
  })

  const relations = fc.array(
    fc.constantFrom<SurvivorRelation>('SPOUSE', 'SON', 'DAUGHTER', 'FATHER', 'MOTHER'),
    { maxLength: 24 },
  )
  const rates = fc.record({
    spouse: fc.nat(10_000),
    child: fc.nat(10_000),
    parent: fc.nat(10_000),
  })
  const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0)

  it('never pass the whole', () => {
    fc.assert(
      fc.property(relations, rates, (heirs, parts) => {
        expect(sumOf(lawfulShares(heirs, parts))).toBeLessThanOrEqual(10_000)
      }),
    )
  })

  it('of nobody fall when there is an heir less', () => {
    fc.assert(
      fc.property(relations, rates, fc.nat(), (heirs, parts, seed) => {
        fc.pre(heirs.length > 0)
        const gone = seed % heirs.length
        const before = lawfulShares(heirs, parts).filter((_, at) => at !== gone)
        const after = lawfulShares(
          heirs.filter((_, at) => at !== gone),
          parts,
        )
        for (const [at, share] of after.entries())
          expect(share).toBeGreaterThanOrEqual(before[at] ?? 0)
      }),
    )
  })

  it('are cut in proportion, to one in ten thousand', () => {
    fc.assert(
      fc.property(relations, (heirs) => {
        const spouses = heirs.filter((one) => one === 'SPOUSE').length
        const parts = heirs.map((one) => {
          if (one === 'SPOUSE') return RATES.spouse / spouses
          return one === 'SON' || one === 'DAUGHTER' ? RATES.child : RATES.parent
        })
        const cut = Math.min(1, 10_000 / sumOf(parts))
        for (const [at, share] of lawfulShares(heirs, RATES).entries())
          expect(Math.abs(share - (parts[at] ?? 0) * cut)).toBeLessThan(1.000001)
      }),
    )
  })
})

describe('the shares of a file', () => {
  const on = jalali('1405/09/02')
  let count = 0
  const heir = (
    relation: PensionHeir['relation'],
    shareBp: number,
    change: Partial<PensionHeir> = {},
  ): PensionHeir => ({
    citizenId: ++count,
    fullName: `وارث ${relation}`,
    birthDate: jalali('1380/01/01'),
    deathDate: null,
    relation,
    shareBp,
    amount: rial(shareBp * 40_000),
    shareStatus: 'ACTIVE',
    fromDate: jalali('1402/03/17'),
    toDate: null,
    ...change,
  })
  const judged = (heirs: readonly PensionHeir[], parameters = officeParameters()) =>
    judgeHeirs({ heirs, citizenId: heirs[0]?.citizenId ?? 0, parameters, on })
  const codes = (heirs: readonly PensionHeir[]) =>
    judged(heirs).notices.map(({ code, name }) => (name === null ? code : `${code} ${name}`))

  it('that the centre cut to the whole raise nothing, whoever got the remainder', () => {
    const file = judged([
      heir('SPOUSE', 4168),
      heir('SON', 2083),
      heir('DAUGHTER', 2083),
      heir('MOTHER', 1666),
    ])
    expect(file).toMatchObject({ sumBp: 10_000, lawfulSumBp: 9998, notices: [], missing: [] })
    expect(file.rows.map(({ lawfulBp }) => lawfulBp)).toEqual([4166, 2083, 2083, 1666])
    expect(file.rates.map(({ code, certainty }) => [code, certainty])).toEqual([
      ['share-spouse', 'G'],
      ['share-child', 'G'],
      ['share-parent', 'G'],
    ])
  })

  it('tell the amount and the first day of the own one alone', () => {
    const [own, other] = judged([heir('SPOUSE', 5000), heir('SON', 2500)]).rows
    expect(own).toMatchObject({ own: true, amount: 200_000_000, since: jalali('1402/03/17') })
    expect(other).toMatchObject({ own: false, amount: null, since: null })
  })

  it('above the whole are shown and named', () => {
    const { sumBp, notices, rows: shown } = judged([heir('SPOUSE', 8000), heir('SON', 2500)])
    expect(shown.map(({ shareBp }) => shareBp)).toEqual([8000, 2500])
    expect(sumBp).toBe(10_500)
    expect(notices.map(({ code, sentBp, lawfulBp }) => [code, sentBp, lawfulBp])).toEqual([
      ['SHARES_ABOVE_WHOLE', 10_500, null],
      ['SHARE_DIFFERS', 8000, 5000],
    ])
  })

  it('of an heir who died or whose day is over are named, and leave the rule to the others', () => {
    const heirs = [
      heir('SPOUSE', 4166),
      heir('SON', 2083, { toDate: jalali('1405/09/01') }),
      heir('DAUGHTER', 2083, { deathDate: jalali('1405/01/01') }),
      heir('MOTHER', 1666),
    ]
    expect(codes(heirs)).toEqual([
      'ACTIVE_AFTER_END وارث SON',
      'HEIR_DECEASED وارث DAUGHTER',
      'SHARE_DIFFERS وارث SPOUSE',
      'SHARE_DIFFERS وارث MOTHER',
    ])
    expect(judged(heirs).rows.map(({ lawfulBp }) => lawfulBp)).toEqual([5000, null, null, 2000])
  })

  it('whose last day is today still counts', () => {
    expect(codes([heir('SPOUSE', 5000), heir('SON', 2500, { toDate: on })])).toEqual([])
  })

  it('that are suspended or ended count for nothing', () => {
    const file = judged([
      heir('SPOUSE', 5000),
      heir('SON', 2500, { shareStatus: 'SUSPENDED' }),
      heir('SON', 0, { shareStatus: 'TERMINATED', deathDate: jalali('1404/01/01') }),
    ])
    expect(file).toMatchObject({ sumBp: 5000, lawfulSumBp: 5000, notices: [] })
  })

  it('whose amounts do not fit them are named, but not for what rounding leaves', () => {
    const amounts = (son: number) => [
      heir('SPOUSE', 5000),
      heir('SON', 2500, { amount: rial(100_000_000 + son) }),
    ]
    expect(codes(amounts(1500))).toEqual([])
    expect(codes(amounts(1501))).toEqual(['AMOUNT_DIFFERS وارث SON'])
    expect(codes(amounts(-90_000_000))).toEqual(['AMOUNT_DIFFERS وارث SON'])
  })

  it('of children are doubled where every spouse of the file is dead', () => {
    const dead = { deathDate: jalali('1404/01/01'), shareStatus: 'TERMINATED' } as const
    const file = judged([heir('SPOUSE', 0, dead), heir('SON', 5000), heir('DAUGHTER', 5000)])
    expect(file).toMatchObject({ otherParent: 'DEAD', notices: [], lawfulSumBp: 10_000 })
  })

  it('of children without a spouse in the file are read as what was sent', () => {
    expect(judged([heir('SON', 5000)])).toMatchObject({ otherParent: 'UNKNOWN', notices: [] })
    expect(judged([heir('SON', 2500)])).toMatchObject({ otherParent: 'UNKNOWN', notices: [] })
    expect(codes([heir('SON', 3000)])).toEqual(['SHARE_DIFFERS وارث SON'])
  })

  it('without a parameter have no rule to stand beside', () => {
    const parameters = officeParameters().filter(({ code }) => code !== 'SHARE_PARENT')
    expect(judged([heir('SPOUSE', 9000)], parameters)).toMatchObject({
      lawfulSumBp: null,
      missing: ['SHARE_PARENT'],
      notices: [],
    })
  })

  it('of a file without anybody are none', () => {
    expect(judged([])).toMatchObject({ rows: [], sumBp: 0, lawfulSumBp: 0, notices: [] })
  })
})
