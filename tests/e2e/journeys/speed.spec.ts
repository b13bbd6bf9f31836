import type { Page } from '@playwright/test'
import { expect, test } from '../app.fixture.ts'

declare global {
  interface Window {
    nextRows?: Promise<number>
  }
}

const PERSONS = [
  '0000001015',
  '0000001023',
  '0000001031',
  '0000001041',
  '0000001058',
  '0000001066',
  '0000001074',
  '0000001082',
  '0000001090',
] as const

const LIMIT_MS = 100
/** Two frames of a display at 60 Hz. */
const TWO_FRAMES_MS = 1000 / 30

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Has the page note the milliseconds from the next key to the frame in which a row stands. */
async function watchNextRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.nextRows = new Promise((resolve) => {
      let from = Number.NaN
      addEventListener('keydown', (event) => (from = event.timeStamp), {
        capture: true,
        once: true,
      })
      const observer = new MutationObserver(() => {
        if (document.querySelector('#search-hits [role=option]') === null) return
        observer.disconnect()
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)))
      })
      observer.observe(document.body, { childList: true, subtree: true })
    })
  })
}

/** What the office and the way to it take by themselves, and two frames of this machine as it is. */
async function baseline(page: Page, text: string): Promise<{ call: number; frames: number }> {
  return page.evaluate(async (text) => {
    const from = performance.now()
    await window.app.call('citizens.search', { text, limit: 8 })
    const answered = performance.now()
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return { call: answered - from, frames: performance.now() - answered }
  }, text)
}

/*
 * From the key to the painted rows, less what the call takes alone: that is the window's own part, whatever host
 * carries the call. A machine that is too busy to paint is given as much more time as its frames take longer.
 */
test('the rows are painted within 100 ms of the key, beside what the search itself takes', async ({
  counter,
}) => {
  const whole: number[] = []
  const calls: number[] = []
  const frames: number[] = []
  for (const person of PERSONS) {
    await counter.search(person.slice(0, -1))
    await expect(counter.page.getByRole('search').getByRole('status').first()).toHaveText(/\S/)
    await watchNextRows(counter.page)
    await counter.keys.press(person.slice(-1))
    whole.push((await counter.page.evaluate(() => window.nextRows)) ?? Number.NaN)
    const alone = await baseline(counter.page, person)
    calls.push(alone.call)
    frames.push(alone.frames)
    await counter.keys.press('Escape')
  }
  const own = median(whole) - median(calls)
  const slowness = Math.max(1, median(frames) / TWO_FRAMES_MS)
  test.info().annotations.push({
    type: 'measure',
    description: JSON.stringify({ own, call: median(calls), frames: median(frames), slowness }),
  })
  expect(own).toBeGreaterThan(0)
  expect(own).toBeLessThanOrEqual(LIMIT_MS * slowness)
})
