/** When what the window drew was painted, from a trace of Chromium. */
import type { CDPSession } from '@playwright/test'
import type { Desk } from '../e2e/pages/desk.page.ts'
import { median, round } from './measuring.ts'

/** One event of a trace, times in microseconds. */
export interface TraceEvent {
  readonly name: string
  readonly ph: string
  /** Microseconds. */
  readonly ts: number
  readonly dur?: number
  /** Processor time of the thread. */
  readonly tdur?: number
  readonly tid: number
}

/** What the window did meanwhile, in the order of time. */
export async function traced(
  session: CDPSession,
  work: () => Promise<void>,
): Promise<readonly TraceEvent[]> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { readonly value: unknown[] }) =>
    events.push(...(value as TraceEvent[]))
  session.on('Tracing.dataCollected', collect)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'toplevel',
        'blink.user_timing',
        'devtools.timeline',
        'disabled-by-default-devtools.timeline.frame',
        'devtools.timeline.frame',
      ],
    },
  })
  await work()
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await ended
  session.off('Tracing.dataCollected', collect)
  return events.toSorted((a, b) => a.ts - b.ts)
}

/** Has the page set a mark in the task that puts the grid of a name there, and one after the frame that shows it. */
async function markGrid(desk: Desk, name: string): Promise<void> {
  await desk.page.evaluate((label) => {
    const grid = `[role=grid][aria-label="${label}"]`
    const observer = new MutationObserver(() => {
      if (document.querySelector(`${grid} [role=gridcell], ${grid} td`) === null) return
      observer.disconnect()
      performance.mark('grid-there')
      requestAnimationFrame(() => setTimeout(() => performance.mark('grid-painted')))
    })
    observer.observe(document.body, { childList: true, subtree: true })
  }, name)
}

const isTask = ({ name }: TraceEvent): boolean => name.endsWith('RunTask')

/** Milliseconds of processor time that a thread had between two moments. */
export function workedBetween(
  events: readonly TraceEvent[],
  tid: number,
  from: number,
  to: number,
): number {
  const tasks = events.filter(
    (event) => event.name.endsWith('::RunTask') && event.tid === tid && event.ts >= from,
  )
  return tasks.reduce((sum, { ts, tdur = 0 }) => (ts < to ? sum + tdur : sum), 0) / 1000
}

/** Milliseconds by the clock, and of processor time of the window's own thread. */
interface Painted {
  readonly milliseconds: number
  readonly processor: number
}

/** From the start of the task that drew the grid to the mark behind its frame. */
function paintedAfter(events: readonly TraceEvent[]): Painted {
  const at = (name: string) => events.find((event) => event.name === name)
  const there = at('grid-there')
  const painted = at('grid-painted')
  if (!there || !painted) throw new Error('the trace holds no grid')
  const task = events.find(
    (event) =>
      isTask(event) &&
      event.tid === there.tid &&
      event.ts <= there.ts &&
      event.ts + (event.dur ?? 0) >= there.ts,
  )
  if (!task) throw new Error('the trace holds no task of the grid')
  return {
    milliseconds: (painted.ts - task.ts) / 1000,
    processor: workedBetween(events, there.tid, task.ts, painted.ts),
  }
}

const ROUNDS = 12

/** How a grid is opened: what goes before is not measured. */
export interface Opening {
  /** Name of the grid. */
  readonly grid: string
  readonly before: () => Promise<unknown>
  readonly open: () => Promise<unknown>
}

/** Figures of a grid that is opened and left again and again, a visit each time; milliseconds. */
export async function openings(
  desk: Desk,
  session: CDPSession,
  { grid, before, open }: Opening,
): Promise<Readonly<Record<string, number>>> {
  const rounds: Painted[] = []
  for (let turn = 0; turn < ROUNDS; turn++) {
    await before()
    const events = await traced(session, async () => {
      await markGrid(desk, grid)
      await open()
      await desk.page.getByRole('grid', { name: grid }).waitFor()
      await desk.page.waitForFunction(() => performance.getEntriesByName('grid-painted').length > 0)
      await desk.page.evaluate(() => {
        performance.clearMarks()
      })
    })
    rounds.push(paintedAfter(events))
    await desk.endVisit()
  }
  const milliseconds = rounds.map((one) => one.milliseconds)
  return {
    milliseconds: round(median(milliseconds), 1),
    best: round(Math.min(...milliseconds), 1),
    worst: round(Math.max(...milliseconds), 1),
    first: round(milliseconds[0] ?? Number.NaN, 1),
    processor: round(median(rounds.map((one) => one.processor)), 1),
  }
}
