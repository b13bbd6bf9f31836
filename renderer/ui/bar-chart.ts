/** How a part of a bar is filled: told apart by pattern, not by colour alone. */
export type BarFill = 'solid' | 'stripes' | 'dots' | 'cross'

/** One kind of part, in the order in which parts follow each other. */
export interface BarSeries {
  readonly id: string
  readonly label: string
  readonly fill: BarFill
}

/** One bar. `parts` by series; `text` stands behind it and says it in figures; without parts it says why not. */
export interface Bar {
  readonly id: string
  readonly label: string
  readonly parts: Readonly<Record<string, number>>
  readonly text: string
  /** Nothing was there, as against an amount of nothing. */
  readonly isMissing?: boolean
}

export interface PlacedPart {
  readonly series: BarSeries
  /** From the beginning of the bar, in pixels. */
  readonly at: number
  readonly length: number
}

/** Parts of each bar in pixels, the longest bar filling the room; parts of nothing are left out. */
export function placedParts(
  bars: readonly Bar[],
  series: readonly BarSeries[],
  room: number,
): readonly (readonly PlacedPart[])[] {
  const amountOf = (bar: Bar, { id }: BarSeries) => Math.max(0, bar.parts[id] ?? 0)
  const whole = (bar: Bar) => series.reduce((sum, one) => sum + amountOf(bar, one), 0)
  const longest = Math.max(0, ...bars.map(whole))
  const scale = longest === 0 ? 0 : Math.max(0, room) / longest
  return bars.map((bar) => {
    let at = 0
    return series.flatMap((one) => {
      const length = amountOf(bar, one) * scale
      if (length === 0) return []
      const part = { series: one, at, length }
      at += length
      return [part]
    })
  })
}
