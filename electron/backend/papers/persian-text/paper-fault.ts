/** What can be wrong with a paper before it is drawn. */
export type PaperFaultDetail =
  | {
      readonly fault: 'glyph'
      /** As Unicode writes it: U+4E2D. */
      readonly codePoint: string
      readonly character: string
      readonly font: string
      readonly field: string | null
    }
  | { readonly fault: 'font'; readonly font: string; readonly weight: string }
  | { readonly fault: 'node'; readonly node: string }

const sentenceOf = (detail: PaperFaultDetail): string => {
  switch (detail.fault) {
    case 'glyph':
      return `${detail.font} has no glyph for ${detail.codePoint} in ${detail.field ?? 'the text'}`
    case 'font':
      return `no font file for ${detail.font} ${detail.weight}`
    case 'node':
      return `papers do not draw ${detail.node}`
  }
}

/**
 * A paper is refused rather than printed with a hole: a character, a font or a weight is missing, or
 * a template used a node that papers never draw (pictures, SVG, attachments).
 */
export class PaperFault extends Error {
  readonly detail: PaperFaultDetail

  constructor(detail: PaperFaultDetail) {
    super(sentenceOf(detail))
    this.name = 'PaperFault'
    this.detail = detail
  }
}

/** The fault of a character that a font cannot draw; `field` is the nearest `field` of its node. */
export function missingGlyph(character: string, font: string, field: string | null): PaperFault {
  const code = character.codePointAt(0) ?? 0
  const codePoint = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return new PaperFault({ fault: 'glyph', codePoint, character, font, field })
}
