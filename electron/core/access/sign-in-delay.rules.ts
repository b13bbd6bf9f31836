/** Failed attempts of one user name: how many in a row, and when the last was (ms since 1970). */
export interface FailedSignIns {
  readonly count: number
  readonly lastAt: number
}

/** So many mistakes cost nothing: a clerk with cold fingers is not an intruder. */
const FREE = 3
const LONGEST = 300

/** Seconds to wait after so many failed attempts in a row: 0 0 0 2 4 8 … and never more than 300. */
export function delayAfter(failures: number): number {
  return failures <= FREE ? 0 : Math.min(LONGEST, 2 ** (failures - FREE))
}

/**
 * Whole seconds still to wait before the next attempt is looked at, 0 when it may come now. `now` is
 * in milliseconds since 1970; a clock set back does not lengthen the wait.
 */
export function secondsToWait(failed: FailedSignIns | undefined, now: number): number {
  if (!failed) return 0
  const elapsed = Math.max(0, now - failed.lastAt)
  const wait = delayAfter(failed.count) * 1000
  return Math.ceil(Math.max(0, wait - elapsed) / 1000)
}
