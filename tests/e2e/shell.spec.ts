import { expect, test as base, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { AppBridge } from '../../electron/core/bridge.ts'
import { launchApp, root, type Launched } from '../support/launch.ts'

declare global {
  interface Window {
    readonly app: AppBridge
    states?: unknown[]
    violations?: string[]
  }
}

const preload = path.join(root, 'out/preload/preload.cjs')
const forbidden = { ok: false, refusal: { code: 'forbidden', what: 'sender' } }

/** The program with an office of its own, empty so that it starts at once. */
const test = base.extend<{ launched: Launched }>({
  launched: async ({}, use) => {
    const launched = await launchApp({ env: { BAJEH_EMPTY_OFFICE: '1' } })
    await use(launched)
    await launched.app.close()
  },
})

function officeState(page: Page): Promise<unknown> {
  return page.evaluate(() => window.app.call('office.state', null))
}

/** Process number of the backend that was started last, from the shell's log. */
async function backendProcess(userDataDir: string): Promise<number> {
  const log = await readFile(path.join(userDataDir, 'logs/shell.log'), 'utf8')
  return Number([...log.matchAll(/backend started, process (\d+)/g)].at(-1)?.[1])
}

test('the window offers two functions, and the office answers', async ({ launched }) => {
  const { page } = launched
  expect(await page.evaluate(() => Object.keys(window.app).sort())).toEqual(['call', 'on'])
  expect(await page.evaluate(() => [typeof process, typeof require])).toEqual([
    'undefined',
    'undefined',
  ])
  expect(await officeState(page)).toMatchObject({ ok: true })
})

test('nothing but the program itself is loaded or run', async ({ launched }) => {
  const { page } = launched
  const policy = await page.evaluate(async () => {
    const response = await fetch('./index.html')
    return response.headers.get('content-security-policy')
  })
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'/)

  await page.evaluate(() => {
    window.violations = []
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations?.push(event.effectiveDirective)
    })
    const script = document.createElement('script')
    script.textContent = 'window.states = []'
    const style = document.createElement('style')
    style.textContent = 'body { display: none }'
    const frame = document.createElement('iframe')
    frame.src = 'https://bajeh.invalid/'
    document.body.append(script, style, frame)
  })
  await expect
    .poll(() => page.evaluate(() => window.violations?.toSorted()))
    .toEqual(['frame-src', 'script-src-elem', 'style-src-elem'])
  expect(await page.evaluate(() => window.states)).toBeUndefined()
})

test('a page cannot leave the program or open another', async ({ launched }) => {
  const { app, page } = launched
  const before = page.url()
  await page.evaluate(() => {
    window.open('https://bajeh.invalid/')
    location.assign('https://bajeh.invalid/')
  })
  expect(await officeState(page)).toMatchObject({ ok: true })
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)
})

test('a frame inside the page has no way to the office', async ({ launched }) => {
  const bridge = await launched.page.evaluate(() => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return typeof frame.contentWindow?.app
  })
  expect(bridge).toBe('undefined')
})

for (const [what, address] of [
  ['a page from elsewhere', 'data:text/html,<title>elsewhere</title>'],
  ['our own page in a window that is not ours', 'app://bajeh/index.html'],
] as const) {
  test(`${what} is refused even with the program's own preload`, async ({ launched }) => {
    const { app } = launched
    const opened = app.waitForEvent('window')
    await app.evaluate(
      ({ BrowserWindow }, [preload, address]) => {
        const window = new BrowserWindow({ show: false, webPreferences: { preload } })
        void window.loadURL(address)
      },
      [preload, address] as const,
    )
    const foreign = await opened
    await expect.poll(() => foreign.url()).not.toBe('about:blank')
    await expect.poll(() => foreign.evaluate(() => typeof window.app)).toBe('object')
    expect(await officeState(foreign)).toEqual(forbidden)
  })
}

test('an input too large for any form is answered', async ({ launched }) => {
  const reply = await launched.page.evaluate(() =>
    window.app.call('citizens.search', { text: 'x'.repeat(5_000_000) }),
  )
  expect(reply).toEqual({ ok: false, refusal: { code: 'invalid-input', fault: 'too_big' } })
})

test('the office may die: every call is answered, and it comes back', async ({ launched }) => {
  const { page, userDataDir } = launched
  await page.evaluate(() => {
    window.states = []
    window.app.on('backend.state', (state) => window.states?.push(state))
  })
  expect(await officeState(page)).toMatchObject({ ok: true })

  const first = await backendProcess(userDataDir)
  const asked = page.evaluate(async () => {
    const calls = Array.from({ length: 300 }, () => window.app.call('office.state', null))
    const replies = await Promise.all(calls)
    return replies.map((reply) => (reply.ok ? 'ok' : reply.refusal.code))
  })
  process.kill(first, 'SIGKILL')
  for (const answer of new Set(await asked)) expect(['ok', 'unavailable']).toContain(answer)

  await expect.poll(() => page.evaluate(() => window.states)).toEqual(['down', 'up'])
  expect(await officeState(page)).toMatchObject({ ok: true })
  expect(await backendProcess(userDataDir)).not.toBe(first)
})

test('the window opens where it was', async () => {
  const place = { x: 40, y: 30, width: 1010, height: 640 }
  const first = await launchApp({ env: { BAJEH_EMPTY_OFFICE: '1' } })
  await first.app.evaluate(({ BrowserWindow }, bounds) => {
    BrowserWindow.getAllWindows()[0]?.setBounds(bounds)
  }, place)
  await first.app.close()

  const second = await launchApp({
    env: { BAJEH_EMPTY_OFFICE: '1' },
    userDataDir: first.userDataDir,
  })
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
  )
  expect(bounds).toEqual(place)
  await second.app.close()
})
