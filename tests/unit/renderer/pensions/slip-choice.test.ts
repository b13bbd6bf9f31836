import { describe, expect, it } from 'vitest'
import { aSlipOf } from '../../../support/slips.ts'
import {
  inTime,
  shownSlips,
  slipBefore,
  slipName,
} from '../../../../renderer/pensions/slip-choice.ts'

const slip = (head: string) => aSlipOf(head, 'P:BASE=1')
const slips = [
  '1405/03',
  '1405/03A',
  '1405/02#2',
  '1405/02',
  '1404/12',
  '1404/11',
  '1404/11E',
  '1403/11E',
].map(slip)
const numbers = (list: readonly { slipNumber: string }[]) =>
  list.map(({ slipNumber }) => slipNumber)

describe('which slips are shown', () => {
  it('is a matter of year and kind', () => {
    expect(shownSlips(slips, { year: null, paymentType: null })).toHaveLength(8)
    expect(numbers(shownSlips(slips, { year: 1404, paymentType: null }))).toEqual([
      ...['1404/12', '1404/11', '1404/11E'],
    ])
    expect(numbers(shownSlips(slips, { year: null, paymentType: 'EID_BONUS' }))).toEqual([
      ...['1404/11E', '1403/11E'],
    ])
    expect(shownSlips(slips, { year: 1403, paymentType: 'MONTHLY' })).toEqual([])
  })
})

describe('the slip before', () => {
  const before = (head: string) => slipBefore(slips, slip(head))?.slipNumber

  it('is of the month before and of the same kind', () => {
    expect(before('1405/03')).toBe('1405/02')
    expect(before('1404/12')).toBe('1404/11')
    expect(before('1404/11E')).toBe('1403/11E')
  })
  it('is the nearest earlier one where a month has none', () => {
    expect(before('1405/02')).toBe('1404/12')
  })
  it('is of the same number in its month where there is such a one', () => {
    expect(slipBefore(slips, slip('1405/03#2'))?.slipNumber).toBe('1405/02#2')
    expect(before('1405/02#2')).toBe('1404/12')
  })
  it('is none for the first', () => {
    expect(before('1404/11')).toBeUndefined()
    expect(before('1405/03A')).toBeUndefined()
  })
})

it('puts two slips in the order of time', () => {
  expect(inTime(slip('1405/02'), slip('1404/12'))).toEqual(['1404/12', '1405/02'])
  expect(inTime(slip('1404/12'), slip('1405/02'))).toEqual(['1404/12', '1405/02'])
  expect(inTime(slip('1405/02#2'), slip('1405/02'))).toEqual(['1405/02', '1405/02#2'])
})

it('names a slip by its month, kind and number', () => {
  expect(slipName(slip('1405/02'))).toBe('اردیبهشت ۱۴۰۵')
  expect(slipName(slip('1404/11E'))).toBe('بهمن ۱۴۰۴ عیدی')
  expect(slipName(slip('1405/02#2'))).toBe('اردیبهشت ۱۴۰۵ (۲)')
})
