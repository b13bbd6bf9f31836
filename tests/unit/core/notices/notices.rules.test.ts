import { expect, test } from 'vitest'
import { arePromisesNew } from '#core/notices/notices.rules.ts'

test.each([
  [{ overdue: 0, today: 0 }, undefined, false],
  [{ overdue: 1, today: 0 }, undefined, true],
  [{ overdue: 0, today: 2 }, undefined, true],
  [{ overdue: 3, today: 0 }, { overdue: 3, today: 1 }, false],
  [{ overdue: 2, today: 0 }, { overdue: 3, today: 0 }, false],
  [{ overdue: 4, today: 0 }, { overdue: 3, today: 0 }, true],
])('due %j after having seen %j: %s', (due, seen, isNew) => {
  expect(arePromisesNew(due, seen)).toBe(isNew)
})
