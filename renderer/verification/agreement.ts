import type { ComparedFigure, Verdict } from '#core/verification/verification.model.ts'

/** `MISSING`: the pages were read, or could not be, and the figure was not among what they say. */
export type Agreement = 'AGREES' | 'DIFFERS' | 'MISSING'

/** How a figure stands beside what it was compared with: the pages of a file, or the office's books for a code. */
export function agreementOf(
  { agrees, found }: ComparedFigure,
  source: Verdict['source'],
): Agreement {
  if (agrees) return 'AGREES'
  return source === 'PDF' && found === null ? 'MISSING' : 'DIFFERS'
}
