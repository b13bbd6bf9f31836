import { z } from 'zod'
import { CitizenRole } from '#core/citizens/citizen.model.ts'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'

/** How a ticket came to 1420 (domain brief §0, §3.23); the last three are talks in person. */
export const TicketChannel = z.enum([
  'PHONE',
  'VOICE',
  'WEB',
  'SMS',
  'PRESCRIPTION_SERVICE',
  'REMOTE_SERVICE',
  'BRANCH',
  'PROVINCE',
  'HEADQUARTERS',
])
export type TicketChannel = z.infer<typeof TicketChannel>

/** Groups of the subjects of `resources/ticket-subjects.json`, in the order of the board. */
export const TicketGroup = z.enum([
  'RECORDS',
  'EMPLOYERS',
  'PENSION',
  'CARE',
  'GRANTS',
  'STAFF',
  'SYSTEMS',
  'OTHER',
])
export type TicketGroup = z.infer<typeof TicketGroup>

export const TicketStatus = z.enum(['REGISTERED', 'REFERRED', 'IN_REVIEW', 'ANSWERED', 'CLOSED'])
export type TicketStatus = z.infer<typeof TicketStatus>

/** What is done with a ticket; each leaves an event. */
export const TicketDeed = z.enum([
  'REGISTER',
  'ATTACH',
  'REFER',
  'TAKE',
  'ANSWER',
  'RATE',
  'CLOSE',
  'REOPEN',
])
export type TicketDeed = z.infer<typeof TicketDeed>

/** How long a ticket waits: since today, since one to three days, or longer. */
export const TicketAge = z.enum(['TODAY', 'DAYS', 'OVER'])
export type TicketAge = z.infer<typeof TicketAge>

/** How a ticket stands to its promise; ANSWERED keeps none any more. */
export const TicketDue = z.enum(['OVERDUE', 'NEARLY', 'IN_TIME', 'ANSWERED'])
export type TicketDue = z.infer<typeof TicketDue>

/** A word of the list of subjects, or of the list of units. */
export const TicketSubject = z.object({
  code: z.string().min(1).max(40),
  group: TicketGroup,
  title: z.string().min(1),
})
export type TicketSubject = z.infer<typeof TicketSubject>

export const TicketUnit = z.object({ code: z.string().min(1).max(40), title: z.string().min(1) })
export type TicketUnit = z.infer<typeof TicketUnit>

/** A clerk as others name him; `answers`: he may be given a ticket. */
export const TicketClerk = z.object({
  clerkId: z.string(),
  fullName: z.string(),
  answers: z.boolean(),
})
export type TicketClerk = z.infer<typeof TicketClerk>

/** What forms offer, and how long an answer takes at most. */
export const TicketChoices = z.object({
  subjects: z.array(TicketSubject),
  units: z.array(TicketUnit),
  clerks: z.array(TicketClerk),
  answerHours: z.number().int().positive().nullable(),
})
export type TicketChoices = z.infer<typeof TicketChoices>

export const AudioFormat = z.enum(['wav', 'mp3', 'ogg', 'm4a', 'webm'])
export type AudioFormat = z.infer<typeof AudioFormat>

export const EnclosureFormat = z.enum(['pdf', 'jpg', 'png'])
export type EnclosureFormat = z.infer<typeof EnclosureFormat>

/** What was enclosed, without its bytes; `seconds` of a voice message, where its file tells them. */
export const TicketFile = z.object({
  fileId: z.string(),
  kind: z.enum(['VOICE', 'ENCLOSURE']),
  format: z.union([AudioFormat, EnclosureFormat]),
  size: z.number().int().positive(),
  seconds: z.number().int().nonnegative().nullable(),
  title: z.string(),
})
export type TicketFile = z.infer<typeof TicketFile>

/** An entry of the history, which only grows. */
export const TicketEvent = z.object({
  seq: z.number().int().positive(),
  deed: TicketDeed,
  status: TicketStatus,
  at: Instant,
  actor: z.string(),
  /** Where it was referred to: the title of a unit, or the name of a clerk. */
  to: z.string().nullable(),
  note: z.string().nullable(),
  score: z.number().int().min(1).max(5).nullable(),
})
export type TicketEvent = z.infer<typeof TicketEvent>

/** A line of a list. `maskedId` is null for a caller whom nobody looked up. */
export const TicketLine = z.object({
  ticketId: z.string(),
  trackingCode: z.string(),
  channel: TicketChannel,
  subject: z.string(),
  group: TicketGroup,
  status: TicketStatus,
  caller: z.string(),
  maskedId: z.string().nullable(),
  registeredAt: Instant,
  registeredOn: Day,
  dueAt: Instant.nullable(),
  due: TicketDue,
  age: TicketAge,
  /** Who has it: a clerk, else the unit it was referred to. */
  holder: z.string().nullable(),
  hasVoice: z.boolean(),
  score: z.number().int().min(1).max(5).nullable(),
  version: z.number().int().positive(),
})
export type TicketLine = z.infer<typeof TicketLine>

/** A ticket beside the list. `may`: what this clerk can do with it now. */
export const TicketDetail = TicketLine.extend({
  citizenId: z.number().int().nullable(),
  callerNumber: z.string().nullable(),
  role: CitizenRole.nullable(),
  text: z.string(),
  about: z.string().nullable(),
  registeredBy: z.string(),
  answer: z.object({ text: z.string(), at: Instant, by: z.string() }).nullable(),
  files: z.array(TicketFile),
  events: z.array(TicketEvent),
  may: z.array(TicketDeed),
  /** The last day on which the citizen may have it opened again. */
  reopenUntil: Day.nullable(),
})
export type TicketDetail = z.infer<typeof TicketDetail>

/** Bytes of a file as the screen takes them: base64. */
export const TicketFileBytes = z.object({
  format: z.union([AudioFormat, EnclosureFormat]),
  bytes: z.string(),
})
export type TicketFileBytes = z.infer<typeof TicketFileBytes>

export const TicketView = z.enum(['MINE', 'BRANCH', 'ALL'])
export type TicketView = z.infer<typeof TicketView>

export const TicketBoardQuery = z.object({
  view: TicketView,
  closed: z.boolean(),
  text: z.string().max(80),
  age: TicketAge.nullable(),
  group: TicketGroup.nullable(),
  limit: z.number().int().min(1).max(500),
})
export type TicketBoardQuery = z.infer<typeof TicketBoardQuery>

/** Tickets of one age and one group, and how many of them are late. */
export const TicketCell = z.object({
  age: TicketAge,
  group: TicketGroup,
  count: z.number().int().positive(),
  overdue: z.number().int().nonnegative(),
})
export type TicketCell = z.infer<typeof TicketCell>

/** `cells` count what the view and the text leave, whatever the matrix itself narrows. */
export const TicketBoard = z.object({
  items: z.array(TicketLine),
  cells: z.array(TicketCell),
  more: z.boolean(),
})
export type TicketBoard = z.infer<typeof TicketBoard>

/** Tickets of the branch that wait for an answer: late ones, and those that soon are. */
export const TicketAlarms = z.object({
  overdue: z.number().int().nonnegative(),
  nearly: z.number().int().nonnegative(),
})
export type TicketAlarms = z.infer<typeof TicketAlarms>
