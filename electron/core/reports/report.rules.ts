import { addDays, type Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import { Deed, type DayReport, type DeedCounts, type Spread, type Times } from './report.model.ts'
import type { CountedDeed, TimedStep } from './reports.ports.ts'

/** The first moment of a day in Tehran; since 1401 the clocks there stand still. */
export function beginOf(day: Day): Instant {
  return `${addDays(day, -1)}T20:30:00.000Z` as Instant
}

/** The value at a rank of ordered values, by the nearest rank: always one that occurred. */
function atRank(ordered: readonly number[], part: number): number {
  return ordered[Math.max(0, Math.ceil(part * ordered.length) - 1)] ?? 0
}

/** The middle and the ninth tenth of durations in minutes; null where there are none. */
export function spreadOf(minutes: readonly number[]): Spread | null {
  if (minutes.length === 0) return null
  const ordered = minutes.toSorted((a, b) => a - b)
  return { count: ordered.length, median: atRank(ordered, 0.5), ninety: atRank(ordered, 0.9) }
}

function minutesOf({ filedAt, at }: TimedStep): number {
  return Math.max(0, Math.floor((Date.parse(at) - Date.parse(filedAt)) / 60_000))
}

function timesOf(steps: readonly TimedStep[]): Times {
  const of = (step: TimedStep['step']) =>
    spreadOf(steps.filter((one) => one.step === step).map(minutesOf))
  return { firstAct: of('firstAct'), decision: of('decision') }
}

function countsOf(deeds: readonly CountedDeed[]): DeedCounts {
  const counts = Object.fromEntries(Deed.options.map((deed) => [deed, 0])) as DeedCounts
  for (const { deed, count } of deeds) counts[deed] += count
  return counts
}

function grouped<T, K>(all: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const one of all) {
    const group = groups.get(keyOf(one))
    if (group) group.push(one)
    else groups.set(keyOf(one), [one])
  }
  return groups
}

const busy = ({ counts }: { readonly counts: DeedCounts }): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

/** Sums deeds and times of a period; each deed is counted once, under its clerk, its kind and in the totals. */
export function reportOf(
  {
    deeds,
    steps,
  }: { readonly deeds: readonly CountedDeed[]; readonly steps: readonly TimedStep[] },
  clerkNames: ReadonlyMap<string, { readonly fullName: string; readonly clerkCode: string }>,
): Pick<DayReport, 'totals' | 'clerks' | 'kinds' | 'firstAct' | 'decision'> {
  const clerks = [...grouped(deeds, ({ clerkId }) => clerkId)].flatMap(([clerkId, own]) => {
    const named = clerkId === null ? undefined : clerkNames.get(clerkId)
    return named && clerkId !== null ? [{ clerkId, ...named, counts: countsOf(own) }] : []
  })
  const stepsOf = grouped(steps, ({ kind }) => kind)
  const kinds = [...grouped(deeds, ({ kind }) => kind)].map(([kind, own]) => ({
    kind,
    counts: countsOf(own),
    ...timesOf(stepsOf.get(kind) ?? []),
  }))
  const busiestFirst = (a: { counts: DeedCounts }, b: { counts: DeedCounts }) => busy(b) - busy(a)
  return {
    totals: countsOf(deeds),
    ...timesOf(steps),
    clerks: clerks.sort((a, b) => busiestFirst(a, b) || (a.clerkCode < b.clerkCode ? -1 : 1)),
    kinds: kinds.sort((a, b) => busiestFirst(a, b) || (a.kind < b.kind ? -1 : 1)),
  }
}

/** A duration in days, hours and minutes, of which the two largest that are not nothing are told. */
export function durationParts(
  minutes: number,
): readonly (readonly ['DAY' | 'HOUR' | 'MINUTE', number])[] {
  const parts = [
    ['DAY', Math.floor(minutes / 1440)],
    ['HOUR', Math.floor((minutes % 1440) / 60)],
    ['MINUTE', minutes % 60],
  ] as const
  const first = parts.findIndex(([, n]) => n > 0)
  return first < 0 ? [['MINUTE', 0]] : parts.slice(first, first + 2).filter(([, n]) => n > 0)
}
