import type { Inline } from './pdfmake.internals.ts'

/** Family of the few signs that Vazirmatn lacks; its file is a subset with nothing else in it. */
export const SYMBOL_FAMILY = 'PaperSymbols'

const SYMBOL = /[←↑→↓↔■□▪▫▲▶▼◀◆◇○●★☆☎☐☑☒⚠✂✉✓✔✗✘]/
const STRETCHES = /[←↑→↓↔■□▪▫▲▶▼◀◆◇○●★☆☎☐☑☒⚠✂✉✓✔✗✘]+|[^←↑→↓↔■□▪▫▲▶▼◀◆◇○●★☆☎☐☑☒⚠✂✉✓✔✗✘]+/g

/** Whether a character comes from the fallback font; every other missing one stays an error. */
export const isSymbol = (character: string): boolean => SYMBOL.test(character)

type Unmeasured = Pick<Inline, 'text'> & {
  noNewLine?: boolean
  lineEnd?: boolean
  font?: unknown
  bold?: boolean
}

/** Gives the signs of a text to the fallback font; no line breaks where the text had no break. */
export function splitAtSymbols<T extends Unmeasured>(words: readonly T[]): T[] {
  return words.flatMap((word) => {
    if (!SYMBOL.test(word.text)) return [word]
    const stretches = word.text.match(STRETCHES) ?? []
    return stretches.map((text, i) => {
      const { noNewLine, lineEnd, ...style } = word
      const last = i === stretches.length - 1
      const family = isSymbol(text) ? { font: SYMBOL_FAMILY, bold: false } : {}
      const ends = last
        ? { ...(noNewLine && { noNewLine }), ...(lineEnd && { lineEnd }) }
        : { noNewLine: true }
      return { ...style, text, ...family, ...ends } as T
    })
  })
}
