import { test as base, type ElectronApplication, type Page } from '@playwright/test'
import path from 'node:path'
import { found, type Launched, launchApp, root } from '../../support/launch.ts'

/** What the fixture application exposes to its page, as a page's script sees it. */
export interface FixtureApi {
  readonly version: string
  readonly nested: { readonly list: readonly number[]; now(): Date }
  add(a: number, b: number): Promise<number>
  echo(value: unknown): Promise<unknown>
  types(value: unknown): Promise<unknown>
  fail(): Promise<never>
  function(): Promise<never>
  sender(): Promise<Record<string, unknown>>
  pick(): Promise<string[]>
  secret(text: string): Promise<string>
  pdf(): Promise<number>
  print(options: object): Promise<{ success: boolean; reason: string }>
  printers(): Promise<string[]>
  state(): Promise<Record<string, unknown>>
  backend(kind: string, value?: unknown): Promise<Record<string, unknown>>
  onTick(listener: (tick: { readonly i: number }) => void): () => void
  startTicks(count: number): void
  throwSync(): never
  syncAdd(a: number, b: number): number
  callMe(callback: (value: number) => number): number
  sync(value: number): number
  process(): object
}

declare global {
  interface Window {
    readonly api: FixtureApi
  }
}

export const application = path.join(root, 'tests/fixtures/standin-app')

interface Fixtures {
  readonly page: Page
  readonly app: ElectronApplication
}

interface Shared {
  readonly launched: Launched
}

/** One running fixture application for each file of tests. */
export const test = base.extend<Fixtures, Shared>({
  launched: [
    async ({}, use) => {
      const launched = await launchApp({ application })
      await use(launched)
      await launched.app.close()
    },
    { scope: 'worker' },
  ],
  app: async ({ launched }, use) => await use(launched.app),
  page: async ({ launched }, use) => await use(launched.page),
})

export { expect } from '@playwright/test'

/** Marks what the stand-in cannot do: the day it can, the test says so. */
export function knownGap(name: string): void {
  test.fail(found.kind === 'standin', `known gap: ${name}`)
}
