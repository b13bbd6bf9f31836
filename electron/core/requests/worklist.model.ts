import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { RequestKind, RequestStatus } from './request.model.ts'

/**
 * MINE: what a decider took or was given; for everybody else what he filed. BRANCH: all of the branch. FOLLOW_UP: what
 * waits for somebody outside, or is past its promise.
 */
export const WorklistView = z.enum(['MINE', 'BRANCH', 'FOLLOW_UP'])
export type WorklistView = z.infer<typeof WorklistView>

export const WorklistGroup = z.enum(['OVERDUE', 'TODAY', 'AWAITING_PAPERS', 'RUNNING', 'DONE'])
export type WorklistGroup = z.infer<typeof WorklistGroup>

/** URGENCY: by group, then the nearest promise, then the oldest filing; the others by the day of filing alone. */
export const WorklistOrder = z.enum(['URGENCY', 'OLDEST', 'NEWEST'])
export type WorklistOrder = z.infer<typeof WorklistOrder>

export const RequestOrigin = z.enum(['COUNTER', 'CENTRE'])

/** One line of the worklist; `ageDays` since filing. */
export const WorklistItem = z.object({
  trackingCode: z.string(),
  kind: RequestKind,
  status: RequestStatus,
  group: WorklistGroup,
  citizenId: z.number().int(),
  citizenName: z.string(),
  maskedId: z.string(),
  filedOn: Day,
  ageDays: z.number().int(),
  promisedOn: Day.nullable(),
  /** Who works on it; null as long as nobody took it. */
  owner: z.string().nullable(),
  isMine: z.boolean(),
  /** Who filed it here; null for one of the centre. */
  filedBy: z.string().nullable(),
  origin: RequestOrigin,
  /** To be named when it is given to somebody; null for one of the centre. */
  version: z.number().int().nullable(),
})
export type WorklistItem = z.infer<typeof WorklistItem>

/** The place after a line, whose group it names: further lines begin there. */
export const WorklistPlace = z.object({
  group: WorklistGroup,
  due: z.string().max(10),
  filedOn: Day,
  trackingCode: z.string().max(20),
})
export type WorklistPlace = z.infer<typeof WorklistPlace>

/** NOBODY: what nobody took. */
export const OwnerFilter = z.union([z.enum(['ANYBODY', 'NOBODY']), z.string().min(1).max(60)])
export type OwnerFilter = z.infer<typeof OwnerFilter>

/** By what a worklist is narrowed beside its groups; null and ANYBODY narrow nothing, the days count with. */
export const WorklistFilter = z.object({
  text: z.string().max(80),
  kind: RequestKind.nullable().default(null),
  status: RequestStatus.nullable().default(null),
  owner: OwnerFilter.default('ANYBODY'),
  filedFrom: Day.nullable().default(null),
  filedTo: Day.nullable().default(null),
  origin: RequestOrigin.nullable().default(null),
})
export type WorklistFilter = z.infer<typeof WorklistFilter>

/** No groups mean all. */
export const WorklistQuery = WorklistFilter.extend({
  view: WorklistView,
  groups: z.array(WorklistGroup),
  order: WorklistOrder.default('URGENCY'),
  after: WorklistPlace.nullable().default(null),
  limit: z.number().int().min(1).max(200),
})
export type WorklistQuery = z.infer<typeof WorklistQuery>

/** `counts` are of the whole view with its filter, before `groups` and `limit`; `next` is null when nothing follows. */
export const Worklist = z.object({
  items: z.array(WorklistItem),
  counts: z.record(WorklistGroup, z.number().int()),
  next: WorklistPlace.nullable(),
})
export type Worklist = z.infer<typeof Worklist>

/** A line as it was read: somebody may have been faster. */
export const MarkedItem = z.object({
  trackingCode: z.string().min(1).max(20),
  version: z.number().int().positive(),
})
export type MarkedItem = z.infer<typeof MarkedItem>

/** Why a request is not given to somebody. */
export const AssignmentBar = z.enum([
  'at-centre',
  'changed',
  'decided',
  'withdrawn',
  'own-filing',
  'own-request',
  'own-power',
  'other-branch',
  'not-expert',
  'not-approver',
  'taken',
  'not-taken',
])
export type AssignmentBar = z.infer<typeof AssignmentBar>

/** What was done, by tracking code, and what was left with the reason. */
export const Assignment = z.object({
  done: z.array(z.string()),
  left: z.array(z.object({ trackingCode: z.string(), because: AssignmentBar })),
})
export type Assignment = z.infer<typeof Assignment>

/** A clerk to whom requests may be given, with how many he has. */
export const Assignee = z.object({
  clerkId: z.string(),
  fullName: z.string(),
  clerkCode: z.string(),
  open: z.number().int(),
})
export type Assignee = z.infer<typeof Assignee>
