import type { Day } from '#core/kernel/day.ts'
import type { Instant } from '#core/kernel/instant.ts'
import type { DuePromises, Notice } from './notice.model.ts'

/** What clerks are told. What tells it is whatever happens to requests, by itself. */
export interface NoticeBoard {
  /** The newest first. */
  list(clerkId: string, limit: number): Promise<readonly Notice[]>
  countUnread(clerkId: string): Promise<number>
  /** The promises that the clerk saw when he looked last, if that was on this day. */
  findSeen(clerkId: string, day: Day): Promise<DuePromises | undefined>
}

export interface NoticeBook extends NoticeBoard {
  markRead(clerkId: string, upTo: number, at: Instant): Promise<void>
  keepSeen(clerkId: string, day: Day, seen: DuePromises): Promise<void>
}
