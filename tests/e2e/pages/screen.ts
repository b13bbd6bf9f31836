import { expect, type Page } from '@playwright/test'
import type { AxeResults } from 'axe-core'
import { mkdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../../support/launch.ts'
import type { Desk } from './desk.page.ts'
import { t } from './texts.ts'

type Theme = 'light' | 'dark'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Keeps a picture of the window under a speaking name in `out/e2e/screens`. */
export async function picture(desk: Desk, name: string): Promise<void> {
  const folder = path.join(root, 'out/e2e/screens')
  await mkdir(folder, { recursive: true })
  await desk.page.screenshot({ path: path.join(folder, `${name}.png`) })
}

/** Until whatever moves to its place is there; what turns for ever is not awaited. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((one) => one.finished))
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  })
}

async function show({ app, page }: Desk, theme: Theme): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source
  }, theme)
  await expect(page.locator('html')).toHaveClass(new RegExp(`(^| )${theme}( |$)`))
  await settled(page)
}

async function zoom({ app, page }: Desk, factor: 1 | 2): Promise<void> {
  const before = await page.evaluate(() => innerWidth)
  await app.evaluate(({ BrowserWindow }, wanted) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) webContents.setZoomFactor(wanted)
  }, factor)
  await expect.poll(() => page.evaluate(() => innerWidth)).not.toBe(before)
  await settled(page)
}

/** What axe finds against WCAG 2.2 AA: each fault with its place. */
async function faultsOf(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(await readFile(axeFile, 'utf8'))
  }
  const { violations } = await page.evaluate(async (tags): Promise<AxeResults> => {
    const { axe } = window as unknown as {
      readonly axe: { run(root: Document, options: object): Promise<AxeResults> }
    }
    return axe.run(document, { runOnly: { type: 'tag', values: tags } })
  }, WCAG)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  )
}

/** Places that the keys reach and the eye does not: out of the window or covered when they have the focus. */
async function hiddenPlaces(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const before = document.activeElement
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, [tabindex]',
    )
    const open = [...document.querySelectorAll<HTMLElement>('[role=dialog]')].at(-1)
    const reachable = [...all].filter(
      (one) =>
        one.tabIndex >= 0 &&
        !one.matches(':disabled, .sr-only, [aria-hidden=true] *, [inert] *') &&
        one.checkVisibility({ visibilityProperty: true }) &&
        one.getClientRects().length > 0 &&
        (!open || open.contains(one)),
    )
    const isSeen = async (one: HTMLElement): Promise<boolean> => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
      one.focus()
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
      if (document.activeElement !== one) return true
      const box = one.getBoundingClientRect()
      const left = Math.max(0, box.left)
      const right = Math.min(innerWidth, box.right)
      const top = Math.max(0, box.top)
      const bottom = Math.min(innerHeight, box.bottom)
      if (right - left < 4 || bottom - top < 4) return false
      const spots = [0.5, 0.15, 0.85].map((part) => [
        left + (right - left) * part,
        top + (bottom - top) * part,
      ])
      return spots.some(([x = 0, y = 0]) => {
        const hit = document.elementFromPoint(x, y)
        return hit !== null && (one.contains(hit) || hit.contains(one))
      })
    }
    const hidden: HTMLElement[] = []
    for (const one of reachable) if (!(await isSeen(one))) hidden.push(one)
    if (before instanceof HTMLElement) before.focus()
    return hidden.map((one) => one.outerHTML.slice(0, 160))
  })
}

/** Pixels of the page that lie beside the window. */
async function pixelsBeside(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
}

/**
 * Looks at the screen of a small desk in both themes and at 200 %: no fault that axe knows, nothing
 * beside the window, nothing that the keys reach out of sight. Leaves it light, unzoomed, in pictures. Messages that
 * go by themselves lie over the screen and are waited for.
 */
export async function inspect(desk: Desk, name: string): Promise<void> {
  // Also where a dialog hides what lies beside it.
  await expect(desk.page.locator(`[role=status][aria-label="${t('ui.notices')}"]`)).toBeEmpty()
  for (const theme of ['dark', 'light'] as const) {
    await show(desk, theme)
    await picture(desk, `${name}-${theme}`)
    expect.soft(await faultsOf(desk.page), `${name}, ${theme}`).toEqual([])
  }
  for (const factor of [1, 2] as const) {
    if (factor === 2) await zoom(desk, factor)
    const at = `${name}, ${factor * 100} %`
    expect.soft(await pixelsBeside(desk.page), `${at}: pixels beside the window`).toBeLessThan(1)
    if (factor === 2) await picture(desk, `${name}-200`)
    expect.soft(await hiddenPlaces(desk.page), `${at}: out of sight`).toEqual([])
  }
  await zoom(desk, 1)
}
