import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { EarlierTries } from './share-tries.rules.ts'
import type { Share, ShareAttempt, ShareEnd } from './vault.model.ts'

/** What a password is compared by; of a person all shares have one salt. */
export interface ShareSalt {
  readonly salt: string
  readonly citizenId: number
}

export interface FoundShare extends Share {
  readonly citizenId: number
}

export interface NewShare extends FoundShare {
  readonly personId: string
  readonly salt: string
  readonly hash: string
  readonly visitId: string
  readonly clerkId: string
  readonly sharedAt: Instant
}

/** Leave that citizens gave to others to ask for a paper of theirs. In force: not ended, and its last day not past. */
export interface Shares {
  listInForce(citizenId: number, today: Day): Promise<readonly Share[]>
  findInForce(documentId: string, today: Day): Promise<FoundShare | undefined>
  findShare(shareId: string): Promise<FoundShare | undefined>
  findSalt(personId: string): Promise<ShareSalt | undefined>
  /** The share in force of this person with this hash of a password. */
  findByHash(personId: string, hash: string, today: Day): Promise<FoundShare | undefined>
  /** Papers of the citizen on which nobody may rely any more. */
  listRevoked(citizenId: number): Promise<readonly string[]>
}

/** A try to see a paper by a password: wrong, unless it is told to have been right. */
export interface NewShareTry {
  readonly personId: string
  readonly clerkId: string
  readonly workstation: string
  readonly at: Instant
  readonly on: Day
  /** Milliseconds since 1970, of the machine: the clock of an office may stand. */
  readonly triedAt: number
}

export interface ShareTries {
  /** Wrong tries in a row at a desk, and those at a person on a day since the last right one. */
  findEarlier(workstation: string, personId: string, on: Day): Promise<EarlierTries>
  /** Tries at papers of the citizen, the newest first. */
  listAttempts(personId: string): Promise<readonly ShareAttempt[]>
}

export interface ShareTryBook extends ShareTries {
  /** Answers with the number of the try. */
  addTry(one: NewShareTry): Promise<number>
  /** The try was right and showed the paper of this share. */
  addLook(tryId: number, shareId: string): Promise<void>
}

export interface ShareBook extends Shares {
  /** Adds a share; one of the same document that has run out is ended. */
  addShare(share: NewShare): Promise<void>
  /** Has no effect on a share that is ended. */
  endShare(shareId: string, because: ShareEnd, at: Instant): Promise<void>
}

/** Passwords of shares: made at random and compared by a slow hash. */
export interface SharePasswords {
  newPassword(): string
  /** Base64. */
  newSalt(): string
  /** Base64; takes about a tenth of a second and 32 MB. */
  hash(password: string, salt: string): Promise<string>
}
