import { z } from 'zod'

/** Where the window was, in device-independent pixels of the whole desktop. */
export const WindowPlace = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(200).max(20_000),
  height: z.number().int().min(200).max(20_000),
  maximized: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const grip = { width: 120, height: 40 }

/**
 * A remembered place, if enough of its upper edge can be seen to take hold of it; never larger than
 * the display it is on.
 *
 * @param place  as it was when the window closed
 * @param displays  the usable areas of the displays that are connected now
 * @returns undefined when the display it was on is gone
 */
export function visiblePlace(
  place: WindowPlace,
  displays: readonly Area[],
): WindowPlace | undefined {
  const display = displays.find(
    (area) =>
      overlap(place.x, place.width, area.x, area.width) >= grip.width &&
      overlap(place.y, grip.height, area.y, area.height) >= grip.height,
  )
  if (!display) return undefined
  return {
    ...place,
    width: Math.min(place.width, display.width),
    height: Math.min(place.height, display.height),
  }
}

function overlap(start: number, length: number, otherStart: number, otherLength: number): number {
  return Math.min(start + length, otherStart + otherLength) - Math.max(start, otherStart)
}
