import type { CanvasNode, Points, Shape } from '../persian-text/paper-definition.ts'
import { ACCENT } from './paper-style.ts'

const STAR_POINTS = 8
const STEP = Math.PI / STAR_POINTS

function starOf(centre: Points, outer: Points, inner: Points): { x: Points; y: Points }[] {
  return Array.from({ length: 2 * STAR_POINTS }, (_, i) => {
    const radius = i % 2 === 0 ? outer : inner
    return {
      x: centre + radius * Math.sin(i * STEP),
      y: centre - radius * Math.cos(i * STEP),
    }
  })
}

/**
 * A neutral emblem of our own, an eight-pointed star in a ring; it stands where the organisation's
 * registered emblem would, which this program does not carry.
 */
export function emblem(size: Points): CanvasNode {
  const centre = size / 2
  const ring = (radius: Points, lineWidth: Points): Shape => ({
    type: 'ellipse',
    x: centre,
    y: centre,
    r1: radius,
    r2: radius,
    lineWidth,
    lineColor: ACCENT,
  })
  const star = (outer: Points, inner: Points, color: string): Shape => ({
    type: 'polyline',
    points: starOf(centre, outer, inner),
    closePath: true,
    color,
  })
  return {
    canvas: [
      ring(centre - 0.6, 1.1),
      ring(centre - 2.6, 0.4),
      star(centre * 0.8, centre * 0.58, ACCENT),
      star(centre * 0.52, centre * 0.38, '#ffffff'),
      star(centre * 0.34, centre * 0.25, ACCENT),
    ],
  }
}
