import { expect, test } from './fixture.ts'

test('the main process runs a script in the page', async ({ app }) => {
  const seen = await app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const script = window?.webContents.executeJavaScript('Promise.resolve(new Date(4))')
    const date = (await script) as Date
    return [date.getTime(), window?.isVisible(), window?.webContents.getURL(), window?.getTitle()]
  })
  expect(seen).toEqual([4, true, 'app://bundle/index.html', 'Two hosts'])
})

test('a page leads to its window', async ({ app, page }) => {
  const window = await app.browserWindow(page)
  expect(await window.evaluate((shown: { id: number }) => shown.id)).toBe(1)
})

test('a window tells when it is moved, and the page when it is resized', async ({ app, page }) => {
  const bounds = await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setBounds({ x: 10, y: 20, width: 1000, height: 700 })
    return window?.getBounds()
  })
  expect(bounds).toEqual({ x: 10, y: 20, width: 1000, height: 700 })
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1000)
  const { events } = await page.evaluate(() => window.api.state())
  expect(events).toEqual(expect.arrayContaining(['show', 'resize', 'move']))
})

test('zoom makes the page lay itself out in less room', async ({ app, page }) => {
  const zoom = async (factor: number): Promise<void> =>
    await app.evaluate(
      ({ BrowserWindow }, value) =>
        BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(value),
      factor,
    )
  const before = await page.evaluate(() => innerWidth)
  await zoom(2)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(Math.round(before / 2))
  await zoom(1)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(before)
})

test('the theme reaches the page', async ({ app, page }) => {
  const isDark = (): Promise<boolean> =>
    page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  await app.evaluate(({ nativeTheme }) => (nativeTheme.themeSource = 'dark'))
  await expect.poll(isDark).toBe(true)
  await app.evaluate(({ nativeTheme }) => (nativeTheme.themeSource = 'light'))
  await expect.poll(isDark).toBe(false)
})

test('an entry of the menu is clicked by its name', async ({ app, page }) => {
  await app.evaluate(({ Menu, BrowserWindow }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('open')
    const click = item?.click as ((event: object, window?: object) => void) | undefined
    click?.({}, BrowserWindow.getAllWindows()[0])
  })
  await expect(page.getByTestId('menu')).toHaveText('open')
})

test('the application may refuse to close a window', async ({ app }) => {
  const open = await app.evaluate(async ({ BrowserWindow }) => {
    const window = new BrowserWindow({ show: false })
    await window.loadURL('app://bundle/frame.html')
    let refusals = 0
    window.on('close', (event) => {
      if (refusals++ === 0) event.preventDefault()
    })
    window.close()
    const afterFirst = window.isDestroyed()
    const closed = new Promise((resolve) => window.once('closed', () => resolve(true)))
    window.close()
    return [afterFirst, await closed, window.isDestroyed()]
  })
  expect(open).toEqual([false, true, true])
})

test('what is not implemented says so by name', async ({ app }) => {
  const failure = await app.evaluate(({ app }) => {
    try {
      return typeof (app as unknown as Record<string, unknown>)['getFileIcon']
    } catch (error) {
      return String(error)
    }
  })
  expect(['function', 'Error: [standin] electron.app.getFileIcon is not implemented']).toContain(
    failure,
  )
})
