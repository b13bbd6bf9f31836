import { describe, expect, it } from 'vitest'
import { visiblePlace } from '../../../electron/shell/window-place.ts'

const desk = { x: 0, y: 0, width: 1366, height: 728 }
const second = { x: 1366, y: 0, width: 1920, height: 1040 }
const place = { x: 100, y: 50, width: 1000, height: 700, maximized: false }

describe('where the window opens', () => {
  it('is where it was', () => {
    expect(visiblePlace(place, [desk])).toEqual(place)
    expect(visiblePlace({ ...place, x: 1500 }, [desk, second])).toEqual({ ...place, x: 1500 })
  })

  it.each([
    ['its display was taken away', { ...place, x: 1500 }],
    ['it hangs above the screen', { ...place, y: -690 }],
    ['only a sliver would show', { ...place, x: 1300 }],
    ['it is below the screen', { ...place, y: 720 }],
  ])('is the middle when %s', (_why, remembered) => {
    expect(visiblePlace(remembered, [desk])).toBeUndefined()
  })

  it('is never larger than the display', () => {
    const large = { ...place, x: 0, y: 0, width: 3000, height: 2000 }
    expect(visiblePlace(large, [desk])).toMatchObject({ width: 1366, height: 728 })
  })
})
