import { describe, expect, test } from 'vitest'
import type { Day } from '#core/kernel/day.ts'
import { RequestStatus, type WorklistItem } from '#core/requests/request.model.ts'
import { compareItems, groupOf } from '#core/requests/worklist.rules.ts'

const day = (text: string) => text as Day
const today = day('2026-11-23')

describe('groups', () => {
  test.each<[RequestStatus, Day | null, string]>([
    ['9', null, 'RUNNING'],
    ['9', day('2026-11-24'), 'RUNNING'],
    ['9', today, 'TODAY'],
    ['9', day('2026-11-22'), 'OVERDUE'],
    ['14', day('2026-11-22'), 'AWAITING_PAPERS'],
    ['21', null, 'AWAITING_PAPERS'],
    ['18', day('2026-11-22'), 'DONE'],
    ['CANCELLED', null, 'DONE'],
  ])('status %s promised %s: %s', (status, promisedOn, group) => {
    expect(groupOf({ status, promisedOn }, today)).toBe(group)
  })

  test('every status has one', () => {
    for (const status of RequestStatus.options)
      expect(groupOf({ status, promisedOn: null }, today)).toBeTruthy()
  })
})

test('late before due, near promises before far, old filings before new', () => {
  const item = (trackingCode: string, more: Partial<WorklistItem>) =>
    ({ trackingCode, group: 'RUNNING', promisedOn: null, filedOn: today, ...more }) as WorklistItem
  const items = [
    item('e', { group: 'DONE' }),
    item('d', {}),
    item('c', { promisedOn: day('2026-12-02') }),
    item('b', { promisedOn: day('2026-12-01') }),
    item('a', { group: 'OVERDUE', promisedOn: day('2026-11-01') }),
  ]
  expect(
    items
      .sort(compareItems)
      .map(({ trackingCode }) => trackingCode)
      .join(''),
  ).toBe('abcde')
})
