import { setImmediate } from 'node:timers/promises'

/** Middle of the values; the lower one of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0

export const round = (value: number, digits: number): number => Number(value.toFixed(digits))

/** Milliseconds that a work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

type Ways<Name extends string> = Readonly<Record<Name, () => Promise<unknown>>>

/**
 * Milliseconds of each way, warm, in turns: a busy moment of the machine hits all ways alike.
 *
 * @param turns how often each way has its turn of `rounds` measurements
 */
export async function inTurns<Name extends string>(
  ways: Ways<Name>,
  { warmUp, turns, rounds }: { warmUp: number; turns: number; rounds: number },
): Promise<Record<Name, number[]>> {
  const names = Object.keys(ways) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    Name,
    number[]
  >
  for (const name of names) for (let i = 0; i < warmUp; i++) await ways[name]()
  for (let turn = 0; turn < turns; turn++) {
    for (const name of names) {
      for (let i = 0; i < rounds; i++) {
        times[name].push(await timed(ways[name]))
        await setImmediate() // what a paper leaves behind is cleared before the next
      }
    }
  }
  return times
}

/** One JSON line; a ratio is the value in parts of the baseline of the same run. */
export function report(
  name: string,
  unit: string,
  value: number,
  baseline?: { readonly of: string; readonly value: number },
): void {
  console.log(
    JSON.stringify({
      name,
      [`median_${unit}`]: round(value, 2),
      ...(baseline && {
        baseline: baseline.of,
        [`baseline_${unit}`]: round(baseline.value, 2),
        ratio: round(value / baseline.value, 3),
      }),
    }),
  )
}
