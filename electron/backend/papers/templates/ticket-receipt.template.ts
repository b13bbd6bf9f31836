import type { TicketReceipt } from '#core/certificates/ticket-receipt.model.ts'
import { dayInTehran, tehranTime, type Instant } from '#core/kernel/instant.ts'
import {
  NOTHING,
  TICKET_CHANNEL,
  TICKET_STATUS,
  address,
  code,
  dayText,
  quoted,
} from '../paper-words.ts'
import type { PaperDefinition, PaperNode, TableCell } from '../persian-text/paper-definition.ts'
import { cutInHalf, receiptCopy, receiptSheet, trackingBlock } from './half-sheet.ts'
import { NO_LINES, QUIET, label, rowLines, strong, value } from './paper-style.ts'

const TITLE = 'رسید تیکت ۱۴۲۰'

function momentText(at: Instant | null): string {
  return at === null ? NOTHING : `${dayText(dayInTehran(at))} ساعت ${code(tehranTime(at))}`
}

function facts(receipt: TicketReceipt): PaperNode {
  const row = (name: string, field: string, text: string, bold = false): TableCell[] => [
    label(name),
    value(field, text, { bold }),
  ]
  const { issue } = receipt
  return {
    width: '*',
    table: {
      widths: [76, '*'],
      body: [
        row('موضوع', 'subject', quoted(receipt.subject), true),
        row('متقاضی', 'fullName', quoted(receipt.fullName), true),
        row('کد ملی', 'maskedNationalId', code(receipt.maskedNationalId)),
        row('راه ارتباط', 'channel', TICKET_CHANNEL[receipt.channel]),
        row('زمان ثبت', 'registeredAt', momentText(receipt.registeredAt)),
        row('وضعیت', 'status', TICKET_STATUS[receipt.status]),
        row('پاسخ تا', 'promised', momentText(receipt.promised), true),
        row(
          'شعبه',
          'issue.branch',
          `${quoted(issue.branch.name)} (کد ${code(issue.branch.code)}) – کد متصدی ${code(issue.clerkCode)}`,
        ),
      ],
    },
    layout: rowLines({ x: 3, y: 2 }),
  }
}

function answerOf({ answer }: TicketReceipt): PaperNode[] {
  if (answer === null) return []
  const { at, reopenUntil, text } = answer
  return [
    {
      text: [strong('پاسخ '), { text: momentText(at), field: 'answer.at' }, strong(': ')],
      margin: [0, 2, 0, 0],
    },
    ...text.split('\n').map((line): PaperNode => ({ text: quoted(line), field: 'answer.text' })),
    ...(reopenUntil === null
      ? []
      : [
          {
            text: [
              'اگر پاسخ کافی نیست، تا پایان ',
              { text: dayText(reopenUntil), field: 'answer.reopenUntil' },
              ' می‌توان با همین کد رهگیری خواست که تیکت دوباره باز شود.',
            ],
          },
        ]),
  ]
}

function howToFollow({ issue }: TicketReceipt): PaperNode {
  return {
    text:
      `پیگیری با کد رهگیری: تماس با ${code('1420')} در هر ساعت شبانه‌روز، هر شعبه، ` +
      `یا نشانی ${address(issue.verificationUrl)}.`,
    color: QUIET,
    fontSize: 8.5,
  }
}

function copyOf(receipt: TicketReceipt, copy: 1 | 2, of: 1 | 2): TableCell {
  const { issue, trackingCode } = receipt
  const body = [
    {
      columns: [facts(receipt), trackingBlock(trackingCode, issue)],
      columnGap: 12,
      margin: [0, 0, 0, 4],
    },
    {
      stack: [...answerOf(receipt), howToFollow(receipt)],
      fontSize: 9,
      lineHeight: 1.15,
    },
  ] satisfies PaperNode[]
  return receiptCopy(TITLE, issue, { copy, of, body, foot: [4, 20] })
}

/**
 * رسید تیکت ۱۴۲۰: two copies on one A4 sheet, to be cut in half. With its answer, which may be long, it is the
 * citizen's alone and takes as much of a sheet as it needs.
 */
export function ticketReceiptTemplate(receipt: TicketReceipt): PaperDefinition {
  const content: PaperNode =
    receipt.answer === null
      ? cutInHalf([copyOf(receipt, 1, 2), copyOf(receipt, 2, 2)], true)
      : { table: { widths: ['*'], body: [[copyOf(receipt, 1, 1)]] }, layout: NO_LINES }
  return receiptSheet(TITLE, receipt.issue, content)
}
