import type { z } from 'zod'
import { TicketReceipt } from '#core/certificates/ticket-receipt.model.ts'
import { issue, type Issue } from './statement-parts.ts'

type Written = z.input<typeof TicketReceipt>

const receipt: Omit<Written, 'issue'> = {
  kind: 'ticket-receipt',
  trackingCode: '4071993265',
  subject: 'سابقه‌ای که ثبت نشده یا ناقص است',
  channel: 'BRANCH',
  fullName: 'امیرحسین رضایی‌پور',
  maskedNationalId: '000****341',
  registeredAt: '2026-11-23T06:45:10.000Z',
  status: 'REGISTERED',
  promised: '2026-11-26T06:45:10.000Z',
  answer: null,
}

/** An answer in whole sentences, as many as are wanted. */
function answerOf(sentences: number): NonNullable<Written['answer']> {
  const text = Array.from(
    { length: sentences },
    (_, i) => `سوابق سال ${1380 + (i % 20)} بررسی شد و فهرست کارگاه در بایگانی شعبه موجود است.`,
  )
  return {
    text: text.join('\n'),
    at: '2026-11-25T08:20:00.000Z',
    reopenUntil: '2026-12-05',
  }
}

/** رسید تیکت ۱۴۲۰ of an invented person; `sentences` of its answer, none while nobody answered. */
export function aTicketReceipt(
  sentences = 0,
  change: Partial<Written> = {},
  issueChange: Partial<Issue> = {},
): TicketReceipt {
  const answered: Partial<Written> =
    sentences === 0 ? {} : { status: 'ANSWERED', answer: answerOf(sentences) }
  return TicketReceipt.parse({
    ...receipt,
    ...answered,
    issue: { ...issue, number: '9002-1405-13-000012', validUntil: null, ...issueChange },
    ...change,
  })
}
