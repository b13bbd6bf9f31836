import { z } from 'zod'
import { Day } from '#core/kernel/day.ts'
import { Instant } from '#core/kernel/instant.ts'
import { TicketChannel, TicketStatus } from '#core/tickets/ticket.model.ts'
import { PaperIssue } from './paper-issue.model.ts'

export const TicketReceiptOrder = z.object({
  kind: z.literal('ticket-receipt'),
  trackingCode: z.string().min(1).max(20),
})
export type TicketReceiptOrder = z.infer<typeof TicketReceiptOrder>

/**
 * رسید تیکت ۱۴۲۰: half a page; with the answer once there is one, then as long as that is. The national ID comes
 * masked. `promised`: until when an answer is promised; null where nothing is.
 */
export const TicketReceipt = z.object({
  kind: z.literal('ticket-receipt'),
  issue: PaperIssue,
  trackingCode: z.string().min(1).max(20),
  subject: z.string().min(1),
  channel: TicketChannel,
  fullName: z.string().min(1),
  maskedNationalId: z.string().regex(/^\d*\*+\d*$/),
  registeredAt: Instant,
  status: TicketStatus,
  promised: Instant.nullable(),
  answer: z
    .object({ text: z.string().min(1), at: Instant, reopenUntil: Day.nullable() })
    .nullable(),
})
export type TicketReceipt = z.infer<typeof TicketReceipt>
