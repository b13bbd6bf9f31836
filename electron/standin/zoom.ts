import type { Page } from './page.ts'

/** Lays the page out in a smaller window with larger pixels, as Chromium's zoom does. */
export async function applyZoom(page: Page, factor: number): Promise<void> {
  const { session } = page
  try {
    if (factor === 1 && !page.isZoomed) return
    page.isZoomed = factor !== 1
    if (factor === 1) {
      await session.send('Emulation.clearDeviceMetricsOverride')
      return
    }
    const { width, height } = page.size
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
