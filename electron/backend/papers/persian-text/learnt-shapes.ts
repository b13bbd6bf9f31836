import { existsSync, readFileSync } from 'node:fs'
import { crc32 } from 'node:zlib'
import type { LaidOut, LearntShapes } from './paper-font.ts'

/** Where the shapes of a font file are kept; `node tests/support/learn-shapes.ts` writes them anew. */
export const shapesFileOf = (font: string): string => font.replace(/\.ttf$/, '.shapes.json')

/** A glyph: id, own advance, advance, shift to the right, shift upwards, code points; font units. */
export type Row = readonly number[]

/** Of one font file, which its checksum identifies: rows of each text by direction. */
export interface LearntFont {
  readonly checksum: number
  readonly rtl: Readonly<Record<string, readonly Row[]>>
  readonly ltr: Readonly<Record<string, readonly Row[]>>
}

/** Rows of a text as they are kept. */
export function rowsOf({ glyphs, positions }: LaidOut): Row[] {
  return glyphs.map(({ id, advanceWidth, codePoints }, i) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
    return [id, advanceWidth, xAdvance, xOffset, yOffset, ...codePoints]
  })
}

function laidOutAs(rows: readonly Row[]): LaidOut {
  return {
    glyphs: rows.map(([id = 0, advanceWidth = 0, , , , ...codePoints]) => ({
      id,
      advanceWidth,
      codePoints,
    })),
    positions: rows.map(([, , xAdvance = 0, xOffset = 0, yOffset = 0]) => ({
      xAdvance,
      xOffset,
      yOffset,
    })),
  }
}

/**
 * The shapes of the words that templates print, and of pairs of digits: asking the font's tables for
 * them takes most of the processor time of the first paper. `file` is the path of a font, `bytes` its
 * contents; for a font that the shapes were not learnt from there are none.
 */
export function learntShapesOf(file: string, bytes: Uint8Array): LearntShapes {
  const shapes = shapesFileOf(file)
  const own = existsSync(shapes) ? (JSON.parse(readFileSync(shapes, 'utf8')) as LearntFont) : null
  if (own?.checksum !== crc32(bytes)) return () => undefined
  const [rtl, ltr] = [own.rtl, own.ltr].map((shapes) => new Map(Object.entries(shapes)))
  return (text, isRtl) => {
    const rows = (isRtl ? rtl : ltr)?.get(text)
    return rows && laidOutAs(rows)
  }
}
