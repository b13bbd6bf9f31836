import type { ImportState } from '#core/extracts/extract.model.ts'
import type { Tone } from '../ui/notices.ts'

const TONES: Readonly<Record<ImportState, Tone>> = {
  RUNNING: 'info',
  DONE: 'ok',
  REFUSED: 'error',
  CANCELLED: 'neutral',
  FAILED: 'error',
}

/** How the state of an import looks; its words say the same. */
export function importTone(state: ImportState): Tone {
  return TONES[state]
}
