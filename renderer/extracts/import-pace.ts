import type { ImportProgress } from '#core/extracts/extract.model.ts'

/** How fast an import goes; undefined until enough was seen. */
export interface Pace {
  readonly rowsPerSecond: number | undefined
  readonly secondsLeft: number | undefined
}

const WINDOW_MS = 8000
const LEAST_MS = 1000

/** Measures over the last seconds, anew in each phase: phases differ in speed. */
export function importPace(): (progress: ImportProgress, now: number) => Pace {
  let phase: string | undefined
  let seen: { readonly at: number; readonly rows: number; readonly percent: number }[] = []

  return (progress, now) => {
    if (progress.phase !== phase) seen = []
    phase = progress.phase
    seen = [
      ...seen.filter((one) => now - one.at <= WINDOW_MS),
      { at: now, rows: progress.rowsDone, percent: progress.percent },
    ]
    const [first] = seen
    const span = first ? now - first.at : 0
    if (!first || span < LEAST_MS) return { rowsPerSecond: undefined, secondsLeft: undefined }
    const rows = ((progress.rowsDone - first.rows) * 1000) / span
    const percent = ((progress.percent - first.percent) * 1000) / span
    return {
      rowsPerSecond: rows > 0 ? Math.round(rows) : undefined,
      secondsLeft: percent > 0 ? (100 - progress.percent) / percent : undefined,
    }
  }
}
