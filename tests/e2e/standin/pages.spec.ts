import { expect, knownGap, test } from './fixture.ts'

test('a custom scheme is a secure context with its own server', async ({ page }) => {
  const seen = await page.evaluate(async () => {
    const response = await fetch('/api/echo', { method: 'POST', body: 'hé' })
    return {
      answer: (await response.json()) as unknown,
      isSecure: isSecureContext,
      missing: (await fetch('/nope')).status,
      subtle: typeof crypto.subtle,
    }
  })
  expect(seen).toEqual({
    answer: { method: 'POST', body: 'hé', url: 'app://bundle/api/echo' },
    isSecure: true,
    missing: 404,
    subtle: 'object',
  })
})

test('workers fetch through the custom scheme', async ({ page }) => {
  const answer = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const worker = new Worker('./worker.js')
        worker.onmessage = (event) => resolve(event.data)
        worker.onerror = (event) => resolve(event.message)
        worker.postMessage(1)
      }),
  )
  expect(answer).toMatchObject({ body: 'w1' })
})

test('the page reads its address', async ({ page }) => {
  knownGap('location.href')
  expect(await page.evaluate(() => location.href)).toBe('app://bundle/index.html')
})

test('the page fetches an absolute address of the custom scheme', async ({ page }) => {
  knownGap('absolute addresses of a custom scheme in the page')
  const status = page.evaluate(async () => (await fetch('app://bundle/index.html')).status)
  expect(await status).toBe(200)
})

test('the content security policy refuses inline scripts', async ({ page }) => {
  const refusal = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) =>
          resolve(event.effectiveDirective),
        )
        const script = document.createElement('script')
        script.textContent = 'window.inline = 1'
        document.head.append(script)
      }),
  )
  expect(refusal).toBe('script-src-elem')
})

test('the network is refused', async ({ page }) => {
  const outcome = page.evaluate(() =>
    fetch('https://example.invalid/').then(
      () => 'answered',
      () => 'refused',
    ),
  )
  expect(await outcome).toBe('refused')
})

test('permissions are denied without a question', async ({ page }) => {
  expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied')
  const state = page.evaluate(async () => {
    const status = await navigator.permissions.query({ name: 'geolocation' })
    return status.state
  })
  expect(await state).toBe('denied')
})

test('the application refuses navigation and new windows', async ({ page }) => {
  await page.getByRole('link', { name: 'leave' }).click({ noWaitAfter: true })
  await page.getByRole('link', { name: 'popup' }).click({ noWaitAfter: true })
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const { blocked, opened } = await window.api.state()
        return { blocked, opened }
      }),
    )
    .toEqual({
      blocked: ['https://example.invalid/away'],
      opened: ['https://example.invalid/pop'],
    })
  expect(await page.evaluate(() => window.open('https://example.invalid/2'))).toBeNull()
  expect(page.context().pages()).toHaveLength(1)
})

test('an address that cannot be loaded rejects with its number', async ({ app }) => {
  const error = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    const failure = await window
      .loadURL('https://example.invalid/')
      .catch((cause: unknown) => cause)
    window.destroy()
    const { message, errno, url } = failure as { message: string; errno: number; url: string }
    return { message, errno, url }
  })
  expect(error).toEqual({
    message: "ERR_BLOCKED_BY_CLIENT (-20) loading 'https://example.invalid/'",
    errno: -20,
    url: 'https://example.invalid/',
  })
})
