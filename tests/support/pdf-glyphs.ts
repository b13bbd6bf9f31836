import { OPS, getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A glyph of a page: its code in the font and where it stands, in points, y upwards. */
export interface PlacedGlyph {
  readonly font: string
  readonly code: number
  readonly x: number
  readonly y: number
}

type Matrix = readonly [number, number, number, number, number, number]

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[1] * n[2],
  m[0] * n[1] + m[1] * n[3],
  m[2] * n[0] + m[3] * n[2],
  m[2] * n[1] + m[3] * n[3],
  m[4] * n[0] + m[5] * n[2] + n[4],
  m[4] * n[1] + m[5] * n[3] + n[5],
]

const matrixOf = (args: ArrayLike<number>): Matrix => [
  ...([args[0] ?? 1, args[1] ?? 0, args[2] ?? 0] as const),
  ...([args[3] ?? 1, args[4] ?? 0, args[5] ?? 0] as const),
]

interface Shown {
  readonly originalCharCode: number
  readonly width: number
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>

async function glyphsOfPage(page: Page): Promise<PlacedGlyph[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const placed: PlacedGlyph[] = []
  const saved: Matrix[] = []
  let graphics = IDENTITY
  let text = IDENTITY
  let row = IDENTITY
  let font = ''
  let size = 0
  const moveBy = (x: number, y: number): void => {
    row = times([1, 0, 0, 1, x, y], row)
    text = row
  }
  fnArray.forEach((operator, i) => {
    const args = (argsArray[i] ?? []) as readonly unknown[]
    const numbers = args as readonly number[]
    switch (operator) {
      case OPS.save:
        saved.push(graphics)
        break
      case OPS.restore:
        graphics = saved.pop() ?? IDENTITY
        break
      case OPS.transform:
        graphics = times(matrixOf(numbers), graphics)
        break
      case OPS.beginText:
        text = row = IDENTITY
        break
      case OPS.setTextMatrix:
        text = row = matrixOf(args.length === 1 ? (args[0] as ArrayLike<number>) : numbers)
        break
      case OPS.moveText:
        moveBy(numbers[0] ?? 0, numbers[1] ?? 0)
        break
      case OPS.setFont: {
        const [name, given] = args as [string, number]
        font = (page.commonObjs.get(name) as { readonly name: string }).name
        size = given
        break
      }
      case OPS.showText:
        for (const shown of args[0] as readonly (Shown | number | null)[]) {
          if (shown === null) continue
          if (typeof shown === 'number') {
            text = times([1, 0, 0, 1, (-shown * size) / 1000, 0], text)
            continue
          }
          const [, , , , x, y] = times(text, graphics)
          placed.push({ font, code: shown.originalCharCode, x, y })
          text = times([1, 0, 0, 1, (shown.width * size) / 1000, 0], text)
        }
        break
      default:
        break
    }
  })
  return placed
}

/** Every glyph that each page shows, by following its text operators. */
export async function glyphPagesOf(pdf: Uint8Array, pages = Infinity): Promise<PlacedGlyph[][]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0, fontExtraProperties: true })
  const document = await task.promise
  const found: PlacedGlyph[][] = []
  for (let number = 1; number <= Math.min(pages, document.numPages); number++) {
    found.push(await glyphsOfPage(await document.getPage(number)))
  }
  await task.destroy()
  return found
}

/** Every glyph of the first page. */
export async function glyphsOf(pdf: Uint8Array): Promise<PlacedGlyph[]> {
  return (await glyphPagesOf(pdf, 1))[0] ?? []
}

/** Glyphs by line, top line first; marks stand a little off their line, hence the gap in points. */
export function linesOf(glyphs: readonly PlacedGlyph[], gap = 9): PlacedGlyph[][] {
  const lines: PlacedGlyph[][] = []
  let previous = Number.POSITIVE_INFINITY
  for (const glyph of glyphs.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1)
    if (line && previous - glyph.y < gap) line.push(glyph)
    else lines.push([glyph])
    previous = glyph.y
  }
  return lines
}
