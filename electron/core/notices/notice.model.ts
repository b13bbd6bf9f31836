import { z } from 'zod'
import { Instant } from '#core/kernel/instant.ts'
import { RequestKind, RequestStatus } from '#core/requests/request.model.ts'

/** ASSIGNED: given to him; COMPLETED: the citizen brought what his request lacked; DECIDED: what he filed is decided. */
export const NoticeKind = z.enum(['ASSIGNED', 'COMPLETED', 'DECIDED'])

/** What a clerk is told of a request that concerns him. */
export const Notice = z.object({
  noticeId: z.number().int(),
  kind: NoticeKind,
  trackingCode: z.string(),
  requestKind: RequestKind,
  /** With which the request stood then. */
  status: RequestStatus,
  at: Instant,
  isNew: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** How many of his requests are past their promise, and how many are promised for today. */
export const DuePromises = z.object({ overdue: z.number().int(), today: z.number().int() })
export type DuePromises = z.infer<typeof DuePromises>

/** `unread` counts the news, the promises as one of them when more of them are due than he saw today. */
export const Notices = z.object({
  /** The newest first. */
  items: z.array(Notice),
  promises: DuePromises,
  arePromisesNew: z.boolean(),
  unread: z.number().int(),
})
export type Notices = z.infer<typeof Notices>
