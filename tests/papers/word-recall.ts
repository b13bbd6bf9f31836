import type { PaperDefinition } from '../../electron/backend/papers/persian-text/paper-definition.ts'
import { textsOf, wordsOf as wordsIn } from '../support/definition-texts.ts'
import { markedTextOf, sheetsOf } from '../support/pdf-tools.ts'

/** Every word (run of letters or of digits) that a definition shows, heads and feet of its pages too. */
export function wordsOf(definition: PaperDefinition, pages = 1): string[] {
  return textsOf(definition, pages).flatMap(wordsIn)
}

export interface WordRecall {
  readonly expected: number
  /** Words that pdftotext does not give back, each as often as it is missing. */
  readonly missing: readonly string[]
  /** Share of the expected words that came back: 1 when none is missing. */
  readonly share: number
}

/** Which words of a definition pdftotext finds in its PDF, counted as often as they stand there. */
export function wordRecallOf(pdf: Uint8Array, definition: PaperDefinition): WordRecall {
  const found = new Map<string, number>()
  for (const word of wordsIn(markedTextOf(pdf))) found.set(word, (found.get(word) ?? 0) + 1)
  const expected = wordsOf(definition, sheetsOf(pdf).pages)
  const missing = expected.filter((word) => {
    const left = found.get(word) ?? 0
    found.set(word, left - 1)
    return left <= 0
  })
  const share = expected.length === 0 ? 1 : 1 - missing.length / expected.length
  return { expected: expected.length, missing, share }
}

/**
 * Words of a definition that pdftotext does not give back from its PDF. Pass a fresh definition:
 * pdfmake writes into the one it draws.
 */
export function missingWords(pdf: Uint8Array, definition: PaperDefinition): readonly string[] {
  return wordRecallOf(pdf, definition).missing
}
