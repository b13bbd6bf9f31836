import type { Page } from './page.ts'

/** Lays the page out in a smaller window with larger pixels, as Chromium's zoom does. */
export async function applyZoom(page: Page, factor: number): Promise<void> {
  const { session } = page
  try {
    await session.send('Emulation.clearDeviceMetricsOverride')
    if (factor === 1) return
    const { result } = await session.send('Runtime.evaluate', {
      expression: '`${innerWidth} ${innerHeight}`',
    })
    const [width = 0, height = 0] = String(result.value).split(' ').map(Number)
    await session.send('Emulation.setDeviceMetricsOverride', {
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      deviceScaleFactor: factor,
      mobile: false,
    })
  } catch {
    // The window is closing.
  }
}
