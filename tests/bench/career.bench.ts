/**
 * The record of 420 months at five workshops on the screen of the built program:
 *
 *   npm run build && npm run bench:career
 *
 * One JSON line for each measure, from a trace of the window: milliseconds from the start of the task that takes the
 * reply to the frame in which the grid stands; frames a second while the months and the rows are scrolled through,
 * in the whole and in the worst half second, beside a list of bare lines, which is what the machine gives. Processor
 * time is that of the window's own thread, which a busy machine stretches less than the clock.
 */
import { rm } from 'node:fs/promises'
import type { CDPSession, Locator } from '@playwright/test'
import { Desk } from '../e2e/pages/desk.page.ts'
import { t } from '../e2e/pages/texts.ts'
import { prepareDemonstrationOffice } from '../support/demonstration-office.ts'
import { LONG_CAREER } from '../support/record-extract.ts'
import { recordOffice } from '../support/record-office.ts'
import { median, round } from './measuring.ts'
import { openings, traced, workedBetween, type TraceEvent } from './painting.ts'

const SCROLLS = 3
const PX_A_SECOND = 900
const WINDOW_MS = 500
const TARGET_MS = 100
const TARGET_FRAMES = 50

function report(measure: string, figures: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify({ bench: 'career', measure, ...figures }))
}

interface Frames {
  readonly mean: number
  readonly worst: number
  /** Milliseconds. */
  readonly processor_a_frame: number
}

/** Frames a second in the worst stretch of `WINDOW_MS` between two marks, and in the whole. */
function framesOf(events: readonly TraceEvent[]): Frames {
  const [from, to] = ['scroll-from', 'scroll-to'].map((name) => {
    const mark = events.find((event) => event.name === name)
    if (!mark) throw new Error(`the trace holds no ${name}`)
    return mark
  }) as [TraceEvent, TraceEvent]
  const drawn = events
    .filter(({ name, ts }) => name === 'DrawFrame' && ts >= from.ts && ts <= to.ts)
    .map(({ ts }) => ts)
  const last = drawn.at(-1) ?? Number.NaN
  const first = drawn[0] ?? Number.NaN
  const within = drawn
    .filter((start) => start + WINDOW_MS * 1000 <= last)
    .map((start) => drawn.filter((ts) => ts > start && ts <= start + WINDOW_MS * 1000).length)
  return {
    mean: round((drawn.length - 1) / ((last - first) / 1e6), 1),
    worst: round(Math.min(...within) * (1000 / WINDOW_MS), 1),
    processor_a_frame: round(workedBetween(events, from.tid, from.ts, to.ts) / drawn.length, 2),
  }
}

/** What the machine gives at all: a list of bare lines over the whole window. */
async function bareScrolled(desk: Desk, session: CDPSession) {
  await desk.page.evaluate(() => {
    const list = document.createElement('div')
    list.id = 'bare'
    Object.assign(list.style, { position: 'fixed', inset: '0', overflow: 'auto', zIndex: '99' })
    list.style.background = 'white'
    for (let n = 0; n < 400; n++) list.append(`${n}`, document.createElement('br'))
    document.body.append(list)
  })
  const figures = await scrolled(session, desk.page.locator('#bare'))
  await desk.page.locator('#bare').evaluate((list) => {
    list.remove()
  })
  return figures
}

async function scrolled(session: CDPSession, grid: Locator) {
  const page = grid.page()
  const box = await grid.boundingBox()
  if (!box) throw new Error('nothing to scroll')
  // To the end and back; never so far that nothing moves any more.
  const distance = await grid.evaluate((one) => {
    const scroller = one.closest('.overflow-auto') ?? one
    return Math.min(3000, scroller.scrollHeight - scroller.clientHeight)
  })
  const gesture = (yDistance: number) =>
    session.send('Input.synthesizeScrollGesture', {
      x: box.x + box.width / 2,
      y: Math.min(box.y + 120, 560),
      yDistance,
      speed: PX_A_SECOND,
      preventFling: true,
    })
  await gesture(-100)
  await gesture(100)
  const rounds: Frames[] = []
  for (let turn = 0; turn < SCROLLS; turn++) {
    const events = await traced(session, async () => {
      await page.evaluate(() => performance.mark('scroll-from'))
      await gesture(-distance)
      await page.evaluate(() => performance.mark('scroll-to'))
    })
    rounds.push(framesOf(events))
    await page.evaluate(() => {
      performance.clearMarks()
    })
    await gesture(distance)
  }
  const of = (part: keyof Frames) => rounds.map((one) => one[part])
  return {
    distance,
    mean: median(of('mean')),
    worst: Math.min(...of('worst')),
    worst_median: median(of('worst')),
    processor_a_frame: median(of('processor_a_frame')),
    target: TARGET_FRAMES,
  }
}

async function measure(desk: Desk): Promise<void> {
  await desk.signIn()
  const session = await desk.page.context().newCDPSession(desk.page)
  const grid = desk.page.getByRole('grid', { name: t('insured.grid') })
  const figures = await openings(desk, session, {
    grid: t('insured.grid'),
    before: () => desk.find(LONG_CAREER),
    open: () => desk.keys.press('Enter'),
  })
  report('grid painted after the reply', { ...figures, target: TARGET_MS })
  await desk.openFile(LONG_CAREER)
  await grid.waitFor()
  const rows = desk.page.getByRole('grid', { name: t('insured.rows') })
  report('bare lines scrolled', { baseline: true, ...(await bareScrolled(desk, session)) })
  report('months scrolled', await scrolled(session, grid))
  await desk.page.getByText(t('insured.view.ROWS'), { exact: true }).click()
  report('rows scrolled', await scrolled(session, rows))
  await desk.page.getByText(t('insured.withWages')).click()
  report('rows with wages scrolled', await scrolled(session, rows))
}

await prepareDemonstrationOffice()
const office = await recordOffice()
const desk = await Desk.open({ office })
await measure(desk)
await desk.close()
for (const folder of [office, desk.userDataDir]) await rm(folder, { recursive: true, force: true })
