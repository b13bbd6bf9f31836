import { expect, test as base } from '@playwright/test'
import { rm } from 'node:fs/promises'
import { Desk, type DeskOptions } from './pages/desk.page.ts'

interface Fixtures {
  /** A desk of this test alone, with the clerk of the demonstration office signed in. */
  readonly desk: Desk
  /** Starts more desks, or one started in another way; all are closed when the test ends. */
  readonly start: (options?: DeskOptions) => Promise<Desk>
  /** The desk of this file, the clerk signed in, nobody at the counter: for tests that only look. */
  readonly counter: Desk
}

interface Shared {
  readonly shared: Desk
}

/** Offices and profiles of tests are copies in the folder for temporary files. */
async function clearAway({ office, userDataDir }: Desk): Promise<void> {
  for (const folder of [office, userDataDir]) await rm(folder, { recursive: true, force: true })
}

/** Bajeh as a clerk meets it. A complaint of the window fails the test in which it came. */
export const test = base.extend<Fixtures, Shared>({
  start: async ({}, use) => {
    const desks: Desk[] = []
    await use(async (options) => {
      const desk = await Desk.open(options)
      desks.push(desk)
      return desk
    })
    for (const desk of desks) await desk.close()
    await Promise.all(desks.map(clearAway))
    expect(desks.flatMap((desk) => desk.complaints)).toEqual([])
  },
  desk: async ({ start }, use) => {
    const desk = await start()
    await desk.signIn()
    await use(desk)
  },
  shared: [
    async ({}, use) => {
      const desk = await Desk.open()
      await desk.signIn()
      await use(desk)
      await desk.close()
      await clearAway(desk)
    },
    { scope: 'worker' },
  ],
  counter: async ({ shared }, use) => {
    await shared.clear()
    await use(shared)
    expect(shared.complaints.splice(0)).toEqual([])
  },
})

export { expect } from '@playwright/test'
