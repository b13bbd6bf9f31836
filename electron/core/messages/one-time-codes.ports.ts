import type { Instant } from '#core/kernel/instant.ts'
import type { CodeChannel, CodePurpose, CodeSubject } from './one-time-codes.model.ts'

/** Why a code cannot be used any more. UNCERTAIN: the gateway did not say whether it sent it. */
export type CodeEnd = 'USED' | 'REPLACED' | 'TRIES' | 'NOT_SENT' | 'UNCERTAIN'

export interface DrawnCode {
  readonly codeId: string
  readonly purpose: CodePurpose
  readonly subject: CodeSubject
  readonly mobile: string
  readonly salt: string
  readonly hash: string
  readonly drawnAt: Instant
  readonly expiresAt: Instant
  readonly mostTries: number
}

/** A code that has not ended. `delivery` is null until a gateway took it: before that it cannot be used. */
export interface LiveCode extends DrawnCode {
  readonly tries: number
  readonly delivery: { readonly at: Instant; readonly channel: CodeChannel } | null
}

/** The codes of this office, without the codes themselves. */
export interface OneTimeCodes {
  /** The one code of a purpose and subject that has not ended; its time may be over. */
  findLive(purpose: CodePurpose, subject: CodeSubject): Promise<LiveCode | undefined>
  /** When codes were drawn for this subject or this number since a moment, oldest first; those not sent do not count. */
  listDrawnSince(
    about: { readonly subject: CodeSubject; readonly mobile: string },
    since: Instant,
  ): Promise<readonly Instant[]>
}

/** The same in a transaction. */
export interface OneTimeCodeBook extends OneTimeCodes {
  /** Keeps a new code; the live one of its purpose and subject is replaced. */
  draw(code: DrawnCode): Promise<void>
  /** Has no effect on a code that ended meanwhile; whether it had. */
  deliver(codeId: string, channel: CodeChannel, at: Instant): Promise<boolean>
  /** Has no effect on a code that ended. */
  end(codeId: string, because: CodeEnd, at: Instant): Promise<void>
  /** Counts a wrong try, and ends the code with its last one. It stays counted when the command is refused. */
  countTry(codeId: string, at: Instant): void
}

/** Codes at random, compared by a slow hash. */
export interface CodeMaker {
  /** So many digits from the system's random numbers. */
  newCode(digits: number): string
  /** Base64. */
  newSalt(): string
  /** Base64; takes about a tenth of a second and 32 MB. */
  hash(code: string, salt: string): Promise<string>
}
