import { describe, expect, test } from 'vitest'
import type { Day } from '#core/kernel/day.ts'
import { RequestStatus } from '#core/requests/request.model.ts'
import type { WorklistItem } from '#core/requests/worklist.model.ts'
import { groupOf, placeAfter, worklistItem } from '#core/requests/worklist.rules.ts'

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

describe('a line', () => {
  const entry = {
    ...({ trackingCode: '5000000001', kind: 'MARRIAGE', status: '9', citizenId: 1 } as const),
    ...{ citizenName: 'نمونه', personId: '0010000011', filedOn: day('2026-11-20') },
    ...{ promisedOn: null, owner: null, isMine: false, filedBy: 'متصدی' },
    ...({ origin: 'COUNTER', version: 1 } as const),
  }

  test('says its age and hides the number', () => {
    const item = worklistItem(entry, today)
    expect(item).toMatchObject({ ageDays: 3, maskedId: '001****011', group: 'RUNNING' })
    expect(item).not.toHaveProperty('personId')
  })

  test('leads on to the next: what has no promise comes after every day', () => {
    const item: WorklistItem = worklistItem(entry, today)
    expect(placeAfter(item)).toEqual({
      group: 'RUNNING',
      due: '9999',
      filedOn: '2026-11-20',
      trackingCode: '5000000001',
    })
  })
})
