import { expect, test } from 'vitest'
import { allMarked, marksWithRange, toggledMark } from '../../../../renderer/ui/row-marks.ts'

const keys = ['a', 'b', 'c', 'd']

test('a mark comes and goes', () => {
  expect(toggledMark(['a'], 'b')).toEqual(['a', 'b'])
  expect(toggledMark(['a', 'b'], 'a')).toEqual(['b'])
})

test('a range reaches from where it began, up or down, and leaves the others', () => {
  expect(marksWithRange(['a'], keys, 1, 3)).toEqual(['a', 'b', 'c', 'd'])
  expect(marksWithRange([], keys, 2, 1)).toEqual(['b', 'c'])
})

test('all, and when all are marked none', () => {
  expect(allMarked(['b'], keys)).toEqual(keys)
  expect(allMarked(keys, keys)).toEqual([])
})
