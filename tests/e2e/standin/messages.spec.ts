import type { Page } from '@playwright/test'
import { expect, test } from './fixture.ts'

test('a page invokes a handler', async ({ page }) => {
  await page.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByTestId('sum')).toHaveText('42')
})

test('events come to the page', async ({ page }) => {
  await page.getByRole('button', { name: 'Ticks' }).click()
  await expect(page.getByTestId('ticks')).toHaveText('2,4,6')
})

test('values are cloned on the way in', async ({ page }) => {
  const types = await page.evaluate(() =>
    window.api.types({
      bytes: new Uint8Array([1, 2]),
      when: new Date(7),
      map: new Map([[1, 2]]),
      absent: undefined,
      big: 5n,
    }),
  )
  expect(types).toEqual({ bytes: true, date: true, map: true, absent: true, big: 'bigint' })
})

test('values are cloned on the way out', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const value = (await window.api.echo({
      bytes: new Uint8Array([9]),
      date: new Date(3),
      set: new Set([1]),
      nan: Number.NaN,
      floats: new Float64Array([1.5]),
    })) as { bytes: Uint8Array; date: Date; set: Set<number>; nan: number; floats: Float64Array }
    return [
      value.bytes instanceof Uint8Array,
      value.bytes[0],
      value.date.getTime(),
      value.set.has(1),
      Number.isNaN(value.nan),
      value.floats[0],
    ]
  })
  expect(seen).toEqual([true, 9, 3, true, true, 1.5])
})

test('a megabyte of bytes comes back unharmed', async ({ page }) => {
  const sum = await page.evaluate(async () => {
    const bytes = (await window.api.echo(new Uint8Array(1 << 20).fill(3))) as Uint8Array
    return bytes.reduce((total, byte) => total + byte, 0)
  })
  expect(sum).toBe(3 * (1 << 20))
})

async function failureOf(page: Page, name: 'fail' | 'function' | 'throwSync'): Promise<string> {
  return await page.evaluate(async (method) => {
    try {
      await window.api[method]()
      return 'no error'
    } catch (error) {
      if (!(error instanceof Error)) return 'not an error of this page'
      return `${error.name}|${error.message}|${String((error as { code?: string }).code)}`
    }
  }, name)
}

test('an error of a handler arrives as its message', async ({ page }) => {
  const message = "Error|Error invoking remote method 'fail': TypeError: nope|undefined"
  expect(await failureOf(page, 'fail')).toBe(message)
})

test('a handler cannot return a function', async ({ page }) => {
  const failure = await failureOf(page, 'function')
  expect(failure).toMatch(/Error invoking remote method 'function': .*could not be cloned/)
})

test('an error of the preload script loses its class and code', async ({ page }) => {
  expect(await failureOf(page, 'throwSync')).toBe('Error|sync boom|undefined')
})

test('a function cannot be sent', async ({ page }) => {
  const failure = await page.evaluate(() =>
    window.api.echo({ f: () => 1 }).then(
      () => 'sent',
      (error: unknown) => String(error),
    ),
  )
  expect(failure).toMatch(/could not be cloned/)
})

test('a page may wait for an answer', async ({ page }) => {
  expect(await page.evaluate(() => window.api.sync(4))).toBe(5)
})

test('the bridge copies values and calls functions of both sides', async ({ page }) => {
  const seen = await page.evaluate(() => [
    window.api.syncAdd(1, 2),
    window.api.callMe((value) => value * 2),
    window.api.version,
    window.api.nested.list,
    window.api.nested.now() instanceof Date,
  ])
  expect(seen).toEqual([3, 41, '1.0', [1, 2, 3], true])
})

test('the page sees nothing of the preload script and cannot change what it exposes', async ({
  page,
}) => {
  const seen = await page.evaluate(() => {
    const world = window as unknown as Record<string, unknown>
    const attempt = (change: () => void): void => {
      try {
        change()
      } catch {
        // Frozen objects throw in strict code only.
      }
    }
    attempt(() => (world['api'] = 1))
    attempt(() => ((window.api as { version: string }).version = '2'))
    return [
      typeof world['preloadSecret'],
      typeof world['require'],
      typeof world['process'],
      Object.isFrozen(window.api),
      typeof window.api,
      window.api.version,
    ]
  })
  expect(seen).toEqual(['undefined', 'undefined', 'undefined', true, 'object', '1.0'])
})

test('a function to unsubscribe crosses the bridge', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const unwanted: number[] = []
    const wanted: number[] = []
    const stop = window.api.onTick(({ i }) => unwanted.push(i))
    stop()
    await new Promise<void>((resolve) => {
      window.api.onTick(({ i }) => {
        wanted.push(i)
        resolve()
      })
      window.api.startTicks(1)
    })
    return { unwanted, wanted }
  })
  expect(seen).toEqual({ unwanted: [], wanted: [1] })
})

test('the preload script knows that it is sandboxed', async ({ page }) => {
  const process = await page.evaluate(() => window.api.process())
  expect(process).toEqual({ type: 'renderer', electron: true, sandboxed: true })
})

test('the main frame of the window is known by its origin', async ({ page }) => {
  expect(await page.evaluate(() => window.api.sender())).toEqual({
    url: 'app://bundle/index.html',
    origin: 'app://bundle',
    isTop: true,
    isMainFrame: true,
    parentOrigin: null,
  })
})

test('a foreign frame can be told from the main frame', async ({ page, app }) => {
  // The frame's address is written by the main process, in the application's own terms.
  const host = await page.evaluate(() => location.host.replace('bundle', 'stranger'))
  await page.evaluate((name) => {
    const frame = document.createElement('iframe')
    frame.src = `${location.protocol}//${name}/frame.html`
    document.body.append(frame)
  }, host)
  const body = page.frameLocator('iframe').locator('body')
  await expect(body).toHaveAttribute('data-sender', /stranger/)
  expect(JSON.parse((await body.getAttribute('data-sender')) ?? '')).toEqual({
    url: 'app://stranger/frame.html',
    origin: 'app://stranger',
    isTop: false,
    isMainFrame: false,
    parentOrigin: 'app://bundle',
  })
  const frames = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.framesInSubtree.map((f) => f.origin),
  )
  expect(frames).toEqual(['app://bundle', 'app://stranger'])
  await page.evaluate(() => document.querySelector('iframe')?.remove())
})
