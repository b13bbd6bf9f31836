import { secondsToWait } from '#core/access/sign-in-delay.rules.ts'

/** Wrong tries at one person's papers in a day; after them nobody asks any more on that day. */
export const MOST_WRONG_A_DAY = 10

/** What is known of earlier tries: wrong ones in a row at this desk, and wrong ones at this person today. */
export interface EarlierTries {
  readonly atDesk: { readonly count: number; readonly lastAt: number } | undefined
  readonly wrongToday: number
}

export type TryVerdict =
  | { readonly may: true }
  | { readonly may: false; readonly what: 'share-check-too-soon'; readonly seconds: number }
  | { readonly may: false; readonly what: 'share-check-locked'; readonly seconds: 0 }

/** Whether a password may be tried now. `now` in milliseconds since 1970, of the machine and not of the office. */
export function mayTry({ atDesk, wrongToday }: EarlierTries, now: number): TryVerdict {
  if (wrongToday >= MOST_WRONG_A_DAY) return { may: false, what: 'share-check-locked', seconds: 0 }
  const seconds = secondsToWait(atDesk, now)
  return seconds > 0 ? { may: false, what: 'share-check-too-soon', seconds } : { may: true }
}
