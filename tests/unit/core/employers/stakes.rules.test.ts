import { describe, expect, test } from 'vitest'
import { mayActFor, presentStakes } from '#core/employers/stakes.rules.ts'
import type { Day } from '#core/kernel/day.ts'

const day = (text: string) => text as Day
const today = day('2026-11-23')
const stake = (role: 'OWNER' | 'SIGNATORY' | 'REPRESENTATIVE', until: Day | null) => ({
  role,
  actsFrom: day('2020-01-01'),
  actsUntil: until,
  scope: null,
  paper: null,
})

describe('who may act for a workshop', () => {
  test('a member until the last day, included', () => {
    expect(mayActFor(stake('REPRESENTATIVE', today), null, today)).toBe(true)
    expect(mayActFor(stake('REPRESENTATIVE', day('2026-11-22')), null, today)).toBe(false)
    expect(mayActFor(stake('SIGNATORY', day('2026-11-22')), null, today)).toBe(false)
    const future = { ...stake('OWNER', null), actsFrom: day('2026-11-24') }
    expect(mayActFor(future, null, today)).toBe(false)
  })

  test('the owner of a closed workshop still answers for it, its representative does not', () => {
    const closed = day('2026-01-01')
    expect(mayActFor(stake('OWNER', closed), closed, today)).toBe(true)
    expect(mayActFor(stake('OWNER', day('2025-01-01')), closed, today)).toBe(false)
    expect(mayActFor(stake('REPRESENTATIVE', closed), closed, today)).toBe(false)
  })

  test('one line a workshop, by the strongest role', () => {
    const at = (role: 'OWNER' | 'REPRESENTATIVE', branchCode: string) => ({
      ...stake(role, null),
      workshopCode: '9000161000',
      branchCode,
      closedOn: null,
    })
    const strongest = presentStakes(
      [at('REPRESENTATIVE', '900'), at('OWNER', '900'), at('REPRESENTATIVE', '9002')],
      today,
    )
    expect(strongest.map(({ role }) => role)).toEqual(['OWNER', 'REPRESENTATIVE'])
  })
})
