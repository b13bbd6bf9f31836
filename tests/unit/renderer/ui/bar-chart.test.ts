import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placedParts, type Bar, type BarSeries } from '../../../../renderer/ui/bar-chart.ts'

const series: readonly BarSeries[] = [
  { id: 'a', label: 'A', fill: 'solid' },
  { id: 'b', label: 'B', fill: 'dots' },
]
const bar = (a: number, b: number): Bar => ({
  id: `${a}/${b}`,
  label: '',
  text: '',
  parts: { a, b },
})

it('fills the room with the longest bar, one part behind the other', () => {
  const [long, short] = placedParts([bar(30, 10), bar(10, 0)], series, 200)
  expect(long).toEqual([
    { series: series[0], at: 0, length: 150 },
    { series: series[1], at: 150, length: 50 },
  ])
  expect(short).toEqual([{ series: series[0], at: 0, length: 50 }])
})

it('draws nothing of nothing', () => {
  expect(placedParts([bar(0, 0)], series, 200)).toEqual([[]])
  expect(placedParts([bar(5, 5)], series, -20)).toEqual([[]])
  expect(placedParts([], series, 200)).toEqual([])
})

it('never leaves the room, and keeps the proportions', () => {
  const amount = fc.integer({ min: 0, max: 9_000_000_000 })
  fc.assert(
    fc.property(fc.array(fc.tuple(amount, amount), { minLength: 1 }), (pairs) => {
      const placed = placedParts(
        pairs.map(([a, b]) => bar(a, b)),
        series,
        300,
      )
      const lengths = placed.map((parts) => parts.reduce((sum, one) => sum + one.length, 0))
      const wholes = pairs.map(([a, b]) => a + b)
      const longest = Math.max(...wholes)
      for (const [at, length] of lengths.entries()) {
        expect(length).toBeLessThanOrEqual(300.001)
        if (longest > 0) expect(length).toBeCloseTo(((wholes[at] ?? 0) / longest) * 300, 6)
      }
    }),
  )
})
